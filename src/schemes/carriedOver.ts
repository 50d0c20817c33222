import { foldLabel } from '../kernel';
import data from './carriedOver.json';
import type { CarriedOverFile, Indicator, Scheme } from './scheme';
import { proven } from './yearFolder';

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

/** Indicators that live on under the same name in the same grant, goal and group, even if renumbered: earlier id → later id. */
export const carriedOverIndicators = (from: Scheme, to: Scheme): ReadonlyMap<string, string> => {
  const later = new Map(to.indicators.map((indicator) => [identityOf(indicator), indicator.id]));
  return new Map(
    from.indicators.flatMap((indicator): [string, string][] => {
      const id = later.get(identityOf(indicator));
      return id === undefined ? [] : [[indicator.id, id]];
    }),
  );
};

const identityOf = ({ grant, goal, group, name }: Indicator): string => `${grant}/${goal}/${group}/${foldLabel(name)}`;

const { changes } = proven<CarriedOverFile>(data, 'incentive-carried-over/1');

/** Indicators whose criteria or points changed between two years, with the pairs of criteria known to be the same. */
export const carriedOverChanges = (from: Scheme, to: Scheme): CarriedOverFile['changes'] =>
  changes.filter((change) => change.from === from.fiscalYear && change.to === to.fiscalYear);
