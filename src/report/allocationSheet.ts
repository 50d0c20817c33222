import { basisWords, moneyGrantName, type GrantAmount, type MunicipalityGrants } from '../allocation';
import { fiscalYearLabel } from '../kernel';
import type { ModelCell, SheetModel } from '../workbook';
import { cell } from './cells';
import { municipalityTitle } from './headline';
import { layOut, type Line } from './layOut';
import { yenCell } from './moneyCells';
import type { MunicipalityResult, Results } from './results';
import { line, span } from './spans';

const columnWidths = [34, 18, 18, 18, 24];
const width = columnWidths.length;
const listWidths = [14, 18, 17, 20, 17, 17, 24];
/** The amounts of so many municipalities are explained one by one; more are listed. */
const explained = 3;

/** Sheet 配分: amounts with band, basis and reason; a list of many municipalities has one row each. */
export const allocationSheet = (results: Results): SheetModel => {
  const known = results.municipalities.flatMap((municipality) =>
    municipality.grants === null ? [] : [{ municipality, grants: municipality.grants }],
  );
  const few = known.length <= explained;
  const widths = few ? columnWidths : listWidths;
  const notes = notesOf(known.map(({ grants }) => grants));
  const lines = few
    ? [
        line(span(`交付額（${fiscalYearLabel(results.scheme.fiscalYear)}）`, width, 'title')),
        ...known.flatMap(({ municipality, grants }) => explainedLines(municipality, grants)),
        ...notes.map((note) => line(span(note, width, 'note'))),
      ]
    : [...listLines(known), ...notes.map((note) => line(span(note, listWidths.length, 'note')))];
  const { rows, merges, rowHeights } = layOut(lines, widths);
  return {
    name: '配分',
    marker: 'allocation',
    rows,
    merges,
    columnWidths: widths,
    rowHeights,
    ...(few ? {} : { frozenRows: 1 }),
    print: {
      orientation: 'landscape',
      ...(few ? {} : { titleRows: { first: 0, last: 0 } }),
      header: '&R&A',
      footer: `&L検算コード ${results.checkCode}&R&P / &N`,
    },
  };
};

interface Known {
  readonly municipality: MunicipalityResult;
  readonly grants: MunicipalityGrants;
}

const amountsOf = ({ promotion, outcomeOriented, support }: MunicipalityGrants) =>
  [
    ['promotion', promotion],
    ['outcomeOriented', outcomeOriented],
    ['support', support],
  ] as const;

const explainedLines = (municipality: MunicipalityResult, grants: MunicipalityGrants): readonly Line[] => {
  const amounts = amountsOf(grants).flatMap(([grant, amount]) => (amount === null ? [] : [{ grant, amount }]));
  return [
    line(span(municipalityTitle(municipality), width, 'heading')),
    cells(['区分', '金額（円）', '下限（円）', '上限（円）', '根拠'].map((text) => cell(text, 'header'))),
    ...amounts.map(({ grant, amount }) =>
      cells([
        cell(moneyGrantName(grant), 'side'),
        yenCell(amount.yen),
        yenCell(amount.low),
        yenCell(amount.high),
        cell(basisWords[amount.basis], 'center'),
      ]),
    ),
    cells([
      cell('合計', 'total-side'),
      yenCell(grants.totalYen, 'total'),
      cell(sumOf(amounts, 'low'), 'total', 'integer'),
      cell(sumOf(amounts, 'high'), 'total', 'integer'),
      cell(basesOf(grants), 'total-paper'),
    ]),
    ...amounts.flatMap(({ grant, amount }) =>
      amount.because.map((reason) => line(span(`${moneyGrantName(grant)}：${reason}`, width, 'note'))),
    ),
    line(),
  ];
};

const listLines = (known: readonly Known[]): readonly Line[] => [
  cells(
    ['都道府県', '市町村', '推進（円）', '成果指向型配分枠（円）', '支援（円）', '合計（円）', '根拠'].map((text) =>
      cell(text, 'header'),
    ),
  ),
  ...known.map(({ municipality: { identity }, grants }) =>
    cells([
      cell(identity.prefecture ?? null, 'side'),
      cell(identity.name, 'side'),
      yenCell(grants.promotion.yen),
      yenCell(grants.outcomeOriented?.yen),
      yenCell(grants.support.yen),
      yenCell(grants.totalYen, 'total'),
      cell(basesOf(grants), 'center'),
    ]),
  ),
];

const cells = (row: readonly ModelCell[]): Line => ({ spans: row.map((one) => ({ cell: one, columns: 1 })) });

const sumOf = (amounts: readonly { readonly amount: GrantAmount }[], end: 'low' | 'high'): number =>
  Number(amounts.reduce((sum, { amount }) => sum + amount[end], 0n));

const basesOf = (grants: MunicipalityGrants): string =>
  [...new Set(amountsOf(grants).flatMap(([, amount]) => (amount === null ? [] : [basisWords[amount.basis]])))].join(
    '・',
  );

const notesOf = (all: readonly MunicipalityGrants[]): readonly string[] => {
  const bases = new Set(all.flatMap((grants) => amountsOf(grants).map(([, amount]) => amount?.basis)));
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
