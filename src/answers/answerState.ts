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

/** A number out of a columnar table as the state code it must be; throws for what is none. */
export const answerStateCode = (code: number): AnswerStateCode => answerState[answerStateName(code)];
