import { at as atPlace } from '../../kernel';
import { criterionIndexOf, isCommon, soleGroupOf, type Indicator, type Scheme } from '../../schemes';
import type { HeadingPlace } from '../places';
import { criteriaOfRun } from './branches';
import { nameReaderOf, type NameFit } from './indicatorNames';
import type { IndicatorRun } from './indicatorRuns';
import type { NumberOf } from './numbering';

/** The indicator a run was found to be. */
export interface PlacedRun {
  readonly run: IndicatorRun;
  /** Undefined when nothing, or more than one thing, fits. */
  readonly indicator: Indicator | undefined;
  /** What found it: its labels, or its place between runs that are known. */
  readonly by: 'labels' | 'order';
  /** The indicator its number names, where its name is that of `indicator`. */
  readonly numbered?: Indicator;
  /** The indicator that fits best, for a run that is nobody's. */
  readonly nearest?: Indicator;
}

/**
 * What each piece of evidence weighs. A name is an indicator's own; a number counts in its group; what a heading says is
 * less than what the row says; a branch or points that an indicator lacks speak against it.
 */
const weights = {
  name: 12,
  likeName: 8,
  otherName: -12,
  unknownName: -1,
  number: 4,
  otherNumber: -4,
  grant: 3,
  otherGrant: -6,
  sameGoal: 5,
  otherGoal: -8,
  group: 3,
  otherGroup: -5,
  heading: 1,
  otherHeading: -1,
  branch: 1,
  noBranch: -3,
  otherPoints: -1,
} as const;
/** Most branches that are counted for or against. */
const mostBranches = 3;
/** Less than this and labels do not identify; closer than `clearLead` to the next and they do not decide. */
const enough = 8;
const clearLead = 4;

/** Places every run: by its labels where they decide, and between those by order where only one order fits. */
export const placeRuns = (
  scheme: Scheme,
  runs: readonly IndicatorRun[],
  heading: HeadingPlace,
  numberOf: NumberOf,
): readonly PlacedRun[] => {
  const indicators = [...criterionIndexOf(scheme).indicatorById.values()];
  const weigh = weigher(scheme, heading, numberOf);
  const byLabels = runs.map((run): PlacedRun => {
    const { first, lead } = best(indicators, weigh(run));
    if (first === undefined) return { run, indicator: undefined, by: 'labels' };
    const decides = first.weight >= enough && lead >= clearLead && isNamed(run);
    if (!decides)
      return { run, indicator: undefined, by: 'labels', ...(first.weight > 0 && { nearest: first.indicator }) };
    const numbered = numberedOtherwise(scheme, run, first.indicator, numberOf);
    return { run, indicator: first.indicator, by: 'labels', ...(numbered && { numbered }) };
  });
  return fillGaps(scheme, settleNumbers(scheme, byLabels), weigh);
};

/** Blocks alone identify nothing: a run must bear a name or a number. */
const isNamed = ({ labels }: IndicatorRun): boolean => labels.name !== undefined || labels.number !== undefined;

/** How much of what a run says speaks for an indicator: what its labels say, and what its branches add. */
interface Scales {
  readonly byLabels: (indicator: Indicator) => number;
  /** At most `mostBranches`. */
  readonly byBranches: (indicator: Indicator) => number;
}

type Weigh = (run: IndicatorRun) => Scales;

/** The first of the indicators that fit best, and by how much it leads; branches are looked at only where they can matter. */
const best = (
  indicators: readonly Indicator[],
  { byLabels, byBranches }: Scales,
): {
  readonly first: { readonly indicator: Indicator; readonly weight: number } | undefined;
  readonly lead: number;
} => {
  const said = indicators.map(byLabels);
  const likely = said.indexOf(Math.max(...said));
  const weightAt = (at: number): number => (said[at] ?? 0) + byBranches(atPlace(indicators, at));
  let [first, firstWeight, secondWeight] = [likely, likely < 0 ? 0 : weightAt(likely), -Infinity];
  for (let at = 0; at < indicators.length; at += 1) {
    if (at === likely || (said[at] ?? 0) + mostBranches * weights.branch < secondWeight) continue;
    const weight = weightAt(at);
    if (weight > firstWeight || (weight === firstWeight && at < first)) {
      [first, firstWeight, secondWeight] = [at, weight, firstWeight];
    } else if (weight > secondWeight) secondWeight = weight;
  }
  const indicator = indicators[first];
  return {
    first: indicator === undefined ? undefined : { indicator, weight: firstWeight },
    lead: firstWeight - (indicators.length > 1 ? secondWeight : 0),
  };
};

const weightOf = ({ byLabels, byBranches }: Scales, indicator: Indicator): number =>
  byLabels(indicator) + byBranches(indicator);

const weigher = (scheme: Scheme, heading: HeadingPlace, numberOf: NumberOf): Weigh => {
  const readName = nameReaderOf(scheme);
  const groupsOfGoal = new Map(
    [...criterionIndexOf(scheme).indicatorById.values()].map((one) => [
      one.id,
      soleGroupOf(scheme, one.goal, one.grant),
    ]),
  );
  return (run) => {
    const { grant, goal, group, number, name } = run.labels;
    const fit = name === undefined ? undefined : readName(name);
    const byLabels = (indicator: Indicator): number =>
      nameWeight(fit, indicator) +
      told(number, numberOf(indicator), weights.number, weights.otherNumber) +
      grantWeight(grant, heading.grant, indicator) +
      placeWeight(goal, heading.goal, indicator.goal, weights.sameGoal, weights.otherGoal) +
      (groupsOfGoal.get(indicator.id) !== undefined
        ? 0
        : placeWeight(group, heading.group, indicator.group, weights.group, weights.otherGroup));
    return { byLabels, byBranches: (indicator) => branchWeight(run, indicator) };
  };
};

const nameWeight = (fit: NameFit | undefined, { id }: Indicator): number => {
  if (fit === undefined) return 0;
  if (fit.indicator === undefined) return weights.unknownName;
  if (fit.indicator.id !== id) return fit.exact ? weights.otherName : weights.unknownName;
  return fit.exact ? weights.name : weights.likeName;
};

const told = <Value>(said: Value | undefined, is: Value | undefined, same: number, other: number): number =>
  said === undefined || is === undefined ? 0 : said === is ? same : other;

const placeWeight = <Value>(
  said: Value | undefined,
  heading: Value | undefined,
  is: Value,
  same: number,
  other: number,
): number =>
  said === undefined ? told(heading, is, weights.heading, weights.otherHeading) : told(said, is, same, other);

/** A common goal's indicators may stand under either grant; what is 共通 is of no single grant. */
const grantWeight = (
  said: IndicatorRun['labels']['grant'],
  heading: HeadingPlace['grant'],
  indicator: Indicator,
): number => {
  if (!isCommon(indicator)) return placeWeight(said, heading, indicator.grant, weights.grant, weights.otherGrant);
  return said === undefined ? (heading === undefined ? 0 : weights.heading) : weights.grant;
};

const branchWeight = (run: IndicatorRun, indicator: Indicator): number => {
  const criteria = criteriaOfRun(run, indicator);
  let fits = 0;
  let lacks = 0;
  let otherPoints = 0;
  for (const [at, criterion] of criteria.entries()) {
    const points = run.rows[at]?.points;
    if (criterion === undefined) lacks += 1;
    else fits += 1;
    if (criterion !== undefined && points !== undefined && points !== criterion.points) otherPoints += 1;
  }
  return (
    Math.min(fits, mostBranches) * weights.branch +
    Math.min(lacks, mostBranches) * weights.noBranch +
    Math.min(otherPoints, mostBranches) * weights.otherPoints
  );
};

/** The other indicator of the same block that the run's number names. */
const numberedOtherwise = (
  scheme: Scheme,
  { labels }: IndicatorRun,
  found: Indicator,
  numberOf: NumberOf,
): Indicator | undefined => {
  if (labels.number === undefined || labels.number === numberOf(found)) return undefined;
  return [...criterionIndexOf(scheme).indicatorById.values()].find(
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
  const order = orderOf(scheme);
  const placeOf = (one: PlacedRun | undefined): number | undefined =>
    one?.indicator === undefined || one.numbered !== undefined ? undefined : order.get(one.indicator.id);
  return placed.map((one, at) => {
    if (one.indicator === undefined || one.numbered === undefined) return one;
    const before = placeOf(placed.slice(0, at).findLast((other) => placeOf(other) !== undefined)) ?? -1;
    const after = placeOf(placed.slice(at + 1).find((other) => placeOf(other) !== undefined)) ?? order.size;
    const fits = (indicator: Indicator): boolean => {
      const place = order.get(indicator.id) ?? -1;
      return place >= before && place <= after;
    };
    const [byName, byNumber] = [fits(one.indicator), fits(one.numbered)];
    if (byName && !byNumber) return one;
    if (byNumber && !byName) return { ...one, indicator: one.numbered };
    return { run: one.run, indicator: undefined, by: 'labels', nearest: one.indicator };
  });
};

const orderOf = (scheme: Scheme): ReadonlyMap<string, number> =>
  new Map([...criterionIndexOf(scheme).indicatorById.keys()].map((id, at) => [id, at]));

/** Places the runs between two known ones where exactly one way in the order of the scheme fits all they say. */
const fillGaps = (scheme: Scheme, placed: readonly PlacedRun[], weigh: Weigh): readonly PlacedRun[] => {
  const indicators = [...criterionIndexOf(scheme).indicatorById.values()];
  const order = orderOf(scheme);
  const taken = new Set(placed.flatMap(({ indicator }) => indicator?.id ?? []));
  const result = [...placed];
  for (let first = 0; first < placed.length; first += 1) {
    if (placed[first]?.indicator !== undefined) continue;
    let last = first;
    while (last + 1 < placed.length && placed[last + 1]?.indicator === undefined) last += 1;
    const from = order.get(placed[first - 1]?.indicator?.id ?? '') ?? -1;
    const to = order.get(placed[last + 1]?.indicator?.id ?? '') ?? indicators.length;
    const open = indicators.slice(from + 1, Math.max(from + 1, to)).filter(({ id }) => !taken.has(id));
    const gap = placed.slice(first, last + 1);
    const only = onlyOrder(
      gap,
      open,
      (run, indicator) => isWhole(run, indicator) && weightOf(weigh(run), indicator) > 0,
    );
    for (const [at, indicator] of (only ?? []).entries()) {
      const one = gap[at];
      if (one !== undefined) result[first + at] = { run: one.run, indicator, by: 'order' };
    }
    first = last;
  }
  return result;
};

/** Every row is a criterion of the indicator, with its points, and every criterion has a row. */
const isWhole = (run: IndicatorRun, indicator: Indicator): boolean => {
  const criteria = criteriaOfRun(run, indicator);
  return (
    criteria.length === indicator.criteria.length &&
    criteria.every((criterion, at) => {
      const points = run.rows[at]?.points;
      return criterion !== undefined && (points === undefined || points === criterion.points);
    })
  );
};

/** The one way to give each run an indicator in order; undefined when there is none, or more than one. */
const onlyOrder = (
  gap: readonly PlacedRun[],
  open: readonly Indicator[],
  fits: (run: IndicatorRun, indicator: Indicator) => boolean,
): readonly Indicator[] | undefined => {
  const earliest = inOrder(gap, open, fits);
  if (earliest === undefined) return undefined;
  const latest = inOrder([...gap].reverse(), [...open].reverse(), fits)?.toReversed();
  return earliest.every((indicator, at) => latest?.[at] === indicator) ? earliest : undefined;
};

/** Gives each run the first indicator that fits after the one before; the way is the only one if it is also the last. */
const inOrder = (
  gap: readonly PlacedRun[],
  open: readonly Indicator[],
  fits: (run: IndicatorRun, indicator: Indicator) => boolean,
): readonly Indicator[] | undefined => {
  const found: Indicator[] = [];
  let next = 0;
  for (const { run } of gap) {
    const at = open.findIndex((indicator, place) => place >= next && fits(run, indicator));
    const indicator = open[at];
    if (indicator === undefined) return undefined;
    found.push(indicator);
    next = at + 1;
  }
  return found;
};
