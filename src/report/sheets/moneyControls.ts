import type { GrantAmount, MunicipalityGrants, UseOfGrant, UseTable } from '../../allocation';
import { municipalitiesOf, type Results } from '../../evaluation';
import { fiscalYearLabel } from '../../kernel';
import { grantNames } from '../../schemes';
import type { MoneyGrant, Settings } from '../../settings';
import type { FigureSource } from '../../workbook';
import { rowNames, type AmountRow, type PointsOutcome, type PointsRow, type YearComparison } from '../../years';
import { fromAmount, fromProgrammes, fromSettings } from '../figureSources';
import { computed } from '../origins';
import { cellKeys } from '../cellKeys';
import type { Checked } from './criteriaControls';
import { allKnown, knownSum, linked, termOf, yenTerm, type Control, type Term } from './controls';
import type { PrintedCells } from './printedCells';

/** 推進＋支援＋成果指向型配分枠 against the total of the sheet 配分; in yen. */
export const grantControls = (
  results: Results,
  { promotion, support, outcomeOriented, totalYen }: MunicipalityGrants,
  { printed: cells, at }: Checked,
): readonly Control[] => {
  const amounts: readonly (readonly [MoneyGrant, GrantAmount])[] = [
    ['promotion', promotion],
    ['support', support],
    ...(outcomeOriented === null ? [] : [['outcomeOriented', outcomeOriented] as const]),
  ];
  const own = municipalitiesOf(results).length === 1 ? results.money.settings : undefined;
  const terms = amounts.map(([grant, amount]) =>
    linked(
      cells,
      yenTerm(amount.yen ?? undefined, fromAmount(own, grant, amount)),
      'allocation',
      cellKeys.amount(at, grant),
    ),
  );
  const printed = linked(
    cells,
    yenTerm(totalYen ?? undefined, computed('推進＋支援＋成果指向型配分枠')),
    'allocation',
    cellKeys.amount(at, 'total'),
  );
  const label = `交付額（円） ＝ 推進＋支援${outcomeOriented === null ? '' : '＋成果指向型'}`;
  return knownSum(label, terms, printed);
};

/** The programmes of each grant against its notice, and the grants against the whole of the sheet 使途; in yen. */
export const useControls = (
  { money: { settings } }: Results,
  { tables, totalYen }: UseOfGrant,
  cells: PrintedCells,
): readonly Control[] => {
  const terms = tables.map((table) => tableTotal(settings, table, cells));
  const sum = yenTerm(totalYen, computed('各交付金の計の合計'));
  const printed = linked(cells, sum, 'use', cellKeys.use('all', 'total'));
  return [
    ...tables.flatMap((table) => tableControls(settings, table, cells)),
    ...(terms.length < 2 ? [] : knownSum('使途の全体（円） ＝ 各交付金の計', terms, printed)),
  ];
};

const tableTotal = (settings: Settings | undefined, table: UseTable, cells: PrintedCells): Term | undefined =>
  linked(cells, yenTerm(table.totalYen, tableSource(settings, table)), 'use', cellKeys.use(table.grant, 'total'));

const tableControls = (settings: Settings | undefined, table: UseTable, cells: PrintedCells): readonly Control[] => {
  const rest = table.rows.filter(({ programme }) => programme === undefined);
  const terms = table.rows.map(({ amountYen, programme }, row) =>
    linked(
      cells,
      yenTerm(amountYen, fromProgrammes(programme) ?? computed('内示額－充当先事業の金額の計')),
      'use',
      cellKeys.use(table.grant, row),
    ),
  );
  const printed = tableTotal(settings, table, cells);
  const label = `${shortMoneyName(table.grant)}の使途（円） ＝ 充当先事業${rest.map(({ name }) => `＋${name}`).join('')}`;
  return terms.length === 0 ? [] : knownSum(label, terms, printed);
};

const tableSource = (settings: Settings | undefined, { grant, noticeYen }: UseTable): FigureSource => {
  const told = noticeYen === undefined ? undefined : fromSettings(settings, `notice.${grant}`);
  return told ?? computed('充当先事業の金額の計');
};

/** 推進, 支援, 成果指向型: a grant or frame where its full name would need a second line. */
const shortMoneyName = (grant: MoneyGrant): string =>
  grant === 'outcomeOriented' ? '成果指向型' : grantNames[grant].short;

/** The sums of each year's amounts (yen), and this year less last year, as the sheet 前年度比較 prints them. */
export const yearControls = (comparison: YearComparison, cells: PrintedCells): readonly Control[] => [
  ...yearSum(comparison, 'before'),
  ...yearSum(comparison, 'now'),
  ...comparison.amounts.flatMap(amountDifference),
  ...comparison.points.flatMap((row) => [...pointsDifference(row, cells), ...rateDifference(row, cells)]),
];

const yearSum = (comparison: YearComparison, side: 'before' | 'now'): readonly Control[] => {
  const parts = comparison.amounts.flatMap(({ row, [side]: amount }) =>
    row === 'total' || amount === undefined ? [] : [{ name: shortMoneyName(row), term: yenTerm(amount.value, amount) }],
  );
  const sum = comparison.amounts.find(({ row }) => row === 'total')?.[side];
  const printed = sum && yenTerm(sum.value, sum);
  const label = `${fiscalYearLabel(comparison[side].year)}（円） ＝ ${parts.map(({ name }) => name).join('＋')}`;
  return knownSum(
    label,
    parts.map(({ term }) => term),
    printed,
  );
};

const amountDifference = ({ row, now, before, difference }: AmountRow): readonly Control[] => {
  const terms = allKnown([now, before].map((amount) => amount && yenTerm(amount.value, amount)));
  const printed = yenTerm(difference, changed);
  const name = row === 'total' ? '合計' : shortMoneyName(row);
  return terms === undefined || printed === undefined
    ? []
    : [changeControl(`${name}の増減（円） ＝ 今年度－前年度`, terms, printed)];
};

const pointsDifference = (
  { row, now, before, pointsDifference: difference }: PointsRow,
  cells: PrintedCells,
): readonly Control[] =>
  now === undefined || before === undefined || difference === undefined
    ? []
    : [
        changeControl(
          `${rowNames[row]}の得点の増減 ＝ 今年度－前年度`,
          [pointsIn(cells, 'now', row, now), pointsIn(cells, 'before', row, before)],
          linked(cells, { value: difference, source: changed }, 'comparison', cellKeys.compared('change', row)),
        ),
      ];

const pointsIn = (
  cells: PrintedCells,
  side: 'before' | 'now',
  row: PointsRow['row'],
  { points }: PointsOutcome,
): Term => linked(cells, termOf(points), 'comparison', cellKeys.compared(side, row));

const changed = computed('今年度－前年度');

const changeControl = (label: string, terms: readonly Term[], printed: Term): Control => ({
  label,
  operation: 'difference',
  terms,
  printed,
  style: 'signed-integer',
});

const rateDifference = (
  { row, now, before, rateDifference: difference }: PointsRow,
  cells: PrintedCells,
): readonly Control[] => {
  const terms = (side: 'before' | 'now', outcome: PointsOutcome): readonly Term[] => [
    pointsIn(cells, side, row, outcome),
    termOf(outcome.maxPoints, '満点'),
  ];
  return now === undefined || before === undefined || difference === undefined
    ? []
    : [
        {
          label: `${rowNames[row]}の得点率の増減（ポイント） ＝ 今年度－前年度`,
          operation: 'rate-change',
          terms: [...terms('now', now), ...terms('before', before)],
          printed: linked(
            cells,
            { value: difference, source: computed('今年度の得点率－前年度の得点率') },
            'comparison',
            cellKeys.compared('rate-change', row),
          ),
          style: 'signed-decimal1',
        },
      ];
};
