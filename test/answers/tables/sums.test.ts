import { municipalitiesOf } from '../../../src/evaluation';
import type { CellValue } from '../../../src/workbook';
import { answerForm, schemeFor } from '../../builders/answerSheets';
import { evaluated, type Rows } from '../../builders/evaluated';

// 推Ⅰ体制1 ア–エ (4 × 4) and 支Ⅲ活動2 ア① (2) are met, and 20 of goal Ⅳ: 16 + 2 + 20 × 2 = 58.
const met = new Set(['P1p1a', 'P1p1b', 'P1p1c', 'P1p1d', 'S3a2a1', 'C4o2a', 'C4o2b', 'C4o2c', 'C4o2d']);
const form = answerForm({
  year: 'R6',
  municipality: '北塩原村',
  prefecture: '福島県',
  mark: ({ id, points }) => (met.has(id) ? points : 0),
});
const head = form.slice(0, 4);
const rows = form.slice(4);
const ids = schemeFor('R6').indicators.flatMap(({ criteria }) => criteria.map(({ id }) => id));
/** The form with a sum row below the given criterion. */
const withSum = (below: string, labels: readonly CellValue[], sum: CellValue): Rows => {
  const at = ids.indexOf(below) + 1;
  const row = [...labels, ...Array<null>(7 - labels.length).fill(null), sum];
  return [...head, ...rows.slice(0, at), row, ...rows.slice(at)];
};
const complaints = (grid: Rows) =>
  evaluated([{ grid }]).problems.map(({ name, found, expected, facts }) => [name, found, expected, facts['block']]);
const last = (start: string): string => ids.findLast((id) => id.startsWith(start)) ?? '';

describe('printed sums', () => {
  it.each<[string, string, readonly CellValue[], number, string]>([
    ['a group, in the indicator column', last('P1p'), ['推進', 'Ⅰ', '体制・取組', null, '計'], 16, '推進Ⅰ体制・取組'],
    ['a group, named by its sum', last('P1p'), ['推進', 'Ⅰ', '体制・取組計'], 16, '推進Ⅰ体制・取組'],
    ['a group, in the number column', last('P1p'), ['推進', 'Ⅰ', '体制・取組', '小計'], 16, '推進Ⅰ体制・取組'],
    [
      'a group, in the branch column',
      last('P1p'),
      ['推進', 'Ⅰ', '体制・取組', null, null, '小計'],
      16,
      '推進Ⅰ体制・取組',
    ],
    ['a group, by its small numeral', last('P1p'), ['推進', 'Ⅰ（ⅰ） 計'], 16, '推進Ⅰ体制・取組'],
    ['the other group, by its small numeral', last('P1a'), ['推進', 'Ⅰ', 'Ⅰ(ⅱ)計'], 0, '推進Ⅰ活動'],
    ['a group, by its small numeral as the label', last('P1p'), ['推進', 'Ⅰ', null, null, '（ⅰ） 計'], 16, '推進Ⅰ体制・取組'], // prettier-ignore
    ['a goal, in the group column', last('P1'), ['推進', 'Ⅰ', '計'], 16, '推進Ⅰ'],
    ['a goal, named by its sum', last('P1'), ['推進', '目標Ⅰ計'], 16, '推進Ⅰ'],
    ['goal Ⅳ', last('C4'), ['共通', 'Ⅳ', '計'], 20, '共通Ⅳ'],
    ['goal Ⅳ under a grant', last('C4'), ['推進', 'Ⅳ', '計'], 20, '共通Ⅳ'],
    ['a grant, in the goal column', last('S'), ['推進', '計'], 36, '推進'],
    ['a grant, named by its sum', last('S'), ['支援計'], 22, '支援'],
    ['a grant, named in full', last('S'), ['保険者機能強化推進交付金 合計'], 36, '推進'],
    ['everything', last('S'), ['合計'], 58, '総計'],
    ['everything, 総計 in any column', last('S'), [null, null, null, null, '総計'], 58, '総計'],
    [
      'an indicator, by its number',
      'P1p1d',
      ['推進', 'Ⅰ', '体制・取組', 1, '小計'],
      16,
      '「地域の介護保険事業の特徴の把握」',
    ],
    ['an indicator, by its composite label', 'P1p1d', ['推進', 'Ⅰ', '体制・取組', null, '1 / 特徴 / 計'], 16, ''],
  ])('of %s are compared, and both figures named', (_, below, labels, sum, block) => {
    expect(complaints(withSum(below, labels, sum))).toEqual([]);
    const wrong = complaints(withSum(below, labels, sum + 1));
    expect(wrong).toEqual([
      [
        'subtotal-differs',
        String(sum + 1),
        String(sum),
        block === '' || block.startsWith('「') ? expect.any(String) : block,
      ],
    ]);
  });

  it.each([
    [last('P1p'), 16],
    ['P1p1d', 16],
    [last('P1'), 16],
    [last('S'), 22],
    [last('S'), 58],
  ])('below %s that only say 小計 may be any block that ends there (%d)', (below, sum) => {
    expect(complaints(withSum(below, [null, null, null, null, '小計'], sum))).toEqual([]);
    expect(complaints(withSum(below, [null, null, null, null, '小計'], 77))).toHaveLength(1);
  });

  // A newcomer's trial: a sheet for each goal, whose last row 計 is the goal's, not its last group's.
  it.each([
    [3, '計'],
    [5, '合計'],
  ])('that only say so in column %d (%s) close every row since the sum before', (place, label) => {
    const labels = [...Array<null>(place).fill(null), label];
    expect(complaints(withSum(last('P1'), labels, 17))).toEqual([['subtotal-differs', '17', '16', '推進Ⅰ']]);
    const sum = (value: number): readonly CellValue[] => [...labels, ...Array<null>(6 - place).fill(null), value];
    const at = ids.indexOf(last('P1p')) + 1;
    const end = ids.indexOf(last('P1')) + 1;
    const grid = [...head, ...rows.slice(0, at), sum(16), ...rows.slice(at, end), sum(17), ...rows.slice(end)];
    expect(complaints(grid)).toEqual([['subtotal-differs', '17', '0', '推進Ⅰ活動']]);
    const stacked = [...head, ...rows.slice(0, end), sum(16), sum(37), ...rows.slice(end)];
    expect(complaints(stacked)).toEqual([['subtotal-differs', '37', '36', '推進']]);
  });

  it.each([0, 2, 6])('are seen with their label in column %d, beside or far from the figure', (place) => {
    const sum = (label: string, value: number): readonly CellValue[] =>
      Array.from({ length: 8 }, (_, at) => (at === place ? label : at === 7 ? value : null));
    const grid = [...form, [], [], sum('推進計', 36), sum('支援計', 23), sum('総合計', 59)];
    expect(complaints(grid)).toEqual([
      ['subtotal-differs', '23', '22', '支援'],
      ['subtotal-differs', '59', '58', '総計'],
    ]);
  });

  it('bare in the first column are the grant where only one grant stands above', () => {
    expect(complaints(withSum(last('P3'), ['合計'], 36))).toEqual([]);
    expect(complaints(withSum(last('S'), ['計'], 22))).toEqual([]);
  });

  it('are no criteria and disturb no merged labels', () => {
    const grid = withSum('P1p1a', [null, null, null, null, '小計'], 4).map((row, at) =>
      at === 5 || at < 4 || at > 8
        ? row
        : [null, null, null, null, null, row[5] ?? null, row[6] ?? null, row[7] ?? null],
    );
    const merged = [...grid.slice(0, 4), rows[0]!, ...grid.slice(5)];
    expect(municipalitiesOf(evaluated([{ grid: merged }]))[0]?.total).toBe(58);
  });

  it('within an open range are let pass', () => {
    const grid = withSum(last('S'), ['合計'], 60).map((row) =>
      row[5] === 'ア' && row[3] === 2 && row[1] === 'Ⅰ' ? [...row.slice(0, 7), '△'] : row,
    );
    expect(complaints(grid).filter(([name]) => name === 'subtotal-differs')).toEqual([]);
  });
});
