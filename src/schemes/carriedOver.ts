import { carriedOverIndicators } from './carriedOverIndicators';
import { carriedOverChanges } from './carriedOverChanges';
import type { Indicator, Scheme } from './schema';

/**
 * Which criterion of a later year is the same question as one of an earlier year: earlier id → later id.
 * An indicator of the same name with the same criteria is carried over whole; where criteria or points changed, only the
 * pairs listed in carriedOver.json are, and what is not known to be the same is left out.
 * Years further apart go through the years `between`, oldest first; without them only unchanged indicators are matched.
 */
export const carriedOver = (from: Scheme, to: Scheme, between: readonly Scheme[] = []): ReadonlyMap<string, string> => {
  const [next, ...rest] = between;
  if (next === undefined) return carriedOverInOneStep(from, to);
  const further = carriedOver(next, to, rest);
  return new Map(
    [...carriedOverInOneStep(from, next)].flatMap(([first, middle]): [string, string][] => {
      const last = further.get(middle);
      return last === undefined ? [] : [[first, last]];
    }),
  );
};

const carriedOverInOneStep = (from: Scheme, to: Scheme): ReadonlyMap<string, string> => {
  const later = new Map(to.indicators.map((indicator) => [indicator.id, indicator]));
  const lives = carriedOverIndicators(from, to);
  return new Map(
    from.indicators.flatMap((before) => {
      const after = later.get(lives.get(before.id) ?? '');
      if (after === undefined) return [];
      const listed = carriedOverChanges(from, to).find(
        (change) => change.fromIndicator === before.id && change.toIndicator === after.id,
      );
      return listed?.criteria ?? sameCriteria(before, after);
    }),
  );
};

const sameCriteria = (before: Indicator, after: Indicator): readonly [string, string][] => {
  const same =
    before.criteria.length === after.criteria.length &&
    before.criteria.every(({ label, points }, at) => {
      const other = after.criteria[at];
      return label === other?.label && points === other.points;
    });
  if (!same) return [];
  return before.criteria.flatMap(({ id }, at): [string, string][] => {
    const other = after.criteria[at];
    return other === undefined ? [] : [[id, other.id]];
  });
};
