import type { GreyPicture } from './greyPicture';

/** How two pictures of a page differ. */
export interface PictureDifference {
  /** `width × height` of both, where they are not the same; then nothing else was compared. */
  readonly sizes: string | undefined;
  /** Blocks that look different. */
  readonly blocks: number;
  /** The most of them that hang together, corners included. */
  readonly largest: number;
  /** The same, as a share of the blocks in which either picture shows anything. */
  readonly share: number;
}

/** Dots along one side of a block: at 72 dots per inch half a line of text, a character and a half. */
const side = 8;
/** Glyph edges of another font version shift by a dot at most; more is another place. */
const reach = 1;
/** Of 255, for the mean of a block. Text fills a block with 60 to 110, a thin line alone with 25 to 32. */
const visible = 28;

/**
 * Compares block by block the mean grey, each block taken at the best of the places one dot around. So other anti-aliasing and
 * hinting do not count; what moved by half a line, came or went does.
 */
export const comparePictures = (golden: GreyPicture, fresh: GreyPicture): PictureDifference => {
  if (golden.width !== fresh.width || golden.height !== fresh.height) {
    const sizes = [golden, fresh].map(({ width, height }) => `${width} × ${height}`).join(', ');
    return { sizes, blocks: Infinity, largest: Infinity, share: 1 };
  }
  const [sums, freshSums] = [sumsOf(golden), sumsOf(fresh)];
  const columns = Math.floor(golden.width / side);
  const differing = new Set<number>();
  let inked = 0;
  for (let top = 0; top + side <= golden.height; top += side) {
    for (let left = 0; left + side <= golden.width; left += side) {
      const wanted = meanOf(sums, golden, left, top);
      const here = meanOf(freshSums, fresh, left, top);
      if (Math.min(wanted, here) < blank) inked += 1;
      if (distance(wanted, freshSums, fresh, left, top) > visible) {
        differing.add((top / side) * columns + left / side);
      }
    }
  }
  const share = inked === 0 ? 0 : differing.size / inked;
  return { sizes: undefined, blocks: differing.size, largest: largestOf(differing, columns), share };
};

const blank = 250;

const largestOf = (blocks: ReadonlySet<number>, columns: number): number => {
  const left = new Set(blocks);
  let largest = 0;
  for (const start of blocks) {
    if (!left.delete(start)) continue;
    const group = [start];
    for (const block of group) {
      for (const row of [-columns, 0, columns]) {
        for (const next of [block + row - 1, block + row, block + row + 1]) if (left.delete(next)) group.push(next);
      }
    }
    largest = Math.max(largest, group.length);
  }
  return largest;
};

const distance = (wanted: number, sums: Float64Array, picture: GreyPicture, left: number, top: number): number => {
  let least = Infinity;
  for (let y = top - reach; y <= top + reach; y += 1) {
    for (let x = left - reach; x <= left + reach; x += 1) {
      if (x < 0 || y < 0 || x + side > picture.width || y + side > picture.height) continue;
      least = Math.min(least, Math.abs(meanOf(sums, picture, x, y) - wanted));
    }
  }
  return least;
};

/** Sums of all greys above and to the left, one row and column wider than the picture. */
const sumsOf = ({ width, height, greys }: GreyPicture): Float64Array => {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += greys[y * width + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  return sums;
};

const meanOf = (sums: Float64Array, { width }: GreyPicture, left: number, top: number): number => {
  const at = (x: number, y: number): number => sums[y * (width + 1) + x] ?? 0;
  const sum = at(left + side, top + side) - at(left, top + side) - at(left + side, top) + at(left, top);
  return sum / (side * side);
};
