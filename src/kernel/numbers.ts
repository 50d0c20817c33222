/** The value at a place that must be there; throws where there is none. Never a default: an absent point is not 0. */
export const at = <Value>(values: ArrayLike<Value>, index: number): Value => {
  const value = values[index];
  if (value === undefined) throw nothingAt(values, index);
  return value;
};

// The same for the arrays of the inner loops. One function sees one kind of array only, so that the engine reads it
// straight; through `at`, which sees all kinds, ranking a nation took five times as long. In a loop that
// runs over the nation before the engine has made it fast (`allocation`), even such a call costs more than the rest: there the
// values are looked at as they stand, and {@link nothingAt} is thrown.

/** As {@link at}, for states and other small numbers. */
export const uint8At = (values: Uint8Array, index: number): number => {
  const value = values[index];
  if (value === undefined) throw nothingAt(values, index);
  return value;
};

/** As {@link at}, for points. */
export const uint16At = (values: Uint16Array, index: number): number => {
  const value = values[index];
  if (value === undefined) throw nothingAt(values, index);
  return value;
};

/** As {@link at}, for counts of any number of rows. */
export const uint32At = (values: Uint32Array, index: number): number => {
  const value = values[index];
  if (value === undefined) throw nothingAt(values, index);
  return value;
};

/** As {@link at}, for group numbers. */
export const int16At = (values: Int16Array, index: number): number => {
  const value = values[index];
  if (value === undefined) throw nothingAt(values, index);
  return value;
};

/** As {@link at}, for amounts and weights as doubles. */
export const float64At = (values: Float64Array, index: number): number => {
  const value = values[index];
  if (value === undefined) throw nothingAt(values, index);
  return value;
};

/** What is thrown where an array holds nothing at a place that must be there. */
export const nothingAt = ({ length }: ArrayLike<unknown>, index: number): RangeError =>
  new RangeError(`at: nothing at ${index} of ${length}`);

/** More digits than this after or before the point are no figures anybody means. */
const mostDigits = 30;

/**
 * Decimals, 0 or more, as whole numbers in the same proportion and exact as printed: 0.1 and 2.25 become 10 and 225.
 * Undefined when their sizes lie more than 30 digits apart.
 */
export const wholeNumbersLike = (decimals: readonly number[]): readonly bigint[] | undefined => {
  const parsed = decimals.map((decimal) => {
    const [, whole = '0', fraction = '', exponent = '0'] =
      /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(decimal)) ?? [];
    return { digits: BigInt(whole + fraction), power: Number(exponent) - fraction.length };
  });
  const least = parsed.reduce((lowest, { power }) => Math.min(lowest, power), 0);
  const most = parsed.reduce((highest, { power }) => Math.max(highest, power), 0);
  if (most - least > mostDigits) return undefined;
  return parsed.map(({ digits, power }) => digits * 10n ** BigInt(power - least));
};
