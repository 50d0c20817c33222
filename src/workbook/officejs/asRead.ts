import { problem, type Problem } from '../../problems';
import { a1, sameValue, type CellValue, type CountedCells, type RunOptions } from '..';
import { readBlocks } from './blocks';
import { cellValue, dateOfSerial } from './cells';
import { cellCount, rangeOf } from './survey';

/** So many cells travel with a question that is asked anyway; more are read for themselves before. */
const alongsideCells = 20_000;

/**
 * Asks whether the cells still hold what was read: changes by co-authors, and those no event tells of (drop-downs on the
 * web, Text to Columns, recalculation: office-js #3888, #3729), are seen in the cells alone. The answer is there when the
 * next round trip is back.
 */
export const askAgain = async (
  context: Excel.RequestContext,
  counted: readonly CountedCells[],
  options: RunOptions,
): Promise<() => Problem | undefined> => {
  const sheetOf = ({ sheet }: CountedCells): Excel.Worksheet => context.workbook.worksheets.getItem(sheet);
  if (counted.reduce((sum, { area }) => sum + cellCount(area), 0) > alongsideCells) {
    const asked = counted.map((cells) => ({ cells, sheet: sheetOf(cells), area: cells.area }));
    const blocks = await readBlocks(context, asked, options, { withFormulas: false });
    return () =>
      changesIn(
        blocks.flatMap(({ sheet, area, values }) => {
          const cells = asked.find((one) => one.sheet === sheet)?.cells;
          return cells === undefined ? [] : [{ cells, top: area.top, now: values }];
        }),
      );
  }
  const asked = counted.map((cells) => {
    const range = rangeOf(sheetOf(cells), cells.area);
    range.load('values');
    return { cells, range };
  });
  return () => changesIn(asked.map(({ cells, range }) => ({ cells, top: cells.area.top, now: range.values })));
};

/** Rows of counted cells as they are now, from the sheet's row `top` on. */
interface ReadAgain {
  readonly cells: CountedCells;
  readonly top: number;
  readonly now: readonly (readonly unknown[])[];
}

const changesIn = (read: readonly ReadAgain[]): Problem | undefined => {
  let [count, first]: [number, { readonly sheet: string; readonly cell: string } | undefined] = [0, undefined];
  for (const { cells, top, now } of read) {
    for (const [down, row] of now.entries()) {
      for (const [across, value] of row.entries()) {
        if (stillHolds(cells.values[top - cells.area.top + down]?.[across], value)) continue;
        count += 1;
        first ??= { sheet: cells.sheet, cell: a1(top + down, cells.area.left + across) };
      }
    }
  }
  return first && problem('excel-answers-changed', first, { cells: count });
};

/** A day is compared by its number: its format is not read again. */
const stillHolds = (before: CellValue | undefined, now: unknown): boolean => {
  if (before === undefined) return true;
  const value = cellValue(now, false);
  return sameValue(
    before,
    before instanceof Date && typeof value === 'number' ? (dateOfSerial(value) ?? value) : value,
  );
};
