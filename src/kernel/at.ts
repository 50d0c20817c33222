/** The value at a place that must be there, of an array or a typed array; throws where there is none. Never a default. */
export const at = <Value>(values: ArrayLike<Value>, index: number): Value => {
  const value = values[index];
  if (value === undefined) throw new RangeError(`at: nothing at ${index} of ${values.length}`);
  return value;
};
