import { a1Range, isWithin, type Rectangle } from './address';
import type { SheetModel } from './model';

/**
 * A sheet of ours whose lines moved since it was written: blocks merged for other lines would swallow values, headings
 * would look like text. It is laid anew, as a new sheet is: merged blocks, looks, number formats and heights of our rows.
 * Widths, print settings, charts and everything outside the area stay (decisions/moved-lines.md).
 */
export interface Relaying {
  /** The cells that were ours and those that become ours, as one block. */
  readonly area: Rectangle;
  /** Merged blocks to be taken apart: all that begin in the area. */
  readonly apart: readonly Rectangle[];
  /** Blocks of the model, where they come to lie. */
  readonly merges: readonly Rectangle[];
}

/** Undefined where the blocks that stand are those of the model, or nobody knows what stands. */
export const relayingOf = (
  model: SheetModel,
  old: Rectangle,
  owned: Rectangle,
  standing: readonly Rectangle[] | undefined,
): Relaying | undefined => {
  if (standing === undefined) return undefined;
  const area = {
    top: old.top,
    left: old.left,
    bottom: Math.max(old.bottom, owned.bottom),
    right: Math.max(old.right, owned.right),
  };
  const apart = standing.filter((block) => isWithin(area, block.top, block.left));
  const merges = (model.merges ?? []).map((block) => shifted(block, owned.top, owned.left));
  return sameBlocks(apart, merges) ? undefined : { area, apart, merges };
};

/** The merged blocks of a sheet once it is laid anew, those outside the area first. */
export const mergesAfter = (standing: readonly Rectangle[], { apart, merges }: Relaying): readonly Rectangle[] => {
  const going = new Set(apart.map(a1Range));
  return [...standing.filter((block) => !going.has(a1Range(block))), ...merges];
};

export const sameBlocks = (one: readonly Rectangle[], other: readonly Rectangle[]): boolean => {
  const places = new Set(one.map(a1Range));
  const others = new Set(other.map(a1Range));
  return places.size === others.size && [...places].every((place) => others.has(place));
};

const shifted = (block: Rectangle, down: number, across: number): Rectangle => ({
  top: block.top + down,
  left: block.left + across,
  bottom: block.bottom + down,
  right: block.right + across,
});
