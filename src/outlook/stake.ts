import { answerState } from '../answers';
import { gainOf, outcomeOf, type Gain } from './outcome';
import type { Standpoint } from './standpoint';

/** What hangs on one answer: from not met to met, everything else as it is. */
export const stakeOf = (standpoint: Standpoint, criterion: number): Gain => {
  const answered = (answer: 'met' | 'unmet') => {
    const states = standpoint.states.slice();
    states[criterion] = answerState[answer];
    return outcomeOf(standpoint, states);
  };
  return gainOf(standpoint, answered('unmet'), answered('met'));
};
