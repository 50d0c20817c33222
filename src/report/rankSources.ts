import type { RankBand } from '../rank';
import type { FigureSource } from '../workbook';
import { fromPublished, fromTable, readInTable, tableRow } from './figureSources';
import type { MunicipalityResult, Results } from './results';

/** Where a national rank comes from; undefined where the year has no ranks at all. */
export type RankSource = (municipality: MunicipalityResult) => FigureSource | undefined;

/** One source for each basis a rank can rest on, shared by all who have it: lists have 1,741 rows. */
export const rankSources = ({ national, nation }: Results): RankSource => {
  const published = (what: string, source = national?.source): FigureSource | undefined =>
    national === undefined || source === undefined ? undefined : fromPublished({ ...national, source }, what);
  const sources: Readonly<Record<RankBand['basis'], FigureSource | undefined>> = {
    table:
      nation === undefined
        ? undefined
        : nation.complete
          ? fromTable(nation, '全国順位')
          : readInTable(nation, '全国順位（書かれていなければ得点から求めた幅）'),
    distribution: published('全国順位の元の得点分布'),
    'known-pairs': published('全国順位の元の得点と順位の組', national?.knownRanksSource),
    none: published('全国の市町村数'),
  };
  return ({ rank: { national: band } }) => (band === null ? undefined : sources[band.basis]);
};

/** The source of one municipality's national rank, with its row where the rank was counted in a table. */
export const rankSource = (results: Results, municipality: MunicipalityResult): FigureSource | undefined => {
  const source = rankSources(results)(municipality);
  const place =
    source?.kind === 'table' && results.nation !== undefined
      ? tableRow(results.nation, municipality.nationRow)
      : undefined;
  return source === undefined || place === undefined ? source : { ...source, place };
};
