import { finished, readFiscalYear, type FiscalYear, type Steps } from '../../kernel';
import { cellAt, type SheetContent, type WorkbookContent } from '../../workbook';
import { holdsDecisions } from '../decisions/readDecisions';
import { answerColumns, earnedColumn } from './answerColumns';
import type { AnswerTable, LabelRole } from './answerTable';
import {
  columnsByContent,
  contentOfColumns,
  countingContent,
  fewestCells,
  type ColumnContent,
  type ContentRole,
} from './contentRoles';
import { headerAt, type Header } from './header';
import { noLabels } from './carriedLabels';
import { noNames, readRow } from './rowLabels';
import { inheritTitle, readTitleBlock, type TitleBlock } from './titleBlock';
import { turned } from './turned';

/** The header of the first table stands in the first 40 rows (rules/design.md#layouts). */
const headerRows = 40;

/**
 * Finds every answer table (layouts 1 and 2 of rules/design.md#layouts): by the words of a header in the first 40 rows,
 * columns in any order; without one by what the cells of its label columns say; else with a municipality in each row.
 */
export const findTables = (content: WorkbookContent): readonly AnswerTable[] => finished(findingTables(content));

/** {@link findTables} in steps. */
export function* findingTables({ sheets }: WorkbookContent): Steps<readonly AnswerTable[]> {
  const found: AnswerTable[] = [];
  for (const sheet of sheets) {
    if (holdsDecisions(sheet)) continue;
    yield;
    const tables = yield* tablesOn(sheet);
    found.push(...tables);
    const sideways = tables.length === 0 && holdsQuestions(sheet) ? turned(sheet) : undefined;
    if (sideways === undefined) continue;
    yield;
    for (const table of yield* tablesOn(sideways)) found.push(withTitleOf(sheet, table));
  }
  return found;
}

/** The title of a list with municipalities in rows stands above its first row of labels. */
const withTitleOf = (sheet: SheetContent, table: AnswerTable): AnswerTable => ({
  ...table,
  title: readTitleBlock(sheet, 0, Math.min(...table.columns.values())),
});

/** A quick look: does any of the first rows name branches, as the header of a list with municipalities in rows does? */
const holdsQuestions = ({ grid }: SheetContent): boolean =>
  grid.slice(0, headerRows).some((row) => {
    const [counts] = contentOfColumns({ grid: row.map((cell) => [cell]) }, 0, row.length - 1);
    return questionRoles.some((role) => (counts?.counts.get(role) ?? 0) >= fewestCells);
  });

const questionRoles = ['branch', 'question', 'id'] as const satisfies readonly ContentRole[];

function* tablesOn(sheet: SheetContent): Steps<readonly AnswerTable[]> {
  const headers = yield* headersOn(sheet);
  const tables: AnswerTable[] = [];
  for (const [place, header] of headers.entries()) {
    const next = headers[place + 1];
    const before = tables.at(-1);
    const own = readTitleBlock(sheet, before === undefined ? 0 : lastCriterionRow(before) + 1, header.firstRow);
    const title = before === undefined ? own : inheritTitle(own, before.title);
    const table = yield* tableAt(sheet, header, next === undefined ? sheet.grid.length - 1 : next.firstRow - 1, title);
    if (table !== undefined) tables.push(table);
  }
  return tables;
}

/** All headers of a sheet from the top; tables stacked on one sheet repeat theirs. */
function* headersOn(sheet: SheetContent): Steps<readonly Header[]> {
  const found: Header[] = [];
  for (let row = 0; row < sheet.grid.length && (found.length > 0 || row < headerRows); row += 1) {
    const header = headerAt(sheet, row);
    if (header === undefined) continue;
    const rival = found.at(-1);
    if (rival === undefined || row > rival.lastRow) found.push(header);
    else if (header.words >= rival.words) found[found.length - 1] = header;
  }
  return found.length > 0 ? found : yield* headerOverContent(sheet);
}

/** Without words of ours: the row above the first label of a branch, a question or an id is the header. */
function* headerOverContent(sheet: SheetContent): Steps<readonly Header[]> {
  const columns = columnsByContent(yield* countingContent(sheet, 0, sheet.grid.length - 1));
  const rows = questionRoles.find((role) => columns.has(role));
  const column = rows === undefined ? undefined : columns.get(rows);
  if (rows === undefined || column === undefined) return [];
  const first = sheet.grid.findIndex((_, row) => (row > headerRows ? true : isOfKind(sheet, row, column, rows)));
  if (first < 0 || first > headerRows) return [];
  return [{ firstRow: first - 1, lastRow: first - 1, columns: new Map(), words: 0 }];
}

const isOfKind = (sheet: SheetContent, row: number, column: number, role: ContentRole): boolean => {
  const [content] = contentOfColumns({ grid: [[cellAt(sheet.grid, row, column)]] }, 0, 0);
  return (content?.counts.get(role) ?? 0) > 0;
};

function* tableAt(
  sheet: SheetContent,
  header: Header,
  lastRow: number,
  title: TitleBlock,
): Steps<AnswerTable | undefined> {
  const contents = yield* countingContent(sheet, header.lastRow + 1, lastRow);
  const columns = columnsOf(header, contents);
  const numbers = columns.get('number');
  const asksByBranch = questionRoles.some((role) => columns.has(role)) || contents.some(holdsBranches);
  if (numbers !== undefined && asksByBranch && countsRows(sheet, header.lastRow, lastRow, numbers)) {
    columns.delete('number');
  }
  if (columns.size === 0) return undefined;
  const earned = earnedColumn(sheet, header);
  return {
    sheet,
    firstHeaderRow: header.firstRow,
    headerRow: header.lastRow,
    lastRow,
    columns,
    answerColumns: answerColumns(sheet, { ...header, columns }),
    ...(earned === undefined ? {} : { earnedColumn: earned }),
    title,
    years: yearsIn(sheet, header.lastRow, lastRow, columns.get('year')),
  };
}

const holdsBranches = ({ counts }: ColumnContent): boolean => (counts.get('branch') ?? 0) >= fewestCells;

/** The roles of the label columns: as the header says, put right and completed by what the cells say. */
const columnsOf = (header: Header, contents: readonly ColumnContent[]): Map<LabelRole, number> => {
  const columns = new Map(header.columns);
  const says = (role: LabelRole, column: number): boolean =>
    (contents[column]?.counts.get(role as ContentRole) ?? 0) > 0;
  for (const [role, column] of columnsByContent(contents)) {
    const claimed = columns.get(role);
    if (claimed === column || (claimed !== undefined && says(role, claimed))) continue;
    const rivals = [...columns].filter(([other, at]) => at === column && other !== role);
    const sharesPlace = isPlace(role) && rivals.every(([other]) => isPlace(other));
    if (!sharesPlace && rivals.some(([other]) => says(other, column))) continue;
    if (!sharesPlace) for (const [other] of rivals) columns.delete(other);
    columns.set(role, column);
  }
  return columns;
};

const isPlace = (role: LabelRole): boolean => role === 'grant' || role === 'goal' || role === 'group';

/** Fewer numbered rows than this may be a few indicators of one branch each. */
const fewestNumbered = 8;

/** True for a running number of rows (1, 2, … 174) under a header like No.: it goes up by one from row to row. */
const countsRows = (sheet: SheetContent, headerRow: number, lastRow: number, column: number): boolean => {
  let steps = 0;
  let numbered = 0;
  let before: number | undefined;
  for (let row = headerRow + 1; row <= lastRow; row += 1) {
    const value = cellAt(sheet.grid, row, column);
    if (typeof value !== 'number') continue;
    if (before !== undefined && value === before + 1) steps += 1;
    numbered += 1;
    before = value;
  }
  return numbered >= fewestNumbered && steps * 5 >= (numbered - 1) * 4;
};

/** The last row that names a criterion or a sum; what follows belongs to the next table's title. */
const lastCriterionRow = (table: AnswerTable): number => {
  const carried = noLabels();
  let last = table.headerRow;
  for (let row = table.headerRow + 1; row <= table.lastRow; row += 1) {
    const reading = readRow(table, noNames, carried, row);
    if (reading.kind === 'sum' || (reading.kind === 'labels' && reading.labels.asks)) last = row;
  }
  return last;
};

const yearsIn = (
  sheet: SheetContent,
  headerRow: number,
  lastRow: number,
  column: number | undefined,
): readonly FiscalYear[] => {
  if (column === undefined) return [];
  const years = new Set<FiscalYear>();
  const seen = new Set<unknown>();
  for (let row = headerRow + 1; row <= lastRow; row += 1) {
    const value = cellAt(sheet.grid, row, column);
    if (value === null || seen.has(value)) continue;
    seen.add(value);
    const year = readFiscalYear(value);
    if (year !== undefined) years.add(year);
  }
  return [...years];
};
