import type { Criterion, Indicator } from '../../schemes';
import { branchLetter } from '../labels';
import type { AskingRow, IndicatorRun } from './indicatorRuns';

/**
 * The criterion of each row of a run, if the run is of `indicator`: by its letter and step; by its count where the branches
 * are counted; by its order where none can be read and there are as many, with the same points. Undefined for a row that is
 * none of them.
 */
export const criteriaOfRun = (run: IndicatorRun, indicator: Indicator): readonly (Criterion | undefined)[] => {
  const { rows } = run;
  const byBranch = branchesOf(indicator);
  if (rows.some(({ labels }) => labels.branch !== undefined)) {
    return rows.map(({ labels }) => (labels.branch === undefined ? undefined : byBranch.get(labels.branch)));
  }
  if (rows.every(({ labels }) => labels.counted !== undefined)) {
    const lettered = rows.map(({ labels }) => byBranch.get(countedKey(labels.counted)));
    if (lettered.every((criterion) => criterion !== undefined)) return lettered;
    const onlyCounts = rows.every(
      ({ labels }, at) => labels.counted?.first === at + 1 && labels.counted.second === undefined,
    );
    return onlyCounts && inOrder(rows, indicator) ? indicator.criteria : lettered;
  }
  return inOrder(rows, indicator) ? indicator.criteria : rows.map(() => undefined);
};

const countedKey = (counted: { readonly first: number; readonly second?: number } | undefined): string =>
  counted === undefined ? '' : `${branchLetter(counted.first)}${counted.second ?? ''}`;

/** As many rows as criteria, each with the points printed that its criterion has. */
const inOrder = (rows: readonly AskingRow[], { criteria }: Indicator): boolean =>
  rows.length === criteria.length && rows.every(({ points }, at) => points === criteria[at]?.points);

const made = new WeakMap<Indicator, ReadonlyMap<string, Criterion>>();

/** Criteria by letter and step: `a1`. */
const branchesOf = (indicator: Indicator): ReadonlyMap<string, Criterion> => {
  const known =
    made.get(indicator) ??
    new Map(indicator.criteria.map((criterion) => [criterion.id.slice(indicator.id.length), criterion]));
  made.set(indicator, known);
  return known;
};
