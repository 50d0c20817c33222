import { foldLabel, groupedBy } from '../kernel';
import { grantOfGoal, pointsAtStake, soleGroupOf } from './counting';
import { blockKey } from './names';
import type { Criterion, GrantOrCommon, Group, Indicator, Scheme } from './scheme';

/** A criterion with its place in the scheme; `index` orders every columnar table. */
export interface IndexedCriterion {
  readonly index: number;
  readonly criterion: Criterion;
  readonly indicator: Indicator;
  /** The block it counts in, see `blockKey`. */
  readonly block: string;
}

/** Looks criteria up by id and by label; criteria are numbered in the order of the scheme. */
export interface CriterionIndex {
  readonly all: readonly IndexedCriterion[];
  readonly byId: ReadonlyMap<string, IndexedCriterion>;
  readonly indicatorById: ReadonlyMap<string, Indicator>;
  /** The indicator of that name in a group; a common goal is one, however its grant is written. */
  readonly indicatorNamed: (place: GroupPlace, name: string) => Indicator | undefined;
  /** The indicator of that number; of a goal with one group, whatever group the label names. */
  readonly indicatorNumbered: (place: GroupPlace, number: number) => Indicator | undefined;
}

/** A group of indicators, as a label or the scheme names it. */
export interface GroupPlace {
  readonly grant: GrantOrCommon;
  readonly goal: number;
  readonly group: Group;
}

const made = new WeakMap<Scheme, CriterionIndex>();

/** The index of a scheme, made once. */
export const criterionIndexOf = (scheme: Scheme): CriterionIndex => {
  const known = made.get(scheme);
  if (known !== undefined) return known;
  const { indicators } = scheme;
  const all = indicators
    .flatMap((indicator) =>
      indicator.criteria.map((criterion) => ({ criterion, indicator, block: blockKey(indicator) })),
    )
    .map((entry, index) => ({ ...entry, index }));
  const declared = ({ grant, goal, group }: GroupPlace): GroupPlace => ({
    grant: grantOfGoal(scheme, goal, grant),
    goal,
    group,
  });
  const byName = new Map(indicators.map((one) => [`${blockKey(declared(one))} ${foldLabel(one.name)}`, one]));
  const byNumber = new Map(indicators.map((one) => [`${blockKey(declared(one))} ${one.number}`, one]));
  const index: CriterionIndex = {
    all,
    byId: new Map(all.map((entry) => [entry.criterion.id, entry])),
    indicatorById: new Map(indicators.map((indicator) => [indicator.id, indicator])),
    indicatorNamed: (place, name) => byName.get(`${blockKey(declared(place))} ${foldLabel(name)}`),
    indicatorNumbered: (place, number) => {
      const { grant, goal, group } = declared(place);
      return byNumber.get(`${blockKey({ grant, goal, group: soleGroupOf(scheme, goal, grant) ?? group })} ${number}`);
    },
  };
  made.set(scheme, index);
  return index;
};

/**
 * What criteria are worth together by their 配点, goal Ⅳ in both grants: those of an indicator never more than its maximum. No
 * bound of what they move in the total: a step of 推Ⅰ活動1 may come on top, a better alternative take from it.
 */
export const sumAtStake = (entries: readonly Pick<IndexedCriterion, 'criterion' | 'indicator'>[]): number => {
  let sum = 0;
  for (const [indicator, own] of groupedBy(entries, (one) => one.indicator)) {
    sum += pointsAtStake(
      indicator,
      own.reduce((points, { criterion }) => points + criterion.points, 0),
    );
  }
  return sum;
};
