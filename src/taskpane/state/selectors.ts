import type { Busy, PaneState } from './paneState';

/** How many doubts of a result a person has to decide; information is not counted. */
export const openProblems = ({ reading }: Pick<PaneState, 'reading'>): number =>
  reading?.outcome.ok === true
    ? reading.outcome.value.problems.filter(({ severity }) => severity !== 'info').length
    : 0;

/** Whole percent, rounded down so that 100 means done. */
export const percentDone = ({ share }: Busy): number => Math.floor(share * 100);
