export type Language = 'ja' | 'en';

/** Words that a sentence takes in, said in each language. */
export type Worded = Readonly<Record<Language, string>>;

/**
 * The words of one kind of problem; `{found}`, `{expected}`, `{points}` and facts are filled in. `{count:cell|cells}` is the number
 * with its noun, or its verb, in singular or plural. Before 年度, a year is said as documents print it: R8 → 令和8年度.
 */
export interface ProblemText {
  /** E-1xx files · E-2xx reading · E-3xx schemes and scoring · E-4xx nation · E-5xx money · E-6xx reports · E-7xx Excel · E-9xx usage. */
  readonly code: `E-${number}`;
  readonly severity: 'stop' | 'check' | 'info';
  readonly ja: ProblemWords;
  readonly en: ProblemWords;
}

export interface ProblemWords {
  /** What is wrong, without a full stop. */
  readonly what: string;
  /** What it does to the result; empty when nothing. */
  readonly effect: string;
  /** What the person should do; empty only for `info`. */
  readonly cure: string;
}
