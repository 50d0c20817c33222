import { answerable, type AskedCell, type Problem } from '../../problems';
import { cellAt, parseA1, type WorkbookContent } from '../../workbook';
import { rawText } from './decision';

/**
 * The cells an open problem asks a person about, each with what stands there: what `decisionOn` makes a decision of. None where
 * no answer would settle it (`answerable`).
 */
export const asksOf = (problem: Problem, { sheets }: Pick<WorkbookContent, 'sheets'>): readonly AskedCell[] => {
  if (answerable(problem) === undefined) return [];
  if (problem.asked !== undefined) return problem.asked.cells;
  const { sheet, cell, criterion } = problem;
  const grid = sheets.find(({ name }) => name === sheet)?.grid;
  const place = parseA1(cell ?? '');
  if (sheet === undefined || cell === undefined || grid === undefined || place === undefined) return [];
  const text = rawText(cellAt(grid, place.top, place.left));
  return [{ sheet, cell, text, ...(criterion === undefined ? {} : { criterion }) }];
};
