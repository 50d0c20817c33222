import { evaluate } from '../../src/evaluation';
import { sentenceOf } from '../../src/problems';
import { reportSheets } from '../../src/report';
import { rankBand } from '../../src/rank';
import { nationalOf } from '../../src/schemes';
import type { CellValue } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';
import { printedRows } from '../builders/printed';

type Rows = readonly (readonly CellValue[])[];
const settings = (rows: Rows) => ({ name: '設定', grid: [['項目', '値', '単位'], ...rows] });
const evaluated = (year: string, rows: Rows, answered = false) => {
  const grid = answerForm({ year, municipality: '八王子市', prefecture: '東京都', mark: () => '○' });
  const result = evaluate(
    answered
      ? workbook({ name: '回答', grid }, settings(rows))
      : workbook(settings([['評価年度', year], ['今年度の得点（合計）', 500], ...rows])),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const saidOf = (code: string, ...of: Parameters<typeof evaluated>) =>
  evaluated(...of).problems.filter((one) => one.code === code).map(({ found, expected, severity }) => [found, expected, severity]); // prettier-ignore

describe('last year without its year', () => {
  test('is not dropped silently: what was told is named, with the year to enter', () => {
    const rows: Rows = [
      ['前年度の得点（推進）', 210],
      ['前年度の金額（支援）', 3000, '千円'],
    ];
    const unnamed = evaluated('R7', rows).problems.filter(({ code }) => code === 'E-575');
    expect(unnamed).toMatchObject([
      { severity: 'check', expected: '令和6年度', facts: { label: '前年度の得点・金額' } },
    ]);
    expect(saidOf('E-575', 'R7', [['前年度の全国順位', 5]])).toHaveLength(1);
    expect(saidOf('E-575', 'R7', [['前年度', 'R6'], ...rows])).toEqual([]);
    expect(saidOf('E-575', 'R7', [])).toEqual([]);
  });
});

describe('last year before the first year whose maxima are known', () => {
  const old: Rows = [
    ['前年度', 'R4'],
    ['前年度の得点（推進）', 900],
    ['前年度の得点（支援）', 600],
  ];

  test('no maximum is assumed: no rate, no difference, and it is said why', () => {
    const results = evaluated('R6', old);
    expect(results.money.own?.comparison?.before.points).toEqual({});
    expect(results.money.own?.comparison?.points.every(({ rateBefore }) => rateBefore === undefined)).toBe(true);
    expect(results.problems.filter(({ code }) => code === 'E-571')).toMatchObject([
      { severity: 'check', found: '令和4年度', facts: { label: '推進・支援・合計' } },
    ]);
    const text = reportSheets(results, 'a').flatMap(printedRows).flat().join();
    expect(text).not.toMatch(/900点|1500点/);
  });

  test('the total takes the maximum that was told, the grants never half of it', () => {
    const results = evaluated('R6', [...old, ['前年度の満点（合計）', 2185]]);
    const { promotion, support, total } = results.money.own?.comparison?.before.points ?? {};
    expect([promotion, support]).toEqual([undefined, undefined]);
    expect(total?.maxPoints).toMatchObject({ value: 2185, origin: { kind: 'told', label: '前年度の満点（合計）' } });
    expect(results.problems.find(({ code }) => code === 'E-571')?.facts).toEqual({ label: '推進・支援' });
  });

  test('R5 and the years since have their own maxima', () => {
    const points: Rows = [['前年度の得点（合計）', 600]];
    expect(
      evaluated('R6', [['前年度', 'R5'], ...points]).money.own?.comparison?.before.points.total?.maxPoints.value,
    ).toBe(2185);
    expect(
      evaluated('R8', [['前年度', 'R7'], ...points]).money.own?.comparison?.before.points.total?.maxPoints.value,
    ).toBe(800);
    expect(saidOf('E-571', 'R6', [['前年度', 'R5'], ...points])).toEqual([]);
  });
});

describe('told facts that contradict each other or what is known', () => {
  test.each(['今年度', '前年度'])('%s: a total that is not the sum of both grants', (word) => {
    const told = (support: number): Rows => [
      ['前年度', 'R7'],
      [`${word}の得点（推進）`, 300],
      [`${word}の得点（支援）`, support],
      ...(word === '今年度' ? [] : [[`${word}の得点（合計）`, 500]]),
    ];
    expect(saidOf('E-572', 'R8', told(201))).toEqual([['500', '501', 'check']]);
    expect(saidOf('E-572', 'R8', told(200))).toEqual([]);
  });

  test('a national rank that the published distribution gives to other points', () => {
    const exact = rankBand(nationalOf('R8'), 500)?.low ?? 0;
    expect(saidOf('E-573', 'R8', [['今年度の全国順位', exact]])).toEqual([]);
    expect(saidOf('E-573', 'R8', [['今年度の全国順位', exact + 3]])).toEqual([[`${exact + 3}`, `${exact}`, 'check']]);
  });

  test('the sentence on such a rank names the points it was looked up for', () => {
    const said = evaluated('R8', [['今年度の全国順位', 1]]).problems.find(({ code }) => code === 'E-573');
    expect(said && sentenceOf(said)).toContain('同じ得点（500点）');
    expect(said && sentenceOf(said, 'en')).toContain('the same points (500)');
  });

  test('a national rank beside answers whose points rank elsewhere', () => {
    const exact = rankBand(nationalOf('R8'), 800)?.low ?? 0;
    expect(saidOf('E-573', 'R8', [['今年度の全国順位', exact + 9]], true)).toEqual([
      [`${exact + 9}`, `${exact}`, 'check'],
    ]);
    expect(saidOf('E-573', 'R8', [['今年度の全国順位', exact]], true)).toEqual([]);
  });

  test('a rank within the prefecture beyond its municipalities, in both years', () => {
    const told = (rank: number): Rows => [
      ['都道府県内の市町村数', 45],
      ['今年度の都道府県内順位', rank],
      ['前年度', 'R6'],
      ['前年度の都道府県内順位（支援）', rank],
    ];
    expect(saidOf('E-574', 'R7', told(46))).toEqual([
      ['46', '45', 'check'],
      ['46', '45', 'check'],
    ]);
    expect(saidOf('E-574', 'R7', told(45))).toEqual([]);
  });

  test.each(['今年度の全国順位', '前年度の全国順位（推進）', '金額の全国順位'])('%s beyond 1,741', (label) => {
    const told = (rank: number): Rows => [
      ['前年度', 'R6'],
      [label, rank],
    ];
    expect(saidOf('E-574', 'R7', told(1742))).toEqual([['1742', '1741', 'check']]);
    expect(saidOf('E-574', 'R7', told(1741))).toEqual([]);
  });
});
