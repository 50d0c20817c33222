import { columnsOffered, findTables, headerText, type AnswerTable, type ColumnOffer } from '../../answers';
import { a1, columnName, type WorkbookContent } from '../../workbook';

/** The sheets that hold an answer table, and what a person may choose on each. */
export type Layout = readonly SheetLayout[];

export interface SheetLayout {
  readonly name: string;
  readonly tables: readonly AnswerTable[];
  readonly columns: readonly ColumnChoice[];
}

export interface ColumnChoice extends ColumnOffer {
  /** A, B, … as Excel shows it. */
  readonly letter: string;
}

/** Headers further right are not kept with the workbook: its settings have room for so many. */
const mostColumns = 400;

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
        const header = headerText(value);
        return header === '' ? [] : [`${name}!${a1(headerRow, column)}=${header}`];
      }),
    ),
  );

const columnsOf = (table: AnswerTable | undefined): readonly ColumnChoice[] =>
  table === undefined ? [] : columnsOffered(table).map((offer) => ({ ...offer, letter: columnName(offer.index) }));
