import { evaluate, lastYearKept, withYearsBehind, type Results } from '../../src/evaluation';
import { goalBars } from '../../src/taskpane/charts/bars';
import { townView } from '../../src/taskpane/result/townView';
import type { Grid } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';

const town = { municipality: '天草市', prefecture: '熊本県' };
const form = (year: 'R6' | 'R7' | 'R8', mark: (id: string) => string, who = town) =>
  answerForm({ year, ...who, mark: ({ id }) => mark(id) });
const met = (): string => '○';
/** Goal Ⅰ of 推進 unmet. */
const someUnmet = (id: string): string => (id.startsWith('P1') ? '×' : '○');

const scored = (
  ...sheets: readonly { readonly name: string; readonly grid: Grid }[]
): Extract<Results, { subject: 'answers' }> => {
  const results = evaluate(workbook(...sheets), { year: 'R8' });
  if (!results.ok || results.value.subject !== 'answers') throw new Error('not scored');
  return results.value;
};
const own = (results: ReturnType<typeof scored>) => results.municipalities[0]!;
const goalOf = (results: ReturnType<typeof scored>, key: string) =>
  goalBars(results, own(results)).goals.find((bar) => bar.key.startsWith(key))!;

describe('last year on a sheet of the same workbook', () => {
  test.each([
    ['of its own year', '令和7年度', 'E-262'],
    ['that is called 前年度', '前年度', 'E-265'],
  ])('%s is scored by its own rules and stands beside each goal', (_, name, told) => {
    const results = scored({ name, grid: form('R7', someUnmet) }, { name: '令和8年度', grid: form('R8', met) });
    expect(lastYearKept(results)?.results.scheme.fiscalYear).toBe('R7');
    expect(results.problems.map(({ code }) => code)).toContain(told);
    // The sheet of another year changes nothing of this year's points.
    expect(own(results).range).toEqual(own(scored({ name: '回答', grid: form('R8', met) })).range);
    const [first, second] = [goalOf(results, 'promotion/1'), goalOf(results, 'promotion/2')];
    expect([first.lastYear?.points, second.lastYear?.points]).toEqual([0, second.lastYear?.maxPoints]);
    const { change } = townView(results, own(results));
    const before = lastYearKept(results)!.own.range;
    expect(change).toMatchObject({ year: '令和7年度', before });
    expect(change?.points).toEqual({ least: own(results).range.least - before.most, most: own(results).range.most - before.least }); // prettier-ignore
  });

  test('is a range while its answers are open, in points and in the change', () => {
    const open = (id: string): string => (id === 'P1p1a' ? '△' : '○');
    const results = scored({ name: '令和7年度', grid: form('R7', open) }, { name: '回答', grid: form('R8', met) });
    const { lastYear, lastYearShares } = goalOf(results, 'promotion/1');
    expect(lastYear!.points).toBeLessThan(lastYear!.most);
    expect(lastYearShares[0]).toBeLessThan(lastYearShares[1]!);
    const { points } = townView(results, own(results)).change!;
    expect(points!.least).toBeLessThan(points!.most);
  });

  test.each([
    ['of another municipality', '令和7年度', form('R7', met, { municipality: '八王子市', prefecture: '東京都' })],
    ['with a draft of last year', '前年度案', form('R7', met)],
    ['called 前年度 with this year’s answers', '前年度', form('R8', met)],
    ['kept as an older version', '旧', form('R7', met)],
  ])('is not guessed from a sheet %s', (_, name, grid) => {
    const results = scored({ name, grid }, { name: '回答', grid: form('R8', met) });
    expect([results.behind, goalOf(results, 'promotion/1').lastYear]).toEqual([undefined, undefined]);
    expect(townView(results, own(results)).change).toBeUndefined();
  });

  test('two years back is none', () => {
    const results = scored({ name: '令和6年度', grid: form('R6', met) }, { name: '回答', grid: form('R8', met) });
    expect([results.behind?.years.length, lastYearKept(results)]).toEqual([2, undefined]);
    expect(goalOf(results, 'promotion/1').lastYear).toBeUndefined();
  });

  test('a workbook that was named comes before the sheet', () => {
    const results = scored({ name: '令和7年度', grid: form('R7', met) }, { name: '回答', grid: form('R8', met) });
    const named = evaluate(workbook({ name: '回答', grid: form('R7', someUnmet) }));
    if (!named.ok) throw new Error('not scored');
    const both = withYearsBehind(results, [['R7.xlsx', named.value]]);
    expect([both.behind?.years.length, lastYearKept(both)?.own.range]).toEqual([2, own(named.value as never).range]);
  });
});

describe('last year’s goals as a person tells them', () => {
  const told = (...rows: readonly (readonly (string | number)[])[]) =>
    scored({ name: '回答', grid: form('R8', met) }, { name: '設定', grid: [['項目', '値'], ...rows.map((row) => [...row])] }); // prettier-ignore

  test('stand beside the goals, as a share of what the goal was worth then', () => {
    const results = told(['前年度', 'R7'], ['前年度の得点（推進Ⅰ）', 32], ['前年度の得点（目標Ⅳ）', 50]);
    const { lastYear, lastYearShares } = goalOf(results, 'promotion/1');
    expect([lastYear?.points, lastYearShares[0]]).toEqual([32, 32 / lastYear!.maxPoints]);
    expect(goalOf(results, 'common/4').lastYear?.points).toBe(50);
    expect(goalOf(results, 'support/1').lastYear).toBeUndefined();
  });

  test.each([
    ['without the year', [['前年度の得点（推進Ⅰ）', 32]]],
    ['of a year nobody knows', [['前年度', 'R2'], ['前年度の得点（推進Ⅰ）', 32]]], // prettier-ignore
    ['beyond the goal', [['前年度', 'R7'], ['前年度の得点（推進Ⅰ）', 320]]], // prettier-ignore
  ])('are told and left out %s', (_, rows) => {
    const results = told(...rows);
    expect(goalOf(results, 'promotion/1').lastYear).toBeUndefined();
    expect(results.problems.filter(({ code }) => code === 'E-987').map(({ cell }) => cell)).toEqual([`B${rows.length + 1}`]); // prettier-ignore
  });
});
