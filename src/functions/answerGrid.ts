import { foldText } from '../kernel';
import { criterionIndexOf, type Scheme } from '../schemes';
import { cellAt, type CellValue, type Grid } from '../workbook';

/** The header row of our answer form, for a range that was chosen without it. */
const formHeader = ['交付金', '目標', '指標群', '番号', '指標', '枝番', '配点', '回答'];

/**
 * Gives a range without a header the one it lacks, so that the engine can read it: criterion ids with the marks beside them,
 * or the eight columns of our form. Undefined when it is neither.
 */
export const withHeader = (grid: Grid, scheme: Scheme): Grid | undefined => {
  const { byId } = criterionIndexOf(scheme);
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  const ids = Array.from({ length: width }, (_, column) => column).find((column) =>
    grid.some((row) => byId.has(textOf(cellAt([row], 0, column)))),
  );
  if (ids !== undefined) {
    const rows = grid.map((row) => [textOf(cellAt([row], 0, ids)), cellAt([row], 0, ids + 1)]);
    return [['枝番ID', '回答'], ...rows];
  }
  return width === formHeader.length ? [formHeader, ...grid] : undefined;
};

const textOf = (value: CellValue): string => (typeof value === 'string' ? foldText(value) : '');
