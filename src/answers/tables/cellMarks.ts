import type { SheetContent } from '../../workbook';

/** What a sheet says about single cells, ready to be asked many times. */
export interface CellMarks {
  /** A1 addresses. */
  readonly uncalculated: ReadonlySet<string>;
  readonly struckThrough: ReadonlySet<string>;
  /** True for a cell of a merged block other than its top-left one. */
  readonly swallowed: (row: number, column: number) => boolean;
}

const made = new WeakMap<SheetContent, CellMarks>();

/** The marks of a sheet, gathered once; a hostile sheet lists millions. */
export const cellMarksOf = (sheet: SheetContent): CellMarks => {
  const known = made.get(sheet);
  if (known !== undefined) return known;
  const columns = new Map<number, readonly Span[]>();
  const marks: CellMarks = {
    uncalculated: new Set(sheet.uncalculated),
    struckThrough: new Set(sheet.struckThrough),
    swallowed: (row, column) => {
      const spans = columns.get(column) ?? swallowedRows(sheet, column);
      columns.set(column, spans);
      return lies(row, spans);
    },
  };
  made.set(sheet, marks);
  return marks;
};

/** Rows of one column, both ends included. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/** The rows of a column that merged blocks swallow, in order, joined where they touch. */
const swallowedRows = (sheet: SheetContent, column: number): readonly Span[] => {
  const spans = sheet.merges
    .filter(({ left, right }) => column >= left && column <= right)
    .map(({ top, left, bottom }): Span => ({ first: column === left ? top + 1 : top, last: bottom }))
    .filter(({ first, last }) => first <= last)
    .sort((one, other) => one.first - other.first);
  const joined: Span[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (before === undefined || span.first > before.last) joined.push(span);
    else joined[joined.length - 1] = { first: before.first, last: Math.max(before.last, span.last) };
  }
  return joined;
};

const lies = (row: number, spans: readonly Span[]): boolean => {
  let [low, high] = [0, spans.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span === undefined) return false;
    if (row < span.first) high = middle - 1;
    else if (row > span.last) low = middle + 1;
    else return true;
  }
  return false;
};
