/** Anything JSON can carry; what travels between the library and the host. */
export type Wire = string | number | boolean | null | undefined | readonly Wire[] | { readonly [name: string]: Wire };

/** A record on the wire, or an empty one: for arguments that are objects. */
export const recordOf = (value: Wire): Readonly<Record<string, Wire>> =>
  typeof value === 'object' && value !== null && !isList(value) ? value : {};

/** `Array.isArray` that keeps readonly lists typed. */
export const isList = (value: Wire): value is readonly Wire[] => Array.isArray(value);

/** A text argument; anything else is the caller's mistake. */
export const textOf = (value: Wire): string => {
  if (typeof value !== 'string') throw new Error(`textOf: ${JSON.stringify(value)} is not text`);
  return value;
};
