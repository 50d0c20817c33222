import { answerForm } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';

describe('points of last year beyond what that year gave at most', () => {
  const resultsOf = (promotion: number) =>
    evaluated([
      {
        name: '回答',
        grid: answerForm({ year: 'R6', municipality: '北塩原村', prefecture: '福島県', mark: () => '○' }),
      },
      {
        name: '設定',
        grid: [
          ['項目', '値', '単位'],
          ['前年度', 'R5'],
          ['前年度の得点（推進）', promotion],
          ['前年度の得点（支援）', 700],
        ],
      },
    ]);
  const rowsOf = (promotion: number) =>
    resultsOf(promotion).money.own?.comparison?.points.map(({ row, before }) => [row, before?.points.value]);
  const saidOf = (promotion: number) =>
    resultsOf(promotion).problems.flatMap(({ code, found, expected }) => (code === 'E-987' ? [[found, expected]] : []));

  test('are named with that maximum, and nothing is worked out from them', () => {
    expect(saidOf(9_999)).toEqual([
      ['9999', '1355'],
      ['10699', '2185'],
    ]);
    expect(rowsOf(9_999)).toEqual([
      ['promotion', undefined],
      ['support', 700],
      ['total', undefined],
    ]);
  });

  test('all of them are points like others', () => {
    expect(saidOf(1_355)).toEqual([]);
    expect(rowsOf(1_355)).toEqual([
      ['promotion', 1_355],
      ['support', 700],
      ['total', 2_055],
    ]);
  });
});
