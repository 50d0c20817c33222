import type { MunicipalityResult, ScoredResults } from '../../evaluation';
import {
  blockColumn,
  neighboursOf,
  rankAmong,
  standingOf,
  statisticsOf,
  type Nation,
  type Scope,
  type ScopeName,
  type Standing,
  type Statistics,
} from '../../rank';
import { halfUp, inGroups, printedPercent } from '../../kernel';
import { grantNames } from '../../schemes';
import type { FigureSource, ModelCell, SheetModel } from '../../workbook';
import { fromTable, fromTableRow, tableRow } from '../figureSources';
import { cell, rangeCell } from '../layout/cells';
import { cellLine, headerLine, layOut, line, pageSetup, together, wideLines, type Line } from '../layout/layOut';
import { headlineOf, municipalityTitle } from '../members';
import { computed, fromAnswers } from '../origins';

/** Which end of the own points: open answers as nothing, or as all they could be. */
type End = 'points' | 'most';

/** The points of a block over the nation, row by row, with the municipality's own points in its row. */
const valuesInNation = (nation: Nation, municipality: MunicipalityResult, block: number, end: End): Uint16Array => {
  // A copy: the table is kept, and other municipalities are ranked in it.
  const values = blockColumn(nation.scores, block).slice();
  const row = municipality.nationRow;
  if (row !== undefined) values[row] = municipality.blocks[block]?.[end] ?? values[row] ?? 0;
  return values;
};

/** Among whom a municipality is ranked, as the sheet 順位 names it. */
const scopeNames: Readonly<Record<ScopeName, string>> = {
  nation: '全国',
  prefecture: '都道府県内',
  'size-class': '同じ規模区分',
  'size-class-and-depopulation': '同じ規模区分・過疎の別',
  'without-designated-cities': '全国（政令指定都市を除く）',
  peers: '比較団体',
};

/** The column heads of the rows. */
const neighbourHeaders = ['範囲', '順位', '都道府県', '市町村', '総得点', '差'];
/** So many neighbours are shown above and below. */
const reach = 5;

type NeighbourRow = readonly ModelCell[];

/** The municipalities around one, a table for every scope, best first, itself among them. */
const neighbourTables = (nation: Nation, municipality: MunicipalityResult): readonly (readonly NeighbourRow[])[] => {
  const [values, most] = (['points', 'most'] as const).map((end) =>
    valuesInNation(nation, municipality, nation.scores.compiled.totalBlock, end),
  );
  const { nationRow } = municipality;
  return nationRow === undefined || values === undefined || most === undefined
    ? []
    : nation.ranks.scopes
        .map((scope) => rowsIn(nation, scope, { values, most }, nationRow))
        .filter((rows) => rows.length > 0);
};

/** Around the settled points; the own row says both ends of what is open. */
const rowsIn = (
  nation: Nation,
  scope: Scope,
  { values, most }: Readonly<Record<'values' | 'most', Uint16Array>>,
  row: number,
): readonly NeighbourRow[] => {
  const own = values[row] ?? 0;
  return neighboursOf(values, scope, row, reach).map((other) => {
    const look = other === row ? 'total' : 'body';
    const value = values[other] ?? 0;
    const identity = nation.table.municipalities[other];
    const ends = other === row ? [most, values] : [values, values];
    const [best = 0, rank = 0] = ends.map((totals) => rankAmong(totals, scope, other) ?? 0);
    const place = tableRow(nation, other);
    return [
      cell(scopeNames[scope.name], look === 'total' ? 'total-side' : 'side'),
      rangeCell([best, rank], look, { number: 'integer', source: fromTable(nation, '順位', place) }, inGroups),
      cell(identity?.prefecture ?? null, look),
      cell(identity?.name ?? null, look),
      rangeCell([value, other === row ? (most[row] ?? value) : value], look, {
        number: 'integer',
        source: other === row ? fromAnswers('総得点') : fromTableRow(nation, '総得点', place),
      }),
      cell(value - own, look, { number: 'signed-integer', source: difference }),
    ];
  });
};

const difference = computed('総得点－自団体の総得点');

/** The column heads of the rows. */
const standingHeaders = [
  '範囲',
  '区分',
  '得点',
  '順位',
  '母数',
  '平均点',
  '中央値',
  '同順位\nの数',
  '上位',
  '偏差値',
  'ひとつ上との差',
  'ひとつ下との差',
];

type StandingRow = readonly ModelCell[];

/** The places of a municipality in every scope: by the total, and by each grant. */
const standingRows = (
  nation: Nation,
  figuresOf: NationFigures,
  municipality: MunicipalityResult,
): readonly StandingRow[] => {
  const { totalBlock, promotionBlock, supportBlock } = nation.scores.compiled;
  const kinds = [
    ['総得点', totalBlock],
    [grantNames.promotion.short, promotionBlock],
    [grantNames.support.short, supportBlock],
  ] as const;
  const row = municipality.nationRow;
  if (row === undefined) return [];
  const sources = sourcesOf(nation, row);
  return nation.ranks.scopes.flatMap((scope) =>
    kinds.flatMap(([kind, block]) => {
      const [least, most] = (['points', 'most'] as const).map((end) => {
        const standing = standingOf(valuesInNation(nation, municipality, block, end), scope, row);
        return standing && amongTable(scope, figuresOf(block), standing);
      });
      return least === undefined || most === undefined ? [] : [standingRow(scope, kind, { least, most }, sources)];
    }),
  );
};

/** What the table says of a block over the whole nation. */
type NationFigures = (block: number) => Statistics;

/** The same for every municipality of a run, and worked out once. */
const nationFigures = ({ scores }: Nation): NationFigures => {
  const known = new Map<number, Statistics>();
  return (block) => {
    const figures = known.get(block) ?? statisticsOf(blockColumn(scores, block));
    known.set(block, figures);
    return figures;
  };
};

/** The nation's mean, median and spread are those of its table, on every sheet; the own answers change only the own place. */
const amongTable = ({ name }: Scope, { mean, median, sdPopulation }: Statistics, standing: Standing): Standing => {
  if (name !== 'nation') return standing;
  const deviationScore = sdPopulation === 0 ? null : 50 + (10 * (standing.value - mean)) / sdPopulation;
  return { ...standing, mean, median, deviationScore };
};

type Column = 'points' | 'rank' | 'of' | 'mean' | 'tied' | 'share' | 'deviation' | 'gap';

const sourcesOf = (nation: Nation, row: number): Readonly<Record<Column, FigureSource>> => {
  const place = tableRow(nation, row);
  return {
    points: fromAnswers('得点'),
    rank: fromTable(nation, '順位（自団体は回答による得点）', place),
    of: fromTable(nation, '範囲内の市町村の数'),
    mean: fromTable(nation, '範囲内の市町村の平均点と中央値'),
    tied: fromTable(nation, '同じ得点の市町村の数', place),
    share: computed('順位÷母数'),
    deviation: fromTable(nation, '偏差値（平均と標準偏差は範囲内の市町村のもの）', place),
    gap: fromTable(nation, '次の得点の市町村との差', place),
  };
};

const standingRow = (
  scope: Scope,
  kind: string,
  { least, most }: Readonly<Record<'least' | 'most', Standing>>,
  sources: Readonly<Record<Column, FigureSource>>,
): StandingRow => {
  const open = least.value !== most.value;
  /** Whom one is level with, and how far off the next are, nobody knows of points that are open. */
  const settled = (value: number | null, source: FigureSource): ModelCell =>
    open ? cell('－', 'center') : cell(value, 'body', { number: 'integer', source });
  return [
    cell(scopeNames[scope.name], 'side'),
    cell(kind, 'center'),
    rangeCell([least.value, most.value], 'body', { number: 'integer', source: sources.points }),
    rangeCell([most.rank, least.rank], 'body', { number: 'integer', source: sources.rank }, inGroups),
    cell(least.of, 'body', { number: 'integer', source: sources.of }),
    cell(least.mean, 'body', { number: 'decimal1', source: sources.mean }),
    cell(least.median, 'body', { number: 'decimal1', source: sources.mean }),
    settled(least.tied, sources.tied),
    rangeCell([most.topShare, least.topShare], 'body', { number: 'percent1', source: sources.share }, percentText),
    least.deviationScore === null || most.deviationScore === null
      ? cell(null, 'body')
      : rangeCell(
          [least.deviationScore, most.deviationScore],
          'body',
          { number: 'decimal1', source: sources.deviation },
          (score) => halfUp(score, 1),
        ),
    settled(least.above?.gap ?? null, sources.gap),
    settled(least.below?.gap ?? null, sources.gap),
  ];
};

const percentText = (share: number): string => printedPercent(share, 1, 1);

/** 「1,037～1,362」 of the own row stands under 区分, which has the ranks of the tables below. */
const columnWidths = [27, 13, 13, 13, 10, 8, 8, 8, 14, 12, 10, 10];
const wide = wideLines(columnWidths.length);

/** Sheet 順位: the own place in every scope, the gaps to the next places, and the neighbours above and below. */
export const standingSheet = (
  results: ScoredResults,
  nation: Nation,
  municipalities: readonly MunicipalityResult[],
): SheetModel => {
  const count = fromTable(nation, '市町村の数');
  const figuresOf = nationFigures(nation);
  const lines: readonly Line[] = [
    wide(`順位（${nation.table.count.toLocaleString('en-US')}市町村の全国集計による）`, 'title', count),
    ...municipalities
      .filter(({ nationRow }) => nationRow !== undefined)
      .flatMap((municipality) => [
        wide(municipalityTitle(municipality), 'heading'),
        ...headlineOf(results, municipality).map(({ text, source }) => wide(text, 'subtitle', source)),
        ...together([
          headerLine(standingHeaders),
          ...standingRows(nation, figuresOf, municipality).map(cellLine),
          line(),
        ]),
        ...neighbourTables(nation, municipality).flatMap((rows) =>
          together([headerLine(neighbourHeaders), ...rows.map(cellLine), line()]),
        ),
      ]),
    ...(nation.complete
      ? []
      : [
          wide(
            `※ 全国集計の表は${nation.table.count}市町村で、全国${nation.expected}のすべてではありません。全国順位は公表された順位を用いています。`,
            'note',
            count,
          ),
        ]),
    ...(municipalities.some(({ range }) => range.least !== range.most)
      ? [
          wide(
            '※ 暫定の市町村の得点と順位は、未確定の回答による幅で示します。前後の市町村、「差」、範囲の平均と中央値は、未確定の回答を除いた得点によります。',
            'note',
          ),
        ]
      : []),
    wide(
      '※ 同点は同順位とし、次の順位をとばします（1、2、2、4）。偏差値は 50＋10×（得点－平均）÷標準偏差（母標準偏差）です。',
      'note',
    ),
  ];
  const laidOut = layOut(lines, columnWidths);
  return {
    name: '順位',
    marker: 'standing',
    ...laidOut,
    print: pageSetup({ orientation: 'landscape', coded: true }),
  };
};
