/** The value at a place that must be there; throws where there is none. Never a default: an absent point is not 0. */
export const at = <Value>(values: ArrayLike<Value>, index: number): Value => {
  const value = values[index];
  if (value === undefined) throw nothing(values, index);
  return value;
};

// The same for the arrays of the inner loops. One function sees one kind of array only, so that the engine reads it
// straight; through `at`, which sees all kinds, ranking a nation took five times as long.

/** As {@link at}, for states and other small numbers. */
export const uint8At = (values: Uint8Array, index: number): number => {
  const value = values[index];
  if (value === undefined) throw nothing(values, index);
  return value;
};

/** As {@link at}, for points, ranks and counts. */
export const uint16At = (values: Uint16Array, index: number): number => {
  const value = values[index];
  if (value === undefined) throw nothing(values, index);
  return value;
};

/** As {@link at}, for group numbers. */
export const int16At = (values: Int16Array, index: number): number => {
  const value = values[index];
  if (value === undefined) throw nothing(values, index);
  return value;
};

const nothing = ({ length }: ArrayLike<unknown>, index: number): RangeError =>
  new RangeError(`at: nothing at ${index} of ${length}`);
