import { nationalColumns, type SheetReading } from '../answers';
import { finished } from '../kernel';
import {
  cellAt,
  type CellValue,
  type CountedCells,
  type Rectangle,
  type SheetContent,
  type WorkbookContent,
} from '../workbook';
import type { Results } from './results';

/** Columns beside the answers that no result rests on. */
const idle: ReadonlySet<string> = new Set(['note', 'figure', 'unused']);

/**
 * The cells that the results of a workbook rest on, as they were read: of a sheet of answers what stands over them and the
 * columns that were used, of a national table its columns, of anything else that was read all. One row and one column more
 * than there were, so that new ones are seen.
 */
export const countedCells = (
  { sheets }: WorkbookContent,
  { reading }: Pick<Results, 'reading'>,
): readonly CountedCells[] =>
  sheets.flatMap((sheet) => {
    const uses = reading.flatMap((one) => one.sheets.filter((used) => used.sheet === sheet.name));
    const used = uses.find(({ use }) => use === 'answers' || use === 'national' || use === 'settings');
    // Where only facts were told, no sheet is said to have been read.
    if (used === undefined && uses.length > 0) return [];
    return areasOf(sheet, used).map((area) => cellsIn(sheet, area));
  });

const areasOf = (sheet: SheetContent, used: SheetReading | undefined): readonly Rectangle[] => {
  const whole = {
    top: 0,
    left: 0,
    bottom: Math.min(sheet.grid.length, lastRow),
    right: Math.min(
      sheet.grid.reduce((most, row) => Math.max(most, row.length), 0),
      lastColumn,
    ),
  };
  if (used?.use === 'national') {
    const columns = finished(nationalColumns()(sheet));
    return columns === undefined ? [whole] : runsOf([...columns]).map((run) => ({ ...whole, ...run }));
  }
  const headers = used?.rows?.headers ?? [];
  if (used?.use !== 'answers' || headers.length === 0 || used.rows?.turned === true) return [whole];
  const head = Math.min(...headers);
  const columns = used.columns.filter(({ role }) => !idle.has(role)).map(({ column }) => column);
  return [{ ...whole, bottom: head }, ...runsOf(columns).map((run) => ({ ...whole, ...run, top: head + 1 }))];
};

/** The last row and column of a sheet. */
const [lastRow, lastColumn] = [1_048_575, 16_383];

/** Columns side by side, each once. */
const runsOf = (columns: readonly number[]): readonly Pick<Rectangle, 'left' | 'right'>[] => {
  const runs: { left: number; right: number }[] = [];
  for (const column of [...new Set(columns)].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last?.right === column - 1) last.right = column;
    else runs.push({ left: column, right: column });
  }
  return runs;
};

const cellsIn = ({ name, grid, merges }: SheetContent, area: Rectangle): CountedCells => {
  const { top, left, bottom, right } = area;
  const values = Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, across): CellValue | undefined =>
      cellAt(grid, top + down, left + across),
    ),
  );
  // Under a merged block nothing is read, and something may stand.
  for (const merge of merges) {
    for (let row = Math.max(merge.top, top); row <= Math.min(merge.bottom, bottom); row += 1) {
      const line = values[row - top] ?? [];
      for (let column = Math.max(merge.left, left); column <= Math.min(merge.right, right); column += 1) {
        if (row !== merge.top || column !== merge.left) line[column - left] = undefined;
      }
    }
  }
  return { sheet: name, area, values };
};
