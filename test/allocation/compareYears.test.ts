import {
  changeInThousandYen,
  compareYears,
  inThousandYen,
  inYen,
  municipalityGrants,
  useOfGrant,
  type YearOutcome,
} from '../../src/allocation';
import { certainAmount } from '../../src/allocation/municipalityGrants';
import { sentenceOf, yen, type Result } from '../../src/kernel';
import { thousandYen } from '../builders/nation';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map((of) => sentenceOf(of)).join('\n'));
  return result.value;
};

/** As a notice tells points and ranks. */
const from = { points: 'told', most: 'rules', nationalRank: 'told' } as const;

const hachiojiR6: YearOutcome = {
  year: 'R6',
  yen: { promotion: thousandYen(45_195), support: thousandYen(90_749) },
  points: {
    promotion: { points: 310, most: 400, nationalRank: 29, from },
    support: { points: 308, most: 400, nationalRank: 16, from },
    total: { points: 618, most: 800, nationalRank: 12, mean: 422.3555, standardDeviation: 95.91, from },
  },
};
const hachiojiR7: YearOutcome = {
  year: 'R7',
  yen: { promotion: thousandYen(40_676), outcomeOriented: thousandYen(116_762), support: thousandYen(82_935) },
  points: {
    promotion: { points: 309, most: 400, nationalRank: 48, from },
    support: { points: 269, most: 400, nationalRank: 177, from },
    total: { points: 578, most: 800, nationalRank: 76, mean: 434.988, standardDeviation: 92.33, from },
  },
};

describe('八王子市 資料4-1', () => {
  const comparison = value(compareYears(hachiojiR6, hachiojiR7));
  const row = (name: string) => comparison.amounts.find((one) => one.row === name);

  test('R7 40,676 + 116,762 + 82,935 = 240,373千円, R6 135,944千円, to the printed form', () => {
    expect(inThousandYen(row('total')!.now!)).toBe('240,373千円');
    expect(inThousandYen(row('total')!.before!)).toBe('135,944千円');
    expect(changeInThousandYen(row('total')!.difference!)).toBe('＋104,429千円');
    expect(inThousandYen(comparison.differenceWithoutFrameYen!)).toBe('△12,333千円');
    expect(row('outcomeOriented')).toEqual({
      row: 'outcomeOriented',
      before: undefined,
      now: thousandYen(116_762),
      difference: undefined,
    });
  });

  test('the three amounts add up in the grants of the result', () => {
    const notice = (thousands: number) => certainAmount(thousandYen(thousands), 'notice', []);
    expect(municipalityGrants(notice(40_676), notice(82_935), notice(116_762)).totalYen).toBe(thousandYen(240_373));
    expect(municipalityGrants(notice(45_195), notice(90_749), null).totalYen).toBe(thousandYen(135_944));
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
    yen: { promotion: thousandYen(16_331), support: thousandYen(24_107) },
    points: { total: { points: 1500, most: 2185, nationalRank: 100, mean: 1156, from } },
  };
  const r6: YearOutcome = {
    year: 'R6',
    yen: { promotion: thousandYen(10_484), support: thousandYen(21_726) },
    points: { total: { points: 581, most: 800, nationalRank: 56, mean: 422.3555, standardDeviation: 95.91, from } },
  };
  const comparison = value(compareYears(r5, r6));

  test('R6 10,484 + 21,726 = 32,210千円 after 16,331 and 24,107 in R5', () => {
    expect(
      comparison.amounts.map(({ difference }) => (difference === undefined ? '－' : inThousandYen(difference))),
    ).toEqual(['△5,847千円', '－', '△2,381千円', '△8,228千円']);
    expect(inYen(comparison.amounts[3]!.now!)).toBe('32,210,000円');
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
      'E-541 R5年度は 2,185 点満点、R6年度は 800 点満点です。得点の差は出さず、得点率・順位・標準偏差での位置だけを比べています。資料に載せるときも得点の差は書かないでください。',
    ]);
  });

  test('years in the wrong order are refused', () => {
    expect(compareYears(r6, r5).ok).toBe(false);
    expect(compareYears(r6, r6).ok).toBe(false);
  });
});

test.each([
  [0n, '0千円', '0千円'],
  [-1n, '0千円', '0千円'],
  [-999n, '0千円', '0千円'],
  [-1000n, '△1千円', '△1千円'],
  [1000n, '1千円', '＋1千円'],
  [12_333_000n, '12,333千円', '＋12,333千円'],
])('%s yen is printed without a minus zero', (amount, plain, change) => {
  expect([inThousandYen(yen(amount)), changeInThousandYen(yen(amount))]).toEqual([plain, change]);
});

describe('使途', () => {
  const notices = { promotion: thousandYen(40_676), support: thousandYen(82_935) };
  const programme = (
    name: string,
    grant: 'promotion' | 'support' | 'outcomeOriented',
    category: string,
    thousands: number,
  ) => ({
    name,
    grant,
    category,
    amountYen: thousandYen(thousands),
  });
  const full = [
    programme('介護予防把握事業', 'promotion', '介護予防', 30_000),
    programme('ケアプラン点検', 'promotion', '給付適正化', 10_676),
    programme('第１号通所事業（Ｃ型）', 'support', '総合事業', 80_000),
    programme('在宅医療・介護連携', 'support', '在宅医療･介護連携推進事業', 2935),
  ];
  const codes = (programmes: typeof full, of: Parameters<typeof useOfGrant>[1] = notices) =>
    useOfGrant('R7', of, programmes).problems.map(({ code }) => code);

  test('programmes that add up to the notices raise no problem, and categories get their official names', () => {
    const use = useOfGrant('R7', notices, full);
    expect(use.problems).toEqual([]);
    expect(use.totalYen).toBe(thousandYen(123_611));
    expect(use.tables.map(({ rows }) => rows.map(({ category }) => category))).toEqual([
      ['介護予防・重度化防止', '給付費適正化'],
      ['介護予防・日常生活支援総合事業', '在宅医療・介護連携推進事業'],
    ]);
  });

  test('a remainder is said, and stands as 未充当 so that the table adds up to the notice', () => {
    const use = useOfGrant('R7', notices, full.slice(1));
    expect(use.problems.map((of) => sentenceOf(of))).toEqual([
      'E-552 保険者機能強化推進交付金の内示額 40,676千円 のうち 30,000千円 の充当先が決まっていません（充当額 10,676千円）。使途の表に「未充当」の行を入れて合計を内示額に合わせています。充当先事業を追加するか、額を直してください。',
    ]);
    for (const { rows, totalYen } of use.tables)
      expect(rows.reduce((sum, { amountYen }) => sum + amountYen, 0n)).toBe(totalYen);
    expect(use.totalYen).toBe(thousandYen(123_611));
  });

  test.each([
    ['too much by a thousand yen', [...full, programme('x', 'support', '総合事業', 1)], ['E-551']],
    ['支援 for 給付適正化', [...full.slice(0, 3), programme('x', 'support', '給付適正化', 2935)], ['E-553']],
    ['推進 for a cost nobody named', [...full.slice(1), programme('x', 'promotion', '庁舎修繕', 30_000)], ['E-553']],
    ['no category', [...full.slice(1), programme('x', 'promotion', '', 30_000)], ['E-554']],
    [
      'a frame without notice and without a published rule',
      [...full, programme('x', 'outcomeOriented', '何か', 1)],
      ['E-556', 'E-555'],
    ],
    ['a negative amount', [...full, programme('x', 'support', '総合事業', -1)], ['E-552', 'E-519']],
  ])('%s', (_, programmes, expected) => {
    expect(codes(programmes)).toEqual(expected);
  });

  test('nothing notified and nothing assigned is an empty, quiet table', () => {
    expect(useOfGrant('R7', {}, [])).toEqual({ tables: [], totalYen: 0n, problems: [] });
  });

  test('a year whose eligible costs no document names says so, and takes those of no other year', () => {
    const unknown = useOfGrant('R29', notices, full);
    expect(unknown.problems.map(({ name }) => name)).toEqual(['use-rule-unknown', 'use-rule-unknown']);
    expect(unknown.totalYen).toBe(thousandYen(123_611));
  });
});
