import { criterionIndexOf, type IndexedCriterion, type Scheme } from '../schemes';

/** Two steps of one figure that follow each other: who is in the top 3割 is in the top 5割 (rules/grants.md#thresholds). */
interface MeasureStep {
  readonly wider: IndexedCriterion;
  readonly narrower: IndexedCriterion;
}

const made = new WeakMap<Scheme, readonly MeasureStep[]>();

/** The steps of a scheme, gathered once for all municipalities. What a municipality marks itself has none. */
export const measureSteps = (scheme: Scheme): readonly MeasureStep[] => {
  const known = made.get(scheme);
  if (known !== undefined) return known;
  const { all } = criterionIndexOf(scheme);
  const steps = all.flatMap((wider, at): readonly MeasureStep[] => {
    const narrower = all[at + 1];
    if (narrower?.indicator !== wider.indicator || wider.indicator.rule.kind === 'marked') return [];
    return wider.criterion.measure === narrower.criterion.measure ? [{ wider, narrower }] : [];
  });
  made.set(scheme, steps);
  return steps;
};
