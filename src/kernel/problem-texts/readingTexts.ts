import type { ProblemText } from './problemText';

/** Cells and tables that cannot be understood. */
export const readingTexts = {} as const satisfies Record<string, ProblemText>;
