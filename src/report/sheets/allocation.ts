import { basisWords, moneyGrantName, totalOf, type GrantAmount, type MunicipalityGrants } from '../../allocation';
import { municipalitiesOf, type Results } from '../../evaluation';
import { fiscalYearLabel } from '../../kernel';
import type { MoneyGrant, Settings } from '../../settings';
import type { ModelCell, SheetModel } from '../../workbook';
import { fromAmount } from '../figureSources';
import { cellKeys } from '../cellKeys';
import { cell, keyed, yenCell, yenOrBandCell } from '../layout/cells';
import { cellLine, headerLine, layOut, line, pageSetup, wideLines, type Line, type Sentence } from '../layout/layOut';
import { municipalityTitle } from '../members';
import { computed } from '../origins';
import { estimateNotes, scenarioLines } from './estimates';

/** The amounts of so many municipalities are explained one by one; more are listed. */
const explained = 3;

/** Sheet 配分: amounts with band, basis and reason; a list of many municipalities has one row each. */
export const allocationSheet = (results: Results): SheetModel => {
  const known = paidIn(results);
  const few = known.length <= explained;
  const columnWidths = few ? explainedAmountsWidths : amountListWidths;
  const wide = wideLines(columnWidths.length);
  const laidOut = layOut(
    [
      ...(few ? [wide(`交付額（${fiscalYearLabel(results.scheme.fiscalYear)}）`, 'title')] : []),
      ...(few
        ? known.flatMap((one) => explainedAmounts(one, results.money.settings))
        : amountList(known, results.money.settings)),
      ...amountNotes(known).map(({ text, source }) => wide(text, 'note', source)),
    ],
    columnWidths,
  );
  return {
    name: '配分',
    marker: 'allocation',
    ...laidOut,
    ...(few ? {} : { frozenRows: 1 }),
    print: pageSetup({
      orientation: 'landscape',
      ...(few ? {} : { headerRow: 0 }),
      coded: true,
    }),
  };
};

/** A municipality whose amounts are known. */
interface PaidMunicipality {
  readonly title: string;
  readonly prefecture: string | undefined;
  readonly name: string;
  readonly grants: MunicipalityGrants;
  /** Its place among the results. */
  readonly at: number;
}

/** Whose amounts the sheet lists; of told facts only what was estimated, since what was told stands in 設定. */
const paidIn = (results: Results): readonly PaidMunicipality[] => {
  const { settings, own } = results.money;
  if (results.subject !== 'facts')
    return municipalitiesOf(results).flatMap((municipality, at) => {
      const { grants, identity } = municipality;
      const { prefecture, name } = identity;
      return grants === null ? [] : [{ title: municipalityTitle(municipality), prefecture, name, grants, at }];
    });
  const grants = own?.grants ?? null;
  if (grants === null || amountsOf(grants).every(({ amount }) => amount.basis === 'notice')) return [];
  const { prefecture, name = '本市町村' } = settings?.place ?? {};
  return [{ title: `${name}${prefecture === undefined ? '' : `（${prefecture}）`}`, prefecture, name, grants, at: 0 }];
};

/** Whether there is anything to list. */
export const hasAmounts = (results: Results): boolean => paidIn(results).length > 0;

/** The amounts there are, in the order they are printed. */
const amountsOf = ({
  promotion,
  outcomeOriented,
  support,
}: MunicipalityGrants): readonly { readonly grant: MoneyGrant; readonly amount: GrantAmount }[] => [
  { grant: 'promotion', amount: promotion },
  ...(outcomeOriented === null ? [] : [{ grant: 'outcomeOriented' as const, amount: outcomeOriented }]),
  { grant: 'support', amount: support },
];

/** 「内示額・試算」: what the amounts rest on. */
const basesOf = (grants: MunicipalityGrants): string =>
  [...new Set(amountsOf(grants).map(({ amount }) => basisWords[amount.basis]))].join('・');

/** The columns of the list. */
const amountListWidths = [10, 15, 24, 22, 24, 24, 20];

/** The amounts of many municipalities, one row each. */
const amountList = (known: readonly PaidMunicipality[], settings: Settings | undefined): readonly Line[] => [
  headerLine(['都道府県', '市町村', '推進（円）', '成果指向型配分枠（円）', '支援（円）', '合計（円）', '根拠']),
  ...known.map(({ prefecture, name, grants, at }) => {
    const { promotion, outcomeOriented, support } = grants;
    const of = (grant: MoneyGrant | 'total', one: ModelCell): ModelCell => keyed(one, cellKeys.amount(at, grant));
    return cellLine([
      cell(prefecture ?? null, 'side'),
      cell(name, 'side'),
      of('promotion', yenOrBandCell(promotion, 'body', fromAmount(settings, 'promotion', promotion))),
      outcomeOriented === null
        ? yenCell(undefined)
        : of(
            'outcomeOriented',
            yenOrBandCell(outcomeOriented, 'body', fromAmount(settings, 'outcomeOriented', outcomeOriented)),
          ),
      of('support', yenOrBandCell(support, 'body', fromAmount(settings, 'support', support))),
      of('total', yenOrBandCell(totalIn(grants), 'total', sumOfGrants)),
      cell(basesOf(grants), 'center'),
    ]);
  }),
];

const totalIn = (grants: MunicipalityGrants): Pick<GrantAmount, 'yen' | 'low' | 'high'> => ({
  yen: grants.totalYen,
  low: totalOf(grants, 'low'),
  high: totalOf(grants, 'high'),
});

const sumOfGrants = computed('推進・成果指向型配分枠・支援の額の合計');

/** The notes below the amounts: what an estimate is and is not, what a share rests on. */
const amountNotes = (known: readonly PaidMunicipality[]): readonly Sentence[] => {
  const bases = new Set(known.flatMap(({ grants }) => amountsOf(grants).map(({ amount }) => amount.basis)));
  return [
    ...(bases.has('estimate') ? estimateNotes : []),
    ...(bases.has('share')
      ? [
          {
            text: '※ 「配分計画による計算」は、配分計画の予算額と係数で全市町村に割り振った額です。国の通知の額ではありません。',
          },
        ]
      : []),
    { text: '※ 下限・上限が金額と同じものには幅がありません。' },
  ];
};

/** The columns of the amounts with band and basis. */
const explainedAmountsWidths = [40, 30, 24, 24, 28];
const wide = wideLines(explainedAmountsWidths.length);

/** The amounts of one municipality with band and basis, their sum, and a sentence for each reason. */
const explainedAmounts = ({ title, grants, at }: PaidMunicipality, settings: Settings | undefined): readonly Line[] => {
  const amounts = amountsOf(grants).map(({ grant, amount }) => ({
    amount,
    grant,
    name: moneyGrantName(grant),
    source: fromAmount(settings, grant, amount),
  }));
  const total = totalIn(grants);
  return [
    wide(title, 'heading'),
    headerLine(['区分', '金額（円）', '下限（円）', '上限（円）', '根拠']),
    ...amounts.flatMap(({ name, grant, amount, source }) => [
      cellLine([
        cell(name, 'side'),
        keyed(yenOrBandCell(amount, 'body', source), cellKeys.amount(at, grant)),
        yenCell(amount.low, 'body', source),
        yenCell(amount.high, 'body', source),
        cell(basisWords[amount.basis], 'center'),
      ]),
      ...scenarioLines(settings, grant, amount, source),
    ]),
    cellLine([
      cell('合計', 'total-side'),
      keyed(yenOrBandCell(total, 'total', sumOfParts), cellKeys.amount(at, 'total')),
      cell(Number(total.low), 'total', { number: 'integer', source: sumOfParts }),
      cell(Number(total.high), 'total', { number: 'integer', source: sumOfParts }),
      cell(basesOf(grants), 'total-paper'),
    ]),
    ...amounts.flatMap(({ name, amount, source }) =>
      amount.because.map((reason) => wide(`${name}：${reason}`, 'note', source)),
    ),
    line(),
  ];
};

const sumOfParts = computed('区分ごとの額の合計');
