import type { Indicator } from '../../../src/schemes';
import type { Draw } from './draw';
import { goalKey, groupKey, type Item } from './items';

/** What happened to a form on its way; `kinds` names it. */
export interface Damaged {
  readonly items: readonly Item[];
  readonly kinds: readonly string[];
}

type Damage = (draw: Draw, items: readonly Item[]) => readonly Item[];

const changeSome = (
  draw: Draw,
  items: readonly Item[],
  most: number,
  change: (item: Item) => Item,
): readonly Item[] => {
  const chosen = new Set(draw.some(items, draw.between(1, most)));
  return items.map((item) => (chosen.has(item) ? change(item) : item));
};

const held = ['△', '？', '検討中', '予定', '確認中', '#N/A'];

const mistyped = (draw: Draw, name: string): string => {
  const at = draw.between(1, Math.max(1, name.length - 2));
  return draw.chance(0.5) ? name.slice(0, at) + name.slice(at + 1) : `${name.slice(0, at)}の${name.slice(at + 1)}`;
};

/** One column of labels stands some cells too low, as after a cell was inserted. */
const shifted =
  (change: (item: Item, above: Item) => Item): Damage =>
  (draw, items) => {
    const from = draw.between(1, Math.floor(items.length / 2));
    const to = draw.chance(0.5) ? items.length : from + draw.between(5, 60);
    return items.map((item, at) => {
      const above = items[at - 1];
      return at < from || at >= to || above === undefined ? item : change(item, above);
    });
  };

const without =
  (keyOf: (item: Item) => string): Damage =>
  (draw, items) => {
    const gone = keyOf(draw.one(items));
    return items.filter((item) => keyOf(item) !== gone);
  };

const damages: Readonly<Record<string, Damage>> = {
  'rows missing': (draw, items) => {
    const gone = new Set(draw.some(items, draw.between(1, 5)));
    return items.filter((item) => !gone.has(item));
  },
  'group missing': without(groupKey),
  'goal missing': without(goalKey),
  'end missing': (draw, items) => items.slice(0, draw.between(Math.floor(items.length / 3), items.length - 1)),
  'rows twice': (draw, items) => {
    const twice = new Set(draw.some(items, draw.between(1, 3)));
    return items.flatMap((item) => (twice.has(item) ? [item, item] : [item]));
  },
  'rows twice, contrary': (draw, items) => {
    const twice = new Set(draw.some(items, draw.between(1, 3)));
    return items.flatMap((item): Item[] => (twice.has(item) ? [item, { ...item, contrary: true }] : [item]));
  },
  'rows elsewhere': (draw, items) => {
    const moved = draw.some(items, draw.between(1, 4));
    return [...items.filter((item) => !moved.includes(item)), ...moved];
  },
  'names mistyped': (draw, items) => {
    const wrong = new Map(
      draw
        .some([...new Set(items.map(({ indicator }) => indicator))], draw.between(1, 4))
        .map((indicator): [Indicator, string] => [indicator, mistyped(draw, indicator.name)]),
    );
    return items.map((item) => ({ ...item, name: wrong.get(item.indicator) ?? item.name }));
  },
  'points mistyped': (draw, items) =>
    changeSome(draw, items, 5, (item) => ({ ...item, points: item.points + draw.between(1, 3) })),
  'numbers mistyped': (draw, items) => changeSome(draw, items, 3, (item) => ({ ...item, number: item.number + 1 })),
  'branches mistyped': (draw, items) =>
    changeSome(draw, items, 3, (item) => ({ ...item, label: draw.one(['ア', 'イ', 'ウ', 'エ', 'オ']) })),
  'numbers shifted': shifted((item, { number }) => ({ ...item, number })),
  'names shifted': shifted((item, { name }) => ({ ...item, name })),
  'branches shifted': shifted((item, { label }) => ({ ...item, label })),
  'points shifted': shifted((item, { points }) => ({ ...item, points })),
};

/** Answers that are not there, where an empty cell is no answer. */
const openings: Readonly<Record<string, Damage>> = {
  'answers blank': (draw, items) => changeSome(draw, items, 6, (item) => ({ ...item, instead: null })),
  'answers held': (draw, items) => changeSome(draw, items, 4, (item) => ({ ...item, instead: draw.one(held) })),
  'group blank': (draw, items) => {
    const key = groupKey(draw.one(items));
    return items.map((item) => (groupKey(item) === key ? { ...item, instead: null } : item));
  },
  'second half blank': (draw, items) => {
    const from = draw.between(Math.floor(items.length / 3), items.length - 1);
    return items.map((item, at) => (at >= from ? { ...item, instead: null } : item));
  },
};

/** Forms of which nothing is missing number their indicators otherwise. */
const numberings: Readonly<Record<string, (items: readonly Item[]) => readonly Item[]>> = {
  'numbers run on through the goal': (items) => renumbered(items, goalKey),
  'numbers run on through the grant': (items) => renumbered(items, ({ under }) => under),
  'numbers run on': (items) => renumbered(items, () => ''),
};

const renumbered = (items: readonly Item[], partOf: (item: Item) => string): readonly Item[] => {
  const seen = new Map<string, Map<Indicator, number>>();
  return items.map((item) => {
    const part = seen.get(partOf(item)) ?? new Map<Indicator, number>();
    seen.set(partOf(item), part);
    const number = part.get(item.indicator) ?? part.size + 1;
    part.set(item.indicator, number);
    return { ...item, number };
  });
};

/** Goal Ⅳ under each grant: answered again, pointed to, or left out the second time. */
const secondTime: Readonly<Record<string, (item: Item) => Item>> = {
  'goal Ⅳ again': (item) => item,
  'goal Ⅳ again, 同上': (item) => ({ ...item, instead: '同上' }),
  'goal Ⅳ again, 再掲': (item) => ({ ...item, instead: '再掲' }),
  'goal Ⅳ again, blank': (item) => ({ ...item, instead: null }),
};

/**
 * Damages a form: mostly not at all. Where `opens` is false an empty cell says no, so that none is emptied; where a form
 * does not tell its indicators twice, by number and by name, nobody could see that one of them is shifted.
 */
export const drawDamage = (
  draw: Draw,
  all: readonly Item[],
  { opens, tellsTwice, odd }: { readonly opens: boolean; readonly tellsTwice: boolean; readonly odd: number },
): Damaged => {
  const kinds: string[] = [];
  let items = all;
  if (items.some(({ again }) => again)) {
    const how = draw.one(Object.keys(secondTime).filter((kind) => opens || kind !== 'goal Ⅳ again, blank'));
    items = items.map((item) => (item.again ? (secondTime[how]?.(item) ?? item) : item));
    kinds.push(how);
  }
  if (draw.chance(odd * 0.5)) {
    const how = draw.one(Object.keys(numberings));
    items = numberings[how]?.(items) ?? items;
    kinds.push(how);
  }
  for (const chance of [odd, odd * 0.3]) {
    if (!draw.chance(chance)) continue;
    const how = draw.one(Object.keys(damages).filter((kind) => tellsTwice || !kind.endsWith('shifted')));
    items = damages[how]?.(draw, items) ?? items;
    kinds.push(how);
  }
  if (opens && draw.chance(odd)) {
    const how = draw.one(Object.keys(openings));
    items = openings[how]?.(draw, items) ?? items;
    kinds.push(how);
  }
  return { items, kinds };
};
