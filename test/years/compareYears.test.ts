import { changeInThousandYen, inThousandYen, inYen, type Yen } from '../../src/kernel';
import { partsOf, sentenceOf, type Result } from '../../src/problems';
import type { Figure, Origin } from '../../src/schemes';
import { compareYears, totalYenOf, type PointsOutcome, type YearOutcome } from '../../src/years';
import { thousandYen } from '../builders/nation';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map((of) => sentenceOf(of)).join('\n'));
  return result.value;
};

/** As a notice tells points, ranks and amounts. */
const origin: Origin = { kind: 'told', label: 'a notice' };
const yenOf = (thousands: number): Figure<Yen> => ({ value: thousandYen(thousands), origin });
const pointsOf = (points: number, most: number, rank: number, more: Partial<PointsOutcome> = {}): PointsOutcome => ({
  points: { value: points, origin },
  maxPoints: { value: most, origin },
  nationalRank: { value: rank, origin },
  ...more,
});

const hachiojiR6: YearOutcome = {
  year: 'R6',
  yen: { promotion: yenOf(45_195), support: yenOf(90_749) },
  points: {
    promotion: pointsOf(310, 400, 29),
    support: pointsOf(308, 400, 16),
    total: pointsOf(618, 800, 12, { mean: 422.3555, standardDeviation: 95.91 }),
  },
};
const hachiojiR7: YearOutcome = {
  year: 'R7',
  yen: { promotion: yenOf(40_676), outcomeOriented: yenOf(116_762), support: yenOf(82_935) },
  points: {
    promotion: pointsOf(309, 400, 48),
    support: pointsOf(269, 400, 177),
    total: pointsOf(578, 800, 76, { mean: 434.988, standardDeviation: 92.33 }),
  },
};

describe('八王子市 資料4-1', () => {
  const comparison = value(compareYears(hachiojiR6, hachiojiR7));
  const row = (name: string) => comparison.amounts.find((one) => one.row === name);

  test('R7 40,676 + 116,762 + 82,935 = 240,373千円, R6 135,944千円, to the printed form', () => {
    expect(inThousandYen(row('total')!.now!.value)).toBe('240,373千円');
    expect(inThousandYen(row('total')!.before!.value)).toBe('135,944千円');
    expect(changeInThousandYen(row('total')!.difference!)).toBe('＋104,429千円');
    expect(inThousandYen(comparison.differenceWithoutFrameYen!)).toBe('△12,333千円');
    expect(row('outcomeOriented')).toEqual({
      row: 'outcomeOriented',
      before: undefined,
      now: yenOf(116_762),
      difference: undefined,
    });
  });

  test('a total knows what it was added up from, and which of it was an estimate', () => {
    expect(row('total')!.now!.origin).toEqual({
      kind: 'sum',
      of: [{ part: 'promotion' }, { part: 'outcomeOriented' }, { part: 'support' }],
    });
    const estimate: Figure<Yen> = { value: thousandYen(1), origin: { kind: 'estimate', because: ['試算'] } };
    expect(totalYenOf({ ...hachiojiR6, yen: { ...hachiojiR6.yen, support: estimate } })).toEqual({
      value: thousandYen(45_196),
      origin: { kind: 'sum', of: [{ part: 'promotion' }, { part: 'support', basis: 'estimate' }] },
    });
    expect(totalYenOf({ ...hachiojiR6, yen: { promotion: estimate } })).toBeUndefined();
  });

  test('points of equal maxima are subtracted; ranks count places lost', () => {
    expect(
      comparison.points.map(({ row: name, pointsDifference, placesGained }) => [name, pointsDifference, placesGained]),
    ).toEqual([
      ['promotion', -1, -19],
      ['support', -39, -161],
      ['total', -40, -64],
    ]);
    expect(comparison.problems).toEqual([]);
  });
});

describe('天草市 資料3', () => {
  const r5: YearOutcome = {
    year: 'R5',
    yen: { promotion: yenOf(16_331), support: yenOf(24_107) },
    points: { total: pointsOf(1500, 2185, 100, { mean: 1156 }) },
  };
  const r6: YearOutcome = {
    year: 'R6',
    yen: { promotion: yenOf(10_484), support: yenOf(21_726) },
    points: { total: pointsOf(581, 800, 56, { mean: 422.3555, standardDeviation: 95.91 }) },
  };
  const comparison = value(compareYears(r5, r6));

  test('R6 10,484 + 21,726 = 32,210千円 after 16,331 and 24,107 in R5', () => {
    expect(
      comparison.amounts.map(({ difference }) => (difference === undefined ? '－' : inThousandYen(difference))),
    ).toEqual(['△5,847千円', '－', '△2,381千円', '△8,228千円']);
    expect(inYen(comparison.amounts[3]!.now!.value)).toBe('32,210,000円');
  });

  test('2,185 points against 800: rate, rank and SDs, never a difference of points', () => {
    const total = comparison.points[2]!;
    expect(total.pointsDifference).toBeUndefined();
    expect(total.rateNow!.toFixed(1)).toBe('72.6');
    expect(total.rateDifference!.toFixed(1)).toBe('4.0');
    expect(total.placesGained).toBe(44);
    expect(total.distanceBefore).toBeUndefined();
    expect(total.distanceNow!.toFixed(2)).toBe('1.65');
    expect(comparison.problems.map((of) => sentenceOf(of))).toEqual([
      'E-541 合計の満点は、令和5年度が2,185点、令和6年度が800点です。得点の差は出さず、得点率・順位・標準偏差での位置だけを比べています。資料に載せるときも得点の差は書かないでください。',
    ]);
  });

  test('of all that differ the total is named; a grant by its name where nothing else is known', () => {
    const saidOf = (before: YearOutcome['points'], now: YearOutcome['points']) =>
      value(compareYears({ ...r5, points: before }, { ...r6, points: now })).problems.map((of) => partsOf(of).what);
    const promotion = [pointsOf(900, 1355, 100), pointsOf(300, 400, 100)] as const;
    expect(saidOf({ ...r5.points, promotion: promotion[0] }, { ...r6.points, promotion: promotion[1] })).toEqual([
      '合計の満点は、令和5年度が2,185点、令和6年度が800点です',
    ]);
    expect(saidOf({ promotion: promotion[0] }, { promotion: promotion[1] })).toEqual([
      '推進の満点は、令和5年度が1,355点、令和6年度が400点です',
    ]);
  });

  test('years in the wrong order are refused', () => {
    expect(compareYears(r6, r5).ok).toBe(false);
    expect(compareYears(r6, r6).ok).toBe(false);
  });
});
