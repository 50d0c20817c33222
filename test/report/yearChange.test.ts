import { evaluate, withYearsBehind, type Results } from '../../src/evaluation';
import { reportSheets, resultSheets, resultsJson } from '../../src/report';
import type { CellValue } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';

type Year = 'R7' | 'R8';
/** Left open, or answered all alike; else as {@link usual}. */
type Answer = '○' | '×' | null;
const isAsked = (id: string): boolean => id.startsWith('P1p3');
const usual = (year: Year, id: string): '○' | '×' => (/[a1]$/.test(id) === (year === 'R8') ? '○' : '×');

const scored = (year: Year, answer: Answer | undefined): Results => {
  const mark = ({ id }: { readonly id: string }) => (isAsked(id) && answer !== undefined ? answer : usual(year, id));
  const result = evaluate(
    workbook({ name: '回答', grid: answerForm({ year, municipality: '天草市', prefecture: '熊本県', mark }) }),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const both = (before: Answer | undefined, now: Answer | undefined): Results =>
  withYearsBehind(scored('R8', now), [['前年度.xlsx', scored('R7', before)]]);

type Rows = readonly (readonly CellValue[])[];
const rowsOf = (results: Results): Rows => {
  const sheets = [...reportSheets(results, 'all'), ...resultSheets(results)];
  const sheet = sheets.find(({ marker }) => marker === 'yearChange');
  if (sheet === undefined) throw new Error('no 前年度からの変化');
  return sheet.rows.map((row) => row.map(({ value }) => value));
};
const row = (rows: Rows, label: string) => rows.find(([first]) => first === label) ?? [];
const endsOf = (text: CellValue | undefined): readonly number[] => {
  const figures = String(text).replace('点', '').split('～');
  return [figures[0], figures.at(-1)].map((one = '') => Number(one.replace(/[＋±]/, '').replace('△', '-')));
};

const steps = [
  '令和7年度の総得点',
  '新たに満たした枝番',
  '満たさなくなった枝番',
  '配点の変わった枝番',
  '新しい枝番',
  'なくなった枝番',
  '令和8年度の総得点',
];
const [pointsColumn, rangeColumn] = [1, 6];

describe('前年度からの変化 with open answers', () => {
  const open = both(null, null);
  const rows = rowsOf(open);

  test.each([
    ['×', '×'],
    ['×', '○'],
    ['○', '×'],
    ['○', '○'],
  ] as const)('the range of every step holds what it comes to when all are %s, and then %s', (before, now) => {
    const settled = rowsOf(both(before, now));
    for (const label of steps) {
      const [least = NaN, most = NaN] = endsOf(row(rows, label)[rangeColumn]);
      const points = Number(row(settled, label)[pointsColumn]);
      expect([label, points >= least && points <= most]).toEqual([label, true]);
    }
  });

  test('it says how its points are counted, and gives the points of last year as a range', () => {
    const said = rows[1]?.join('').replace(/\s/g, '');
    expect(said).toContain('両年度とも0点として数えています');
    expect(said).toMatch(/前年度の得点（\d+～\d+点）のままなら/);
  });

  test('a change one of whose answers is open is not said to be settled', () => {
    const lost = rowsOf(both('○', null));
    const of = (word: string) =>
      lost.filter((cells) => cells.slice(0, 5).join(' ') === `${word} 推進 Ⅰ 体制・取組 3`).length;
    expect(of('満たさなくなった枝番（未確定）')).toBeGreaterThan(0);
    expect(of('満たさなくなった枝番')).toBe(0);
    expect(row(lost, '満たさなくなった枝番')[rangeColumn]).toMatch(/^△\d+～/);
  });

  test('the JSON says the same', () => {
    const change = resultsJson(open).municipalities[0]?.change;
    const { min, max } = change?.ranges?.now ?? { min: NaN, max: NaN };
    expect(endsOf(row(rows, '令和8年度の総得点')[rangeColumn])).toEqual([min, max]);
    expect(resultsJson(both('○', null)).municipalities[0]?.change?.criteria.some((one) => one.open)).toBe(true);
  });

  test('without open answers nothing is added', () => {
    const settled = both(undefined, undefined);
    expect(rowsOf(settled).flat().join()).not.toMatch(/取りうる範囲|未確定/);
    expect(resultsJson(settled).municipalities[0]?.change?.ranges).toBeNull();
  });
});
