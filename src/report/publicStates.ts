import { answerState } from '../answers';
import type { MunicipalityResult } from '../evaluation';
import type { Award } from '../score';

/** A criterion as it may be told to the public: what is not sure yet is open, and has no points. */
export interface PublicState {
  readonly award: Award;
  readonly state: 'met' | 'unmet' | 'open';
  /** Undefined where an open answer can still move them. */
  readonly points: number | undefined;
}

/**
 * Every criterion of one municipality in the order of the scheme. Open are answers left out or unreadable, a place on the own
 * total that open answers can still reach, and the points of alternatives while one of them is open.
 */
export const publicStates = (own: Pick<MunicipalityResult, 'range' | 'awards'>): readonly PublicState[] => {
  const still = own.range.most - own.range.least;
  const states = own.awards().map((award) => ({ award, state: stateOf(award, still) }));
  const undecided = new Set(
    states.flatMap(({ award: { indicator }, state }) =>
      state === 'open' && indicator.combine !== 'sum' ? [indicator.id] : [],
    ),
  );
  return states.map(({ award, state }) => ({
    award,
    state,
    points: state === 'open' || (state === 'met' && undecided.has(award.indicator.id)) ? undefined : award.points,
  }));
};

const stateOf = ({ state, because, ownTotal }: Award, still: number): PublicState['state'] => {
  if (because === 'own-total-missed' && ownTotal !== undefined && ownTotal.total + still >= ownTotal.cutOff)
    return 'open';
  if (state === answerState.met) return 'met';
  return state === answerState.unmet ? 'unmet' : 'open';
};

export const publicStateWords = { met: '○', unmet: '×', open: '未確定' } as const;
