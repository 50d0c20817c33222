import type { ProblemText } from './problemText';

/** Wrong ways to call the command line. */
export const usageTexts = {} as const satisfies Record<string, ProblemText>;
