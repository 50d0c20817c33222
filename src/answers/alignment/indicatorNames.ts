import { foldLabel } from '../../kernel';
import { criterionIndexOf, type Indicator, type Scheme } from '../../schemes';
import { remembered } from '../labels';

/** How well a written name fits indicators of a scheme. */
export interface NameFit {
  /** The indicator whose name it is, exactly or but for brackets, stops and a few signs. */
  readonly indicator: Indicator | undefined;
  readonly exact: boolean;
}

/** Two names share at least so much of their pairs of signs before one is taken for a spelling of the other. */
const nearEnough = 0.75;
/** The next best name must be clearly further away. */
const clearLead = 0.15;

const made = new WeakMap<Scheme, (name: string) => NameFit>();

/** Finds the indicator a written name means. */
export const nameReaderOf = (scheme: Scheme): ((name: string) => NameFit) => {
  const before = made.get(scheme);
  if (before !== undefined) return before;
  const known = knownNames([...criterionIndexOf(scheme).indicatorById.values()]);
  const reader = remembered((name: string) => fitOf(name, known));
  made.set(scheme, reader);
  return reader;
};

/** The names of a scheme. */
interface KnownNames {
  readonly indicators: readonly Indicator[];
  /** By folded name; undefined for one that two indicators bear. */
  readonly exact: ReadonlyMap<string, Indicator | undefined>;
  /** How many pairs of signs each name has. */
  readonly sizes: readonly number[];
  /** The places of the indicators whose name has a pair: a name is held against those that share one, not against all. */
  readonly byPair: ReadonlyMap<string, readonly number[]>;
}

const knownNames = (indicators: readonly Indicator[]): KnownNames => {
  const exact = new Map<string, Indicator | undefined>();
  const byPair = new Map<string, number[]>();
  const sizes = indicators.map((indicator, at) => {
    const label = foldLabel(indicator.name);
    exact.set(label, exact.has(label) ? undefined : indicator);
    const pairs = pairsOf(plainName(indicator.name));
    for (const pair of pairs) byPair.set(pair, [...(byPair.get(pair) ?? []), at]);
    return pairs.size;
  });
  return { indicators, exact, sizes, byPair };
};

const fitOf = (name: string, { indicators, exact, sizes, byPair }: KnownNames): NameFit => {
  const label = foldLabel(name);
  const same = exact.get(label);
  if (same !== undefined) return { indicator: same, exact: true };
  const plain = plainName(label);
  if (plain.length < shortestName) return { indicator: undefined, exact: false };
  const pairs = pairsOf(plain);
  const common = new Map<number, number>();
  for (const pair of pairs) for (const at of byPair.get(pair) ?? []) common.set(at, (common.get(at) ?? 0) + 1);
  let [first, likeness, next] = [-1, 0, 0];
  for (const [at, shared] of common) {
    const its = likenessOf(shared, pairs.size, sizes[at] ?? 0);
    if (its > likeness) [first, likeness, next] = [at, its, likeness];
    else if (its > next) next = its;
  }
  const clear = likeness >= nearEnough && likeness - next >= clearLead;
  return { indicator: clear ? indicators[first] : undefined, exact: false };
};

const shortestName = 4;

/** Without brackets' content, stops, spaces and particles people leave out. */
const plainName = (name: string): string => foldLabel(name).replace(/[・、。,.「」『』/／\-ー―~〜～]/g, '');

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text, (sign, at) => sign + (text[at + 1] ?? '')).slice(0, -1));

/** The share of pairs of signs that two names have in common (Dice). */
const likenessOf = (common: number, one: number, other: number): number => (2 * common) / Math.max(1, one + other);
