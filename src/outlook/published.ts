import { at } from '../kernel';
import { criterionIndexOf, type NationalFigures, type Scheme } from '../schemes';
import { publishedPeers } from '../rank';
import { pointsOf, scoreRange } from '../score';
import { publishedRanks } from './ranks';
import type { Rivals, Standpoint } from './standpoint';

/** How many municipalities have a criterion, as it was published of the year. */
const havingAsPublished = (scheme: Scheme, national: NationalFigures | undefined): Standpoint['havingIt'] => {
  const published = new Map(national?.criteria);
  const { all } = criterionIndexOf(scheme);
  return (criterion) => {
    const count = published.get(at(all, criterion).criterion.id);
    return count === undefined || national === undefined ? undefined : { count, of: national.municipalities };
  };
};

/** The points of everybody else by the published distribution: one of those nearest to the own is the municipality itself. */
const publishedRivals = (national: NationalFigures | undefined, own: number): readonly Rivals[] | undefined => {
  const distribution = national?.distribution;
  if (distribution === undefined) return undefined;
  const nearest = distribution.reduce(
    (best, [points]) => (Math.abs(points - own) < Math.abs(best - own) ? points : best),
    Infinity,
  );
  return distribution.map(([points, count]) => ({
    points,
    sizeClass: null,
    count: points === nearest ? count - 1 : count,
  }));
};

/** What is known of a municipality beside its answers. */
interface PublishedPlace {
  readonly prefecture?: string | undefined;
  readonly sizeClass?: number | undefined;
}

/** Where only published figures are known: no table to rank in, and no money. */
export const publishedStandpoint = (
  scheme: Scheme,
  states: Uint8Array,
  national: NationalFigures | undefined,
  { prefecture, sizeClass }: PublishedPlace = {},
): Standpoint => ({
  scheme,
  states,
  ranks: publishedRanks(national, prefecture),
  money: undefined,
  havingIt: havingAsPublished(scheme, national),
  figureTo: () => undefined,
  lastYear: () => undefined,
  rivals: () => {
    const { least } = scoreRange(scheme, states);
    return publishedRivals(national, pointsOf(least, 0, least.compiled.totalBlock));
  },
  peers: () => (national === undefined ? [] : publishedPeers(national.fiscalYear, sizeClass)),
});
