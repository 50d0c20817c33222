import type { Grid } from '../../workbook';
import type { SheetLook } from '../../workbook/file';
import { valueText } from './cellText';

/** So many rows tell how wide a column is. */
const looked = 120;
const [narrowest, widest, perSign, margin] = [44, 280, 7, 18];

/** A column of the file is drawn no wider, so that its neighbours can be seen. */
const widestOfFile = 600;
/** The grid keeps more room beside its letters than Excel. */
const roomier = 12;
/** Letters here are larger than on our sheets: no figure and no short word is cut. */
const figures = 100;

/**
 * Widths in pixels as the file has them, and of some empty columns behind the last; by the longest text at the top of a
 * column where the file tells none, and where it hides the column: its cells may be asked about.
 */
export const columnWidths = (grid: Grid, spare: number, look?: SheetLook): readonly number[] => {
  const widths: number[] = [];
  for (const row of grid.slice(0, looked)) {
    for (const [column, value] of row.entries()) {
      const width = Math.min(widest, Math.max(narrowest, signsOf(valueText(value)) * perSign + margin));
      widths[column] = Math.max(widths[column] ?? narrowest, width);
    }
  }
  const count = grid.reduce((most, row) => Math.max(most, row.length), 0) + spare;
  return Array.from({ length: count }, (_, column) => {
    const needed = widths[column] ?? narrowest;
    const told = look?.hidden.has(column) === true ? undefined : (look?.widths.get(column) ?? look?.plainWidth);
    if (told === undefined) return needed;
    return Math.min(widestOfFile, Math.max(told + roomier, Math.min(needed, figures)));
  });
};

/** Letters of a half-width; kanji take two. */
const signsOf = (text: string): number => {
  let signs = 0;
  for (const letter of text.slice(0, 60)) signs += letter.charCodeAt(0) > 0xff ? 2 : 1;
  return signs;
};
