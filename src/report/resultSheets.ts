import type { SheetModel } from '../workbook';
import { criteriaSheet } from './criteriaSheet';
import { problemsSheet } from './problemsSheet';
import { recordSheet } from './recordSheet';
import type { Results } from './results';
import { scoreSheet } from './scoreSheet';

/** The sheets of a results workbook, in the order of their tabs. */
export const resultSheets = (results: Results): readonly SheetModel[] => [
  scoreSheet(results),
  criteriaSheet(results),
  problemsSheet(results),
  recordSheet(results),
];
