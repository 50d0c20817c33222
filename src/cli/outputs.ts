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
  /** Where the choices of the run are kept. */
  readonly mapping: string | undefined;
  /** What is to be said of the choice of the places. */
  readonly told: readonly Problem[];
}

/** Decides, before anything is scored, where workbook and JSON go; refused where something of somebody's would be lost. */
export const outputsOf = async (
  options: ScoreOptions,
  inputs: Inputs,
  workingFolder: string,
): Promise<Result<Outputs>> => {
  const beside = [options.scheme, options.national, options.settings, options.plan, options.mapping].flatMap((path) =>
    path === undefined ? [] : [resolve(workingFolder, path)],
  );
  const read = await filesRead([...inputs.files, ...beside]);
  const folder = join(workingFolder, 'out');
  const origin = sha256Hex(JSON.stringify(inputs.given.map((path) => pathFrom(folder, path))));
  const textPlace = async (
    wanted: string | undefined,
    option: string,
    others: readonly string[],
  ): Promise<Result<string | undefined>> => {
    if (wanted === undefined) return ok(undefined);
    const path = resolve(workingFolder, wanted);
    const clash = problem('json-over-file', { found: path }, { option });
    for (const other of others) if (await isSamePlace(path, other)) return refuse(clash);
    return namedPlace(path, option, read, clash);
  };
  const workbook = await workbookPlace(options, inputs, { folder, origin, read }, workingFolder);
  if (!workbook.ok) return workbook;
  const { path, told } = workbook.value;
  const json = await textPlace(options.json === '-' ? undefined : options.json, '--json', [path]);
  if (!json.ok) return json;
  const others = json.value === undefined ? [path] : [path, json.value];
  const mapping = await textPlace(options.saveMapping, '--save-mapping', others);
  return mapping.ok ? ok({ workbook: path, origin, told, json: json.value, mapping: mapping.value }) : mapping;
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
