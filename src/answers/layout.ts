import { finished, type Steps } from '../kernel';
import { a1, columnName, type WorkbookContent } from '../workbook';
import { columnsOffered, type ColumnOffer } from './choice';
import { headerText } from './columns/headerTexts';
import type { AnswerTable } from './tables/answerTable';
import { findingTables } from './tables/findTables';

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
export const layoutOf = (content: WorkbookContent): Layout => finished(layingOut(content));

/** {@link layoutOf} in steps. */
export function* layingOut(content: WorkbookContent): Steps<Layout> {
  const sheets = new Map<string, AnswerTable[]>();
  for (const table of yield* findingTables(content)) {
    const known = sheets.get(table.sheet.name);
    if (known === undefined) sheets.set(table.sheet.name, [table]);
    else known.push(table);
  }
  return [...sheets].map(([name, tables]) => ({ name, tables, columns: columnsOf(tables[0]) }));
}

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

/** A header cell that is not as it was when the mapping was made. */
export interface HeaderChange {
  /** `回答!H8` */
  readonly place: string;
  readonly before: string;
  readonly now: string;
}

/** What changed between two lists of headers, cell by cell; an absent header is an empty text. */
export const headerChanges = (before: readonly string[], now: readonly string[]): readonly HeaderChange[] => {
  const old = byPlace(before);
  const current = byPlace(now);
  return [...new Set([...old.keys(), ...current.keys()])]
    .map((place) => ({ place, before: old.get(place) ?? '', now: current.get(place) ?? '' }))
    .filter((change) => change.before !== change.now);
};

/** A sheet's name may hold `=`, an address cannot: the place ends at the first `=` after the last `!` before it. */
const byPlace = (headers: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    headers.map((header) => {
      const match = /![A-Z]{1,3}[0-9]{1,7}=/.exec(header);
      const end = match === null ? header.length : match.index + match[0].length - 1;
      return [header.slice(0, end), header.slice(end + 1)];
    }),
  );
