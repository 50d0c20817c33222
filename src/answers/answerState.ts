/** How a criterion was answered; the numbers are what the columnar tables hold. */
export const answerState = {
  /** Left empty where an answer was expected. */
  unanswered: 0,
  unmet: 1,
  met: 2,
  /** Something stands there that must not be guessed at. */
  held: 3,
} as const;

export type AnswerStateCode = (typeof answerState)[keyof typeof answerState];
export type AnswerStateName = keyof typeof answerState;

const names = Object.keys(answerState) as AnswerStateName[];

/** The name of a state code: 2 → met; throws for what is none. */
export const answerStateName = (code: number): AnswerStateName => {
  const name = names.find((candidate) => answerState[candidate] === code);
  if (name === undefined) throw new RangeError(`answerStateName: ${code} is no answer state`);
  return name;
};

/** Left empty or not to be read: it may still become a yes. False of a place that has no state. */
export const isOpenState = (code: number | undefined): boolean =>
  code === answerState.unanswered || code === answerState.held;

/** States in which every open answer is a yes: the most that can become of them. */
export const withOpenMet = (states: Uint8Array): Uint8Array =>
  states.map((state) => (isOpenState(state) ? answerState.met : state));

/** A number out of a columnar table as the state code it must be; throws for what is none. */
export const answerStateCode = (code: number): AnswerStateCode => answerState[answerStateName(code)];
