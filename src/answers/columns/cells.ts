import type { Asked } from '../../problems';
import type { IndexedCriterion } from '../../schemes';
import { rawText } from '../decisions/decision';
import { addressIn } from '../tables/turned';
import { a1, cellAt, type SheetContent } from '../../workbook';
import { readMark, textOf, type MarkMeanings, type MarkReading } from '../marks';

/** A cell that has been read, but not yet held against its criterion and its column. */
export type CellReading =
  MarkReading | { readonly kind: 'uncalculated' } | { readonly kind: 'swallowed' } | { readonly kind: 'covered' };

/** Reads one cell; an empty one may hide a formula without a result, or lie inside a merged block. */
export const readCell = (sheet: SheetContent, row: number, column: number, meanings: MarkMeanings): CellReading => {
  const cell = cellAt(sheet.grid, row, column);
  if (cell === null || cell === '') {
    const marks = cellMarksOf(sheet);
    if (marks.uncalculated.size > 0 && marks.uncalculated.has(a1(row, column))) return uncalculated;
    if (marks.coveredValues.size > 0 && marks.coveredValues.has(a1(row, column))) return covered;
    if (marks.swallowed(row, column)) return swallowed;
  } else if (sheet.unseenValues !== undefined && cellMarksOf(sheet).unseenValues.has(a1(row, column))) {
    return { kind: 'held', why: 'unseen', text: textOf(cell) };
  }
  return readMark(cell, meanings);
};

const uncalculated: CellReading = { kind: 'uncalculated' };
const swallowed: CellReading = { kind: 'swallowed' };
const covered: CellReading = { kind: 'covered' };

/** True for a cell whose text is struck through. */
export const isStruckThrough = (sheet: SheetContent, row: number, column: number): boolean => {
  const { struckThrough } = cellMarksOf(sheet);
  return struckThrough.size > 0 && struckThrough.has(a1(row, column));
};

/** A cell of a sheet; its address and text are put into words only when somebody asks, which is rarely. */
export interface AnswerPlace {
  readonly sheet: SheetContent;
  readonly row: number;
  readonly column: number;
}

/** Sheet name and A1 address. */
export const cellOfPlace = ({
  sheet,
  row,
  column,
}: AnswerPlace): { readonly sheet: string; readonly cell: string } => ({
  sheet: sheet.name,
  cell: addressIn(sheet, row, column),
});

/** What stands there, as a person would read it out. */
export const textOfPlace = ({ sheet, row, column }: AnswerPlace): string => textOf(cellAt(sheet.grid, row, column));

/** The same whole, as a decision remembers it. */
export const rawTextOfPlace = ({ sheet, row, column }: AnswerPlace): string => rawText(cellAt(sheet.grid, row, column));

/** Of more cells than these nobody decides one by one; a hostile table has millions. */
const mostAsked = 5000;
const tooMany: Asked = { by: 'reading', cells: [] };

/** What a problem asks of these answers, cell by cell. */
export const askedOf = (
  by: Asked['by'],
  answers: readonly (AnswerPlace & { readonly criterion: IndexedCriterion })[],
): Asked =>
  answers.length > mostAsked
    ? tooMany
    : {
        by,
        cells: answers.map(({ criterion: { criterion }, ...place }) => ({
          ...cellOfPlace(place),
          text: rawTextOfPlace(place),
          criterion: criterion.id,
        })),
      };

/** What two tables ask of, each as a part of its own. */
export const askedTogether = (one: Asked, other: Asked): Asked => {
  if (one.cells.length + other.cells.length > mostAsked || [one, other].includes(tooMany)) return tooMany;
  const part = (one.cells.at(-1)?.part ?? 0) + 1;
  return { ...one, cells: [...one.cells, ...other.cells.map((cell) => ({ ...cell, part }))] };
};

/** What a sheet says about single cells, ready to be asked many times. */
interface CellMarks {
  /** A1 addresses. */
  readonly uncalculated: ReadonlySet<string>;
  readonly struckThrough: ReadonlySet<string>;
  readonly coveredValues: ReadonlySet<string>;
  readonly unseenValues: ReadonlySet<string>;
  /** True for a cell of a merged block other than its top-left one. */
  readonly swallowed: (row: number, column: number) => boolean;
}

const made = new WeakMap<SheetContent, CellMarks>();

/** The marks of a sheet, gathered once; a hostile sheet lists millions. */
const cellMarksOf = (sheet: SheetContent): CellMarks => {
  const known = made.get(sheet);
  if (known !== undefined) return known;
  const columns = new Map<number, readonly Span[]>();
  const marks: CellMarks = {
    uncalculated: new Set(sheet.uncalculated),
    struckThrough: new Set(sheet.struckThrough),
    coveredValues: new Set(sheet.coveredValues),
    unseenValues: new Set(sheet.unseenValues),
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
