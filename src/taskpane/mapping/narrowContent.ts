import { parseA1, type CellValue, type Grid, type WorkbookContent } from '../../workbook';
import type { Layout, SheetLayout } from './layout';
import type { Mapping, MappedColumn } from './mapping';

/** The header that makes the engine take a column for the answers. */
const answerHeader = '回答';

/**
 * The workbook as the person wants it read: the chosen sheet alone, and on it the chosen column alone as answers.
 * Cells keep their addresses; only headers differ from what stands in Excel.
 */
export const narrowContent = (content: WorkbookContent, layout: Layout, mapping: Mapping): WorkbookContent => {
  const chosen = layout.find(({ name }) => name === mapping.sheet);
  if (chosen === undefined) return content;
  const column = columnNow(chosen, mapping.column);
  return {
    ...content,
    sheets: content.sheets
      // Sheets without a table, such as 設定, are no rivals.
      .filter(({ name }) => name === chosen.name || !layout.some((other) => other.name === name))
      .map((sheet) =>
        column === undefined || sheet.name !== chosen.name
          ? sheet
          : { ...sheet, grid: withAnswersIn(sheet.grid, chosen, column) },
      ),
  };
};

/** Where the chosen column is today: at its place if the header is still there, else wherever that header stands once. */
export const columnNow = ({ columns }: SheetLayout, wanted: MappedColumn | undefined): number | undefined => {
  if (wanted === undefined) return undefined;
  const same = columns.filter(({ header }) => header === wanted.header);
  const [only] = same;
  if (same.some(({ index }) => index === wanted.index)) return wanted.index;
  return same.length === 1 ? only?.index : undefined;
};

const withAnswersIn = (grid: Grid, { tables }: SheetLayout, column: number): Grid => {
  const edits = new Map<number, Map<number, CellValue>>();
  const put = (row: number, at: number, value: CellValue): void => {
    const known = edits.get(row);
    if (known === undefined) edits.set(row, new Map([[at, value]]));
    else known.set(at, value);
  };
  for (const { headerRow, answerColumns } of tables) {
    for (const answer of answerColumns) {
      const place = parseA1(answer.headerCell);
      if (answer.column !== column && place !== undefined) put(place.top, answer.column, null);
    }
    if (!answerColumns.some((answer) => answer.column === column)) put(headerRow, column, answerHeader);
  }
  return grid.map((row, at) => {
    const edited = edits.get(at);
    return edited === undefined
      ? row
      : row.map((value, place) => (edited.has(place) ? (edited.get(place) ?? null) : value));
  });
};
