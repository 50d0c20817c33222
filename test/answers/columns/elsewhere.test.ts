import { municipalitiesOf } from '../../../src/evaluation';
import type { CellValue } from '../../../src/workbook';
import { flatList } from '../../builders/answerSheets';
import { evaluated, problemNames, statesOf, type Rows } from '../../builders/evaluated';

const year = 'R6';
const isMet = (id: string): boolean => id.endsWith('a') || id.endsWith('1');
const mark = ({ id }: { readonly id: string }): CellValue => (isMet(id) ? '○' : '×');
const list = flatList({ year, municipality: '福島県北塩原村', mark, goal4Twice: true });
const truth = statesOf(evaluated([{ grid: flatList({ year, municipality: '福島県北塩原村', mark }) }]));

/** The list with `cell` in all rows of goal Ⅳ under 支援, and `no` for ×. */
const again = (cell: CellValue, no: CellValue = '×'): Rows =>
  list.map((row) => [
    ...row.slice(0, -1),
    row[2] === 'Ⅳ' && row[1] === '支援' ? cell : row.at(-1) === '×' ? no : (row.at(-1) ?? null),
  ]);

describe('goal Ⅳ again under 支援', () => {
  it.each(['再掲', '同上', '〃', '（再掲）', '－', 'ー', '／', '上記のとおり'])(
    '%s refers to the row above',
    (word) => {
      const results = evaluated([{ grid: again(word) }]);
      expect(statesOf(results)).toEqual(truth);
      expect(municipalitiesOf(results)[0]?.provisional).toBe(false);
      expect(problemNames(results, 'unreadable-mark', 'answers-disagree', 'not-applicable')).toEqual([]);
    },
  );

  it('refers to it too where blanks say no, and says no itself where － is the sign for no', () => {
    expect(statesOf(evaluated([{ grid: again('再掲', null) }]))).toEqual(truth);
    expect(problemNames(evaluated([{ grid: again('－', '－') }]))).toContain('answers-disagree');
  });
});

test('〃 on a row of its own is no answer', () => {
  const grid = list.map((row, at) => (at === 2 ? [...row.slice(0, -1), '〃'] : row));
  expect(statesOf(evaluated([{ grid }]))['P1p1b']).toBe('held');
});
