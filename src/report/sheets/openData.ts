import { basisWords, type GrantAmount } from '../../allocation';
import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import { fiscalYearLabel, westernYear } from '../../kernel';
import { blockName } from '../../schemes';
import { compileScheme } from '../../score';
import type { MoneyGrant } from '../../settings';
import type { CellValue, FigureSource, SheetModel } from '../../workbook';
import { fromAllAmounts, fromAmount, fromRules, fromTableRow, insuredSource, rankSources } from '../figureSources';
import { cell } from '../layout/cells';
import { pageSetup } from '../layout/layOut';
import { blockFromAnswers, fromAnswers } from '../origins';

/**
 * 機械可読: the results once more for machines, by the rules for open data (総務省 統一ルール 2020): one value per cell, numbers
 * as numbers without format, units in the header, local-government codes, no merges, western year beside 令和.
 */
export const openDataSheet = (results: ScoredResults): SheetModel => {
  const columns = openDataColumns(results);
  return {
    name: '機械可読',
    marker: 'openData',
    rows: [
      columns.map(({ header }) => cell(header, 'plain')),
      ...results.municipalities.map((municipality) =>
        columns.map(({ valueOf, sourceOf }) => plain(valueOf(municipality), sourceOf(municipality))),
      ),
    ],
    columnWidths: columns.map(({ header }) => Math.max(12, header.length * 2 + 2)),
    frozenRows: 1,
    print: pageSetup({ orientation: 'landscape', headerRow: 0, coded: true }),
  };
};

/** Codes are texts: 01 must not become 1. */
const plain = (value: CellValue, source: FigureSource | undefined) =>
  cell(value, 'plain', { number: typeof value === 'string' ? 'text' : undefined, source });

/** A column of 機械可読: its unit in the header, its values, and where they come from. */
interface OpenDataColumn {
  readonly header: string;
  readonly valueOf: (municipality: MunicipalityResult) => CellValue;
  readonly sourceOf: (municipality: MunicipalityResult) => FigureSource | undefined;
}

/** The columns, the same for every municipality of the results. */
const openDataColumns = (results: ScoredResults): readonly OpenDataColumn[] => [
  ...identityColumns(results),
  ...pointsColumns(results),
  ...amountColumns(results, '推進の交付額', 'promotion'),
  ...amountColumns(results, '成果指向型配分枠の交付額', 'outcomeOriented'),
  ...amountColumns(results, '支援の交付額', 'support'),
  {
    header: '交付額の合計（円）',
    valueOf: ({ grants }) => (grants?.totalYen == null ? null : Number(grants.totalYen)),
    sourceOf: ({ grants }) => (grants === null ? undefined : fromAllAmounts(grants)),
  },
  column('検算コード', () => results.checkCode),
];

/** A column of one source for all rows. */
const column = (header: string, valueOf: OpenDataColumn['valueOf'], source?: FigureSource): OpenDataColumn => ({
  header,
  valueOf,
  sourceOf: () => source,
});

const identityColumns = (results: ScoredResults): readonly OpenDataColumn[] => {
  const { fiscalYear } = results.scheme;
  return [
    column('年度（西暦）', () => westernYear(fiscalYear), yearSource),
    column('年度（和暦）', () => fiscalYearLabel(fiscalYear)),
    column('全国地方公共団体コード', ({ identity }) => identity.code ?? null),
    column('都道府県名', ({ identity }) => identity.prefecture ?? null),
    column('市町村名', ({ identity }) => identity.name),
    column('第1号被保険者数（人）', ({ insured }) => insured, insuredSource(results)),
  ];
};

const yearSource: FigureSource = { kind: 'rules', text: '採点に使った評価指標の年度です。' };

const pointsColumns = (results: ScoredResults): readonly OpenDataColumn[] => {
  const { scheme, nation, subject } = results;
  const inTable = subject === 'nation' ? nation : undefined;
  const total = inTable === undefined ? fromAnswers('総得点') : fromTableRow(inTable, '総得点');
  const rankSource = rankSources(results);
  const rankColumn = (header: string, end: 'low' | 'high' | 'of'): OpenDataColumn => ({
    header,
    valueOf: ({ rank }) => rank.national?.[end] ?? null,
    sourceOf: rankSource,
  });
  return [
    column('満点（点）', () => scheme.maxPoints, fromRules(scheme, '満点')),
    column('総得点（点）', (municipality) => municipality.total, total),
    column('総得点の下限（点）', ({ range }) => range.least, total),
    column('総得点の上限（点）', ({ range }) => range.most, total),
    rankColumn('全国順位の上限（位）', 'low'),
    rankColumn('全国順位の下限（位）', 'high'),
    rankColumn('全国順位の母数（市町村）', 'of'),
    ...compileScheme(scheme).blocks.flatMap((block, at): readonly OpenDataColumn[] => {
      if (block.grant === null) return [];
      const name = blockName(block);
      const source = inTable === undefined ? blockFromAnswers(block) : fromTableRow(inTable, `${name}の得点`);
      return [column(`${name}（点）`, ({ blocks }) => blocks[at]?.points ?? null, source)];
    }),
  ];
};

const amountColumns = (
  { money: { settings } }: ScoredResults,
  label: string,
  grant: MoneyGrant,
): readonly OpenDataColumn[] => {
  const amountOf = ({ grants }: MunicipalityResult): GrantAmount | undefined => grants?.[grant] ?? undefined;
  const amountColumn = (header: string, end: 'yen' | 'low' | 'high'): OpenDataColumn => ({
    header,
    valueOf: (municipality) => {
      const amount = amountOf(municipality)?.[end];
      return amount === undefined || amount === null ? null : Number(amount);
    },
    sourceOf: (municipality) => {
      const amount = amountOf(municipality);
      return amount && fromAmount(settings, grant, amount);
    },
  });
  return [
    amountColumn(`${label}（円）`, 'yen'),
    amountColumn(`${label}の下限（円）`, 'low'),
    amountColumn(`${label}の上限（円）`, 'high'),
    column(`${label}の根拠`, (municipality) => {
      const basis = amountOf(municipality)?.basis;
      return basis === undefined ? null : basisWords[basis];
    }),
  ];
};
