import { foldText, type Steps } from '../../kernel';
import { problem, type Problem } from '../../problems';
import { a1, cellAt, type CellValue, type SheetContent } from '../../workbook';
import { readGrant } from '../labels';
import { readNumber } from '../numbers';
import type { ColumnLabels } from './columnLabels';
import { rawKey, type AmountColumn } from './nationalTable';
import type { Note } from './fewOfEach';
import type { EntryRow } from './nationalRows';

/** Columns of figures, one figure per entry, NaN where there is none; read row by row, since rows are long. */
export function* readFigures(
  sheet: SheetContent,
  columns: readonly number[],
  entries: readonly EntryRow[],
): Steps<ReadonlyMap<number, Float64Array>> {
  const figures = columns.map(() => new Float64Array(entries.length));
  for (let entry = 0; entry < entries.length; entry += 1) {
    if (entry % rowsAtOnce === 0) yield;
    const cells = sheet.grid[entries[entry]?.row ?? 0] ?? [];
    for (let at = 0; at < columns.length; at += 1) {
      const cell = cells[columns[at] ?? 0] ?? null;
      const column = figures[at];
      if (column !== undefined) column[entry] = typeof cell === 'number' ? cell : figureOf(cell);
    }
  }
  return new Map(columns.map((column, at) => [column, figures[at] ?? new Float64Array(0)]));
}

const rowsAtOnce = 32;

/** The number in a cell, NaN when it is none; 52.8% is 0.528. */
export const figureOf = (cell: CellValue): number => {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : NaN;
  const reading = readNumber(cell);
  if (reading.kind !== 'number') return NaN;
  return reading.unit === '%' ? reading.value / 100 : reading.value;
};

/** 規模区分 1–5, as a number, ⑤ or 区分5; 0 where nothing of the kind stands. */
export const readSizeClasses = (
  sheet: SheetContent,
  column: number | undefined,
  entries: readonly EntryRow[],
): Uint8Array =>
  Uint8Array.from(entries, ({ row }) => {
    const cell = column === undefined ? null : cellAt(sheet.grid, row, column);
    if (typeof cell === 'number') return cell >= 1 && cell <= 5 && Number.isInteger(cell) ? cell : 0;
    if (typeof cell !== 'string') return 0;
    const sign = /^(?:規模)?(?:区分)?([1-5①-⑤])$/.exec(foldText(cell))?.[1];
    return sign === undefined ? 0 : sign >= '①' ? sign.charCodeAt(0) - '①'.charCodeAt(0) + 1 : Number(sign);
  });

/** 過疎: ○ or 1 = 1; blank, × or 0 = 0; anything else 255; all 255 where there is no column. */
export const readDepopulated = (
  sheet: SheetContent,
  column: number | undefined,
  entries: readonly EntryRow[],
): Uint8Array =>
  Uint8Array.from(entries, ({ row }) => {
    if (column === undefined) return 255;
    const cell = cellAt(sheet.grid, row, column);
    if (cell === null || cell === '' || cell === 0 || cell === false) return 0;
    if (cell === 1 || cell === true) return 1;
    const text = typeof cell === 'string' ? foldText(cell) : '';
    if (/^(?:[○〇◯1]|過疎|該当|一部過疎|みなし過疎)$/.test(text)) return 1;
    return /^(?:[×✕-]|0|非該当|非過疎|)$/.test(text) ? 0 : 255;
  });

/** Notes printed sums that hold something else than a number; `figures` is what was read of the column. */
export const noteUnreadable = (
  note: Note,
  sheet: SheetContent,
  { column, header }: { readonly column: number; readonly header: string },
  entries: readonly EntryRow[],
  figures: Float64Array | undefined,
): void => {
  if (figures?.some(Number.isNaN) !== true) return;
  for (const [entry, { row, name }] of entries.entries()) {
    const cell = cellAt(sheet.grid, row, column);
    if (!Number.isNaN(figures[entry]) || cell === null || cell === '') continue;
    const found = String(cell instanceof Date ? '日付' : cell);
    note(() =>
      problem(
        'nation-figure-unreadable',
        { sheet: sheet.name, cell: a1(row, column), found },
        { header, municipality: name },
      ),
    );
  }
};

const words: readonly (readonly [RegExp, AmountColumn['kind']])[] = [
  [/決定額|確定額/, 'final'],
  [/内示額/, 'notice'],
  [/見込額|交付額\(案\)/, 'draft'],
  [/交付額|配分額|基本配分|追加配分|激変緩和|所要見込/, 'other'],
];

/**
 * Reads the columns of money (R6: 交付見込額, 決定額). The unit must be said: 千円 or 円 over the column or anywhere above the
 * data; without it the column is left out, since a factor of a thousand is not guessed.
 */
export const readAmounts = (
  sheet: SheetContent,
  headerBottom: number,
  others: readonly ColumnLabels[],
  entries: readonly EntryRow[],
): { readonly amounts: readonly AmountColumn[]; readonly problems: readonly Problem[] } => {
  const amounts: AmountColumn[] = [];
  const problems: Problem[] = [];
  const titleUnit = unitIn(
    sheet.grid
      .slice(0, headerBottom + 1)
      .flatMap((row) => row.filter((cell) => typeof cell === 'string' && cell.includes('単位')).map(String)),
  );
  for (const { column, texts, grant } of others) {
    const label = texts.join(' ');
    const kind = amountKind(label);
    if (kind === undefined) continue;
    const unit = unitIn(texts) ?? titleUnit;
    if (unit === undefined) {
      problems.push(problem('nation-amount-unit', { sheet: sheet.name, cell: a1(headerBottom, column), found: label }));
      continue;
    }
    const values = entries.map(({ row }) => yenOf(figureOf(cellAt(sheet.grid, row, column)), unit));
    if (values.some((value) => value !== null)) {
      amounts.push({ label, grant: grant ?? readGrant(label) ?? null, kind, values });
    }
  }
  return { amounts, problems };
};

const amountKind = (label: string): AmountColumn['kind'] | undefined =>
  words.find(([pattern]) => pattern.test(label))?.[1];

/** True for a column whose header speaks of money. */
export const mayHoldAmounts = ({ texts }: ColumnLabels): boolean => amountKind(texts.join(' ')) !== undefined;

const unitIn = (texts: readonly string[]): bigint | undefined => {
  const text = texts.join(' ');
  if (text.includes('千円')) return 1000n;
  return text.includes('円') ? 1n : undefined;
};

const yenOf = (value: number, unit: bigint): bigint | null =>
  Number.isSafeInteger(value) ? BigInt(value) * unit : null;

const kana = 'アイウエオカキク';
const figureWords = /指標値|評価値|実績値|^値$|率$|割合|伸び|変化/;

/**
 * Reads the raw figures behind the tiers where the table carries them: columns of numbers under an indicator that is
 * ranked, without a branch of points. Several figures for one measure (numerator, denominator, rate): the rate is taken
 * if just one column calls itself so; else none, and an info line says so.
 */
export function* readRaw(
  sheet: SheetContent,
  others: readonly ColumnLabels[],
  entries: readonly EntryRow[],
): Steps<{ readonly raw: ReadonlyMap<string, Float64Array>; readonly problems: readonly Problem[] }> {
  const candidates = new Map<string, ColumnLabels[]>();
  for (const labels of others) {
    const key = measureOf(labels);
    if (key === undefined || !holdsNumbers(sheet, labels.column, entries)) continue;
    const known = candidates.get(key);
    if (known === undefined) candidates.set(key, [labels]);
    else if (known[0]?.grant === labels.grant) known.push(labels);
  }
  const chosenColumns = new Map<number, string>();
  const problems: Problem[] = [];
  for (const [key, columns] of candidates) {
    const named = columns.filter(({ texts }) => texts.some((text) => figureWords.test(text)));
    const [chosen, ...rivals] = columns.length === 1 ? columns : named;
    if (chosen !== undefined && rivals.length === 0) chosenColumns.set(chosen.column, key);
    else {
      const cell = a1(0, columns[0]?.column ?? 0).replace(/\d+$/, '');
      problems.push(
        problem(
          'nation-raw-ambiguous',
          { sheet: sheet.name, cell: `${cell}列`, found: key },
          { count: columns.length },
        ),
      );
    }
  }
  const figures = yield* readFigures(sheet, [...chosenColumns.keys()], entries);
  const raw = new Map([...figures].map(([column, values]) => [chosenColumns.get(column) ?? '', values] as const));
  return { raw, problems };
}

const measureOf = ({ indicator, branch, sumText }: ColumnLabels): string | undefined => {
  if (indicator === undefined || sumText !== undefined) return undefined;
  if (indicator.rule.kind !== 'tier-top' && indicator.rule.kind !== 'tier-among-doers') return undefined;
  const measures = new Set(indicator.criteria.map(({ measure }) => measure));
  const letter = branch?.length === 1 ? kana.charAt(branch.charCodeAt(0) - 'a'.charCodeAt(0)) : undefined;
  if (branch !== undefined && letter === undefined) return undefined;
  return measures.has(letter) ? rawKey(indicator.id, letter) : undefined;
};

/** True for a column that may hold the figures behind a tier. */
export const mayHoldFigures = (labels: ColumnLabels): boolean => measureOf(labels) !== undefined;

/** Rows looked at to tell figures from marks; a figure nobody of these has cannot be ranked on anyway. */
const sampled = 300;

const holdsNumbers = (sheet: SheetContent, column: number, entries: readonly EntryRow[]): boolean => {
  let numbers = 0;
  for (const { row } of entries.slice(0, sampled)) {
    const cell = cellAt(sheet.grid, row, column);
    if (typeof cell === 'number') numbers += 1;
    else if (cell !== null && cell !== '' && typeof cell === 'string' && /^[○〇◯×]$/.test(cell)) return false;
  }
  return numbers > 0;
};
