import type { Problem } from '../../kernel';
import { parseA1, type FigureSource } from '../../workbook';

/** The cell a problem speaks of, to jump to; of 「76行」, as the national table's are named, the first cell of that row. */
export const problemPlace = ({ sheet, cell }: Pick<Problem, 'sheet' | 'cell'>): FigureSource['place'] => {
  if (sheet === undefined || cell === undefined) return undefined;
  const row = /^(\d{1,7})行$/.exec(cell)?.[1];
  const address = row === undefined ? cell : `A${row}`;
  return parseA1(address) === undefined ? undefined : { sheet, cell: address };
};
