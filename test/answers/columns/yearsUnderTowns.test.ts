import { evaluate, municipalitiesOf } from '../../../src/evaluation';
import type { CellValue } from '../../../src/workbook';
import { workbook } from '../../builders/answerSheets';
import { formWith, trueTotal } from './form';

test.each([
  ['R5', 'R6'],
  ['令和5年度', '令和6年度'],
])('%s｜%s below each town are columns, not rows of another year', (before, now) => {
  const grid = formWith({
    headers: [
      ['小野町', null, '北塩原村', null],
      [before, now, before, now],
    ],
    cells: ({ met }): CellValue[] => [met ? '×' : '○', met ? '○' : '×', '×', met ? '○' : '×'],
  });
  const [title = [], , , above = [], header = [], ...rows] = grid;
  const labels = header.slice(0, 7);
  const result = evaluate(
    workbook({
      name: '回答',
      grid: [title, [], [...labels, ...above.slice(7)], [...labels.map(() => null), ...header.slice(7)], ...rows],
    }),
  );
  expect(result.ok && municipalitiesOf(result.value).map(({ total, provisional }) => [total, provisional])).toEqual([
    [trueTotal(), false],
    [trueTotal(), false],
  ]);
});
