import { basisWords, moneyGrantName, totalOf, type GrantAmount, type MunicipalityGrants } from '../../allocation';
import { municipalitiesOf, type MunicipalityResult, type Results } from '../../evaluation';
import { fiscalYearLabel } from '../../kernel';
import type { MoneyGrant, Settings } from '../../settings';
import type { SheetModel } from '../../workbook';
import { fromAmount } from '../figureSources';
import { cell, yenCell } from '../layout/cells';
import { cellLine, headerLine, layOut, line, pageSetup, wideLines, type Line } from '../layout/layOut';
import { municipalityTitle } from '../members';
import { computed } from '../origins';

/** The amounts of so many municipalities are explained one by one; more are listed. */
const explained = 3;

/** Sheet 配分: amounts with band, basis and reason; a list of many municipalities has one row each. */
export const allocationSheet = (results: Results): SheetModel => {
  const known = municipalitiesOf(results).flatMap((municipality) =>
    municipality.grants === null ? [] : [{ municipality, grants: municipality.grants }],
  );
  const few = known.length <= explained;
  const columnWidths = few ? explainedAmountsWidths : amountListWidths;
  const wide = wideLines(columnWidths.length);
  const { rows, merges, rowHeights } = layOut(
    [
      ...(few ? [wide(`交付額（${fiscalYearLabel(results.scheme.fiscalYear)}）`, 'title')] : []),
      ...(few
        ? known.flatMap((one) => explainedAmounts(one, results.money.settings))
        : amountList(known, results.money.settings)),
      ...amountNotes(known).map((note) => wide(note, 'note')),
    ],
    columnWidths,
  );
  return {
    name: '配分',
    marker: 'allocation',
    rows,
    merges,
    columnWidths,
    rowHeights,
    ...(few ? {} : { frozenRows: 1 }),
    print: pageSetup({
      orientation: 'landscape',
      ...(few ? {} : { headerRow: 0 }),
      checkCode: results.checkCode,
    }),
  };
};

/** A municipality whose amounts are known. */
interface PaidMunicipality {
  readonly municipality: MunicipalityResult;
  readonly grants: MunicipalityGrants;
}

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
const amountListWidths = [14, 18, 17, 20, 17, 17, 24];

/** The amounts of many municipalities, one row each. */
const amountList = (known: readonly PaidMunicipality[], settings: Settings | undefined): readonly Line[] => [
  headerLine(['都道府県', '市町村', '推進（円）', '成果指向型配分枠（円）', '支援（円）', '合計（円）', '根拠']),
  ...known.map(({ municipality: { identity }, grants }) => {
    const { promotion, outcomeOriented, support, totalYen } = grants;
    return cellLine([
      cell(identity.prefecture ?? null, 'side'),
      cell(identity.name, 'side'),
      yenCell(promotion.yen, 'body', fromAmount(settings, 'promotion', promotion)),
      outcomeOriented === null
        ? yenCell(undefined)
        : yenCell(outcomeOriented.yen, 'body', fromAmount(settings, 'outcomeOriented', outcomeOriented)),
      yenCell(support.yen, 'body', fromAmount(settings, 'support', support)),
      yenCell(totalYen, 'total', sumOfGrants),
      cell(basesOf(grants), 'center'),
    ]);
  }),
];

const sumOfGrants = computed('推進・成果指向型配分枠・支援の額の合計');

/** The notes below the amounts: what an estimate is and is not, what a share rests on. */
const amountNotes = (known: readonly PaidMunicipality[]): readonly string[] => {
  const bases = new Set(known.flatMap(({ grants }) => amountsOf(grants).map(({ amount }) => amount.basis)));
  return [
    ...(bases.has('estimate')
      ? [
          '※ 試算の方法：得点×第1号被保険者数×規模区分の単価。単価は、市町村が公表した交付額から推定したもので、国の係数は公表されていません。',
          '※ 試算の限界：所要見込額による減額、追加配分、激変緩和、成果指向型配分枠は見込んでいません。内示額として扱わないでください。',
        ]
      : []),
    ...(bases.has('share')
      ? ['※ 「配分計画による計算」は、配分計画の予算額と係数で全市町村に割り振った額です。国の通知の額ではありません。']
      : []),
    '※ 下限・上限が金額と同じものには幅がありません。',
  ];
};

/** The columns of the amounts with band and basis. */
const explainedAmountsWidths = [34, 18, 18, 18, 24];
const wide = wideLines(explainedAmountsWidths.length);

/** The amounts of one municipality with band and basis, their sum, and a sentence for each reason. */
const explainedAmounts = (
  { municipality, grants }: PaidMunicipality,
  settings: Settings | undefined,
): readonly Line[] => {
  const amounts = amountsOf(grants).map(({ grant, amount }) => ({
    ...amount,
    name: moneyGrantName(grant),
    source: fromAmount(settings, grant, amount),
  }));
  return [
    wide(municipalityTitle(municipality), 'heading'),
    headerLine(['区分', '金額（円）', '下限（円）', '上限（円）', '根拠']),
    ...amounts.map(({ name, yen, low, high, basis, source }) =>
      cellLine([
        cell(name, 'side'),
        yenCell(yen, 'body', source),
        yenCell(low, 'body', source),
        yenCell(high, 'body', source),
        cell(basisWords[basis], 'center'),
      ]),
    ),
    cellLine([
      cell('合計', 'total-side'),
      yenCell(grants.totalYen, 'total', sumOfParts),
      cell(Number(totalOf(grants, 'low')), 'total', { number: 'integer', source: sumOfParts }),
      cell(Number(totalOf(grants, 'high')), 'total', { number: 'integer', source: sumOfParts }),
      cell(basesOf(grants), 'total-paper'),
    ]),
    ...amounts.flatMap(({ name, because, source }) =>
      because.map((reason) => wide(`${name}：${reason}`, 'note', source)),
    ),
    line(),
  ];
};

const sumOfParts = computed('区分ごとの額の合計');
