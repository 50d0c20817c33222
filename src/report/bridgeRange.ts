import type { YearBridge, YearOfMunicipality, YearsBehind } from '../evaluation';
import { isOpenState } from '../answers';
import type { Bridge, ChangeKind, PointsChange, PointsRange } from '../outlook';

/** Between what ends a figure of all open answers together lies: of the totals, and of what is made of them. */
export const rangeOfEnds = ({ bridge, ends }: YearBridge, figure: (one: Bridge) => number): PointsRange => {
  const values = (ends === undefined ? [bridge] : [ends.worst, ends.best]).map(figure);
  return { least: Math.min(...values), most: Math.max(...values) };
};

/** Between what ends a total or a kind of change lies; both ends the same where nothing is open. */
export const stepRange = (way: YearBridge, name: 'before' | 'now' | ChangeKind): PointsRange =>
  name === 'before' || name === 'now'
    ? rangeOfEnds(way, (one) => one[name])
    : (way.ranges?.changes[name].points ?? { least: way.bridge.sums[name], most: way.bridge.sums[name] });

/** Tells of a change from last year to this one whether an answer of it is open: then it may be none, or another. */
export const openChanges = ({ years }: YearsBehind): ((change: PointsChange) => boolean) => {
  const [before, now] = [years.at(-2), years.at(-1)].map((year) => year?.own.awards());
  const isOpen = (awards: ReturnType<YearOfMunicipality['own']['awards']> | undefined, index: number | undefined) =>
    index !== undefined && isOpenState(awards?.[index]?.state);
  return (change) => isOpen(before, change.before?.index) || isOpen(now, change.now?.index);
};
