import type { YearOutcome } from '../../years';

/** A year in which 成果指向型配分枠 of 0円 counts as what it is: no frame. */
export const withoutEmptyFrame = (outcome: YearOutcome): YearOutcome =>
  outcome.yen.outcomeOriented?.value === 0n
    ? { ...outcome, yen: { promotion: outcome.yen.promotion, support: outcome.yen.support } }
    : outcome;
