/**
 * Excel shows and keeps fifteen significant digits; what lies beyond is noise of binary fractions
 * (rules/excel.md#fifteen-digits).
 */
const significantDigits = 15;

/**
 * 四捨五入 on the decimal value, for printing only: `halfUp(1.005, 2)` = "1.01", `halfUp(-0.5, 0)` = "-1" (as Excel's ROUND:
 * halves go away from zero). Always shows `decimals` places.
 */
export const halfUp = (value: number, decimals: number): string => {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) throw new RangeError(`halfUp: ${value} cannot be printed`);
  const [whole = '0', fraction = ''] = plainDecimal(Math.abs(value)).split('.');
  const padded = fraction.padEnd(decimals + 1, '0');
  const kept = BigInt(whole + padded.slice(0, decimals));
  const rounded = padded.charAt(decimals) >= '5' ? kept + 1n : kept;
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return value < 0 && rounded !== 0n ? `-${text}` : text;
};

/**
 * A rate as 52.8%: from the unrounded figure, never from a printed one (72.4 % is 46.345/64, not 46.3/64;
 * rules/grants.md#statistics).
 */
export const printedPercent = (part: number, whole: number, decimals: number): string =>
  `${halfUp((part / whole) * 100, decimals)}%`;

/** Fifteen significant digits without an exponent. */
const plainDecimal = (value: number): string => {
  const [digits = '0', exponent = '0'] = value.toExponential(significantDigits - 1).split('e');
  const plain = digits.replace('.', '');
  const point = Number(exponent) + 1;
  if (point <= 0) return `0.${'0'.repeat(-point)}${plain}`;
  return `${plain.slice(0, point).padEnd(point, '0')}.${plain.slice(point)}`;
};
