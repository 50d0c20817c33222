import { at } from '../kernel';

/**
 * What a pot is shared in proportion to. The doubles decide wherever they are far enough apart to tell, which is nearly
 * always and takes a hundredth of the time; the bigints where they are not.
 */
export interface Weights {
  readonly exact: readonly bigint[];
  /** The nearest doubles of `exact`. */
  readonly rough: Float64Array;
}

/** Some entries by their places, in order, with their weights and the sum of these. */
export interface Sharers {
  readonly weights: Weights;
  readonly open: Int32Array;
  readonly total: bigint;
}

/** A quotient or product of a few doubles strays less than this from the exact one, relative to its size. */
export const roughness = 2 ** -50;

export const weightsOf = (exact: readonly bigint[]): Weights => {
  const rough = new Float64Array(exact.length);
  for (const [place, weight] of exact.entries()) rough[place] = Number(weight);
  return { exact, rough };
};

/** The same with another weight at `place`. */
export const withWeight = (sharers: Sharers, place: number, weight: bigint): Sharers => {
  const { exact, rough } = sharers.weights;
  const changed = { exact: exact.slice(), rough: rough.slice() };
  const before = at(exact, place);
  changed.exact[place] = weight;
  changed.rough[place] = Number(weight);
  return { ...sharers, weights: changed, total: sharers.total - before + weight };
};

/** All entries. */
export const everyone = (weights: Weights): Sharers => {
  const open = new Int32Array(weights.exact.length);
  let total = 0n;
  for (const [place, weight] of weights.exact.entries()) {
    open[place] = place;
    total += weight;
  }
  return { weights, open, total };
};

/** Those of whom `isKept` is not 0. */
export const sharersKept = ({ weights, open, total }: Sharers, isKept: Uint8Array): Sharers => {
  const kept = new Int32Array(open.length);
  let [length, rest] = [0, total];
  for (const place of open) {
    if (isKept[place] === 0) rest -= at(weights.exact, place);
    else {
      kept[length] = place;
      length += 1;
    }
  }
  return length === open.length ? { weights, open, total } : { weights, open: kept.subarray(0, length), total: rest };
};
