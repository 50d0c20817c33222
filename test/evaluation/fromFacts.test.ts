import { evaluate, type EvaluationOptions } from '../../src/evaluation';
import type { CellValue } from '../../src/workbook';
import { schemeFor, workbook } from '../builders/answerSheets';

const told = (...rows: readonly (readonly CellValue[])[]) =>
  workbook({ name: '設定', grid: [['項目', '値', '単位'], ['今年度の得点（合計）', 500], ...rows] }); // prettier-ignore

test.each<[string | undefined, EvaluationOptions, string]>([
  ['R7', {}, 'R7'],
  ['R7', { year: 'R7' }, 'R7'],
  [undefined, { year: 'R7' }, 'R7'],
  [undefined, { scheme: schemeFor('R6') }, 'R6'],
  [undefined, { scheme: schemeFor('R6'), year: 'R7' }, 'R6'],
  ['R7', { year: 'R8' }, 'year-contradicts'],
  ['R7', { scheme: schemeFor('R6') }, 'year-contradicts'],
  [undefined, {}, 'year-missing'],
])('facts of %p, %# asked for: %s', (year, options, expected) => {
  const result = evaluate(year === undefined ? told() : told(['評価年度', year]), options);
  expect(result.ok ? result.value.scheme.fiscalYear : result.problems[0]?.name).toBe(expected);
});
