import { basisWords, totalOf } from '../../allocation';
import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import { ranksOf, type RankBand } from '../../rank';
import { goalNumeral, grantNames, type Block } from '../../schemes';
import type { ModelCell, SheetModel } from '../../workbook';
import { fromAllAmounts, fromTable, fromTableRow, insuredSource, rankSources } from '../figureSources';
import { cellKeys } from '../cellKeys';
import { cell, headerCells, keyed, rankCell, yenOrBandCell } from '../layout/cells';
import { pageSetup } from '../layout/layOut';
import { blockFromAnswers, computed } from '../origins';

/** Sheet 順位表: all municipalities as an Excel table, best first, so that sorting and filtering work. */
export const rankTableSheet = (results: ScoredResults): SheetModel => {
  const columns = rankTableColumns(results);
  const rows = sorted(results).map((ranked) => columns.map(({ cellOf }) => cellOf(ranked)));
  return {
    name: '順位表',
    marker: 'ranking',
    rows: [headerCells(columns.map(({ header }) => header)), ...rows],
    columnWidths: columns.map(({ width }) => width),
    frozenRows: 1,
    frozenColumns: 4,
    table: { name: '順位表', range: { top: 0, left: 0, bottom: rows.length, right: columns.length - 1 } },
    print: pageSetup({
      orientation: 'landscape',
      headerRow: 0,
      coded: true,
      note: `${results.municipalities.length.toLocaleString('en-US')}市町村`,
    }),
  };
};

/** Best first, by the fewest points; those with the same total stay in the order they were read. */
const sorted = (results: ScoredResults): readonly RankedMunicipality[] => {
  const { municipalities, subject } = results;
  const inList = subject === 'nation' ? [] : bandsIn(municipalities);
  const rows = municipalities.map((municipality, at) => ({
    municipality,
    place: subject === 'nation' ? municipality.rank.prefecture : (inList[at] ?? null),
    at,
  }));
  return rows.sort((a, b) => b.municipality.total - a.municipality.total || a.at - b.at);
};

type Place = Pick<RankBand, 'low' | 'high'>;

/** The rank of each in the list, a band where open answers of its own or of another can still move it. */
const bandsIn = (municipalities: readonly MunicipalityResult[]): readonly Place[] => {
  if (!municipalities.some(isOpen)) {
    return [...ranksOf(municipalities.map(({ total }) => total))].map((rank) => ({ low: rank, high: rank }));
  }
  const ranges = municipalities.map(({ range }) => range);
  return ranges.map((own) => ({
    low: 1 + ranges.filter(({ least }) => least > own.most).length,
    high: 1 + ranges.filter((other) => other !== own && other.most > own.least).length,
  }));
};

const isOpen = ({ range: { least, most } }: MunicipalityResult): boolean => least !== most;

/** A municipality of the list with its rank in its prefecture (national table) or in this list. */
interface RankedMunicipality {
  readonly municipality: MunicipalityResult;
  readonly place: Place | null;
  /** Its place among the results. */
  readonly at: number;
}

/** One column of the sheet 順位表. Its sources are made once, not for each of 1,741 rows. */
interface RankTableColumn {
  readonly header: string;
  readonly width: number;
  readonly cellOf: (ranked: RankedMunicipality) => ModelCell;
}

/** The columns of the sheet 順位表, from the rank to the amounts where there are any. */
const rankTableColumns = (results: ScoredResults): readonly RankTableColumn[] => [
  ...identityColumns(results),
  ...pointsColumns(results),
  ...totalColumns(results),
  ...amountColumns(results),
];

const column = (header: string, width: number, cellOf: RankTableColumn['cellOf']): RankTableColumn => ({
  header,
  width,
  cellOf,
});

const identityColumns = (results: ScoredResults): readonly RankTableColumn[] => {
  const { nation, subject } = results;
  const rank = rankSources(results);
  const place = subject === 'nation' ? fromTable(nation, '県内順位') : computed('この一覧の総得点の高い順');
  const insured = insuredSource(results);
  const sizeClass = nation && fromTableRow(nation, '規模区分');
  const ranksAreBands = results.municipalities.some(({ rank: { national } }) => national?.low !== national?.high);
  return [
    column('全国順位', ranksAreBands ? 13 : 9, ({ municipality, at }) =>
      keyed(rankCell(municipality.rank.national, 'body', rank(municipality)), cellKeys.ranking('national', at)),
    ),
    column(
      subject === 'nation' ? '県内順位' : '一覧内順位',
      results.municipalities.some(isOpen) && results.municipalities.length > 99 ? 11 : subject === 'nation' ? 9 : 7,
      (one) => keyed(rankCell(one.place, 'body', place), cellKeys.ranking('place', one.at)),
    ),
    column('都道府県', 9, ({ municipality, at }) =>
      keyed(cell(municipality.identity.prefecture ?? null, 'side'), cellKeys.ranking('prefecture', at)),
    ),
    column('市町村', 13, ({ municipality }) => cell(municipality.identity.name, 'side')),
    column('団体コード', 11, ({ municipality }) =>
      cell(municipality.identity.code ?? null, 'center', { number: 'text' }),
    ),
    column('第1号被保険者数', 9, ({ municipality }) =>
      cell(municipality.insured, 'body', { number: 'integer', source: insured }),
    ),
    column('規模区分', 5, ({ municipality: { nationRow } }) => {
      const size = nationRow === undefined ? 0 : (nation?.table.sizeClass[nationRow] ?? 0);
      return cell(size === 0 ? null : size, 'center', { number: 'integer', source: sizeClass });
    }),
    column('過疎', 5, ({ municipality: { nationRow } }) => {
      const depopulated = nationRow === undefined ? undefined : nation?.table.depopulated[nationRow];
      return cell(depopulated === 1 ? '○' : null, 'center');
    }),
  ];
};

/**
 * Goals of each grant with the common goal once, then the grants and the total. Where answers are open, both ends of each, as
 * numbers: a range in words could not be sorted by.
 */
const pointsColumns = ({ municipalities, nation, subject }: ScoredResults): readonly RankTableColumn[] => {
  const blocks = (municipalities[0]?.blocks ?? [])
    .map(({ block }, at) => ({ block, at }))
    .filter(({ block }) => block.group === null);
  const goals = blocks.filter(({ block }) => block.goal !== null);
  const sums = blocks.filter(({ block }) => block.goal === null);
  const hasRanges = municipalities.some(isOpen);
  return [...goals, ...sums].flatMap(({ block, at }) => {
    const header = headerOf(block);
    const source =
      subject === 'nation'
        ? fromTableRow(nation, block.grant === null ? header : `${header}の得点`)
        : blockFromAnswers(block);
    const figure = (name: string, end: 'points' | 'most'): RankTableColumn =>
      column(name, 7, (one) => {
        const printed = cell(one.municipality.blocks[at]?.[end] ?? null, 'body', { number: 'integer', source });
        return keyed(printed, end === 'points' ? cellKeys.ranked(one.at, block) : cellKeys.rankedMost(one.at, block));
      });
    return hasRanges
      ? [figure(`${header}下限`, 'points'), figure(`${header}上限`, 'most')]
      : [figure(header, 'points')];
  });
};

const headerOf = ({ grant, goal }: Block): string => {
  if (goal !== null) return `${grant === null ? '' : grantNames[grant].short}${goalNumeral(goal)}`;
  return grant === null ? '総得点' : `${grantNames[grant].short}計`;
};

const totalColumns = ({ scheme, municipalities }: ScoredResults): readonly RankTableColumn[] => {
  const source = computed('総得点÷満点');
  const rate = (header: string, end: 'least' | 'most'): RankTableColumn =>
    column(header, 8, ({ municipality: { range } }) =>
      cell(range[end] / scheme.maxPoints, 'body', { number: 'percent1', source }),
    );
  return [
    ...(municipalities.some(isOpen)
      ? [rate('得点率下限', 'least'), rate('得点率上限', 'most')]
      : [rate('得点率', 'least')]),
    // Without one it would be an empty column on every page.
    ...(municipalities.some(({ provisional }) => provisional)
      ? [column('暫定', 6, ({ municipality: { provisional } }) => cell(provisional ? '暫定' : null, 'center'))]
      : []),
  ];
};

/** None where nobody has an amount; ranks among those that have one figure. */
const amountColumns = ({ municipalities }: ScoredResults): readonly RankTableColumn[] => {
  if (municipalities.every(({ grants }) => grants === null)) return [];
  const paid = municipalities.flatMap((municipality) => {
    const amount = municipality.grants?.totalYen ?? null;
    return amount === null ? [] : [{ municipality, amount }];
  });
  const ordered = ranksOf(paid.map(({ amount }) => amount));
  const ranks = new Map(paid.map(({ municipality }, at) => [municipality, ordered[at] ?? 0]));
  const rank = computed('交付額の大きい順');
  return [
    column('交付額（円）', 24, ({ municipality: { grants } }) =>
      grants === null
        ? cell(null, 'body', { number: 'integer' })
        : yenOrBandCell(
            { yen: grants.totalYen, low: totalOf(grants, 'low'), high: totalOf(grants, 'high') },
            'body',
            fromAllAmounts(grants),
          ),
    ),
    column('額の順位', 9, ({ municipality }) =>
      cell(ranks.get(municipality) ?? null, 'body', { number: 'integer', source: rank }),
    ),
    column('額の根拠', 18, ({ municipality: { grants } }) => {
      const bases = grants === null ? [] : [...new Set([grants.promotion.basis, grants.support.basis])];
      return cell(bases.map((basis) => basisWords[basis]).join('・'), 'center');
    }),
  ];
};
