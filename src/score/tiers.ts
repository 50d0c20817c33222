import { aheadOf, at, populationOf } from '../kernel';
import { scoredYears, yearOf, type Criterion, type Indicator } from '../schemes';

type Share = NonNullable<Criterion['share']>;

/** Raw figures of all municipalities for one measure, in row order; NaN = no data. */
export interface TierMeasure {
  readonly values: Float64Array;
  readonly better: 'higher' | 'lower';
  /** How many the shares are taken of: everybody, or only those with data (rules/grants.md#thresholds, T2). */
  readonly base: number;
}

/**
 * Who is in the top 7/5/3/1割: per share, floor(base·share) municipalities, and everybody equal to the last of them
 * (rules/grants.md#top-shares). One Uint8Array of 0/1 per share. Figures are compared as decimals of 15 significant
 * digits.
 */
export const tierTop = (measure: TierMeasure, shares: readonly Share[]): readonly Uint8Array[] => {
  const exact = measure.values.map(exactDecimal);
  const sorted = exact.filter((value) => !Number.isNaN(value)).sort();
  return shares.map((share) => topOf(exact, sorted, placesOf(share, measure.base), measure.better));
};

/**
 * ア = does it at all (more than 0); the other shares are taken of the doers, ties lifted (rules/grants.md#doers). `base` =
 * how many the doers are, where not all of `values` count.
 */
export const tierAmongDoers = (
  { values, better, base: counted }: Pick<TierMeasure, 'values' | 'better'> & Partial<Pick<TierMeasure, 'base'>>,
  shares: readonly Share[],
): readonly Uint8Array[] => {
  const does = Uint8Array.from(values, (value) => (value > 0 ? 1 : 0));
  const ofDoers = values.map((value) => (value > 0 ? value : NaN));
  const base = counted ?? does.reduce((sum, one) => sum + one, 0);
  const places = shares.filter(isPart);
  const tops = tierTop({ values: ofDoers, better, base }, places);
  return shares.map((share) => (isPart(share) ? at(tops, places.indexOf(share)) : does));
};

const isPart = (share: Share): boolean => share !== 'does';

/** How many municipalities have data. */
export const countWithData = (values: Float64Array): number =>
  values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);

/** Two doubles that print alike in Excel are equal here: 15 significant digits (rules/excel.md#fifteen-digits). */
const exactDecimal = (value: number): number => {
  if (Number.isSafeInteger(value)) return value;
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : NaN;
};

const topOf = (values: Float64Array, sorted: Float64Array, count: number, better: 'higher' | 'lower'): Uint8Array => {
  const size = Math.min(count, sorted.length);
  if (size === 0) return new Uint8Array(values.length);
  const cut = at(sorted, better === 'higher' ? sorted.length - size : size - 1);
  const flags = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = at(values, row);
    if (better === 'higher' ? value >= cut : value <= cut) flags[row] = 1;
  }
  return flags;
};

/** A rule of the notice that needs everyone's figures (rules/grants.md#thresholds). */
export interface TierRule {
  readonly kind: 'tier-top' | 'tier-among-doers';
  readonly better: 'higher' | 'lower';
}

/**
 * How many of the steps ア–エ a value reaches in a population: the top 7/5/3/1割 of it, or 「実施」 and the top of those who do
 * (more than 0). A step takes floor(n × share) members and all who are level with the last of them: fewer are ahead than it
 * takes. The population is sorted once, for any number of values.
 */
export const tierSteps = (values: readonly number[], { kind, better }: TierRule): ((value: number) => number) => {
  const counted = kind === 'tier-top' ? values : values.filter((value) => value > 0);
  const population = populationOf(counted.map(exactDecimal));
  const shares = sharesOf(kind);
  const takes = shares.map((share) => (share === 'does' ? Infinity : placesOf(share, counted.length)));
  return (value) => {
    if (kind === 'tier-among-doers' && !(value > 0)) return 0;
    const ahead = aheadOf(exactDecimal(value), population, better);
    return takes.filter((places) => ahead < places).length;
  };
};

/** How many places a share of so many gives. */
const placesOf = (share: Share, of: number): number => {
  if (share === 'does' || share === 'unspecified') throw new Error(`placesOf: share ${share} takes no top part`);
  const [part = 0, whole = 1] = share.split('/').map(Number);
  return Math.floor((of * part) / whole);
};

/** The steps of a kind of rule stand in the schemes; the newest year that spells them out decides. */
const sharesOf = (kind: TierRule['kind']): readonly Share[] => {
  for (const year of scoredYears().toReversed()) {
    const steps = yearOf(year).scheme?.indicators.find((indicator) => isPlain(indicator, kind));
    if (steps !== undefined) return steps.criteria.flatMap(({ share }) => share ?? []);
  }
  throw new Error(`tierSteps: no scheme spells out the steps of ${kind}`);
};

/** One measure, every step's share known. */
const isPlain = ({ rule, criteria }: Indicator, kind: TierRule['kind']): boolean =>
  rule.kind === kind &&
  new Set(criteria.map(({ measure }) => measure)).size === 1 &&
  criteria.every(({ share }) => share !== undefined && share !== 'unspecified');
