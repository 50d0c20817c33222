import type { Problem, Severity } from '../../problems';
import type { Busy, PaneState } from './paneState';

/** The problems of one severity, gravest first and dearest first within. */
interface ProblemGroup {
  readonly severity: Severity;
  readonly problems: readonly Problem[];
}

const severities: readonly Severity[] = ['stop', 'check', 'info'];

/** All problems of the last reading: those that kept it from being scored, or those found on the way. */
export const problemsOf = ({ reading }: Pick<PaneState, 'reading'>): readonly Problem[] => {
  if (reading === undefined) return [];
  const problems = reading.outcome.ok ? reading.outcome.value.problems : reading.outcome.problems;
  return [...problems].sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (b.pointsAtStake ?? 0) - (a.pointsAtStake ?? 0),
  );
};

/** The problems the filter lets through, in groups that are not empty. */
export const problemGroups = (state: Pick<PaneState, 'reading' | 'filter'>): readonly ProblemGroup[] => {
  const problems = problemsOf(state);
  return severities
    .filter((severity) => state.filter === 'all' || state.filter === severity)
    .map((severity) => ({ severity, problems: problems.filter((problem) => problem.severity === severity) }))
    .filter((group) => group.problems.length > 0);
};

/** How many problems a person has to look at; information is not counted. */
export const openProblems = (state: Pick<PaneState, 'reading'>): number =>
  problemsOf(state).filter(({ severity }) => severity !== 'info').length;

/** Whole percent, rounded down so that 100 means done. */
export const percentDone = ({ share }: Busy): number => Math.floor(share * 100);
