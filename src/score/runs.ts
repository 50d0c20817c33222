import { answerState } from '../answers';
import { uint16At, uint8At } from '../kernel';

/** Criteria that stand one after the other and simply add up. */
export interface Run {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

/** Numbers in ascending order as few runs. */
export const runsOf = (criteria: readonly number[]): readonly Run[] => {
  const runs: Run[] = [];
  for (const criterion of criteria) {
    const last = runs.at(-1);
    if (last?.end === criterion) runs[runs.length - 1] = { first: last.first, end: criterion + 1 };
    else runs.push({ first: criterion, end: criterion + 1 });
  }
  return runs;
};

/** How cells that are empty or held are counted: as nothing (the least), or as all they could be (the most). */
export type OpenAnswers = 'as-unmet' | 'as-met';

/** How often an answer's points count, by `answerState`. */
export const timesByState: Readonly<Record<OpenAnswers, Uint8Array>> = {
  'as-unmet': Uint8Array.from(Object.values(answerState), (state) => (state === answerState.met ? 1 : 0)),
  'as-met': Uint8Array.from(Object.values(answerState), (state) => (state === answerState.unmet ? 0 : 1)),
};

/**
 * Points of one run for the municipality whose states begin at `base`; multiplied, not branched on: answers cannot be
 * foretold, and a wrong guess of the processor costs more than both.
 */
export const runPoints = (
  points: Uint16Array,
  states: Uint8Array,
  base: number,
  first: number,
  end: number,
  times: Uint8Array,
): number => {
  let sum = 0;
  for (let criterion = first; criterion < end; criterion += 1) {
    sum += uint16At(points, criterion) * uint8At(times, uint8At(states, base + criterion));
  }
  return sum;
};
