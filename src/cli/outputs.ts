import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { sha256Hex } from '../kernel';
import { ok, problem, refuse, type Problem, type Result } from '../problems';
import { filesRead, freePlace, isSamePlace, namedPlace, type FilesRead } from './destination';
import type { ScoreOptions } from './options';

/** What a run of `score` reads. */
export interface Inputs {
  /** The workbooks; the first of them again, since there is at least one. */
  readonly files: readonly string[];
  readonly first: string;
  /** What was named, files and folders; the sample where nothing was. */
  readonly given: readonly string[];
}

/** Where the results go. */
export interface Outputs {
  /** The input itself with --in-place. */
  readonly workbook: string;
  /** Of what the workbook is made: the origin in its mark. */
  readonly origin: string;
  readonly json: string | undefined;
  /** What is to be said of the choice of the places. */
  readonly told: readonly Problem[];
}

/** Decides, before anything is scored, where workbook and JSON go; refused where something of somebody's would be lost. */
export const outputsOf = async (
  options: ScoreOptions,
  inputs: Inputs,
  workingFolder: string,
): Promise<Result<Outputs>> => {
  const beside = [options.scheme, options.national, options.settings, options.plan].flatMap((path) =>
    path === undefined ? [] : [resolve(workingFolder, path)],
  );
  const read = await filesRead([...inputs.files, ...beside]);
  const folder = join(workingFolder, 'out');
  const origin = sha256Hex(JSON.stringify(inputs.given.map((path) => pathFrom(folder, path))));
  const workbook = await workbookPlace(options, inputs, { folder, origin, read }, workingFolder);
  if (!workbook.ok) return workbook;
  const outputs = { workbook: workbook.value.path, origin, told: workbook.value.told };
  if (options.json === undefined || options.json === '-') return ok({ ...outputs, json: undefined });
  const path = resolve(workingFolder, options.json);
  const clash = problem('json-over-file', { found: path });
  if (await isSamePlace(path, outputs.workbook)) return refuse(clash);
  const json = await namedPlace(path, '--json', read, clash);
  return json.ok ? ok({ ...outputs, json: json.value }) : json;
};

const workbookPlace = async (
  { out, inPlace }: ScoreOptions,
  { files, first, given }: Inputs,
  { folder, origin, read }: { readonly folder: string; readonly origin: string; readonly read: FilesRead },
  workingFolder: string,
): Promise<Result<Pick<Outputs, 'told'> & { readonly path: string }>> => {
  if (inPlace) return ok({ path: first, told: [] });
  if (out === undefined) {
    const named = (files.length > 1 ? given[0] : undefined) ?? first;
    const stem = files.length > 1 && given.length > 1 ? 'まとめ' : basename(named, extname(named));
    return ok(await freePlace(folder, { stem, tail: '-採点結果', aside: basename(dirname(named)) }, origin, read));
  }
  const path = resolve(workingFolder, out);
  const place = await namedPlace(path, '--out', read, problem('output-is-input', { found: path }));
  return place.ok ? ok({ path: place.value, told: [] }) : place;
};

/** How a result refers to its input. */
export const linkFrom = (output: string, input: string): string => pathFrom(dirname(output), input);

/** Excel wants forward slashes, and relative paths survive when both files are moved together. */
const pathFrom = (folder: string, path: string): string => relative(folder, path).split(sep).join('/');
