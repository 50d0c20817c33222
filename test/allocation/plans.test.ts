import { planOf, readPlan } from '../../src/allocation';
import { sentenceOf } from '../../src/problems';
import { plannedYears, yearOf } from '../../src/schemes';
import { packagedPlan, planFile } from '../builders/nation';

const faults = (change: (file: ReturnType<typeof planFile>) => void): readonly string[] => {
  const file = planFile();
  change(file);
  const plan = readPlan(file);
  return plan.ok ? [] : plan.problems.map((of) => `${of.code} ${of.found ?? ''}`);
};

describe('packaged plans', () => {
  test('R6: 9.5 and 19.0 billion yen for municipalities, of 300 億円', () => {
    const { pots, total, sizeClasses } = packagedPlan('R6');
    expect([pots.promotion.municipal.yen, pots.support.municipal.yen]).toEqual([9_500_000_000n, 19_000_000_000n]);
    expect(total.yen).toBe(30_000_000_000n);
    expect(sizeClasses.from).toEqual([3000, 10_000, 50_000, 100_000]);
  });

  test('R7: 101 + 200 億円, the municipal 95 % marked as inferred, what is not public named', () => {
    const { pots, unspecified } = packagedPlan('R7');
    expect([pots.promotion.national.yen, pots.support.national.yen]).toEqual([10_100_000_000n, 20_000_000_000n]);
    expect(pots.promotion.municipal.yen * 100n).toBe(pots.promotion.national.yen * 95n);
    expect(pots.promotion.municipal.source.confidence).toBe('inferred');
    expect(unspecified.length).toBeGreaterThan(3);
  });

  test.each(plannedYears)('%s is handed out as its reader reads it, in whole yen', (year) => {
    expect(planOf(year)).toEqual(readPlan(yearOf(year).plan));
  });

  test('R8, whose budget is not known, is refused by name', () => {
    const plan = planOf('R8');
    expect(plannedYears).toEqual(['R5', 'R6', 'R7']);
    expect(plan.ok ? '' : plan.problems.map((of) => sentenceOf(of)).join()).toBe(
      'E-501 令和8年度の配分の条件（予算額・係数）は登録されていません（登録済み：令和5年度・令和6年度・令和7年度）。別の年度の予算では代用しません。配分は計算していません。予算額が分かれば、その年度の配分計画ファイルを指定してください。',
    );
  });
});

describe('a plan file', () => {
  test('is accepted when its figures agree', () => {
    expect(faults(() => undefined)).toEqual([]);
  });

  test.each<[string, (file: ReturnType<typeof planFile>) => void, readonly string[]]>([
    ['pots that do not add up to the total', (file) => (file.total.yen += 1), ['E-503 total']],
    [
      'a municipal and a prefecture part that miss the national pot',
      (file) => (file.pots.support.municipal.yen -= 1),
      ['E-503 pots.support'],
    ],
    [
      'class bounds out of order',
      (file) => (file.sizeClasses.from = [3000, 3000, 50_000, 100_000]),
      ['E-503 sizeClasses.from'],
    ],
    [
      'a coefficient of zero',
      (file) =>
        (file.coefficients = {
          promotion: [0, 1, 1, 1, 1],
          support: [1, 1, 1, 1, 1],
          source: { document: 'd', place: 'p', confidence: 'certain' },
        }),
      ['E-503 coefficients.promotion'],
    ],
    [
      'coefficients for four of five classes',
      (file) =>
        (file.coefficients = {
          promotion: [1, 1, 1, 1],
          support: [1, 1, 1, 1, 1],
          source: { document: 'd', place: 'p', confidence: 'certain' },
        }),
      ['E-503 coefficients.promotion'],
    ],
    [
      'a transition floor of 101 %',
      (file) =>
        (file.transition = { percentOfLastYear: 101, source: { document: 'd', place: 'p', confidence: 'certain' } }),
      ['E-503 transition'],
    ],
    [
      'a cap below the mean',
      (file) =>
        (file.caps.multiple = {
          percentOfInsuredShare: 99,
          source: { document: 'd', place: 'p', confidence: 'certain' },
        }),
      ['E-503 caps.multiple'],
    ],
    [
      'a source that no document carries',
      (file) => (file.rounding.source = { document: '?', place: 'p', confidence: 'certain' }),
      ['E-503 documents'],
    ],
    ['a rounding nobody knows', (file) => (file.rounding.name = 'roundHalfUp'), ['E-502 rounding.name']],
    ['negative yen', (file) => (file.total.yen = -1), ['E-502 total.yen']],
    ['parts of a yen', (file) => (file.total.yen = 0.5), ['E-502 total.yen']],
    ['an extra key', (file) => Object.assign(file, { extra: 1 }), ['E-502 （全体）']],
  ])('%s is refused with its place', (_, change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  test.each([[null], [[]], ['x'], [JSON.parse('{"__proto__":{}}')], [{ schema: 'incentive-scheme/1' }]])(
    '%j is no plan',
    (data) => {
      expect(readPlan(data).ok).toBe(false);
    },
  );
});
