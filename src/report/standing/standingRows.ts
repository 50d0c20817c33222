import { standingOf, type Nation, type Scope, type Standing } from '../../rank';
import { grantNames } from '../../schemes';
import type { FigureSource, ModelCell } from '../../workbook';
import { cell } from '../layout';
import { fromTable, tableRow } from '../figureSources';
import { computed, fromAnswers } from '../origins';
import type { MunicipalityResult } from '../../evaluation';
import { scopeNames } from './scopeNames';
import { valuesInNation } from './valuesInNation';

/** The column heads of the rows. */
export const standingHeaders = [
  '範囲',
  '区分',
  '得点',
  '順位',
  '母数',
  '同順位の数',
  '上位',
  '偏差値',
  'ひとつ上との差',
  'ひとつ下との差',
];

type Row = readonly ModelCell[];

/** The places of a municipality in every scope: by the total, and by each grant. */
export const standingRows = (nation: Nation, municipality: MunicipalityResult): readonly Row[] => {
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
      const standing = standingOf(valuesInNation(nation, municipality, block), scope, row, 0);
      return standing === undefined ? [] : [standingRow(scope, kind, standing, sources)];
    }),
  );
};

type Column = 'points' | 'rank' | 'of' | 'tied' | 'share' | 'deviation' | 'gap';

const sourcesOf = (nation: Nation, row: number): Readonly<Record<Column, FigureSource>> => {
  const place = tableRow(nation, row);
  return {
    points: fromAnswers('得点'),
    rank: fromTable(nation, '順位（自団体は回答による得点）', place),
    of: fromTable(nation, '範囲内の市町村の数'),
    tied: fromTable(nation, '同じ得点の市町村の数', place),
    share: computed('順位÷母数'),
    deviation: fromTable(nation, '偏差値（平均と標準偏差は範囲内の市町村のもの）', place),
    gap: fromTable(nation, '次の得点の市町村との差', place),
  };
};

const standingRow = (
  scope: Scope,
  kind: string,
  standing: Standing,
  sources: Readonly<Record<Column, FigureSource>>,
): Row => [
  cell(scopeNames[scope.name], 'side'),
  cell(kind, 'center'),
  cell(standing.value, 'body', 'integer', sources.points),
  cell(standing.rank, 'body', 'integer', sources.rank),
  cell(standing.of, 'body', 'integer', sources.of),
  cell(standing.tied, 'body', 'integer', sources.tied),
  cell(standing.topShare, 'body', 'percent1', sources.share),
  cell(standing.deviationScore, 'body', 'decimal1', sources.deviation),
  cell(standing.above?.gap ?? null, 'body', 'integer', sources.gap),
  cell(standing.below?.gap ?? null, 'body', 'integer', sources.gap),
];
