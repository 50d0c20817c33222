import { foldText } from '../../kernel';
import { criterionIndexOf, type Scheme } from '../../schemes';
import { cellAt, type Grid, type SheetContent } from '../../workbook';
import type { AnswerTable, LabelRole } from './answerTable';

/** The label columns of our answer form, from the left; the answers follow. */
const formColumns = [
  'grant',
  'goal',
  'group',
  'number',
  'indicator',
  'branch',
  'points',
] as const satisfies readonly LabelRole[];

/**
 * The table on a sheet that holds the rows of one without its header, as a person may select them: criterion ids with the
 * marks right of them, or the eight columns of our answer form. Undefined when it is neither.
 */
export const bareTable = (sheet: SheetContent, scheme: Scheme): AnswerTable | undefined => {
  const width = sheet.grid.reduce((most, row) => Math.max(most, row.length), 0);
  const ids = idColumn(sheet.grid, width, scheme);
  if (ids !== undefined) return tableOf(sheet, new Map([['id', ids]]), ids + 1);
  if (width !== formColumns.length + 1) return undefined;
  return tableOf(sheet, new Map(formColumns.map((role, column) => [role, column])), formColumns.length);
};

const idColumn = (grid: Grid, width: number, scheme: Scheme): number | undefined => {
  const { byId } = criterionIndexOf(scheme);
  return Array.from({ length: width }, (_, column) => column).find((column) =>
    grid.some((row) => {
      const value = cellAt([row], 0, column);
      return typeof value === 'string' && byId.has(foldText(value));
    }),
  );
};

const tableOf = (sheet: SheetContent, columns: ReadonlyMap<LabelRole, number>, answers: number): AnswerTable => ({
  sheet,
  firstHeaderRow: -1,
  headerRow: -1,
  lastRow: sheet.grid.length - 1,
  columns,
  // There is no header to point at; nothing is ever said of the header of a lone column without a name.
  answerColumns: [{ column: answers, headerCell: '' }],
  chosenColumn: answers,
  title: { labelledYears: [], mentionedYears: [], texts: [] },
  years: [],
});
