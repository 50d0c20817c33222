import type { ProblemText } from './problemText';

/** Schemes and scores. */
export const scoringTexts = {} as const satisfies Record<string, ProblemText>;
