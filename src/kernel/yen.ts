/** Whole yen. Money is never a float. */
export type Yen = bigint & { readonly __unit: 'yen' };

/** Marks a bigint as yen; the one place where the type is made. */
export const yen = (amount: bigint): Yen => amount as Yen;
