import { answerState } from '../answers';
import { gainOf, outcomeOf, type Gain } from './outcome';
import type { Standpoint } from './standpoint';

/**
 * What hangs on answers that are decided alike: from none of them met to all met, everything else as it is. Of several it is
 * not the sum of each: a step counts once, the indicator ranked on the own total is settled again, and a band is not added up.
 */
export const stakeOf = (standpoint: Standpoint, criteria: readonly number[]): Gain => {
  const answered = (answer: 'met' | 'unmet') => {
    const states = standpoint.states.slice();
    for (const criterion of criteria) states[criterion] = answerState[answer];
    return outcomeOf(standpoint, states);
  };
  return gainOf(standpoint, answered('unmet'), answered('met'));
};
