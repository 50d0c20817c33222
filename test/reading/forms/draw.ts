import { seededRandom } from '../../fixtures/seededRandom';

/** Draws from a seed; the same seed draws the same. */
export interface Draw {
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  readonly one: <Item>(items: readonly Item[]) => Item;
  /** Some items, in their order. */
  readonly some: <Item>(items: readonly Item[], count: number) => readonly Item[];
  /** The first item is what most people do; each other is drawn in `share` of the cases, all alike. */
  readonly usually: <Item>(items: readonly Item[], share: number) => Item;
}

export const drawFrom = (seed: number): Draw => {
  const random = seededRandom(seed);
  // Neighbouring seeds begin alike.
  for (let warm = 0; warm < 8; warm += 1) random();
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const one = <Item>(items: readonly Item[]): Item => {
    const item = items[between(0, items.length - 1)];
    if (item === undefined) throw new Error('draw: nothing to draw from');
    return item;
  };
  const chance = (probability: number): boolean => random() < probability;
  return {
    chance,
    between,
    one,
    some: (items, count) => {
      const places = new Set<number>();
      while (places.size < Math.min(count, items.length)) places.add(between(0, items.length - 1));
      return items.filter((_, at) => places.has(at));
    },
    usually: <Item>(items: readonly Item[], share: number) => {
      const [first, ...others] = items;
      return first === undefined || (others.length > 0 && chance(share)) ? one(others) : first;
    },
  };
};
