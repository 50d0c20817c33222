/** Whole yen. Money is never a float. */
export type Yen = bigint & { readonly __unit: 'yen' };

/** Marks a bigint as yen; the one place where the type is made. */
export const yen = (amount: bigint): Yen => amount as Yen;

/** Amounts added up; those nobody knows add nothing, so ask first where that matters. */
export const sumYen = (amounts: readonly (bigint | undefined)[]): Yen =>
  yen(amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n));

const thousand = 1000n;

/** 40,676,000円; negative amounts as △12,333円, never -0. */
export const inYen = (amount: Yen): string => `${signOf(amount)}${grouped(amount)}円`;

/** As council papers print it: 40,676千円, △12,333千円. Odd yen are cut towards zero. */
export const inThousandYen = (amount: Yen): string => {
  const thousands = yen(amount / thousand);
  return `${signOf(thousands)}${grouped(thousands)}千円`;
};

/** A change as council papers print it: ＋104,429千円, △12,333千円, 0千円. */
export const changeInThousandYen = (amount: Yen): string =>
  `${amount / thousand > 0n ? '＋' : ''}${inThousandYen(amount)}`;

const signOf = (amount: bigint): string => (amount < 0n ? '△' : '');

const grouped = (amount: bigint): string => inGroups(amount < 0n ? -amount : amount);

/** 1,234,567: a whole number, not negative, as `toLocaleString` has it, in a tenth of the time. */
export const inGroups = (whole: bigint | number): string => String(whole).replace(/\B(?=(?:\d{3})+$)/g, ',');
