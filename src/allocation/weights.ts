import { at, float64At, nothingAt } from '../kernel';

/**
 * What a pot is shared in proportion to. The doubles decide wherever they are far enough apart to tell, which is nearly
 * always and takes a hundredth of the time; the exact ones, by {@link exactWeight}, where they are not.
 */
export interface Weights {
  /** The nearest doubles. */
  readonly rough: Float64Array;
  /** Those that are no exact doubles, by place. */
  readonly large: ReadonlyMap<number, bigint>;
}

/** The weight at a place, exactly. */
export const exactWeight = ({ rough, large }: Weights, place: number): bigint =>
  large.get(place) ?? BigInt(at(rough, place));

/** Some entries by their places, in order, with their weights and the sum of these. */
export interface Sharers {
  readonly weights: Weights;
  readonly open: Int32Array;
  readonly total: bigint;
}

/** A quotient or product of a few doubles strays less than this from the exact one, relative to its size. */
export const roughness = 2 ** -50;

/** Lays out `count` weights, of which `weightOf` gives a whole double up to 2^53, or a bigint. */
export const weightsOf = (count: number, weightOf: (place: number) => number | bigint): Weights => {
  const rough = new Float64Array(count);
  const large = new Map<number, bigint>();
  for (let place = 0; place < count; place += 1) {
    const weight = weightOf(place);
    if (typeof weight === 'number') rough[place] = weight;
    else {
      large.set(place, weight);
      rough[place] = Number(weight);
    }
  }
  return { rough, large };
};

/** The same with another weight at `place`. */
export const withWeight = (sharers: Sharers, place: number, weight: number | bigint): Sharers => {
  const rough = sharers.weights.rough.slice();
  const large = new Map(sharers.weights.large);
  const before = exactWeight(sharers.weights, place);
  rough[place] = Number(weight);
  if (typeof weight === 'bigint') large.set(place, weight);
  else large.delete(place);
  return { ...sharers, weights: { rough, large }, total: sharers.total - before + BigInt(weight) };
};

/** All entries. What is no exact double is above all that are, and so is its sum with others. */
export const everyone = (weights: Weights): Sharers => {
  const { rough } = weights;
  const count = rough.length;
  const open = new Int32Array(count);
  let [sum, total] = [0, 0n];
  for (let place = 0; place < count; place += 1) {
    open[place] = place;
    const weight = rough[place];
    if (weight === undefined) throw nothingAt(rough, place);
    const next = sum + weight;
    if (next <= Number.MAX_SAFE_INTEGER) sum = next;
    else {
      total += BigInt(sum) + exactWeight(weights, place);
      sum = 0;
    }
  }
  return { weights, open, total: total + BigInt(sum) };
};

/** Those of whom `isKept` is not 0. */
export const sharersKept = ({ weights, open, total }: Sharers, isKept: Uint8Array): Sharers => {
  const kept = new Int32Array(open.length);
  let length = 0;
  let [sum, gone] = [0, 0n];
  for (const place of open) {
    if (isKept[place] !== 0) {
      kept[length] = place;
      length += 1;
      continue;
    }
    const next = sum + float64At(weights.rough, place);
    if (next <= Number.MAX_SAFE_INTEGER) sum = next;
    else {
      gone += BigInt(sum) + exactWeight(weights, place);
      sum = 0;
    }
  }
  if (length === open.length) return { weights, open, total };
  return { weights, open: kept.subarray(0, length), total: total - gone - BigInt(sum) };
};
