import { sha256Hex } from '../kernel';
import { a1Range, coveredBy, isWithin, parseA1, type Rectangle } from './address';
import { eachCell, type SheetModel } from './model';
import { outwardValue, type CellValue } from './values';

/**
 * What tells whether a printed sheet still says what we wrote: the code on the paper, what finds the changed cell, and which
 * cells were left to the user (src/decisions/codes-on-paper.md).
 */
export interface SheetStamp {
  /** 資料コード: twelve characters in three parts, from every printed cell. */
  readonly code: string;
  /** Sums over the cells that tell where the one changed cell stands. */
  readonly sums: CellSums;
  /** Cells whose text is the user's: no part of the code. 0-based from the first cell of the sheet. */
  readonly userCells: readonly Rectangle[];
}

type CellSums = readonly [plain: number, byRow: number, byColumn: number];

/** Hands out the values of a sheet, each at its place, counted from the first cell of what we wrote. */
export type CellWalk = (take: (row: number, column: number, value: CellValue) => void) => void;

/** The stamp of a sheet as it is written. */
const stampOf = (model: SheetModel): SheetStamp => {
  const known = stamps.get(model.rows);
  if (known !== undefined) return known;
  const userCells = runsOf(model.userCells ?? []);
  const isCovered = coveredBy(model.merges ?? []);
  const stamp = {
    ...codeOfCells(
      model.marker,
      (take) => {
        eachCell(model.rows, (row, column, { value }) => {
          if (value !== null && !isCovered(row, column)) take(row, column, value);
        });
      },
      userCells,
    ),
    userCells,
  };
  stamps.set(model.rows, stamp);
  return stamp;
};

/** Rows do not change; a model is stamped for its footer and again where it is written. */
const stamps = new WeakMap<SheetModel['rows'], SheetStamp>();

/**
 * The code of printed cells, and the sums that find a changed one. The same in every adapter and after another program saved
 * the file: a number counts with the digits that can be printed, never with its format; what says nothing does not count.
 */
export const codeOfCells = (
  marker: string,
  walk: CellWalk,
  userCells: readonly Rectangle[],
): Pick<SheetStamp, 'code' | 'sums'> => {
  const lines = [marker.toLowerCase()];
  let [plain, byRow, byColumn] = [0, 0, 0];
  walk((row, column, value) => {
    const text = canonical(value);
    if (text === undefined || userCells.some((area) => isWithin(area, row, column))) return;
    lines.push(`${row},${column},${text}`);
    const digest = digestOf(text);
    plain = (plain + digest) % prime;
    byRow = (byRow + digest * (row + 1)) % prime;
    byColumn = (byColumn + digest * (column + 1)) % prime;
  });
  return { code: codeText(sha256Hex(lines.join('\n'))), sums: [plain, byRow, byColumn] };
};

/** More digits than any figure is printed with; programs that work out a formula anew may differ in the last of sixteen. */
export const printedDigits = 12;
/** A whole number below this has no more. */
const wholeDigits = 10 ** printedDigits;

const canonical = (given: CellValue): string | undefined => {
  const value = outwardValue(given);
  if (value === null) return undefined;
  if (typeof value === 'number')
    return `n${Number.isInteger(value) && Math.abs(value) < wholeDigits ? value : Number(value.toPrecision(printedDigits))}`;
  if (value instanceof Date) return `d${value.toISOString()}`;
  return `${typeof value === 'string' ? 's' : 'b'}${String(value)}`;
};

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Three times four characters (no I, L, O, U): sixty bits. */
const codeText = (hash: string): string => {
  const digest = BigInt(`0x${hash}`);
  const sign = (place: number): string => alphabet.charAt(Number((digest >> BigInt(place * 5)) & 31n));
  return Array.from({ length: 12 }, (_, place) => `${place === 4 || place === 8 ? '-' : ''}${sign(place)}`).join('');
};

/** Below 2^26, so that a digest times the last row of a sheet is exact. */
const prime = 67_108_859;

const digestOf = (text: string): number => {
  let sum = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) sum = Math.imul(sum ^ text.charCodeAt(place), 0x01000193);
  return ((sum ^ (sum >>> 15)) >>> 0) % prime;
};

/**
 * Where the cells differ: row and column of the one that changed, the row or the column where several of one did; neither
 * where they lie apart, or nothing differs.
 */
export const placeOfChange = (
  before: CellSums,
  now: CellSums,
): { readonly row: number | undefined; readonly column: number | undefined } => {
  const [plain, byRow, byColumn] = before.map((sum, at) => ((now[at] ?? 0) - sum + prime) % prime);
  const inverse = inverseOf(plain ?? 0);
  const place = (sum: number | undefined, most: number): number | undefined => {
    const found = Number((BigInt(sum ?? 0) * inverse) % BigInt(prime)) - 1;
    return found >= 0 && found < most ? found : undefined;
  };
  return { row: place(byRow, 1_048_576), column: place(byColumn, 16_384) };
};

/** By Fermat: the power prime − 2. */
const inverseOf = (number: number): bigint => {
  let [result, base] = [1n, BigInt(number)];
  for (let rest = prime - 2; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * base) % BigInt(prime);
    base = (base * base) % BigInt(prime);
  }
  return result;
};

/** Runs of cells down the columns: a column left to the user is one. */
const runsOf = (cells: readonly { readonly row: number; readonly column: number }[]): readonly Rectangle[] => {
  const runs: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, column } of cells.toSorted((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1);
    if (last?.left === column && last.bottom === row - 1) last.bottom = row;
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  return runs;
};

/** Where a footer takes the code of its sheet; nothing is printed with it ({@link withDocumentCode}). */
export const codePlace = '資料コード ＿';

const codeInFooter = /資料コード (?:＿|[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/;

/** A sheet with the code of its rows in the footer, where that has a place for it or bears another. */
export const withDocumentCode = (model: SheetModel): SheetModel => {
  const { footer = '' } = model.print;
  if (!codeInFooter.test(footer)) return model;
  return {
    ...model,
    print: { ...model.print, footer: footer.replace(codeInFooter, `資料コード ${stampOf(model).code}`) },
  };
};

/** The stamp of a sheet that bears its code; a form to fill in, and what else is the user's to change, has none. */
export const printedStamp = (model: SheetModel): SheetStamp | undefined =>
  codesIn(model.print.footer ?? '').length === 0 ? undefined : stampOf(model);

/** The codes in a printed footer: none in one of an older version, or where the user wrote another. */
export const codesIn = (footer: string): readonly string[] =>
  [...footer.matchAll(/資料コード ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})(?![0-9A-Z-])/g)].flatMap(
    ([, code]) => code ?? [],
  );

/** The stamp as a text of plain signs, which {@link readStamp} reads. */
export const stampText = ({ code, sums, userCells }: SheetStamp): string =>
  [code, sums.map((sum) => sum.toString(36)).join('.'), ...userCells.map(a1Range)].join(' ');

/** Reads {@link stampText}; undefined for anything else. */
export const readStamp = (text: string | undefined): SheetStamp | undefined => {
  const [code = '', sums = '', ...areas] = (text ?? '').split(' ');
  const [plain, byRow, byColumn, ...more] = sums.split('.').map((sum) => Number.parseInt(sum, 36));
  const userCells = areas.flatMap((area) => parseA1(area) ?? []);
  if (!codePattern.test(code) || userCells.length !== areas.length || more.length > 0) return undefined;
  if (![plain, byRow, byColumn].every((sum) => Number.isSafeInteger(sum))) return undefined;
  return { code, sums: [plain ?? 0, byRow ?? 0, byColumn ?? 0], userCells };
};

const codePattern = /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/;
