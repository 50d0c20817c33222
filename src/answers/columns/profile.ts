import { cellAt, type SheetContent } from '../../workbook';
import type { MarkMeanings } from '../marks';
import { readCell, type CellReading } from './cells';
import type { ColumnHeader } from './headerTexts';
import type { HeaderMeaning } from './headerMeaning';

/** A row that asks for an answer: 0-based, with the points of its criterion where they are known. */
export interface AskingRow {
  readonly row: number;
  readonly points: number | undefined;
  /** Its criterion may be answered on another row: a common goal stands under both grants. */
  readonly again?: boolean;
}

/** A column beside the labels: its header, and what its cells say at the rows of the criteria. */
export interface Profile {
  readonly column: number;
  readonly header: ColumnHeader;
  readonly meaning: HeaderMeaning;
  /** One reading for each row asked for, in order. */
  readonly readings: readonly CellReading[];
  readonly counts: ContentCounts;
}

/** How many of a column's cells say what. */
export interface ContentCounts {
  /** Cells that hold something. */
  readonly filled: number;
  /** Marks and words of answers, those that must be asked about too. */
  readonly marks: number;
  readonly yes: number;
  readonly no: number;
  readonly numbers: number;
  /** Numbers that are 0 or the points of their row. */
  readonly fitting: number;
  readonly zeros: number;
  /** Whole numbers below 10, as codes are. */
  readonly digits: number;
}

/** Profiles one column. */
export const profileOf = (
  sheet: SheetContent,
  rows: readonly AskingRow[],
  column: number,
  header: ColumnHeader,
  meaning: HeaderMeaning,
  meanings: MarkMeanings,
): Profile => {
  const readings = rows.map(({ row }) => readCell(sheet, row, column, meanings));
  return { column, header, meaning, readings, counts: countsOf(readings, rows) };
};

/** The same column with other readings. */
export const withReadings = (
  profile: Profile,
  readings: readonly CellReading[],
  rows: readonly AskingRow[],
): Profile => ({ ...profile, readings, counts: countsOf(readings, rows) });

const countsOf = (readings: readonly CellReading[], rows: readonly AskingRow[]): ContentCounts => {
  const counts = { filled: 0, marks: 0, yes: 0, no: 0, numbers: 0, fitting: 0, zeros: 0, digits: 0 };
  for (let at = 0; at < readings.length; at += 1) {
    const reading = readings[at];
    if (reading === undefined || reading.kind === 'blank') continue;
    if (reading.kind === 'swallowed' || reading.kind === 'covered') continue;
    counts.filled += 1;
    if (reading.kind === 'number') {
      const points = rows[at]?.points;
      counts.numbers += 1;
      if (reading.value === 0) counts.zeros += 1;
      if (reading.value === 0 || points === undefined || reading.value === points) counts.fitting += 1;
      if (Number.isInteger(reading.value) && reading.value >= 0 && reading.value < 10) counts.digits += 1;
    } else if (reading.kind !== 'held' || isDoubtfulMark(reading.why)) {
      counts.marks += 1;
      if (reading.kind === 'met') counts.yes += 1;
      if (reading.kind === 'unmet' || reading.kind === 'not-applicable') counts.no += 1;
    }
  }
  return counts;
};

/** What stands for an answer though it cannot be read; prose and dates do not. */
const isDoubtfulMark = (why: Extract<CellReading, { kind: 'held' }>['why']): boolean =>
  why === 'unseen' ||
  why === 'triangle' ||
  why === 'annotated' ||
  why === 'undecided' ||
  why === 'dash' ||
  why === 'cell-error';

/** Nothing stands in the column. */
export const isEmpty = ({ counts }: Profile): boolean => counts.filled === 0;

/** Its cells read as marks, or as 0 and 1. */
export const holdsMarks = ({ counts: { filled, marks, zeros, digits, numbers } }: Profile): boolean =>
  marks > 0 && marks + zeros + Math.min(digits, numbers) - zeros >= filled * mostly;

/** Its cells read as marks, points or codes; believed of a column whose header promises answers. */
export const holdsAnswers = ({ counts: { filled, marks, numbers } }: Profile): boolean =>
  filled > 0 && marks + numbers >= filled / 2;

/** The points of every row, without a single 0: what can be earned, not what was. */
export const areFullMarks = ({ counts: { numbers, fitting, zeros }, readings }: Profile): boolean =>
  zeros === 0 && fitting >= numbers * mostly && numbers >= readings.length * mostly;

/** Its numbers are 0 or the points of their rows, and stand at enough rows. */
export const holdsPoints = (profile: Profile): boolean => {
  const {
    counts: { filled, numbers, fitting, zeros },
    readings,
    meaning,
  } = profile;
  return (
    numbers >= fewestNumbers &&
    !areFullMarks(profile) &&
    numbers >= filled * mostly &&
    fitting >= numbers * mostly &&
    (meaning.kind === 'earned' || (zeros > 0 && zeros < numbers && filled * 2 >= readings.length))
  );
};

/** Nothing but small whole numbers. */
export const holdsCodes = ({ counts: { filled, numbers, digits } }: Profile): boolean =>
  filled > 0 && numbers === filled && digits === numbers;

const mostly = 0.8;
const fewestNumbers = 3;

/** The columns of a sheet that hold anything at these rows, from the left. */
export const columnsInUse = (sheet: SheetContent, rows: readonly AskingRow[], most: number): readonly number[] => {
  const used = new Set<number>();
  for (const { row } of rows) {
    const cells = sheet.grid[row] ?? [];
    for (let column = 0; column < Math.min(cells.length, most); column += 1) {
      if (!used.has(column) && (cellAt(sheet.grid, row, column) ?? '') !== '') used.add(column);
    }
  }
  return [...used].sort((one, other) => one - other);
};
