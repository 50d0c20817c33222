import type { Indicator, Scheme } from '../../schemes';
import { criteriaOfRun } from './branches';
import { weightOf, type Evidence } from './evidence';
import type { IndicatorRun, PlacedRun } from './indicatorRuns';
import { orderOf } from './order';

/** Places the runs between two known ones where exactly one way in the order of the scheme fits all they say. */
export const fillGaps = (scheme: Scheme, placed: readonly PlacedRun[], evidence: Evidence): readonly PlacedRun[] => {
  const { indicators } = evidence;
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
    for (const [at, indicator] of (onlyOrder(gap, open, evidence) ?? []).entries()) {
      const one = gap[at];
      if (one !== undefined) result[first + at] = { run: one.run, indicator, by: 'order' };
    }
    first = last;
  }
  return result;
};

/** The one way to give each run an indicator in order; undefined when there is none, or more than one. */
const onlyOrder = (
  gap: readonly PlacedRun[],
  open: readonly Indicator[],
  evidence: Evidence,
): readonly Indicator[] | undefined => {
  if (gap.length > open.length) return undefined;
  const earliest = inOrder(gap, open, evidence);
  if (earliest === undefined) return undefined;
  const latest = inOrder(gap.toReversed(), open.toReversed(), evidence)?.toReversed();
  return earliest.every((indicator, at) => latest?.[at] === indicator) ? earliest : undefined;
};

/** Gives each run the first indicator that fits after the one before; the way is the only one if it is also the last. */
const inOrder = (
  gap: readonly PlacedRun[],
  open: readonly Indicator[],
  evidence: Evidence,
): readonly Indicator[] | undefined => {
  const found: Indicator[] = [];
  let next = 0;
  for (const { run } of gap) {
    while (next < open.length && !fits(evidence, run, open[next])) next += 1;
    const indicator = open[next];
    if (indicator === undefined) return undefined;
    found.push(indicator);
    next += 1;
  }
  return found;
};

const fits = (evidence: Evidence, run: IndicatorRun, indicator: Indicator | undefined): boolean =>
  indicator !== undefined && isWhole(run, indicator) && weightOf(evidence, run, indicator) > 0;

/** Every row is a criterion of the indicator, with its points, and every criterion has a row. */
const isWhole = (run: IndicatorRun, indicator: Indicator): boolean => {
  if (run.rows.length !== indicator.criteria.length) return false;
  return criteriaOfRun(run, indicator).every((criterion, at) => {
    const points = run.rows[at]?.points;
    return criterion !== undefined && (points === undefined || points === criterion.points);
  });
};
