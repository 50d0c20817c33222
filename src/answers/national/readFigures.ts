import { foldText, problem, type Problem } from '../../kernel';
import { a1, cellAt, type CellValue, type SheetContent } from '../../workbook';
import { readNumber } from '../marks';
import type { EntryRow } from './nationalRows';

/** Columns of figures, one figure per entry, NaN where there is none; read row by row, since rows are long. */
export const readFigures = (
  sheet: SheetContent,
  columns: readonly number[],
  entries: readonly EntryRow[],
): ReadonlyMap<number, Float64Array> => {
  const figures = columns.map(() => new Float64Array(entries.length));
  for (let entry = 0; entry < entries.length; entry += 1) {
    const cells = sheet.grid[entries[entry]?.row ?? 0] ?? [];
    for (let at = 0; at < columns.length; at += 1) {
      const cell = cells[columns[at] ?? 0] ?? null;
      const column = figures[at];
      if (column !== undefined) column[entry] = typeof cell === 'number' ? cell : figureOf(cell);
    }
  }
  return new Map(columns.map((column, at) => [column, figures[at] ?? new Float64Array(0)]));
};

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

/** Problems for printed sums that hold something else than a number; `figures` is what was read of the column. */
export const unreadableFigures = (
  sheet: SheetContent,
  column: number,
  entries: readonly EntryRow[],
  figures: Float64Array | undefined,
  header: string,
): readonly Problem[] => {
  if (figures?.some(Number.isNaN) !== true) return [];
  return entries.flatMap(({ row, name }, entry) => {
    const cell = cellAt(sheet.grid, row, column);
    if (!Number.isNaN(figures[entry]) || cell === null || cell === '') return [];
    const found = String(cell instanceof Date ? '日付' : cell);
    return [
      problem(
        'nation-figure-unreadable',
        { sheet: sheet.name, cell: a1(row, column), found },
        { header, municipality: name },
      ),
    ];
  });
};
