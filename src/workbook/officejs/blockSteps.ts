import type { Rectangle } from '..';
import type { CellInput } from './cellInput';
import { bytesPerAction, wireBytes, type WriteStep } from './writeStep';

/** At most this many bytes of cells in one step. */
const bytesPerStep = 1_000_000;
/** The library splits a write of more cells than this into rows, each a few actions (office-js: setRangePropertiesInBulk). */
const cellsPerAction = 1500;

/** Steps that write rows of values or of number formats from `area`'s first cell on, cut where they grow too large. */
export const blockSteps = (
  sheet: () => Excel.Worksheet,
  area: Rectangle,
  what: 'values' | 'numberFormat',
  rows: readonly (readonly CellInput[])[],
): readonly WriteStep[] => {
  const steps: WriteStep[] = [];
  const width = area.right - area.left + 1;
  let from = 0;
  let bytes = 0;
  const flush = (to: number): void => {
    if (to === from) return;
    const [first, piece] = [area.top + from, rows.slice(from, to).map((row) => [...row])];
    const actions = Math.ceil((piece.length * width) / cellsPerAction) * 6;
    steps.push({
      bytes: bytes + actions * bytesPerAction,
      queue: () => {
        sheet().getRangeByIndexes(first, area.left, piece.length, width)[what] = piece;
      },
    });
    [from, bytes] = [to, 0];
  };
  rows.forEach((row, place) => {
    const size = wireBytes(row);
    if (bytes > 0 && bytes + size > bytesPerStep) flush(place);
    bytes += size;
  });
  flush(rows.length);
  return steps;
};
