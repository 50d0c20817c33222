import { answerState } from '../answers';
import { at, groupedBy, seededRandom, uint8At } from '../kernel';
import { outcomeChanges, type OutcomeChange } from '../rank';
import { timesCounted, type Scheme } from '../schemes';
import { measureSteps, pointsOf, scoreTable } from '../score';
import type { Rivals, Standpoint } from './standpoint';

/** How far a national rank holds when the others move and open answers go either way. */
export interface Robustness {
  /** Nine of ten draws lie in it. */
  readonly rank: { readonly low: number; readonly high: number };
  /** The own total in nine of ten draws; one figure where no answer is open. */
  readonly points: { readonly low: number; readonly high: number };
  /** Answers that are open. */
  readonly open: number;
  readonly draws: number;
  readonly seed: number;
  /** What all of it rests on, in a sentence. */
  readonly assumption: string;
}

const draws = 1000;
const seed = 15;

/**
 * The band of the rank when every other municipality's goal Ⅳ changes as it changed between years (a spread by size class) while
 * the nation as a whole stays what it is, and every open answer is decided by a coin. Undefined where the points of the others
 * are not known. The same answers give the same band.
 */
export const robustnessOf = (standpoint: Standpoint): Robustness | undefined => {
  const { scheme, states } = standpoint;
  const rivals = standpoint.rivals();
  const changes = outcomeChanges(scheme.fiscalYear);
  if (rivals === undefined || changes.length === 0) return undefined;
  const random = seededRandom(seed);
  const open = [...states.keys()].filter((index) => isOpen(uint8At(states, index)));
  const totals = drawnTotals(scheme, states, open, random);
  const above = rememberedBy(aheadOf(movingRivals(rivals, changes, timesIn(scheme))));
  const others = rivals.reduce((sum, { count }) => sum + count, 0);
  const ranks = totals.map((total) => {
    const { mean, sd } = above(total);
    return 1 + Math.min(others, Math.max(0, Math.round(mean + sd * normal(random))));
  });
  return {
    rank: middleNinety(ranks),
    points: middleNinety(totals),
    open: open.length,
    draws,
    seed,
    assumption: assumptionOf(changes, open.length),
  };
};

const isOpen = (state: number): boolean => state !== answerState.met && state !== answerState.unmet;

/** Goal Ⅳ counts as often in the total as its indicators do. */
const timesIn = ({ indicators }: Scheme): number =>
  Math.max(1, ...indicators.filter(({ group }) => group === 'outcome').map(timesCounted));

/** The total of each draw: open answers met or not by a coin, no step met above one that is not. */
const drawnTotals = (
  scheme: Scheme,
  states: Uint8Array,
  open: readonly number[],
  random: () => number,
): readonly number[] => {
  const rows = open.length === 0 ? 1 : draws;
  const table = new Uint8Array(rows * states.length);
  const wider = new Map(measureSteps(scheme).map((step) => [step.narrower.index, step.wider.index] as const));
  for (let row = 0; row < rows; row += 1) {
    const first = row * states.length;
    table.set(states, first);
    for (const index of open) {
      const below = wider.get(index);
      const stands = below === undefined || uint8At(table, first + below) === answerState.met;
      table[first + index] = random() < 0.5 && stands ? answerState.met : answerState.unmet;
    }
  }
  const scores = scoreTable(scheme, table, rows);
  const totals = Array.from({ length: rows }, (_, row) => pointsOf(scores, row, scores.compiled.totalBlock));
  return rows === draws ? totals : Array.from({ length: draws }, () => at(totals, 0));
};

/** Others among whom places are changed: those of one size class, or all where nobody tells the classes. */
interface MovingRivals {
  readonly all: number;
  readonly rivals: readonly Rivals[];
  /** Of each of the rivals: the place as a normal score, that of the middle of those who share it. */
  readonly scores: readonly number[];
  /** How much of a score is kept, and in which part of them. */
  readonly moves: readonly { readonly kept: number; readonly part: number }[];
}

/**
 * Places are moved as normal scores: part of the own score is kept, the rest is drawn, and the distribution stays what it is.
 * Adding a spread to totals would set the others ever farther apart, which they were not.
 */
const movingRivals = (
  rivals: readonly Rivals[],
  changes: readonly OutcomeChange[],
  times: number,
): readonly MovingRivals[] =>
  [...groupedBy(rivals, ({ sizeClass }) => sizeClass)].map(([sizeClass, unsorted]) => {
    const group = unsorted.toSorted((one, other) => one.points - other.points);
    const all = group.reduce((sum, { count }) => sum + count, 0);
    const mean = group.reduce((sum, { points, count }) => sum + points * count, 0) / all;
    const variance = group.reduce((sum, { points, count }) => sum + count * (points - mean) ** 2, 0) / all;
    const known = changes.filter((change) => change.sizeClass === sizeClass);
    const among = known.length > 0 ? known : changes;
    const whole = among.reduce((sum, { municipalities }) => sum + municipalities, 0);
    let below = 0;
    return {
      all,
      rivals: group,
      scores: group.map(({ count }) => {
        below += count;
        return normalScore((below - count / 2) / all);
      }),
      moves: among.map(({ sd, municipalities }) => ({
        // A change of this spread between two years that are spread alike leaves them correlated so.
        kept: variance === 0 ? 1 : Math.max(0, 1 - (times * sd) ** 2 / (2 * variance)),
        part: municipalities / whole,
      })),
    };
  });

/** How many others come to lie above a total: they move each for itself, so that many small chances add up to a normal count. */
const aheadOf =
  (groups: readonly MovingRivals[]) =>
  (total: number): { readonly mean: number; readonly sd: number } => {
    let mean = 0;
    let variance = 0;
    for (const { all, rivals, scores, moves } of groups) {
      const below = rivals.reduce((sum, { points, count }) => (points <= total ? sum + count : sum), 0);
      // Nobody is so far ahead or behind that no one could pass: half a place is left at either end.
      const bar = normalScore(Math.min(1 - 0.5 / (all + 1), Math.max(0.5 / (all + 1), below / all)));
      for (const [place, { points, count }] of rivals.entries())
        for (const { kept, part } of moves) {
          const drawn = Math.sqrt(1 - kept ** 2);
          const chance = drawn === 0 ? Number(points > total) : upperTail((bar - kept * at(scores, place)) / drawn);
          mean += count * part * chance;
          variance += count * part * chance * (1 - chance);
        }
    }
    return { mean, sd: Math.sqrt(variance) };
  };

const rememberedBy = <Value>(of: (total: number) => Value): ((total: number) => Value) => {
  const known = new Map<number, Value>();
  return (total) => {
    const value = known.get(total) ?? of(total);
    known.set(total, value);
    return value;
  };
};

/** The part of a normal distribution above `z`, to 1e-7 (Abramowitz and Stegun 26.2.17). */
const upperTail = (z: number): number => {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z < 0 ? 1 - tail : tail;
};

/** The place on a standard normal scale that this part lies below: `upperTail` turned round, by halving. */
const normalScore = (part: number): number => {
  let [low, high] = [-8, 8];
  for (let turn = 0; turn < 40; turn += 1) {
    const middle = (low + high) / 2;
    if (1 - upperTail(middle) < part) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** A normal deviate (Box and Muller). */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const middleNinety = (values: readonly number[]): { readonly low: number; readonly high: number } => {
  const sorted = values.toSorted((one, other) => one - other);
  return { low: at(sorted, Math.floor(draws * 0.05)), high: at(sorted, Math.ceil(draws * 0.95) - 1) };
};

const assumptionOf = (changes: readonly OutcomeChange[], open: number): string => {
  const spreads = changes.map(({ sd }) => sd);
  const doubtful = open === 0 ? '' : `、未確定の回答${open}件は半々に分かれる`;
  return `ほかの市町村の目標Ⅳが令和7年度から令和8年度への変化と同じ大きさ（規模区分ごとの標準偏差${Math.min(...spreads)}～${Math.max(...spreads)}点）で動き、全国の分布は今のまま${doubtful}と仮定した${draws.toLocaleString('en-US')}回の試行の9割が入る範囲です。`;
};
