import type { Criterion, Indicator } from '../../schemes';
import { branchLetter, type CountedBranch } from '../labels';
import type { AskingRow, IndicatorRun } from './indicatorRuns';

/** What tells the criteria of a run apart: letters and steps, their counts, their order, or nothing. */
export type WayOfBranches = 'letters' | 'counts' | 'order' | 'none';

/**
 * How the rows of a run name criteria, if it is of `indicator`: by their letters and steps; by their counts where the
 * branches are counted; by their order where none can be read and there are as many, with the same points.
 */
export const wayOfBranches = (rows: readonly AskingRow[], indicator: Indicator): WayOfBranches => {
  let [lettered, counted, onlyCounts] = [false, true, true];
  for (const [at, { labels }] of rows.entries()) {
    if (labels.branch !== undefined) lettered = true;
    if (labels.counted === undefined) counted = false;
    else if (labels.counted.first !== at + 1 || labels.counted.second !== undefined) onlyCounts = false;
  }
  if (lettered) return 'letters';
  if (!counted) return inOrder(rows, indicator) ? 'order' : 'none';
  const known = branchesOf(indicator);
  for (const { labels } of rows)
    if (!known.has(countedKey(labels.counted))) return onlyCounts && inOrder(rows, indicator) ? 'order' : 'counts';
  return 'counts';
};

/** The criterion of a row, the `at`th of its run; undefined for a row that is none of the indicator. */
export const criterionOfRow = (
  way: WayOfBranches,
  indicator: Indicator,
  { labels }: AskingRow,
  at: number,
): Criterion | undefined => {
  switch (way) {
    case 'letters':
      return labels.branch === undefined ? undefined : branchesOf(indicator).get(labels.branch);
    case 'counts':
      return branchesOf(indicator).get(countedKey(labels.counted));
    case 'order':
      return indicator.criteria[at];
    case 'none':
      return undefined;
  }
};

/** The criterion of each row of a run, if the run is of `indicator`; undefined for a row that is none of them. */
export const criteriaOfRun = ({ rows }: IndicatorRun, indicator: Indicator): readonly (Criterion | undefined)[] => {
  const way = wayOfBranches(rows, indicator);
  return rows.map((row, at) => criterionOfRow(way, indicator, row, at));
};

const countedKey = (counted: CountedBranch | undefined): string =>
  counted === undefined ? '' : `${branchLetter(counted.first)}${counted.second ?? ''}`;

/** As many rows as criteria, each with the points printed that its criterion has. */
const inOrder = (rows: readonly AskingRow[], { criteria }: Indicator): boolean => {
  if (rows.length !== criteria.length) return false;
  for (const [at, { points }] of rows.entries()) if (points !== criteria[at]?.points) return false;
  return true;
};

const made = new WeakMap<Indicator, ReadonlyMap<string, Criterion>>();

/** Criteria by letter and step: `a1`. */
const branchesOf = (indicator: Indicator): ReadonlyMap<string, Criterion> => {
  const known = made.get(indicator);
  if (known !== undefined) return known;
  const branches = new Map(
    indicator.criteria.map((criterion) => [criterion.id.slice(indicator.id.length), criterion] as const),
  );
  made.set(indicator, branches);
  return branches;
};
