const missedGoals: string[] = [];

/** Says in words whether a goal was met, and remembers those that were not: they end the run with exit code 1. */
export const judge = (goal: string, reached: string, met: boolean): void => {
  console.log(`  ${met ? 'met   ' : 'MISSED'} ${goal}: ${reached}`);
  if (!met) missedGoals.push(goal);
};

/** The goals that were missed so far. */
export const missed = (): readonly string[] => missedGoals;
