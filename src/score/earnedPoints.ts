import { uint16At, uint8At } from '../kernel';
import { answerState } from '../answers';
import type { CompiledScheme } from './compiledScheme';

/** How cells that are empty or held are counted: as nothing (the least), or as all they could be (the most). */
export type OpenAnswers = 'as-unmet' | 'as-met';

/**
 * Points of one indicator for one municipality, whose states begin at `base`: the sum of what is met, or the best of its
 * alternatives (rules/grants.md#best-of-alternatives). The inner loop of a nation (461,365 answers a year), so plain
 * sums take a way of their own without a test per alternative.
 */
export const earnedPoints = (
  compiled: CompiledScheme,
  states: Uint8Array,
  base: number,
  indicator: number,
  open: OpenAnswers,
): number => {
  if (open === 'as-met' || uint8At(compiled.alternatives, indicator) !== 1) {
    const choice = bestAlternative(compiled, states, base, indicator, open);
    return alternativePoints(compiled, states, base, indicator, choice, open);
  }
  const { points } = compiled;
  const end = uint16At(compiled.endCriterion, indicator);
  let sum = 0;
  for (let criterion = uint16At(compiled.firstCriterion, indicator); criterion < end; criterion += 1) {
    if (states[base + criterion] === answerState.met) sum += uint16At(points, criterion);
  }
  return sum;
};

/** Which alternative of an indicator counts: the one that brings most points, the first of equal ones; 0 of a plain sum. */
export const bestAlternative = (
  compiled: CompiledScheme,
  states: Uint8Array,
  base: number,
  indicator: number,
  open: OpenAnswers,
): number => {
  const choices = uint8At(compiled.alternatives, indicator);
  let best = 0;
  let most = 0;
  for (let choice = 0; choice < choices; choice += 1) {
    const points = alternativePoints(compiled, states, base, indicator, choice, open);
    if (points > most) {
      best = choice;
      most = points;
    }
  }
  return best;
};

const alternativePoints = (
  { points, alternative, firstCriterion, endCriterion }: CompiledScheme,
  states: Uint8Array,
  base: number,
  indicator: number,
  choice: number,
  open: OpenAnswers,
): number => {
  const end = uint16At(endCriterion, indicator);
  let sum = 0;
  for (let criterion = uint16At(firstCriterion, indicator); criterion < end; criterion += 1) {
    if (alternative[criterion] !== choice) continue;
    const state = states[base + criterion];
    if (state === answerState.met || (open === 'as-met' && state !== answerState.unmet))
      sum += uint16At(points, criterion);
  }
  return sum;
};
