import type { ModelCell, Rectangle } from '../../workbook';

/** The cells of the first `columns` columns whose labels repeat downwards: merged, each label stands once over its rows. */
export const sameLabelBlocks = (rows: readonly (readonly ModelCell[])[], columns: number): readonly Rectangle[] =>
  Array.from({ length: columns }, (_, column) => column).flatMap((column) => {
    const blocks: Rectangle[] = [];
    let top = 0;
    for (let row = 1; row <= rows.length; row += 1) {
      const label = labelIn(rows[top]?.[column]);
      if (label !== undefined && labelIn(rows[row]?.[column]) === label) continue;
      if (row - top > 1) blocks.push({ top, bottom: row - 1, left: column, right: column });
      top = row;
    }
    return blocks;
  });

const labelIn = (cell: ModelCell | undefined): string | undefined =>
  (cell?.look === 'side' || cell?.look === 'total-side') && typeof cell.value === 'string' && cell.value !== ''
    ? cell.value
    : undefined;
