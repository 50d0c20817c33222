import { foldLabel } from '../../kernel';
import { criterionIndexOf, type Indicator, type Scheme } from '../../schemes';

/** How well a written name fits indicators of a scheme. */
export interface NameFit {
  /** The indicator whose name it is, exactly or but for brackets, stops and a few signs. */
  readonly indicator: Indicator | undefined;
  readonly exact: boolean;
}

interface KnownName {
  readonly indicator: Indicator;
  readonly plain: string;
  readonly pairs: ReadonlySet<string>;
}

/** Two names share at least so much of their pairs of signs before one is taken for a spelling of the other. */
const nearEnough = 0.75;
/** The next best name must be clearly further away. */
const clearLead = 0.15;

const made = new WeakMap<Scheme, (name: string) => NameFit>();

/** Finds the indicator a written name means; asked once per text. */
export const nameReaderOf = (scheme: Scheme): ((name: string) => NameFit) => {
  const before = made.get(scheme);
  if (before !== undefined) return before;
  const known = [...criterionIndexOf(scheme).indicatorById.values()].map((indicator): KnownName => {
    const plain = plainName(indicator.name);
    return { indicator, plain, pairs: pairsOf(plain) };
  });
  const exact = new Map<string, Indicator | undefined>();
  for (const { indicator } of known) {
    const label = foldLabel(indicator.name);
    exact.set(label, exact.has(label) ? undefined : indicator);
  }
  const asked = new Map<string, NameFit>();
  const reader = (name: string): NameFit => {
    const label = foldLabel(name);
    const fit = asked.get(label) ?? fitOf(label, exact, known);
    if (asked.size < mostAsked) asked.set(label, fit);
    return fit;
  };
  made.set(scheme, reader);
  return reader;
};

const mostAsked = 2000;

const fitOf = (
  label: string,
  exact: ReadonlyMap<string, Indicator | undefined>,
  known: readonly KnownName[],
): NameFit => {
  const same = exact.get(label);
  if (same !== undefined) return { indicator: same, exact: true };
  const plain = plainName(label);
  if (plain.length < shortestName) return { indicator: undefined, exact: false };
  const pairs = pairsOf(plain);
  const ranked = known
    .map((one) => ({ indicator: one.indicator, likeness: one.plain === plain ? 1 : likenessOf(pairs, one.pairs) }))
    .sort((one, other) => other.likeness - one.likeness);
  const [first, second] = ranked;
  const clear =
    first !== undefined && first.likeness >= nearEnough && first.likeness - (second?.likeness ?? 0) >= clearLead;
  return { indicator: clear ? first.indicator : undefined, exact: false };
};

const shortestName = 4;

/** Without brackets' content, stops, spaces and particles people leave out. */
const plainName = (name: string): string => foldLabel(name).replace(/[・、。,.「」『』/／\-ー―~〜～]/g, '');

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text, (sign, at) => sign + (text[at + 1] ?? '')).slice(0, -1));

/** The share of pairs of signs that two names have in common (Dice). */
const likenessOf = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let common = 0;
  for (const pair of one) if (other.has(pair)) common += 1;
  return (2 * common) / Math.max(1, one.size + other.size);
};
