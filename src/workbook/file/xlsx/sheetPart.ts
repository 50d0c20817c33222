import { finished, type Steps } from '../../../kernel';
import { details } from '../details';
import { a1, coveredKey, headRows, type CellValue, type ColumnChooser, type Rectangle, type SheetContent } from '../..';
import type { BytesPassed } from '../bytesPassed';
import { FileFault, limits } from '../fault';
import { digitsAt } from './cellBytes';
import { settleCell } from './cellValue';
import { cellReader, formulaIn, nextCell, outOfBounds, type CellContext } from './sheetCell';
import { beginRow, endRow, endRows, putCell, sheetRows, type Budget, type SheetRows } from './sheetRows';
import { mergesIn, wantedColumns, type WantedColumns } from './wantedColumns';
import {
  attributeOf,
  damaged,
  isElement,
  isFlag,
  isOpening,
  nextTag,
  openXml,
  skipElement,
  type XmlCursor,
} from '../xml/cursor';

/** What one worksheet part says by itself. */
export interface SheetPart extends Omit<SheetContent, 'name' | 'visibility' | 'drawings' | 'coveredValues'> {
  /** Rows end at their last value; what is covered is still in it. */
  readonly grid: CellValue[][];
  /** Formulas hold results. */
  readonly calculated: boolean;
}

export interface SheetSource extends CellContext {
  readonly bytes: Uint8Array;
  readonly part: string;
  readonly sheet: string;
  /** What it may cost; what it did is taken off. */
  readonly budget: Budget;
  /** Asked when the first rows have been read. */
  readonly wanted?: ColumnChooser;
  readonly withFormulas?: true;
  readonly passed?: BytesPassed | undefined;
}

/**
 * Reads a worksheet part in one walk over its bytes, which applies every limit and yields the cells. Throws
 * {@link FileFault} for damage and beyond the limits; a sheet whose cells are out of order is walked twice.
 */
export function* readingSheetPart(source: SheetSource): Steps<SheetPart> {
  const { wanted, ...whole } = source;
  const quick = (yield* walk(source, false)) ?? (wanted === undefined ? undefined : yield* walk(whole, false));
  const read = quick ?? (yield* walk(whole, true));
  if (read === undefined) throw new Error('readingSheetPart: the careful reading stopped');
  return read;
}

/**
 * Undefined when a row or cell comes that may have been told before, unless it is looked out for, and when columns were
 * left out that should not have been.
 */
function* walk(source: SheetSource, careful: boolean): Steps<SheetPart | undefined> {
  const { bytes, part, sheet, budget } = source;
  const cursor = openXml(bytes, part, sheet);
  nextTag(cursor);
  if (!isElement(cursor, 'worksheet')) throw damaged(cursor);
  const rows = sheetRows(sheet, budget, careful);
  const known: Known = {
    uncalculated: [],
    struckThrough: [],
    unseenValues: [],
    hiddenRows: new Set(),
    calculated: false,
    ...(source.withFormulas === undefined ? {} : { formulas: new Map<string, string>() }),
  };
  const hiddenColumns = new Set<number>();
  const merges: Rectangle[] = [];
  const columns: Columns = {};
  let [hasData, filtered, isProtected] = [false, false, false];
  if (isOpening(cursor)) {
    while (nextTag(cursor) && cursor.depth > 0) {
      if (isElement(cursor, 'sheetData')) {
        if (hasData) throw damaged(cursor);
        hasData = true;
        if (!(yield* readRows(cursor, source, rows, known, columns))) return undefined;
      } else if (isElement(cursor, 'cols')) {
        readColumns(cursor, hiddenColumns);
      } else if (isElement(cursor, 'mergeCells')) {
        for (const merge of mergesIn(cursor)) merges.push(merge);
      } else if (isElement(cursor, 'autoFilter')) {
        forChildren(cursor, 'filterColumn', () => {
          filtered = true;
        });
      } else {
        if (isElement(cursor, 'sheetProtection')) isProtected = isFlag(attributeOf(cursor, 'sheet'));
        skipElement(cursor);
      }
    }
  }
  // Nothing may stand behind the root.
  nextTag(cursor);
  if (columns.wanted?.holds(merges) === false) return undefined;
  const { grid, doubled } = endRows(rows);
  return {
    grid,
    merges,
    ...known,
    hiddenColumns,
    filtered,
    protected: isProtected,
    ...(doubled.length === 0 ? {} : { doubled }),
  };
}

/** Goes through the elements of that name right within the one whose tag was read last. */
const forChildren = (cursor: XmlCursor, name: string, read: () => void): void => {
  if (!isOpening(cursor)) return;
  const { depth } = cursor;
  while (nextTag(cursor) && cursor.depth > depth) {
    if (isElement(cursor, name)) read();
    skipElement(cursor);
  }
};

/** The columns that are hidden; settings laid over each other thousands of times are refused. */
const readColumns = (cursor: XmlCursor, hidden: Set<number>): void => {
  let spans = 0;
  forChildren(cursor, 'col', () => {
    const [first, last] = ['min', 'max'].map((name) => Number(attributeOf(cursor, name)));
    const from = first !== undefined && first >= 1 ? Math.trunc(first) : 1;
    const to = last !== undefined && last >= 1 ? Math.min(Math.trunc(last), limits.columns) : 0;
    spans += Math.max(0, to - from + 1);
    if (spans > 2 * limits.columns)
      throw new FileFault('file-suspicious', details.columns, { sheet: cursor.sheet ?? '' });
    if (isFlag(attributeOf(cursor, 'hidden')) || isNone(attributeOf(cursor, 'width'), leastWidth))
      for (let column = from; column <= to; column += 1) hidden.add(column - 1);
  });
};

/** A row in points, a column in digits, below which nothing of a cell is left on the screen. */
const [leastHeight, leastWidth] = [1, 0.1];

const isNone = (size: string | undefined, least: number): boolean => size !== undefined && Number(size) < least;

/** Which columns are read; all as long as nobody was asked. */
interface Columns {
  wanted?: WantedColumns | undefined;
}

interface Known {
  calculated: boolean;
  readonly unseenValues: string[];
  readonly uncalculated: string[];
  readonly struckThrough: string[];
  readonly hiddenRows: Set<number>;
  readonly formulas?: Map<string, string>;
}

/** False when a row or cell may have been told before. */
function* readRows(
  cursor: XmlCursor,
  source: SheetSource,
  rows: SheetRows,
  known: Known,
  columns: Columns,
): Steps<boolean> {
  if (!isOpening(cursor)) return true;
  const reading: RowsReading = {
    source,
    rows,
    known,
    columns,
    reader: cellReader(cursor, source),
    row: -1,
    asked: source.wanted === undefined,
  };
  const { depth } = cursor;
  for (let count = 1; nextTag(cursor) && cursor.depth > depth; count += 1) {
    if (count % rowsOfStep === 0) {
      source.passed?.('walked', source.part, cursor.place);
      yield;
    }
    if (!isElement(cursor, 'row')) {
      skipElement(cursor);
      continue;
    }
    if (!reading.asked && rowNumber(cursor) >= headRows) yield* askColumns(reading);
    if (!readRow(cursor, reading)) return false;
  }
  return true;
}

/** Even rows of 1,600 cells are read in a few milliseconds. */
const rowsOfStep = 16;

interface RowsReading {
  readonly source: SheetSource;
  readonly rows: SheetRows;
  readonly known: Known;
  readonly columns: Columns;
  readonly reader: ReturnType<typeof cellReader>;
  /** The row that was read last. */
  row: number;
  asked: boolean;
}

/** Asks once for the columns, when the head has been read. */
function* askColumns(reading: RowsReading): Steps<void> {
  const { source, rows, columns } = reading;
  if (reading.asked || source.wanted === undefined) return;
  reading.asked = true;
  columns.wanted = yield* wantedColumns(source.wanted, source, rows.grid);
}

/** False when the row or one of its cells may have been told before. */
const readRow = (cursor: XmlCursor, reading: RowsReading): boolean => {
  const { source, rows, known, columns, reader } = reading;
  const { cell } = reader;
  const told = rowNumber(cursor);
  let row = told < 0 ? reading.row + 1 : told;
  reading.row = row;
  const hidden = isFlag(attributeOf(cursor, 'hidden')) || isNone(attributeOf(cursor, 'ht'), leastHeight);
  if (hidden && row < limits.rows) known.hiddenRows.add(row);
  if (!isOpening(cursor)) return true;
  let column = -1;
  let begun = false;
  while (nextCell(reader)) {
    if (cell.row >= 0) {
      if (cell.row !== row && (told >= 0 || begun)) throw damaged(cursor);
      row = cell.row;
      column = cell.column;
    } else column += 1;
    if (row >= limits.rows || column >= limits.columns) throw outOfBounds(cursor);
    if (!begun) {
      // A row that bears no number of its own.
      if (row >= headRows) finished(askColumns(reading));
      if (!beginRow(rows, row)) return false;
      begun = true;
    }
    if (columns.wanted?.has(column) === false) {
      if (!putCell(rows, column, null)) return false;
      continue;
    }
    settleCell(reader);
    if (!putCell(rows, column, cell.value)) return false;
    if (reader.hasFormula) known.formulas?.set(coveredKey(row, column), formulaIn(reader));
    if (cell.uncalculated) known.uncalculated.push(a1(row, column));
    if (cell.unseen) known.unseenValues.push(a1(row, column));
    if (cell.calculated) known.calculated = true;
    if (cell.struck) known.struckThrough.push(a1(row, column));
    if (known.uncalculated.length > limits.cells) {
      throw new FileFault('sheet-too-large', source.sheet, { sheet: source.sheet, found: a1(row, column) });
    }
  }
  reading.row = row;
  if (begun) endRow(rows);
  return true;
};

/** 0-based; −1 when the row bears no number. */
const rowNumber = (cursor: XmlCursor): number => {
  const { attributes, bytes } = cursor;
  for (let at = 0; at < 4 * cursor.attributeCount; at += 4) {
    const nameStart = attributes[at] ?? 0;
    if (bytes[nameStart] !== 0x72 || (attributes[at + 1] ?? 0) - nameStart !== 1) continue;
    const row = digitsAt(bytes, attributes[at + 2] ?? 0, attributes[at + 3] ?? 0);
    if (row < 1) throw outOfBounds(cursor);
    return row - 1;
  }
  return -1;
};
