import { addressIn, placeIn } from './tables/turned';
import { foldText, type FiscalYear } from '../kernel';
import { ok, problem, refuse, type Result } from '../problems';
import { cellAt, columnName, type SheetContent, type WorkbookContent } from '../workbook';
import { headerReader, headerText } from './columns/headerTexts';
import { columnsFound } from './columns/readAnswerGroups';
import { readMark, type MarkMeanings } from './marks';
import { firstColumn, type AnswerTable } from './tables/answerTable';
import { findTables } from './tables/findTables';

/** What a person decided about the reading of a workbook; what is absent is found out. */
export interface Choice {
  /** The one sheet whose answers are read, by its exact name. */
  readonly sheet?: string;
  /** The one column that holds the answers, on that sheet or, without one, on every sheet with a table. */
  readonly column?: ChosenColumn;
  /** The year asked for; a workbook of another year is refused. */
  readonly year?: FiscalYear;
  /** What ambiguous marks (◎, レ …) mean in this office. */
  readonly markMeanings?: MarkMeanings;
  /** Whose answers are read: of several the one, or the name of the only one that the workbook does not name. */
  readonly municipality?: string;
  /** Where a name that several municipalities share belongs. */
  readonly prefecture?: string;
}

/** A column by its place, by its header, or by both: then the header finds it again when columns have moved. */
export interface ChosenColumn {
  /** 0-based. */
  readonly index?: number;
  readonly header?: string;
}

/** ◎=○, 2=×, レ=該当: a mark and what it means, as a person writes it; undefined when that is neither yes nor no. */
export const readMarkMeaning = (text: string): readonly [mark: string, meaning: 'met' | 'unmet'] | undefined => {
  const [, mark = '', word = ''] = /^(.+?)\s*[=＝]\s*(.+)$/u.exec(text.trim()) ?? [];
  const { kind } = readMark(word);
  return mark === '' || (kind !== 'met' && kind !== 'unmet') ? undefined : [foldText(mark), kind];
};

/** A column that may be chosen as the answers of a table. */
export interface ColumnOffer {
  /** 0-based. */
  readonly index: number;
  /** In one line; empty when the column has none. */
  readonly header: string;
  /** It is taken for answers when nobody chooses. */
  readonly found: boolean;
}

/** Forms have 9 columns, flat lists 10 and one per municipality. */
const mostColumns = 400;
/** So many rows below the header decide whether a column without header holds anything. */
const lookedAtRows = 20;

/** The workbook without the other sheets that hold answers; sheets such as 設定 are no rivals. Refused without the sheet. */
export const chosenSheets = (content: WorkbookContent, { sheet }: Choice): Result<WorkbookContent> => {
  if (sheet === undefined) return ok(content);
  const unread = content.unread?.find(({ name }) => name === sheet);
  if (unread !== undefined) {
    if (unread.why === 'merges') return refuse(problem('excel-merges-untold', { sheet, cell: unread.cell }));
    const { found, most } = unread;
    return refuse(problem('sheet-too-large', { sheet, found, expected: most.toLocaleString('en-US') }));
  }
  if (!content.sheets.some(({ name }) => name === sheet)) {
    const expected = content.sheets.map(({ name }) => name).join('・');
    return refuse(problem('chosen-sheet-missing', { found: sheet, expected }));
  }
  const holdsAnswers = (one: SheetContent): boolean => findTables({ ...content, sheets: [one] }).length > 0;
  return ok({ ...content, sheets: content.sheets.filter((one) => one.name === sheet || !holdsAnswers(one)) });
};

/** The tables with the chosen column as their only answers. Refused where a sheet has no such column, or several. */
export const chosenColumns = (tables: readonly AnswerTable[], { column }: Choice): Result<readonly AnswerTable[]> => {
  if (column === undefined) return ok(tables);
  // Tables stacked on one sheet have their columns in one line; the first bears the header.
  const places = new Map<string, number>();
  for (const table of tables) {
    if (places.has(table.sheet.name)) continue;
    const offers = columnsOffered(table);
    const place = placeAmong(offers, column);
    if (place === undefined) return refuse(columnMissing(table, offers, column));
    places.set(table.sheet.name, place);
  }
  return ok(tables.map((table) => withAnswersIn(table, places.get(table.sheet.name) ?? firstColumn(table))));
};

const columnMissing = ({ sheet }: AnswerTable, offers: readonly ColumnOffer[], { index, header }: ChosenColumn) =>
  problem('chosen-column-missing', {
    sheet: sheet.name,
    found: header ?? columnName(index ?? 0),
    expected: offers.map((one) => `${columnName(one.index)}（${one.header}）`).join('・'),
  });

/** Where a chosen column is today: at its place if it still bears its header, else wherever that header stands once. */
export const placeAmong = (offers: readonly ColumnOffer[], { index, header }: ChosenColumn): number | undefined => {
  const same = offers.filter((offer) => header === undefined || offer.header === header);
  if (same.some((offer) => offer.index === index)) return index;
  return header !== undefined && same.length === 1 ? same[0]?.index : undefined;
};

/** Every column of a table that is no label of its rows and bears a header or holds something. */
export const columnsOffered = (table: AnswerTable): readonly ColumnOffer[] => {
  const { sheet, headerRow, columns, answerColumns } = table;
  const labels = new Set(columns.values());
  const headers = new Map(answerColumns.map(({ column, headerCell }) => [column, headerAt(sheet, headerCell)]));
  const found = new Set(columnsFound(table));
  const headerOf = headerReader(table, headerRow + 1);
  const width = Math.min(mostColumns, sheet.grid[headerRow]?.length ?? 0);
  return Array.from({ length: width }, (_, index) => index)
    .filter((index) => !labels.has(index))
    .map((index) => ({
      index,
      header: headers.get(index) ?? headerOf(index).shown,
      found: found.has(index),
    }))
    .filter(({ index, header }) => header !== '' || isFilled(table, index));
};

const headerAt = (sheet: SheetContent, cell: string): string => {
  const place = placeIn(sheet, cell);
  return place === undefined ? '' : headerText(cellAt(sheet.grid, place.row, place.column));
};

const isFilled = ({ sheet, headerRow }: AnswerTable, column: number): boolean =>
  sheet.grid.slice(headerRow + 1, headerRow + 1 + lookedAtRows).some((row) => (row[column] ?? null) !== null);

/** A column 得点 that was only taken for want of answers does not bear the sums of those that are chosen. */
const withAnswersIn = (table: AnswerTable, column: number): AnswerTable => {
  const known = table.answerColumns.find((answer) => answer.column === column);
  const { earnedColumn, ...rest } = table;
  const sums = table.answerColumns.every((answer) => answer.column !== earnedColumn);
  return {
    ...(known === undefined && !sums ? rest : table),
    chosenColumn: column,
    answerColumns: [known ?? { column, headerCell: addressIn(table.sheet, table.headerRow, column) }],
  };
};
