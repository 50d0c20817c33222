import { at } from '../kernel';
import { carriedOver, criterionIndexOf, timesCounted, type IndexedCriterion, type Scheme } from '../schemes';
import { explainScore } from '../score';

/** One year's answers under that year's rules. */
export interface AnsweredYear {
  readonly scheme: Scheme;
  /** One `answerState` per criterion. */
  readonly states: Uint8Array;
}

/**
 * Why the points of a criterion changed. One's own doing: `gained`, `lost`. The rules': `added` this year, `dropped` since last
 * year, `re-pointed`: met in both years, for other points (or another alternative of it counts now).
 */
export type ChangeKind = 'gained' | 'lost' | 're-pointed' | 'added' | 'dropped';

/** What one criterion adds to the change of the total; a common one in both grants. */
export interface PointsChange {
  readonly kind: ChangeKind;
  /** Undefined where the year does not have it. */
  readonly before: IndexedCriterion | undefined;
  readonly now: IndexedCriterion | undefined;
  readonly points: number;
}

/** From last year's total to this year's: `before` and all changes add up to `now`. */
export interface Bridge {
  readonly before: number;
  readonly now: number;
  readonly sums: Readonly<Record<ChangeKind, number>>;
  /** Changes of points, in the order of this year's scheme, what was dropped last. */
  readonly changes: readonly PointsChange[];
  /** Criteria of this year's scheme that last year had too: met in both, and in neither. */
  readonly kept: number;
  readonly never: number;
}

/**
 * The way from one year's points to another's, criterion by criterion. What is the same question in both years is known by
 * `carriedOver`, through the years `between`; whatever is not known to be the same counts as dropped and added. Open answers
 * count as nothing in both years.
 */
export const bridgeBetween = (before: AnsweredYear, now: AnsweredYear, between: readonly Scheme[] = []): Bridge => {
  const earlier = pointsIn(before);
  const later = pointsIn(now);
  const pairs = pairsBetween(before.scheme, now.scheme, between);
  const compared = pairs.compared.map(({ before: from, now: entry }) => ({
    before: from,
    now: entry,
    was: from && at(earlier, from.index),
    is: at(later, entry.index),
  }));
  const dropped = pairs.dropped.map((entry): PointsChange => ({
    kind: 'dropped',
    before: entry,
    now: undefined,
    points: -at(earlier, entry.index),
  }));
  const changes = [
    ...compared.map(({ before: from, now: entry, was, is }): PointsChange => ({
      kind: kindOf(was, is),
      before: from,
      now: entry,
      points: is - (was ?? 0),
    })),
    ...dropped,
  ].filter(({ points }) => points !== 0);
  const sumOf = (kind: ChangeKind): number =>
    changes.reduce((sum, change) => sum + (change.kind === kind ? change.points : 0), 0);
  const carried = compared.filter(({ was }) => was !== undefined);
  return {
    before: earlier.reduce((sum, points) => sum + points, 0),
    now: later.reduce((sum, points) => sum + points, 0),
    sums: {
      gained: sumOf('gained'),
      lost: sumOf('lost'),
      're-pointed': sumOf('re-pointed'),
      added: sumOf('added'),
      dropped: sumOf('dropped'),
    },
    changes,
    kept: carried.filter(({ was, is }) => was !== 0 && is !== 0).length,
    never: carried.filter(({ was, is }) => was === 0 && is === 0).length,
  };
};

/** This year's criteria, each with last year's that asks the same, and last year's that this year has no more. */
export interface CriterionPairs {
  readonly compared: readonly { readonly before: IndexedCriterion | undefined; readonly now: IndexedCriterion }[];
  readonly dropped: readonly IndexedCriterion[];
}

/** How the criteria of two years correspond, through the years `between`. */
export const pairsBetween = (before: Scheme, now: Scheme, between: readonly Scheme[]): CriterionPairs => {
  const same = carriedOver(before, now, between);
  const sources = new Map([...same].map(([first, last]) => [last, first] as const));
  const { all, byId } = criterionIndexOf(before);
  return {
    compared: criterionIndexOf(now).all.map((entry) => {
      const source = sources.get(entry.criterion.id);
      return { before: source === undefined ? undefined : byId.get(source), now: entry };
    }),
    dropped: all.filter(({ criterion }) => !same.has(criterion.id)),
  };
};

/** What became of a criterion that had `was` points (undefined: last year did not have it) and has `is`. */
export const kindOf = (was: number | undefined, is: number): ChangeKind => {
  if (was === undefined) return 'added';
  if (was === 0) return 'gained';
  return is === 0 ? 'lost' : 're-pointed';
};

/** Points of every criterion in the total. */
const pointsIn = ({ scheme, states }: AnsweredYear): readonly number[] =>
  explainScore(scheme, states).map(({ points, indicator }) => points * timesCounted(indicator));
