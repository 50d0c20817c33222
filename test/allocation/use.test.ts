import { changeInThousandYen, inThousandYen, yen } from '../../src/kernel';
import { municipalityGrants, useOfGrant } from '../../src/allocation';
import { certainAmount } from '../../src/allocation/grants';
import { sentenceOf } from '../../src/problems';
import { thousandYen } from '../builders/nation';

test('the three amounts add up in the grants of the result', () => {
  const notice = (thousands: number) => certainAmount(thousandYen(thousands), 'notice', []);
  expect(municipalityGrants(notice(40_676), notice(82_935), notice(116_762)).totalYen).toBe(thousandYen(240_373));
  expect(municipalityGrants(notice(45_195), notice(90_749), null).totalYen).toBe(thousandYen(135_944));
});

test.each([
  [0n, '0千円', '0千円'],
  [-1n, '0千円', '0千円'],
  [-999n, '0千円', '0千円'],
  [-1000n, '△1千円', '△1千円'],
  [999n, '0千円', '0千円'],
  [1000n, '1千円', '＋1千円'],
  [1999n, '1千円', '＋1千円'],
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
      'E-552 保険者機能強化推進交付金の内示額40,676千円のうち、30,000千円の充当先が決まっていません（充当額10,676千円）。使途の表に「未充当」の行を加えて、合計を内示額に合わせています。充当先事業を追加するか、額を直してください。',
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

test.each([
  [30_000, [10_676, '未充当']],
  [40_676, undefined],
  [50_000, [-9_324, '充当超過']],
])('%d千円 of 40,676千円: the row that completes the table', (thousands, expected) => {
  const one = { name: '介護予防把握事業', grant: 'promotion', category: '介護予防', amountYen: thousandYen(thousands) } as const; // prettier-ignore
  const [table] = useOfGrant('R7', { promotion: thousandYen(40_676) }, [one]).tables;
  const rest = table?.rows.find(({ programme }) => programme === undefined);
  expect(rest && [Number(rest.amountYen) / 1000, rest.name]).toEqual(expected);
  expect(table?.totalYen).toBe(thousandYen(40_676));
});
