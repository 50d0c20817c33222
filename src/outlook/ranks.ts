import { grantRankBand, prefectureRankBand, rankAt, rankBandOfRange, type Nation, type RankBand } from '../rank';
import type { Grant, NationalFigures } from '../schemes';
import type { PointsRange, RankView } from './standpoint';

/** The ranks that published figures tell; those within a prefecture where all its points were published. */
export const publishedRanks = (national: NationalFigures | undefined, prefecture?: string): RankView => ({
  national: ({ least, most }) => rankBandOfRange(national, least, most),
  prefecture: (range) =>
    national === undefined ? null : prefectureRankBand(national.fiscalYear, prefecture, 'totals', range),
  grant: (grant, { least, most }) => {
    const [best, worst] = [grantRankBand(national, grant, most), grantRankBand(national, grant, least)];
    return best === null || worst === null ? null : { ...best, high: worst.high };
  },
});

/** The ranks in the place of a row of a national table, among all other rows of it. */
export const ranksInTable = (nation: Nation, row: number, national: NationalFigures | undefined): RankView => ({
  national: ({ least, most }) => nation.nationalRankOf(row, least, most),
  prefecture: (range) => nation.prefectureRank(row, range),
  grant: (grant, range) => grantRank(nation, row, grant, range) ?? publishedRanks(national).grant(grant, range),
});

/** Undefined unless the whole nation is there with one figure each. */
const grantRank = (
  { complete, ranks, scores: { compiled }, expected }: Nation,
  row: number,
  grant: Grant,
  { least, most }: PointsRange,
): RankBand | undefined => {
  if (!complete) return undefined;
  const block = grant === 'promotion' ? compiled.promotionBlock : compiled.supportBlock;
  const [low, high] = [rankAt(ranks, 'nation', block, row, most), rankAt(ranks, 'nation', block, row, least)];
  return low === undefined || high === undefined ? undefined : { low, high, of: expected, basis: 'table' };
};

/** No rank at all: of what is no municipality of the nation, a union or a ward. */
export const noRanks: RankView = { national: () => null, prefecture: () => null, grant: () => null };
