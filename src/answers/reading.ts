import { groupedBy, type FiscalYear } from '../kernel';
import { columnName, type SheetContent } from '../workbook';
import type { AnswerGroups, ColumnReading, ColumnRole, RoleName } from './columns/readAnswerGroups';
import { headerReader } from './columns/headerTexts';
import type { TablesOfYear } from './sheets/decideYear';
import type { AnswerTable, LabelRole } from './tables/answerTable';
import type { TableRows } from './tables/tableRows';
import { isTurned } from './tables/turned';

/** How one workbook was read: what every sheet, row and column was taken for, and what decided the year. */
export interface Reading {
  /** The file, where several are in hand. */
  readonly file?: string;
  readonly year: FiscalYear;
  /** What decided the year: a person, what is written, or that the rows fit no other year. */
  readonly because: TablesOfYear['because'];
  /** Every sheet that we did not write, in the order of the tabs. */
  readonly sheets: readonly SheetReading[];
  /** Municipalities whose answers stand there and were not read, since another was chosen. */
  readonly leftOut: readonly string[];
}

/** What a sheet was taken for. */
export type SheetUse =
  'answers' | 'national' | 'example' | 'old' | 'result' | 'other-year' | 'not-chosen' | 'settings' | 'no-answers';

/** One sheet; `rows` and `columns` only of one whose answers were read. */
export interface SheetReading {
  readonly sheet: string;
  readonly use: SheetUse;
  /** The year of a sheet that answers for another than the workbook, where it is known. */
  readonly year?: FiscalYear;
  readonly rows?: RowsRead;
  readonly columns: readonly ColumnUse[];
}

/** The rows of the tables of a sheet; of one with a municipality in each row, its columns. */
export interface RowsRead {
  /** Rows and columns were exchanged for reading: what is called a row here is a column of the sheet, and the reverse. */
  readonly turned: boolean;
  /** 0-based header rows, one for each table that has one. */
  readonly headers: readonly number[];
  /** How many rows were read as criteria. */
  readonly used: number;
  /** How many hold sums, which are compared with ours. */
  readonly sums: number;
  /** 0-based rows that ask for an answer and are no criterion of the year. */
  readonly unused: readonly number[];
}

/** What a column was taken for: a label of the rows, answers, or something beside them. */
export interface ColumnUse extends Omit<ColumnRole, 'role'> {
  readonly role: RoleName | LabelRole;
  /** Whose answers it holds, where its header says so. */
  readonly municipality?: string;
}

/** A row as the sheet names it: its number, or the letter of a column where rows and columns were exchanged. */
export const rowPlace = (rows: Pick<RowsRead, 'turned'> | undefined, row: number): string =>
  rows?.turned === true ? columnName(row) : String(row + 1);

/** A column as the sheet names it: its letter, or the number of a row where rows and columns were exchanged. */
export const columnPlace = (rows: Pick<RowsRead, 'turned'> | undefined, column: number): string =>
  rows?.turned === true ? String(column + 1) : columnName(column);

/** What was taken from one table. */
export interface TableReading {
  readonly table: AnswerTable;
  readonly rows: TableRows;
  readonly groups: AnswerGroups;
}

/** The sheets whose answers were read, each with all its tables. */
export const sheetsRead = (tables: readonly TableReading[]): readonly SheetReading[] =>
  [...groupedBy(tables, ({ table }) => table.sheet.name)].map(([sheet, own]) => ({
    sheet,
    use: 'answers',
    rows: {
      turned: own.some(({ table }) => isTurned(table.sheet)),
      headers: own.flatMap(({ table: { headerRow } }) => (headerRow < 0 ? [] : [headerRow])),
      used: sumOf(own, ({ rows }) => rows.criteria.length),
      sums: sumOf(own, ({ rows }) => rows.sums.length),
      unused: own.flatMap(({ rows }) => rows.strangers),
    },
    columns: eachOnce(own.flatMap(columnsOf)),
  }));

const sumOf = (tables: readonly TableReading[], count: (one: TableReading) => number): number =>
  tables.reduce((sum, one) => sum + count(one), 0);

const columnsOf = ({ table, rows, groups }: TableReading): readonly ColumnUse[] => {
  const headerOf = headerReader(table, rows.criteria[0]?.row ?? table.headerRow + 1);
  const labels = [...table.columns].map(([role, column]) => ({ column, header: headerOf(column).shown, role }));
  return [...labels, ...groups.groups.flatMap(rolesIn), ...groups.aside].sort(
    (one, other) => one.column - other.column,
  );
};

const rolesIn = ({ roles, owner: { municipality } }: ColumnReading): readonly ColumnUse[] =>
  municipality === undefined ? roles : roles.map((role) => ({ ...role, municipality: municipality.name }));

/** Tables stacked on one sheet have their columns in common. */
const eachOnce = (columns: readonly ColumnUse[]): readonly ColumnUse[] => [
  ...new Map(columns.map((one) => [`${one.column} ${one.role} ${one.municipality ?? ''}`, one])).values(),
];

/** What is known of the sheets of a workbook beside those that were read. */
interface SheetsKnown {
  readonly read: readonly SheetReading[];
  /** Example and old versions, by name; `answers` for those that were not read all the same hold nothing of the year. */
  readonly roles: ReadonlyMap<string, SheetUse>;
  readonly others: TablesOfYear['others'];
}

/** Every sheet of a workbook, in its order; `useOf` tells of those that no table stands on. */
export const sheetsOf = (
  sheets: readonly Pick<SheetContent, 'name'>[],
  { read, roles, others }: SheetsKnown,
  useOf: (name: string) => SheetUse,
): readonly SheetReading[] => {
  const known = new Map(read.map((one) => [one.sheet, one]));
  const ofOtherYears = new Map(others.map((one) => [one.sheet, one.year]));
  return sheets.map(({ name }): SheetReading => {
    const one = known.get(name);
    if (one !== undefined) return one;
    const year = ofOtherYears.get(name);
    if (ofOtherYears.has(name)) {
      return { sheet: name, use: 'other-year', columns: [], ...(year === undefined ? {} : { year }) };
    }
    const role = roles.get(name);
    return { sheet: name, use: role === undefined || role === 'answers' ? useOf(name) : role, columns: [] };
  });
};
