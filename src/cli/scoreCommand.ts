import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { ok, problem, refuse, sha256Hex, type Result } from '../kernel';
import { evaluate } from '../pipeline';
import { resultSheets, resultsJson, type Results } from '../report';
import { readScheme, type Scheme } from '../schemes';
import { limits, readWorkbookFile, refreshWorkbookFile, writeWorkbookFile } from '../workbook/file';
import { readBytes, writeBytes } from './diskFiles';
import type { ScoreOptions } from './options';
import { printProblems, printResults } from './printResults';
import type { Terminal } from './terminal';

/** Where relative paths start and where the packaged sample lies. */
export interface Places {
  readonly workingFolder: string;
  readonly projectFolder: string;
}

const sample = 'assets/samples/北塩原村-令和6年度-回答.xlsx';
const schemeBytes = 4 * 1024 * 1024;

/** `npm run score`: reads a workbook, scores it, prints the tables, writes the results workbook. Resolves to the exit code. */
export const scoreCommand = async (options: ScoreOptions, places: Places, terminal: Terminal): Promise<number> => {
  const outcome = await score(options, places, terminal);
  if (outcome.ok) return outcome.value;
  printProblems(terminal, outcome.problems);
  return 2;
};

const score = async (options: ScoreOptions, places: Places, terminal: Terminal): Promise<Result<number>> => {
  const [file] = options.files;
  const input = file === undefined ? join(places.projectFolder, sample) : resolve(places.workingFolder, file);
  const output = outputPath(options, input, places);
  if (!options.inPlace && output === input) return refuse(problem('output-is-input', { found: output }));
  const scheme = await ownScheme(options, places);
  if (!scheme.ok) return scheme;
  terminal.progress('ファイルを読んでいます…');
  const bytes = await readBytes(input, limits.fileBytes);
  if (!bytes.ok) return bytes;
  const content = await readWorkbookFile(bytes.value, basename(input));
  if (!content.ok) return content;
  terminal.progress('採点しています…');
  const results = evaluate(content.value, {
    fileName: basename(input),
    ...(options.year === undefined ? {} : { year: options.year }),
    ...(scheme.value === undefined ? {} : { scheme: scheme.value }),
    // Written into the input itself, its hash would change with every run and a second run would not be the same.
    ...(options.inPlace
      ? {}
      : { source: { name: basename(input), sha256: sha256Hex(bytes.value), link: linkFrom(output, input) } }),
  });
  if (!results.ok) return results;
  terminal.progress('結果を書いています…');
  const written = options.inPlace
    ? await refreshInput(input, bytes.value, results.value)
    : await writeBytes(output, await writeWorkbookFile(resultSheets(results.value)));
  if (!written.ok) return written;
  terminal.progress('');
  return report(options, places, terminal, results.value, written.value);
};

const report = async (
  { json }: ScoreOptions,
  places: Places,
  terminal: Terminal,
  results: Results,
  output: string,
): Promise<Result<number>> => {
  const exitCode = results.problems.some(({ severity }) => severity !== 'info') ? 1 : 0;
  const text = `${JSON.stringify(resultsJson(results), null, 2)}\n`;
  if (json === '-') {
    terminal.print(text.trimEnd());
    return ok(exitCode);
  }
  if (json !== undefined) {
    const written = await writeBytes(resolve(places.workingFolder, json), text);
    if (!written.ok) return written;
  }
  printResults(terminal, results, relative(places.workingFolder, output) || output);
  return ok(exitCode);
};

const outputPath = ({ out, inPlace }: ScoreOptions, input: string, { workingFolder }: Places): string => {
  if (inPlace) return input;
  if (out !== undefined) return resolve(workingFolder, out);
  return join(workingFolder, 'out', `${basename(input, extname(input))}-採点結果.xlsx`);
};

/** Excel wants forward slashes, and relative paths survive when both files are moved together. */
const linkFrom = (output: string, input: string): string => relative(dirname(output), input).split(sep).join('/');

const refreshInput = async (input: string, bytes: Uint8Array, results: Results): Promise<Result<string>> => {
  const refreshed = await refreshWorkbookFile(bytes, basename(input), resultSheets(results));
  if (!refreshed.ok) return refreshed;
  return refreshed.value.bytes === bytes ? ok(input) : writeBytes(input, refreshed.value.bytes);
};

const ownScheme = async ({ scheme }: ScoreOptions, { workingFolder }: Places): Promise<Result<Scheme | undefined>> => {
  if (scheme === undefined) return ok(undefined);
  const bytes = await readBytes(resolve(workingFolder, scheme), schemeBytes);
  if (!bytes.ok) return bytes;
  const data = parseJson(new TextDecoder().decode(bytes.value));
  return data === undefined ? refuse(problem('json-broken', { found: scheme })) : readScheme(data.value);
};

const parseJson = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};
