import { findTables, type AnswerTable } from '../../answers';
import { a1, cellAt, columnName, parseA1, type CellValue, type Grid, type WorkbookContent } from '../../workbook';

/** The sheets that hold an answer table, and what a person may choose on each. */
export type Layout = readonly SheetLayout[];

export interface SheetLayout {
  readonly name: string;
  readonly tables: readonly AnswerTable[];
  readonly columns: readonly ColumnChoice[];
}

export interface ColumnChoice {
  readonly index: number;
  /** A, B, … as Excel shows it. */
  readonly letter: string;
  /** Empty when the column has no header. */
  readonly header: string;
  /** The engine takes it for a column of answers. */
  readonly found: boolean;
}

/** A select box longer than this helps nobody; forms have 9 columns, flat lists 10 and one per municipality. */
const mostColumns = 400;
/** So many rows below the header decide whether a column without header holds anything. */
const lookedAtRows = 20;

/** Finds the sheets with answer tables and their columns. */
export const layoutOf = (content: WorkbookContent): Layout => {
  const sheets = new Map<string, AnswerTable[]>();
  for (const table of findTables(content)) {
    const known = sheets.get(table.sheet.name);
    if (known === undefined) sheets.set(table.sheet.name, [table]);
    else known.push(table);
  }
  return [...sheets].map(([name, tables]) => ({ name, tables, columns: columnsOf(tables[0]) }));
};

/** Every header cell as `回答!H8=回答`: two workbooks with equal headers are read alike. */
export const headersOf = (layout: Layout): readonly string[] =>
  layout.flatMap(({ name, tables }) =>
    tables.flatMap(({ sheet, headerRow }) =>
      (sheet.grid[headerRow] ?? []).slice(0, mostColumns).flatMap((value, column) => {
        const header = textOf(value);
        return header === '' ? [] : [`${name}!${a1(headerRow, column)}=${header}`];
      }),
    ),
  );

const columnsOf = (table: AnswerTable | undefined): readonly ColumnChoice[] => {
  if (table === undefined) return [];
  const { sheet, headerRow, columns, answerColumns } = table;
  const labels = new Set(columns.values());
  const answers = new Map(
    answerColumns.map(({ column, headerCell }) => [column, headerTextAt(sheet.grid, headerCell)]),
  );
  const width = Math.min(mostColumns, sheet.grid[headerRow]?.length ?? 0);
  return Array.from({ length: width }, (_, index) => index)
    .filter((index) => !labels.has(index))
    .map((index) => ({
      index,
      letter: columnName(index),
      header: answers.get(index) ?? textOf(cellAt(sheet.grid, headerRow, index)),
      found: answers.has(index),
    }))
    .filter(({ index, header }) => header !== '' || isFilled(table, index));
};

const headerTextAt = (grid: Grid, cell: string): string => {
  const place = parseA1(cell);
  return place === undefined ? '' : textOf(cellAt(grid, place.top, place.left));
};

const isFilled = ({ sheet, headerRow }: AnswerTable, column: number): boolean =>
  sheet.grid.slice(headerRow + 1, headerRow + 1 + lookedAtRows).some((row) => (row[column] ?? null) !== null);

const textOf = (value: CellValue): string => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '');
