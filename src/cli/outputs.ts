import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { sha256Hex } from '../kernel';
import { ok, fileProblem, refuse, type Problem, type Result } from '../problems';
import {
  filesRead,
  freePlace,
  isSamePlace,
  namedPlace,
  openElsewhere,
  type FilesRead,
  type Place,
} from './destination';
import { lockOn } from './lockFile';
import { publicPlaces, type PublicPlaces } from './publicFiles';
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
  /** The input itself with --in-place: then what stands there is what was read. */
  readonly workbook: Place;
  /** Of what the workbook is made: the origin in its mark. */
  readonly origin: string;
  readonly json: Place | undefined;
  /** Where the choices of the run are kept. */
  readonly mapping: Place | undefined;
  /** Where the files for publication go; undefined where nobody asked for them. */
  readonly publicData: PublicPlaces | undefined;
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
  ): Promise<Result<Place | undefined>> => {
    if (wanted === undefined) return ok(undefined);
    const path = resolve(workingFolder, wanted);
    const clash = fileProblem('json-over-file', { found: path }, { option });
    for (const other of others) if (await isSamePlace(path, other)) return refuse(clash);
    return namedPlace(path, option, read, clash);
  };
  const workbook = await workbookPlace(options, inputs, { folder, origin, read }, workingFolder);
  if (!workbook.ok) return workbook;
  const { told, ...place } = workbook.value;
  const json = await textPlace(options.json === '-' ? undefined : options.json, '--json', [place.path]);
  if (!json.ok) return json;
  const others = json.value === undefined ? [place.path] : [place.path, json.value.path];
  const mapping = await textPlace(options.saveMapping, '--save-mapping', others);
  if (!mapping.ok) return mapping;
  const publicData = options.reports.includes('data')
    ? await publicPlaces(...besideWorkbook(options, place.path, folder), origin, read)
    : undefined;
  return ok({
    workbook: place,
    origin,
    told: [...told, ...(publicData?.told ?? [])],
    json: json.value,
    mapping: mapping.value,
    publicData,
  });
};

/** The files for publication lie beside the results and begin like them; never in the folder of a workbook that is written into. */
const besideWorkbook = ({ inPlace }: ScoreOptions, workbook: string, folder: string): readonly [string, string] => [
  inPlace ? folder : dirname(workbook),
  basename(workbook, extname(workbook)).replace(resultTail, ''),
];

/** What the names of our results end in. */
const resultTail = '-採点結果';

const workbookPlace = async (
  { out, inPlace }: ScoreOptions,
  { files, first, given }: Inputs,
  { folder, origin, read }: { readonly folder: string; readonly origin: string; readonly read: FilesRead },
  workingFolder: string,
): Promise<Result<Pick<Outputs, 'told'> & Place>> => {
  if (inPlace) {
    const lock = await lockOn(first);
    return lock === undefined ? ok({ path: first, standing: 'nobody', told: [] }) : refuse(openElsewhere(first, lock));
  }
  if (out === undefined) {
    const named = (files.length > 1 ? given[0] : undefined) ?? first;
    const stem = files.length > 1 && given.length > 1 ? 'まとめ' : basename(named, extname(named));
    return ok(await freePlace(folder, { stem, tail: resultTail, aside: basename(dirname(named)) }, origin, read));
  }
  const path = resolve(workingFolder, out);
  const place = await namedPlace(path, '--out', read, fileProblem('output-is-input', { found: path }));
  return place.ok ? ok({ ...place.value, told: [] }) : place;
};

/** Where a run writes, as far as its options tell: what a killed run left there is cleared before anything is read. */
export const foldersOf = (
  { out, inPlace, json, saveMapping, reports }: ScoreOptions,
  files: readonly string[],
  workingFolder: string,
): readonly string[] => [
  ...(inPlace ? files.slice(0, 1).map((path) => dirname(path)) : []),
  ...(out === undefined && (!inPlace || reports.includes('data')) ? [join(workingFolder, 'out')] : []),
  ...[out, json, saveMapping].flatMap((path) => (path === undefined ? [] : [dirname(resolve(workingFolder, path))])),
];

/** How a result refers to its input. */
export const linkFrom = (output: string, input: string): string => pathFrom(dirname(output), input);

/** Excel wants forward slashes, and relative paths survive when both files are moved together. */
const pathFrom = (folder: string, path: string): string => relative(folder, path).split(sep).join('/');
