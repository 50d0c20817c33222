/** Looks a value up by its key, or makes and keeps it; the key must say everything the value depends on. */
export type Remember<Value> = (key: string, make: () => Value) => Value;

/** A memory for at most `most` values; the one unused for longest is forgotten first. */
export const rememberUpTo = <Value>(most: number): Remember<Value> => {
  const kept = new Map<string, { readonly value: Value }>();
  return (key, make) => {
    const known = kept.get(key) ?? { value: make() };
    kept.delete(key);
    kept.set(key, known);
    if (kept.size > most) kept.delete(kept.keys().next().value ?? key);
    return known.value;
  };
};
