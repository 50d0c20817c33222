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
