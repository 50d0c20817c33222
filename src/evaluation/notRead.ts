import { problem, type Problem } from '../problems';
import type { WorkbookContent } from '../workbook';

/** The sheets that could not be read, each by its name. */
export const unreadSheets = (unread: WorkbookContent['unread']): readonly Problem[] =>
  (unread ?? []).map((sheet) =>
    sheet.why === 'merges'
      ? problem('excel-merges-untold', { sheet: sheet.name, cell: sheet.cell })
      : problem(
          'sheet-not-read',
          { found: sheet.name, expected: sheet.most.toLocaleString('en-US') },
          { size: sheet.found },
        ),
  );

/** One problem for all cells of a sheet of which the same is to be said. */
export const cellsTold = (
  name: 'covered-values' | 'unseen-values' | 'doubled-cells',
  sheet: string,
  cells: readonly string[],
): readonly Problem[] => {
  const [cell] = cells;
  if (cell === undefined) return [];
  return [problem(name, { sheet, cell, found: cells.slice(0, mostNamed).join('・') }, { count: cells.length })];
};

const mostNamed = 5;
