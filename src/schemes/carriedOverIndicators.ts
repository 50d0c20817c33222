import { foldLabel } from '../kernel';
import type { Indicator, Scheme } from './schema';

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
