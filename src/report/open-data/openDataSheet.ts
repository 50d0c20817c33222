import { basisWords, type GrantAmount } from '../../allocation';
import { fiscalYearLabel, westernYear } from '../../kernel';
import { blockName } from '../../schemes';
import { compileScheme } from '../../score';
import type { CellValue, SheetModel } from '../../workbook';
import { cell } from '../cells';
import type { MunicipalityResult, Results } from '../results';

type Column = readonly [header: string, value: (municipality: MunicipalityResult) => CellValue];

/**
 * 機械可読: the results once more for machines, by the rules for open data (総務省 統一ルール 2020): one value per cell, numbers
 * as numbers without format, units in the header, local-government codes, no merges, western year beside 令和.
 */
export const openDataSheet = (results: Results): SheetModel => {
  const columns = columnsOf(results);
  return {
    name: '機械可読',
    marker: 'openData',
    rows: [
      columns.map(([header]) => cell(header, 'plain')),
      ...results.municipalities.map((municipality) => columns.map(([, value]) => plain(value(municipality)))),
    ],
    columnWidths: columns.map(([header]) => Math.max(12, header.length * 2 + 2)),
    frozenRows: 1,
    print: { orientation: 'landscape', titleRows: { first: 0, last: 0 }, header: '&R&A', footer: '&R&P / &N' },
  };
};

/** Codes are texts: 01 must not become 1. */
const plain = (value: CellValue) => (typeof value === 'string' ? cell(value, 'plain', 'text') : cell(value, 'plain'));

const columnsOf = ({ scheme, checkCode }: Results): readonly Column[] => [
  ['年度（西暦）', () => westernYear(scheme.fiscalYear)],
  ['年度（和暦）', () => fiscalYearLabel(scheme.fiscalYear)],
  ['全国地方公共団体コード', ({ identity }) => identity.code ?? null],
  ['都道府県名', ({ identity }) => identity.prefecture ?? null],
  ['市町村名', ({ identity }) => identity.name],
  ['第1号被保険者数（人）', ({ insured }) => insured],
  ['満点（点）', () => scheme.maxPoints],
  ['総得点（点）', ({ total }) => total],
  ['総得点の下限（点）', ({ range }) => range.min],
  ['総得点の上限（点）', ({ range }) => range.max],
  ['全国順位の上限（位）', ({ rank }) => rank.national?.low ?? null],
  ['全国順位の下限（位）', ({ rank }) => rank.national?.high ?? null],
  ['全国順位の母数（市町村）', ({ rank }) => rank.national?.of ?? null],
  ...compileScheme(scheme).blocks.flatMap((block, at): readonly Column[] =>
    block.grant === null
      ? []
      : [[`${blockName(block)}（点）`, ({ blocks }: MunicipalityResult) => blocks[at]?.points ?? null]],
  ),
  ...amountColumns('推進の交付額', ({ grants }) => grants?.promotion),
  ...amountColumns('成果指向型配分枠の交付額', ({ grants }) => grants?.outcomeOriented ?? undefined),
  ...amountColumns('支援の交付額', ({ grants }) => grants?.support),
  ['交付額の合計（円）', ({ grants }) => (grants === null ? null : Number(grants.totalYen))],
  ['検算コード', () => checkCode],
];

const amountColumns = (
  label: string,
  amount: (municipality: MunicipalityResult) => GrantAmount | undefined,
): readonly Column[] => [
  [`${label}（円）`, (municipality) => numberOf(amount(municipality)?.yen)],
  [`${label}の下限（円）`, (municipality) => numberOf(amount(municipality)?.low)],
  [`${label}の上限（円）`, (municipality) => numberOf(amount(municipality)?.high)],
  [
    `${label}の根拠`,
    (municipality) => {
      const basis = amount(municipality)?.basis;
      return basis === undefined ? null : basisWords[basis];
    },
  ],
];

const numberOf = (amount: bigint | undefined): number | null => (amount === undefined ? null : Number(amount));
