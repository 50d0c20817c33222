/**
 * Long work that may be laid down: between two of its steps, some milliseconds each, whoever asked for it may do something
 * else. Written once, it is done in one go by {@link finished}, and {@link inSlices} where a person waits at a screen
 * (src/decisions/slices.md).
 */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** The result of work done in one go. */
export const finished = <Result>(steps: Steps<Result>): Result => {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
};

/** The last step of a slice may take twice as long again, and the page still answers within 50 ms. */
const sliceMilliseconds = 12;

/** Does a slice of the work: its result where that was the last one. */
export const oneSlice = <Result>(steps: Steps<Result>): IteratorResult<undefined, Result> => {
  const end = performance.now() + sliceMilliseconds;
  let step = steps.next();
  while (step.done !== true && performance.now() < end) step = steps.next();
  return step;
};

/** {@link inSlices} where a page is to have its turn, else in one go. */
export const inTurns = async <Result>(
  steps: Steps<Result>,
  pause: (() => Promise<void>) | undefined,
): Promise<Result> => (pause === undefined ? finished(steps) : inSlices(steps, pause));

/** The result of work done in slices, with a `pause` between each two, in which the page may paint and take a click. */
export const inSlices = async <Result>(steps: Steps<Result>, pause: () => Promise<void>): Promise<Result> => {
  for (;;) {
    const slice = oneSlice(steps);
    if (slice.done === true) return slice.value;
    await pause();
  }
};
