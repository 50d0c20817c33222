import type { Indicator, Scheme } from '../../schemes';
import type { HeadingPlace } from '../places';
import { bestOf, evidenceOf, type Evidence } from './evidence';
import { fillGaps } from './gaps';
import type { IndicatorRun, PlacedRun } from './indicatorRuns';
import { orderOf } from './order';

/** Less than this and labels do not identify; closer than `clearLead` to the next and they do not decide. */
const enough = 8;
const clearLead = 4;

/** Places every run: by its labels where they decide, and between those by order where only one order fits. */
export const placeRuns = (
  scheme: Scheme,
  runs: readonly IndicatorRun[],
  heading: HeadingPlace,
): readonly PlacedRun[] => {
  const evidence = evidenceOf(scheme, runs, heading);
  const byLabels = runs.map((run) => placeByLabels(evidence, run));
  return fillGaps(scheme, settleNumbers(scheme, byLabels), evidence);
};

/** Where the labels of a run decide what it is. */
export const placeByLabels = (evidence: Evidence, run: IndicatorRun): PlacedRun => {
  const best = bestOf(evidence, run, clearLead);
  if (best === undefined) return { run, indicator: undefined, by: 'labels' };
  const { indicator, weight, leads } = best;
  if (weight < enough || !leads || !isNamed(run))
    return { run, indicator: undefined, by: 'labels', ...(weight > 0 && { nearest: indicator }) };
  const numbered = numberedOtherwise(evidence, run, indicator);
  return numbered === undefined ? { run, indicator, by: 'labels' } : { run, indicator, by: 'labels', numbered };
};

/** Blocks alone identify nothing: a run must bear a name or a number. */
const isNamed = ({ labels }: IndicatorRun): boolean => labels.name !== undefined || labels.number !== undefined;

/** The other indicator of the same block that the run's number names. */
const numberedOtherwise = (
  { indicators, numberOf }: Evidence,
  { labels }: IndicatorRun,
  found: Indicator,
): Indicator | undefined => {
  if (labels.number === undefined || labels.number === numberOf(found)) return undefined;
  return indicators.find(
    (one) =>
      one.goal === found.goal &&
      one.grant === found.grant &&
      one.group === found.group &&
      numberOf(one) === labels.number,
  );
};

/**
 * Where name and number name two indicators, the one that stands between the run before and the run after is meant;
 * where both do or neither, nobody knows.
 */
const settleNumbers = (scheme: Scheme, placed: readonly PlacedRun[]): readonly PlacedRun[] => {
  if (placed.every(({ numbered }) => numbered === undefined)) return placed;
  const order = orderOf(scheme);
  const places = placed.map(({ indicator, numbered }) =>
    indicator === undefined || numbered !== undefined ? undefined : order.get(indicator.id),
  );
  const before = lastKnown(places, -1);
  const after = lastKnown(places.toReversed(), order.size).toReversed();
  return placed.map((one, at) => {
    if (one.indicator === undefined || one.numbered === undefined) return one;
    const fits = (indicator: Indicator): boolean => {
      const place = order.get(indicator.id) ?? -1;
      return place >= (before[at] ?? -1) && place <= (after[at] ?? order.size);
    };
    const [byName, byNumber] = [fits(one.indicator), fits(one.numbered)];
    if (byName && !byNumber) return one;
    if (byNumber && !byName) return { ...one, indicator: one.numbered };
    return { run: one.run, indicator: undefined, by: 'labels', nearest: one.indicator };
  });
};

/** At each run the place known last up to there; `none` before the first. */
const lastKnown = (places: readonly (number | undefined)[], none: number): readonly number[] => {
  let last = none;
  return places.map((place) => (last = place ?? last));
};
