/** The middle value, or the mean of the two middle ones; throws on an empty list. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError('median: no values');
  return (lower + upper) / 2;
};

/** The smallest value that at least nine in ten do not exceed; throws on an empty list. */
export const ninetyPercent = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.ceil(sorted.length * 0.9) - 1];
  if (value === undefined) throw new RangeError('ninetyPercent: no values');
  return value;
};
