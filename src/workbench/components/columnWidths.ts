import type { Grid } from '../../workbook';
import { valueText } from './cellText';

/** So many rows tell how wide a column is. */
const looked = 120;
const [narrowest, widest, perSign, margin] = [44, 280, 7, 18];

/** Widths in pixels by the longest text at the top of each column, and of some empty columns behind the last. */
export const columnWidths = (grid: Grid, spare: number): readonly number[] => {
  const widths: number[] = [];
  for (const row of grid.slice(0, looked)) {
    for (const [column, value] of row.entries()) {
      const width = Math.min(widest, Math.max(narrowest, signsOf(valueText(value)) * perSign + margin));
      widths[column] = Math.max(widths[column] ?? narrowest, width);
    }
  }
  const count = grid.reduce((most, row) => Math.max(most, row.length), 0) + spare;
  return Array.from({ length: count }, (_, column) => widths[column] ?? narrowest);
};

/** Letters of a half-width; kanji take two. */
const signsOf = (text: string): number => {
  let signs = 0;
  for (const letter of text.slice(0, 60)) signs += letter.charCodeAt(0) > 0xff ? 2 : 1;
  return signs;
};
