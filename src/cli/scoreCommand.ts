import { basename, join, relative, resolve } from 'node:path';
import { ok, fileProblem, outlookProblem, refuse, type Problem, type Result } from '../problems';
import {
  failuresOf,
  mergeResults,
  municipalitiesOf,
  onlyMunicipality,
  planAsked,
  scoreBook,
  withoutGrids,
  withOutlook,
  withYearsBehind,
  type BatchItem,
  type Results,
} from '../evaluation';
import {
  openDataTexts,
  resultsInParts,
  resultsJson,
  sheetsToWrite,
  standingPlan,
  standingReports,
  unmadeReports,
  type ReportKind,
} from '../report';
import type { DefinedName, SheetModel, WorkbookContent } from '../workbook';
import { writeWorkbookFile } from '../workbook/file';
import { standingOf, type Standing } from './diskFiles';
import { readInput, refreshInput, type ScoringOptions } from './files';
import { inputFiles, type InputFile, type InputFiles } from './inputs';
import { jsonText, markedJson, markedJsonInPieces } from './jsonMark';
import { clearLeftovers } from './leftovers';
import { mappingKept } from './mapping';
import { memoryWatch } from './memory';
import type { ScoreOptions } from './options';
import { foldersOf, linkFrom, outputsOf, type Outputs } from './outputs';
import { printResults } from './print';
import { publicFiles } from './publicFiles';
import { printProblems, type Terminal } from './terminal';
import { scoringOptions } from './scoringOptions';
import { textIn } from './texts';
import { yearsBefore } from './yearsBefore';
import { AfterWriting, writeFiles, type FileToWrite } from './writeFiles';

/** Where relative paths start and where the packaged sample lies; no sample comes with the command line in one file. */
export interface Places {
  readonly workingFolder: string;
  readonly projectFolder?: string;
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
  const named = options.files.map((file) => resolve(places.workingFolder, file));
  // The sample is of somebody: whose amounts the settings tell is somebody else.
  if (named.length === 0 && options.settings !== undefined)
    return refuse(fileProblem('settings-without-workbook', { found: options.settings }));
  const given = named.length === 0 && places.projectFolder !== undefined ? [join(places.projectFolder, sample)] : named;
  const files = await inputFiles(given);
  if (!files.ok) return files;
  const { files: inputs, passedOver } = files.value;
  printProblems(terminal, passedOver);
  const [input] = inputs;
  if (input === undefined) return refuse(fileProblem('batch-empty'));
  const batch = inputs.length > 1;
  if (options.inPlace && batch) return refuse(fileProblem('in-place-batch', { found: String(inputs.length) }));
  const paths = inputs.map(({ path }) => path);
  await clearLeftovers(foldersOf(options, paths, places.workingFolder));
  const outputs = await outputsOf(options, { files: paths, first: input.path, given }, places.workingFolder);
  if (!outputs.ok) return outputs;
  const scoring = await scoringOptions(options, places.workingFolder, terminal);
  if (!scoring.ok) return scoring;
  const said = [...passedOver, ...scoring.value.settingsProblems];
  const done = batch
    ? await scoreBatch({ files: inputs, passedOver: said }, outputs.value, options, scoring.value, terminal)
    : await scoreOne(input, said, outputs.value, options, scoring.value, places, terminal);
  if (!done.ok) return done;
  return writeAndPrint(options, places, terminal, done.value, { ...outputs.value, passedOver: said });
};

const scoreOne = async (
  { path: input, folders }: InputFile,
  passedOver: readonly Problem[],
  { workbook: output, origin }: Outputs,
  options: ScoreOptions,
  scoring: ScoringOptions,
  { workingFolder }: Places,
  terminal: Terminal,
): Promise<Result<Scored>> => {
  terminal.progress(textIn(terminal.language, 'reading', { file: basename(input) }));
  const link = options.inPlace ? {} : { link: linkFrom(output.path, input) };
  const read = await readInput(input, { ...scoring, folders, ...link });
  if (!read.ok) return read;
  const { bytes, content, book } = read.value;
  const { names } = content;
  terminal.progress(textIn(terminal.language, 'scoring', { file: basename(input) }));
  const earlier = await yearsBefore(options, scoring, workingFolder, terminal);
  if (!earlier.ok) return earlier;
  const scored = withYearsBehind(scoreBook(book), earlier.value);
  const outlooking = withOutlookAsked(scored, options.inPlace ? planKept(scored, content, scoring) : scoring);
  if (!outlooking.ok) return outlooking;
  const reports = reportsFor(options, names, outlooking.value);
  const results = complete(outlooking.value, reports, passedOver);
  terminal.progress(textIn(terminal.language, 'writing', {}));
  const writing = sheetsToWrite(results, reports, options.inPlace ? names : []);
  const { sheets } = writing;
  const mapping = await mappingKept(options, scoring, content);
  const common = { results, sheets, mapping };
  if (!options.inPlace)
    return ok({
      ...common,
      results: { ...results, problems: [...results.problems, ...writing.problems] },
      told: [],
      workbook: await writeWorkbookFile(sheets, origin),
      standing: output.standing,
    });
  const refreshed = await refreshInput(input, bytes, writing, terminal);
  return refreshed.ok ? ok({ ...common, ...refreshed.value, standing: standingOf(bytes) }) : refreshed;
};

const scoreBatch = async (
  { files: inputs, passedOver }: InputFiles,
  { workbook: output, origin }: Outputs,
  options: ScoreOptions,
  scoring: ScoringOptions,
  terminal: Terminal,
): Promise<Result<Scored>> => {
  const items: BatchItem[] = [];
  const short: Problem[] = [];
  const memoryRunsShort = memoryWatch();
  let mapping: string | undefined;
  for (const [at, { path, name, folders }] of inputs.entries()) {
    const left = inputs.length - at;
    if (at > 0 && memoryRunsShort()) {
      const facts = { of: inputs.length, count: left, read: at };
      short.push(fileProblem('memory-runs-short', { found: name }, facts));
      break;
    }
    terminal.progress(`${counted(at + 1)}／${counted(inputs.length)} ${name}`);
    const read = await readInput(path, { ...scoring, folders, link: linkFrom(output.path, path) });
    if (read.ok) mapping ??= await mappingKept(options, scoring, read.value.content);
    items.push({ file: name, outcome: read.ok ? ok(withoutGrids(read.value.book)) : read });
  }
  const merged = mergeResults(items);
  if (!merged.ok) return short.length === 0 ? merged : { ...merged, problems: [...merged.problems, ...short] };
  terminal.progress(textIn(terminal.language, 'writing', {}));
  const outlooking = withOutlookAsked(merged.value, scoring);
  if (!outlooking.ok) return outlooking;
  const reports = reportsFor(options, [], outlooking.value);
  const alone = options.before.length === 0 ? [] : [outlookProblem('earlier-needs-one')];
  const results = complete(outlooking.value, reports, [...passedOver, ...short, ...alone]);
  const { sheets, problems } = sheetsToWrite(results, reports, []);
  const workbook = await writeWorkbookFile(sheets, origin);
  return ok({
    results: { ...results, problems: [...results.problems, ...problems] },
    sheets,
    mapping,
    told: [],
    workbook,
    standing: output.standing,
  });
};

const withOutlookAsked = (results: Results, { outlook }: ScoringOptions): Result<Results> =>
  outlook === undefined ? ok(results) : withOutlook(results, outlook);

/** Where nobody asks for another, the plan on the sheet 取組案 stays there: it may be what the section agreed on. */
const planKept = (results: Results, content: WorkbookContent, scoring: ScoringOptions): ScoringOptions => {
  const { goal, scenario } = scoring.outlook ?? {};
  const own = onlyMunicipality(results);
  const isAsked = goal !== undefined || (scenario !== undefined && scenario.plans.length > 0);
  if (isAsked || own === undefined || results.subject === 'facts') return scoring;
  const plan = standingPlan(results, own, content);
  if (plan === undefined) return scoring;
  const asked = planAsked(results, plan.name, plan.criteria).scenario;
  return { ...scoring, outlook: { scenario: asked && { ...asked, ...scenario, plans: asked.plans } } };
};

const counted = (count: number): string => count.toLocaleString('en-US');

/** What was found out and what is to be written of it; `told` was said of the writing beforehand. */
interface Scored {
  readonly results: Results;
  readonly sheets: readonly SheetModel[];
  readonly told: readonly Problem[];
  /** The file of `--save-mapping`, with the headers of the first workbook; undefined without the option. */
  readonly mapping: string | undefined;
  /** The workbook as it shall be; undefined when it already is so. */
  readonly workbook: Uint8Array | undefined;
  /** What stood in its place when we read it, or chose it. */
  readonly standing: Standing;
}

/** A report that cannot be made and a file that was not read are missed; 要確認, the terminal and the JSON say why. */
const complete = (results: Results, reports: ReadonlySet<ReportKind>, passedOver: readonly Problem[]): Results => ({
  ...results,
  problems: [...results.problems, ...passedOver, ...unmadeReports(results, reports)],
});

/**
 * The reports asked for, by name or by what else was asked; in place also those that stand in the file, so that none of them
 * grows old beside new results.
 */
const reportsFor = (
  { reports, inPlace, outlook }: ScoreOptions,
  names: readonly DefinedName[],
  { behind }: Results,
): ReadonlySet<ReportKind> =>
  new Set([
    ...reports,
    ...(behind === undefined ? [] : (['trend'] as const)),
    ...(outlook === undefined ? [] : (['plan'] as const)),
    ...(inPlace ? standingReports(names) : []),
  ]);

const jsonFile = (results: Results, indent: number | undefined): FileToWrite['bytes'] =>
  indent === undefined ? markedJsonInPieces({ ...resultsInParts(results) }) : markedJson(resultsJson(results), indent);

/** Writes workbook and JSON files, all or none, then prints. The workbook comes last: it may be somebody's own. */
const writeAndPrint = async (
  { json }: ScoreOptions,
  places: Places,
  terminal: Terminal,
  { results: scored, sheets, told, workbook, standing, mapping }: Scored,
  outputs: Outputs & Pick<InputFiles, 'passedOver'>,
): Promise<Result<number>> => {
  const results = { ...scored, problems: [...scored.problems, ...told] };
  const open = results.problems.some(({ severity }) => severity !== 'info') || failuresOf(results).length > 0;
  const indent = municipalitiesOf(results).length > 50 ? undefined : 2;
  const forPublication = outputs.publicData === undefined ? undefined : openDataTexts(results);
  const publicData =
    outputs.publicData === undefined || forPublication === undefined
      ? []
      : publicFiles(outputs.publicData, forPublication);
  const written = await writeFiles([
    ...publicData,
    ...(outputs.json === undefined ? [] : [{ ...outputs.json, bytes: jsonFile(results, indent) }]),
    ...(outputs.mapping === undefined || mapping === undefined ? [] : [{ ...outputs.mapping, bytes: mapping }]),
    ...(workbook === undefined ? [] : [{ path: outputs.workbook.path, standing, bytes: workbook }]),
  ]);
  if (!written.ok) return written;
  const shown = (path: string): string => relative(places.workingFolder, path) || path;
  const output = shown(outputs.workbook.path);
  try {
    terminal.progress('');
    printProblems(terminal, outputs.told);
    if (json === '-') terminal.print(jsonText(resultsJson(results), indent));
    else
      printResults(terminal, results, {
        sheets,
        told: [...told, ...outputs.passedOver],
        output,
        publicData: publicData.map(({ path }) => shown(path)),
      });
  } catch (cause) {
    throw new AfterWriting(written.value, cause);
  }
  return ok(open ? 1 : 0);
};
