import { basisWords } from '../allocation';
import { rankAt, ranksOf } from '../rank';
import { goalNumeral, grantNames } from '../schemes';
import type { ModelCell, SheetModel } from '../workbook';
import { cell } from './cells';
import type { BlockPoints, MunicipalityResult, Results } from './results';

const fixedWidths = [10, 10, 12, 18, 10, 12, 8, 8];

/** Sheet 順位表: all municipalities as an Excel table, best first, so that sorting and filtering work. */
export const rankTableSheet = (results: Results): SheetModel => {
  const blocks = columnsOf(results);
  const amounts = amountRanks(results);
  const headers = [
    '全国順位',
    results.subject === 'nation' ? '県内順位' : '一覧内順位',
    '都道府県',
    '市町村',
    '団体コード',
    '第1号被保険者数',
    '規模区分',
    '過疎',
    ...blocks.map(({ header }) => header),
    '得点率',
    '暫定',
    ...(amounts === undefined ? [] : ['交付額（円）', '額の順位', '額の根拠']),
  ];
  const rows = sorted(results).map(({ municipality, place }) => [
    rankCell(municipality),
    cell(place, 'body', 'integer'),
    cell(municipality.identity.prefecture ?? null, 'side'),
    cell(municipality.identity.name, 'side'),
    cell(municipality.identity.code ?? null, 'center', 'text'),
    cell(municipality.insured, 'body', 'integer'),
    ...tableColumns(results, municipality),
    ...blocks.map(({ key }) => cell(pointsIn(municipality, key), 'body', 'integer')),
    cell(municipality.total / results.scheme.maxPoints, 'body', 'percent1'),
    cell(municipality.provisional ? `${municipality.range.min}～${municipality.range.max}` : null, 'center'),
    ...(amounts === undefined ? [] : amountCells(municipality, amounts)),
  ]);
  return {
    name: '順位表',
    marker: 'ranking',
    rows: [headers.map((text) => cell(text, 'header')), ...rows],
    columnWidths: [...fixedWidths, ...blocks.map(() => 10), 9, 12, ...(amounts === undefined ? [] : [16, 10, 18])],
    frozenRows: 1,
    frozenColumns: 4,
    table: { name: '順位表', range: { top: 0, left: 0, bottom: rows.length, right: headers.length - 1 } },
    print: {
      orientation: 'landscape',
      titleRows: { first: 0, last: 0 },
      header: '&R&A',
      footer: `&L検算コード ${results.checkCode}　${results.municipalities.length}市町村&R&P / &N`,
    },
  };
};

/** Ranks by the total amount among those that have one; undefined where nobody has. */
const amountRanks = ({ municipalities }: Results): ReadonlyMap<MunicipalityResult, number> | undefined => {
  const paid = municipalities.flatMap((municipality) =>
    municipality.grants === null ? [] : [{ municipality, amount: municipality.grants.totalYen }],
  );
  if (paid.length === 0) return undefined;
  const ranks = ranksOf(paid.map(({ amount }) => amount));
  return new Map(paid.map(({ municipality }, at) => [municipality, ranks[at] ?? 0]));
};

const amountCells = (
  municipality: MunicipalityResult,
  ranks: ReadonlyMap<MunicipalityResult, number>,
): readonly ModelCell[] => {
  const { grants } = municipality;
  const bases = grants === null ? [] : [...new Set([grants.promotion.basis, grants.support.basis])];
  return [
    cell(grants === null ? null : Number(grants.totalYen), 'body', 'integer'),
    cell(ranks.get(municipality) ?? null, 'body', 'integer'),
    cell(bases.map((basis) => basisWords[basis]).join('・'), 'center'),
  ];
};

interface Row {
  readonly municipality: MunicipalityResult;
  /** Rank in its prefecture (national table) or in this list. */
  readonly place: number | null;
}

const sorted = (results: Results): readonly Row[] => {
  const { municipalities, nation } = results;
  const inList = ranksOf(municipalities.map(({ total }) => total));
  const rows = municipalities.map((municipality, at) => ({
    municipality,
    place:
      results.subject === 'nation' && nation !== undefined
        ? (rankAt(nation.ranks, 'prefecture', nation.scores.compiled.totalBlock, at) ?? null)
        : (inList[at] ?? null),
    at,
  }));
  return rows.sort((a, b) => b.municipality.total - a.municipality.total || a.at - b.at);
};

const rankCell = ({ rank: { national } }: MunicipalityResult): ModelCell => {
  if (national === null) return cell(null, 'body');
  return national.low === national.high
    ? cell(national.low, 'body', 'integer')
    : cell(`${national.low}～${national.high}`, 'center');
};

const tableColumns = ({ nation }: Results, { nationRow }: MunicipalityResult): readonly ModelCell[] => {
  const sizeClass = nationRow === undefined ? 0 : (nation?.table.sizeClass[nationRow] ?? 0);
  const depopulated = nationRow === undefined ? 255 : (nation?.table.depopulated[nationRow] ?? 255);
  return [
    cell(sizeClass === 0 ? null : sizeClass, 'center', 'integer'),
    cell(depopulated === 1 ? '○' : null, 'center'),
  ];
};

interface PointsColumn {
  readonly header: string;
  readonly key: string;
}

/** Goals of each grant with the common goal once, then the grants and the total. */
const columnsOf = ({ municipalities }: Results): readonly PointsColumn[] => {
  const blocks = (municipalities[0]?.blocks ?? []).map(({ block }) => block).filter(({ group }) => group === null);
  const goals = blocks.filter(({ goal }) => goal !== null);
  const sums = blocks.filter(({ goal }) => goal === null);
  return [
    ...goals.map(({ grant, goal, key }) => ({
      header: `${grant === null ? '' : grantNames[grant].short}${goalNumeral(goal ?? 0)}`,
      key,
    })),
    ...sums.map(({ grant, key }) => ({ header: grant === null ? '総得点' : `${grantNames[grant].short}計`, key })),
  ];
};

const pointsIn = ({ blocks }: MunicipalityResult, key: string): number | null =>
  blocks.find(({ block }: BlockPoints) => block.key === key)?.points ?? null;
