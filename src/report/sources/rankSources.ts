import type { RankBand } from '../../rank';
import type { FigureSource } from '../../workbook';
import { fromPublished, rankFromPublished } from './documentSources';
import { fromTable, fromTableRow, tableRow } from './tableSources';
import type { MunicipalityResult, ScoredResults } from '../../evaluation';

/** Where a national rank comes from; undefined where the year has no ranks at all. */
export type RankSource = (municipality: MunicipalityResult) => FigureSource | undefined;

/** One source for each basis a rank can rest on, shared by all who have it: lists have 1,741 rows. */
export const rankSources = ({ national, nation }: ScoredResults): RankSource => {
  const sources: Readonly<Record<RankBand['basis'], FigureSource | undefined>> = {
    table:
      nation &&
      (nation.complete
        ? fromTable(nation, '全国順位')
        : fromTableRow(nation, '全国順位（書かれていなければ得点から求めた幅）')),
    distribution: national && rankFromPublished(national, 'distribution'),
    'known-pairs': national && rankFromPublished(national, 'known-pairs'),
    none: national && fromPublished(national, '全国の市町村数'),
  };
  return ({ rank: { national: band } }) => (band === null ? undefined : sources[band.basis]);
};

/** The source of one municipality's national rank, with its row where the rank was counted in a table. */
export const nationalRankSource = (
  results: ScoredResults,
  municipality: MunicipalityResult,
): FigureSource | undefined => {
  const source = rankSources(results)(municipality);
  const place =
    source?.kind === 'table' && results.nation !== undefined
      ? tableRow(results.nation, municipality.nationRow)
      : undefined;
  return source === undefined || place === undefined ? source : { ...source, place };
};
