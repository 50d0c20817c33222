import type { Look, ModelCell, RowRange, SheetModel } from '../../workbook';
import { pointsOver } from './pages';

/** Looks of rows that say what follows. */
const heads: ReadonlySet<Look> = new Set<Look>([
  'title',
  'subtitle',
  'heading',
  'strong',
  'header',
  'stub',
  'paper-title',
]);

/**
 * Tells of every row whether a page may begin with it: not below a heading or the head of a table, nor inside merged rows, a
 * chart or a block, where a page of `room` points holds them.
 */
export const mayBegin = (model: SheetModel, heights: readonly number[], room: number): ((row: number) => boolean) => {
  const { rows, merges = [], blocks = [], charts = [] } = model;
  const joined = new Set<number>();
  const join = ({ first, last }: RowRange): void => {
    // What no page holds is divided like anything else.
    if (pointsOver(heights, first, last) <= room) for (let row = first + 1; row <= last; row += 1) joined.add(row);
  };
  for (const [row, cells] of rows.entries()) {
    if (row === 0) continue;
    const above = firstLook(rows[row - 1]);
    const here = firstLook(cells);
    if (above !== undefined && heads.has(above)) joined.add(row);
    // A sentence right below a heading belongs to both.
    if (above === 'paragraph' && joined.has(row - 1)) joined.add(row);
    // Notes stand with the last row they speak of.
    if (isNote(here) && above !== undefined && !isNote(above)) joined.add(row);
  }
  for (const { top, bottom } of merges) if (bottom > top) join({ first: top, last: bottom });
  for (const { anchor } of charts) join({ first: anchor.top, last: anchor.bottom });
  blocks.forEach(join);
  return (row) => !joined.has(row);
};

const isNote = (look: Look | undefined): boolean => look === 'note' || look === 'remark';

const firstLook = (cells: readonly ModelCell[] | undefined): Look | undefined =>
  cells?.find(({ value }) => value !== null && value !== '')?.look;
