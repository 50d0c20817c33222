import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { ok, problem, refuse, type Problem, type Result } from '../problems';
import { failuresOf, mergeResults, municipalitiesOf, type BatchItem, type Results } from '../evaluation';
import { resultsJson, sheetsToWrite, standingReports, unmadeReports, type ReportKind } from '../report';
import type { DefinedName, SheetModel } from '../workbook';
import { writeWorkbookFile } from '../workbook/file';
import { AfterWriting, truePath, writeFiles } from './diskFiles';
import { inputFiles, refreshInput, scoreFile, type ScoringOptions } from './files';
import type { ScoreOptions } from './options';
import { printProblems, printResults, type Terminal } from './print';
import { scoringOptions } from './scoringOptions';

/** Where relative paths start and where the packaged sample lies. */
export interface Places {
  readonly workingFolder: string;
  readonly projectFolder: string;
}

const sample = 'assets/samples/北塩原村-令和6年度-回答.xlsx';

/** `npm run score`: reads workbooks, scores them, prints the tables, writes the results workbook. Resolves to the exit code. */
export const scoreCommand = async (options: ScoreOptions, places: Places, terminal: Terminal): Promise<number> => {
  const outcome = await score(options, places, terminal);
  terminal.progress('');
  if (outcome.ok) return outcome.value;
  printProblems(terminal, outcome.problems);
  return 2;
};

const score = async (options: ScoreOptions, places: Places, terminal: Terminal): Promise<Result<number>> => {
  const given = options.files.map((file) => resolve(places.workingFolder, file));
  const found = given.length === 0 ? ok([join(places.projectFolder, sample)]) : await inputFiles(given);
  if (!found.ok) return found;
  const inputs = found.value;
  const [input] = inputs;
  if (input === undefined) return refuse(problem('batch-empty'));
  const batch = inputs.length > 1;
  const output = outputPath(options, batch ? (given[0] ?? input) : input, batch && given.length > 1, places);
  if (options.inPlace && batch) return refuse(problem('in-place-batch', { found: String(inputs.length) }));
  const json = jsonPath(options, places);
  const clash = await overwrites(inputs, output, json, options, places);
  if (clash !== undefined) return refuse(clash);
  const scoring = await scoringOptions(options, places.workingFolder, terminal);
  if (!scoring.ok) return scoring;
  const done = batch
    ? await scoreBatch(inputs, output, options, scoring.value, terminal)
    : await scoreOne(input, output, options, scoring.value, terminal);
  return done.ok ? writeAndPrint(options, json, places, terminal, done.value, output) : done;
};

/** No file that is read is written over, except by --in-place, and no result over the other. */
const overwrites = async (
  inputs: readonly string[],
  output: string,
  json: string | undefined,
  { inPlace, scheme, national, settings, plan }: ScoreOptions,
  { workingFolder }: Places,
): Promise<Problem | undefined> => {
  const beside = [scheme, national, settings, plan].flatMap((path) =>
    path === undefined ? [] : [resolve(workingFolder, path)],
  );
  const read = new Set(await Promise.all([...inputs, ...beside].map(truePath)));
  const workbook = await truePath(output);
  if (!inPlace && read.has(workbook)) return problem('output-is-input', { found: output });
  if (json === undefined) return undefined;
  return read.add(workbook).has(await truePath(json)) ? problem('json-over-file', { found: json }) : undefined;
};

const jsonPath = ({ json }: ScoreOptions, { workingFolder }: Places): string | undefined =>
  json === undefined || json === '-' ? undefined : resolve(workingFolder, json);

const scoreOne = async (
  input: string,
  output: string,
  options: ScoreOptions,
  scoring: ScoringOptions,
  terminal: Terminal,
): Promise<Result<Scored>> => {
  const scored = await scoreFile(
    input,
    options.inPlace ? scoring : { ...scoring, link: linkFrom(output, input) },
    terminal,
  );
  if (!scored.ok) return scored;
  const { bytes, names } = scored.value;
  const reports = reportsFor(options, names);
  const results = withUnmade(scored.value.results, reports);
  terminal.progress('結果を書いています…');
  const writing = sheetsToWrite(results, reports, options.inPlace ? names : []);
  const { sheets } = writing;
  if (!options.inPlace) return ok({ results, sheets, told: [], workbook: await writeWorkbookFile(sheets) });
  const refreshed = await refreshInput(input, bytes, writing, terminal);
  return refreshed.ok ? ok({ results, sheets, ...refreshed.value }) : refreshed;
};

const scoreBatch = async (
  inputs: readonly string[],
  output: string,
  options: ScoreOptions,
  scoring: ScoringOptions,
  terminal: Terminal,
): Promise<Result<Scored>> => {
  const items: BatchItem[] = [];
  for (const [at, input] of inputs.entries()) {
    terminal.progress(`${at + 1}／${inputs.length}`);
    const scored = await scoreFile(input, { ...scoring, link: linkFrom(output, input) }, terminal);
    items.push({ file: basename(input), outcome: scored.ok ? ok(scored.value.results) : scored });
  }
  const merged = mergeResults(items);
  if (!merged.ok) return merged;
  terminal.progress('結果を書いています…');
  const reports = reportsFor(options, []);
  const results = withUnmade(merged.value, reports);
  const { sheets } = sheetsToWrite(results, reports, []);
  return ok({ results, sheets, told: [], workbook: await writeWorkbookFile(sheets) });
};

/** What was found out and what is to be written of it; `told` was said of the writing beforehand. */
interface Scored {
  readonly results: Results;
  readonly sheets: readonly SheetModel[];
  readonly told: readonly Problem[];
  /** The workbook as it shall be; undefined when it already is so. */
  readonly workbook: Uint8Array | undefined;
}

/** A report that cannot be made is missed; 要確認, the terminal and the JSON say why. */
const withUnmade = (results: Results, reports: ReadonlySet<ReportKind>): Results => ({
  ...results,
  problems: [...results.problems, ...unmadeReports(results, reports)],
});

/** The report asked for; in place also those that stand in the file, so that none of them grows old beside new results. */
const reportsFor = ({ report: asked, inPlace }: ScoreOptions, names: readonly DefinedName[]): ReadonlySet<ReportKind> =>
  new Set([...(asked === undefined ? [] : [asked]), ...(inPlace ? standingReports(names) : [])]);

/** Writes the workbook and the JSON, both or neither, then prints. The workbook comes last: it may be somebody's own. */
const writeAndPrint = async (
  options: ScoreOptions,
  jsonFile: string | undefined,
  places: Places,
  terminal: Terminal,
  { results: scored, sheets, told, workbook }: Scored,
  output: string,
): Promise<Result<number>> => {
  const results = { ...scored, problems: [...scored.problems, ...told] };
  const open = results.problems.some(({ severity }) => severity !== 'info') || failuresOf(results).length > 0;
  const many = municipalitiesOf(results).length > 50;
  const text = options.json === undefined ? '' : JSON.stringify(resultsJson(results), null, many ? undefined : 2);
  const written = await writeFiles([
    ...(jsonFile === undefined ? [] : [{ path: jsonFile, bytes: `${text}\n` }]),
    ...(workbook === undefined ? [] : [{ path: output, bytes: workbook }]),
  ]);
  if (!written.ok) return written;
  try {
    terminal.progress('');
    if (options.json === '-') terminal.print(text);
    else printResults(terminal, results, { sheets, told, output: relative(places.workingFolder, output) || output });
  } catch (cause) {
    throw new AfterWriting(written.value, cause);
  }
  return ok(open ? 1 : 0);
};

const outputPath = (
  { out, inPlace }: ScoreOptions,
  input: string,
  severalGiven: boolean,
  { workingFolder }: Places,
): string => {
  if (inPlace) return input;
  if (out !== undefined) return resolve(workingFolder, out);
  const name = severalGiven ? 'まとめ' : basename(input, extname(input));
  return join(workingFolder, 'out', `${name}-採点結果.xlsx`);
};

/** Excel wants forward slashes, and relative paths survive when both files are moved together. */
const linkFrom = (output: string, input: string): string => relative(dirname(output), input).split(sep).join('/');
