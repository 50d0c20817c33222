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
  const { points, alternatives } = compiled;
  if (open === 'as-met' || alternatives[indicator] !== 1)
    return bestAlternative(compiled, states, base, indicator, open);
  const first = compiled.firstCriterion[indicator] ?? 0;
  const end = compiled.endCriterion[indicator] ?? first;
  let sum = 0;
  for (let criterion = first; criterion < end; criterion += 1) {
    if (states[base + criterion] === answerState.met) sum += points[criterion] ?? 0;
  }
  return sum;
};

const bestAlternative = (
  compiled: CompiledScheme,
  states: Uint8Array,
  base: number,
  indicator: number,
  open: OpenAnswers,
): number => {
  const { points, alternative, alternatives } = compiled;
  const first = compiled.firstCriterion[indicator] ?? 0;
  const end = compiled.endCriterion[indicator] ?? first;
  const choices = alternatives[indicator] ?? 1;
  let best = 0;
  for (let choice = 0; choice < choices; choice += 1) {
    let sum = 0;
    for (let criterion = first; criterion < end; criterion += 1) {
      if (alternative[criterion] !== choice) continue;
      const state = states[base + criterion];
      if (state === answerState.met || (open === 'as-met' && state !== answerState.unmet))
        sum += points[criterion] ?? 0;
    }
    if (sum > best) best = sum;
  }
  return best;
};
