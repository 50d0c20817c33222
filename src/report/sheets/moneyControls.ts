import type { GrantAmount, MunicipalityGrants, UseOfGrant, UseTable } from '../../allocation';
import { municipalitiesOf, type Results } from '../../evaluation';
import { fiscalYearLabel } from '../../kernel';
import { grantNames } from '../../schemes';
import type { MoneyGrant, Settings } from '../../settings';
import type { FigureSource } from '../../workbook';
import { rowNames, type AmountRow, type PointsOutcome, type PointsRow, type YearComparison } from '../../years';
import { fromAmount, fromProgrammes, fromSettings } from '../figureSources';
import { computed } from '../origins';
import { allKnown, sumControls, termOf, yenTerm, type Control, type Term } from './controls';

/** 推進＋支援＋成果指向型配分枠 against the total of the sheet 配分; in yen. */
export const grantControls = (
  results: Results,
  { promotion, support, outcomeOriented, totalYen }: MunicipalityGrants,
): readonly Control[] => {
  const amounts: readonly (readonly [MoneyGrant, GrantAmount])[] = [
    ['promotion', promotion],
    ['support', support],
    ...(outcomeOriented === null ? [] : [['outcomeOriented', outcomeOriented] as const]),
  ];
  const own = municipalitiesOf(results).length === 1 ? results.money.settings : undefined;
  const terms = allKnown(
    amounts.map(([grant, amount]) => yenTerm(amount.yen ?? undefined, fromAmount(own, grant, amount))),
  );
  const printed = yenTerm(totalYen ?? undefined, computed('推進＋支援＋成果指向型配分枠'));
  const label = `交付額（円） ＝ 推進＋支援${outcomeOriented === null ? '' : '＋成果指向型'}`;
  return terms === undefined || printed === undefined ? [] : sumControls(label, terms, printed);
};

/** The programmes of each grant against its notice, and the grants against the whole of the sheet 使途; in yen. */
export const useControls = ({ money: { settings } }: Results, { tables, totalYen }: UseOfGrant): readonly Control[] => {
  const terms = allKnown(tables.map((table) => yenTerm(table.totalYen, tableSource(settings, table))));
  const printed = yenTerm(totalYen, computed('各交付金の計の合計'));
  return [
    ...tables.flatMap((table) => tableControls(settings, table)),
    ...(terms === undefined || printed === undefined || terms.length < 2
      ? []
      : sumControls('使途の全体（円） ＝ 各交付金の計', terms, printed)),
  ];
};

const tableControls = (settings: Settings | undefined, table: UseTable): readonly Control[] => {
  const rest = table.rows.filter(({ programme }) => programme === undefined);
  const terms = allKnown(
    table.rows.map(({ amountYen, programme }) =>
      yenTerm(amountYen, fromProgrammes(programme) ?? computed('内示額－充当先事業の金額の計')),
    ),
  );
  const printed = yenTerm(table.totalYen, tableSource(settings, table));
  const label = `${shortMoneyName(table.grant)}の使途（円） ＝ 充当先事業${rest.map(({ name }) => `＋${name}`).join('')}`;
  return terms === undefined || printed === undefined || terms.length === 0 ? [] : sumControls(label, terms, printed);
};

const tableSource = (settings: Settings | undefined, { grant, noticeYen }: UseTable): FigureSource => {
  const told = noticeYen === undefined ? undefined : fromSettings(settings, `notice.${grant}`);
  return told ?? computed('充当先事業の金額の計');
};

/** 推進, 支援, 成果指向型: a grant or frame where its full name would need a second line. */
const shortMoneyName = (grant: MoneyGrant): string =>
  grant === 'outcomeOriented' ? '成果指向型' : grantNames[grant].short;

/** The sums of each year's amounts (yen), and this year less last year, as the sheet 前年度比較 prints them. */
export const yearControls = (comparison: YearComparison): readonly Control[] => [
  ...yearSum(comparison, 'before'),
  ...yearSum(comparison, 'now'),
  ...comparison.amounts.flatMap(amountDifference),
  ...comparison.points.flatMap((row) => [...pointsDifference(row), ...rateDifference(row)]),
];

const yearSum = (comparison: YearComparison, side: 'before' | 'now'): readonly Control[] => {
  const parts = comparison.amounts.flatMap(({ row, [side]: amount }) =>
    row === 'total' || amount === undefined ? [] : [{ name: shortMoneyName(row), term: yenTerm(amount.value, amount) }],
  );
  const sum = comparison.amounts.find(({ row }) => row === 'total')?.[side];
  const printed = sum && yenTerm(sum.value, sum);
  const terms = allKnown(parts.map(({ term }) => term));
  const label = `${fiscalYearLabel(comparison[side].year)}（円） ＝ ${parts.map(({ name }) => name).join('＋')}`;
  return printed === undefined || terms === undefined ? [] : sumControls(label, terms, printed);
};

const amountDifference = ({ row, now, before, difference }: AmountRow): readonly Control[] => {
  const terms = allKnown([now, before].map((amount) => amount && yenTerm(amount.value, amount)));
  const printed = yenTerm(difference, changed);
  const name = row === 'total' ? '合計' : shortMoneyName(row);
  return terms === undefined || printed === undefined
    ? []
    : [changeControl(`${name}の増減（円） ＝ 今年度－前年度`, terms, printed)];
};

const pointsDifference = ({ row, now, before, pointsDifference: difference }: PointsRow): readonly Control[] =>
  now === undefined || before === undefined || difference === undefined
    ? []
    : [
        changeControl(`${rowNames[row]}の得点の増減 ＝ 今年度－前年度`, [termOf(now.points), termOf(before.points)], {
          value: difference,
          source: changed,
        }),
      ];

const changed = computed('今年度－前年度');

const changeControl = (label: string, terms: readonly Term[], printed: Term): Control => ({
  label,
  operation: 'difference',
  terms,
  printed,
  style: 'signed-integer',
});

const rateDifference = ({ row, now, before, rateDifference: difference }: PointsRow): readonly Control[] => {
  const terms = ({ points, maxPoints }: PointsOutcome): readonly Term[] => [termOf(points), termOf(maxPoints, '満点')];
  return now === undefined || before === undefined || difference === undefined
    ? []
    : [
        {
          label: `${rowNames[row]}の得点率の増減（ポイント） ＝ 今年度－前年度`,
          operation: 'rate-change',
          terms: [...terms(now), ...terms(before)],
          printed: { value: difference, source: computed('今年度の得点率－前年度の得点率') },
          style: 'signed-decimal1',
        },
      ];
};
