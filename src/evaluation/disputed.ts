import type { RankBand } from '../rank';
import type { MunicipalityResult } from './results';

/**
 * One of several files that answer differently for one municipality: which counts nobody knows, so that its points and ranks
 * lie anywhere between those of all of them, and nothing is final.
 */
export const amongFiles = (one: MunicipalityResult, all: readonly MunicipalityResult[]): MunicipalityResult => ({
  ...one,
  provisional: true,
  range: {
    least: Math.min(...all.map(({ range }) => range.least)),
    most: Math.max(...all.map(({ range }) => range.most)),
  },
  rank: {
    national: spanOf(all.map(({ rank }) => rank.national)),
    prefecture: spanOf(all.map(({ rank }) => rank.prefecture)),
  },
});

const spanOf = (bands: readonly (RankBand | null)[]): RankBand | null => {
  const known = bands.flatMap((band) => band ?? []);
  const [first] = known;
  if (first === undefined || known.length < bands.length) return null;
  return { ...first, low: Math.min(...known.map(({ low }) => low)), high: Math.max(...known.map(({ high }) => high)) };
};
