import { criterionIndexOf, type Scheme } from '../../schemes';

const made = new WeakMap<Scheme, ReadonlyMap<string, number>>();

/** The place of each indicator in the order of the scheme, by its id. */
export const orderOf = (scheme: Scheme): ReadonlyMap<string, number> => {
  const known = made.get(scheme);
  if (known !== undefined) return known;
  const order = new Map([...criterionIndexOf(scheme).indicatorById.keys()].map((id, at) => [id, at] as const));
  made.set(scheme, order);
  return order;
};
