import { a1Range, isOwnFormula, looks, parseA1, readStamp } from '..';
import type { LaidBefore, Snapshot } from './snapshot';
import { partsOfLook, type CellLook, type StandingLooks } from './standingLooks';

/** Signs that the way back may take in the workbook. With all papers a first write takes 2,000, one mended answer 12,000, 255 of them 39,000. */
const mostSigns = 200_000;

/**
 * The snapshot of a finished write as a text that is kept with the workbook, so that 元に戻す is there when the pane is opened
 * again. Undefined where it is too long, or holds a formula that is none of ours: what comes out of a file must never become
 * another one.
 */
export const undoText = (snapshot: Snapshot): string | undefined => {
  if (
    snapshot.sheets.some(
      (sheet) => sheet.kind === 'refresh' && sheet.cells.some(({ input }) => isForeignFormula(input)),
    )
  )
    return undefined;
  const text = JSON.stringify({ version: 1, sheets: snapshot.sheets.map(stored) });
  return text.length > mostSigns ? undefined : text;
};

/** The snapshot of {@link undoText}; undefined for anything else, whoever put it into the workbook. */
export const readUndo = (text: string): Snapshot | undefined => {
  try {
    const kept: unknown = JSON.parse(text);
    if (!isRecord(kept) || kept['version'] !== 1 || !Array.isArray(kept['sheets'])) return undefined;
    const sheets = kept['sheets'].map(sheetOf);
    return sheets.every((sheet) => sheet !== undefined) ? { sheets } : undefined;
  } catch {
    return undefined;
  }
};

type Sheet = Snapshot['sheets'][number];
type Refreshed = Extract<Sheet, { readonly kind: 'refresh' }>;

const isForeignFormula = (input: unknown): boolean =>
  typeof input === 'string' && input.startsWith('=') && !isOwnFormula(input);

const stored = (sheet: Sheet): unknown => {
  if (sheet.kind === 'new') return sheet;
  const { cells, links, looks, laid, rectangle, ...rest } = sheet;
  return {
    ...rest,
    rectangle: a1Range(rectangle),
    cells: cells.map(({ row, column, input, format }) =>
      format === 'General' ? [row, column, input] : [row, column, input, format],
    ),
    links: links.map(({ row, column, before, look }) => [
      row,
      column,
      look,
      ...(before === undefined ? [] : [before.documentReference ?? null, before.address ?? null]),
    ]),
    ...(looks === undefined ? {} : { looks: looks.map((one) => ({ ...one, area: a1Range(one.area) })) }),
    ...(laid === undefined ? {} : { laid: { area: a1Range(laid.area), merges: laid.merges.map(a1Range) } }),
  };
};

const sheetOf = (kept: unknown): Sheet | undefined => {
  if (!isRecord(kept)) return undefined;
  const { kind, marker, name, id, wrote, fingerprint, stamp } = kept;
  if (!isMarker(marker) || typeof name !== 'string' || typeof id !== 'string') return undefined;
  if (kind === 'new') {
    if (!isRecord(wrote)) return undefined;
    const { rows, columns, fingerprint: hash } = wrote;
    if (!isPlace(rows) || !isPlace(columns) || !isHash(hash)) return undefined;
    return { kind, marker, name, id, wrote: { rows, columns, fingerprint: hash } };
  }
  const rectangle = parseA1(String(kept['rectangle']));
  const cells = listOf(kept['cells'], cellOf);
  const links = listOf(kept['links'], linkOf);
  const looks = kept['looks'] === undefined ? [] : listOf(kept['looks'], looksOf);
  const laid = kept['laid'] === undefined ? 'nothing' : laidOf(kept['laid']);
  if (looks === undefined || laid === undefined) return undefined;
  if (kind !== 'refresh' || !isHash(wrote) || rectangle === undefined || cells === undefined || links === undefined)
    return undefined;
  if (fingerprint !== undefined && !isHash(fingerprint)) return undefined;
  if (stamp !== undefined && (typeof stamp !== 'string' || readStamp(stamp) === undefined)) return undefined;
  return {
    kind,
    marker,
    name,
    id,
    wrote,
    rectangle,
    cells,
    links,
    looks,
    ...(laid === 'nothing' ? {} : { laid }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(stamp === undefined ? {} : { stamp }),
  };
};

const cellOf = (kept: unknown): Refreshed['cells'][number] | undefined => {
  if (!isList(kept)) return undefined;
  const [row, column, input, format = 'General'] = kept;
  if (!isPlace(row) || !isPlace(column) || typeof format !== 'string' || isForeignFormula(input)) return undefined;
  return typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean'
    ? { row, column, input, format }
    : undefined;
};

const linkOf = (kept: unknown): Refreshed['links'][number] | undefined => {
  if (!isList(kept)) return undefined;
  const [row, column, wanted, place, address] = kept;
  const look = looks.find((one) => one === wanted);
  if (!isPlace(row) || !isPlace(column) || look === undefined) return undefined;
  const before = {
    ...(typeof place === 'string' ? { documentReference: place } : {}),
    ...(typeof address === 'string' ? { address } : {}),
  };
  return { row, column, look, before: kept.length > 3 ? before : undefined };
};

const laidOf = (kept: unknown): LaidBefore | undefined => {
  if (!isRecord(kept)) return undefined;
  const area = parseA1(String(kept['area']));
  const merges = listOf(kept['merges'], (one) => parseA1(String(one)));
  return area === undefined || merges === undefined ? undefined : { area, merges };
};

const looksOf = (kept: unknown): StandingLooks | undefined => {
  if (!isRecord(kept)) return undefined;
  const area = parseA1(String(kept['area']));
  const looks = listOf(kept['looks'], lookOf);
  const cells = listOf(kept['cells'], (row) => listOf(row, placeOf));
  const heights = listOf(kept['heights'], heightOf);
  if (area === undefined || looks === undefined || cells === undefined || heights === undefined) return undefined;
  const [rows, columns] = [area.bottom - area.top + 1, area.right - area.left + 1];
  const fits = cells.length === rows && heights.length === rows && cells.every((row) => row.length === columns);
  return fits ? { area, looks, cells, heights } : undefined;
};

/** Excel's highest row has 409 points. */
const heightOf = (kept: unknown): number | undefined =>
  typeof kept === 'number' && kept >= 0 && kept < 410 ? kept : undefined;

const lookOf = (kept: unknown): CellLook | undefined =>
  isList(kept) && kept.length === partsOfLook
    ? listOf(kept, (part) =>
        part === null || ['string', 'number', 'boolean'].includes(typeof part) ? (part as CellLook[number]) : undefined,
      )
    : undefined;

const placeOf = (kept: unknown): number | undefined => (isPlace(kept) ? kept : undefined);

const listOf = <T>(kept: unknown, read: (one: unknown) => T | undefined): readonly T[] | undefined => {
  if (!Array.isArray(kept)) return undefined;
  const all = kept.map(read);
  return all.every((one) => one !== undefined) ? all : undefined;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isMarker = (value: unknown): value is string => typeof value === 'string' && /^[A-Za-z]\w{0,40}$/.test(value);

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{16}$/.test(value);

const isPlace = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_048_576;
