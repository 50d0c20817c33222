import { isOpenState, withOpenMet } from '../answers';
import { at, uint8At } from '../kernel';
import {
  criterionIndexOf,
  idsAsked,
  idsInWords,
  isComputed,
  mostPoints,
  timesCounted,
  type Criterion,
  type Indicator,
  type IndexedCriterion,
  type Scheme,
} from '../schemes';
import { explainScore, type Award } from './explainScore';

/** A part of a score: criteria, each with how often its points count in it. */
export type Part = readonly { readonly entry: IndexedCriterion; readonly times: 1 | 2 }[];

/**
 * The part an id or its beginning names (rules/design.md#names), letter case aside: `P` a grant with the common goals, `P1`
 * a goal, `P1p` a group, `P1p3` an indicator, `P1p3a1` a criterion; `C4` the common goal alone, once, as do `P4` and `S4`.
 * An empty text is everything, with common goals in both grants. In words too: 推進Ⅰ, 推進Ⅰ体制3, 目標Ⅳ. Undefined when nothing
 * of the year is called so, or more than one thing is (目標Ⅰ).
 */
export const partNamed = (scheme: Scheme, name: string): Part | undefined => {
  const part = partOfId(scheme, name);
  if (part !== undefined) return part;
  const ids = idsInWords(name);
  const [id, ...others] = ids.length < 2 ? ids : ids.filter((one) => isOwnName(scheme, one));
  return id === undefined || others.length > 0 ? undefined : partOfId(scheme, id);
};

const isOwnName = (scheme: Scheme, name: string): boolean =>
  criterionIndexOf(scheme).all.some(({ criterion }) => begins(criterion.id, name));

const partOfId = (scheme: Scheme, id: string): Part | undefined => {
  const asked = id.charAt(0).toUpperCase() + id.slice(1).toLowerCase();
  const part = criterionIndexOf(scheme).all.flatMap((entry) => {
    const times = timesIn(asked, entry);
    return times === 0 ? [] : [{ entry, times }];
  });
  return part.length === 0 ? undefined : part;
};

const timesIn = (asked: string, { criterion, indicator }: IndexedCriterion): 0 | 1 | 2 => {
  if (asked === '') return timesCounted(indicator);
  return idsAsked(criterion.id).some((id) => begins(id, asked)) ? 1 : 0;
};

/** P1p1 is not the beginning of P1p10: a number ends where the digits end. */
const begins = (id: string, asked: string): boolean =>
  id.startsWith(asked) && !(/\d$/.test(asked) && /^\d/.test(id.slice(asked.length)));

/** 満点 of a part; alternatives of an indicator do not add up. */
export const mostPointsOf = (part: Part): number => {
  const among = new Set<Criterion>(part.map(({ entry }) => entry.criterion));
  const times = new Map<Indicator, number>(part.map(({ entry, times: counted }) => [entry.indicator, counted]));
  return [...times].reduce((sum, [indicator, counted]) => sum + mostPoints(indicator, among) * counted, 0);
};

/** The score of one municipality, criterion by criterion, so that parts of it can be asked for. */
export interface ScoreByCriterion {
  readonly scheme: Scheme;
  /** One `answerState` per criterion, in the order of the scheme. */
  readonly states: Uint8Array;
  /** Points and reason per criterion, open answers counted as nothing. */
  readonly awards: readonly Award[];
  /** The same with open answers counted as all they could be. */
  readonly most: readonly Award[];
}

export const scoreByCriterion = (scheme: Scheme, states: Uint8Array): ScoreByCriterion => {
  return { scheme, states, awards: explainScore(scheme, states), most: explainScore(scheme, withOpenMet(states)) };
};

/** Points of a part, open answers counted as nothing. */
export const pointsOfPart = ({ awards }: ScoreByCriterion, part: Part): number =>
  part.reduce((sum, { entry, times }) => sum + at(awards, entry.index).points * times, 0);

/**
 * The criteria left empty or unreadable on which the points of a part depend, in the order of the scheme. An indicator
 * ranked on the own total depends on every answer as long as they can move it (rules/grants.md#own-total).
 */
export const openIn = ({ scheme, states, awards, most }: ScoreByCriterion, part: Part): readonly IndexedCriterion[] => {
  const unsettled = part.some(
    ({ entry: { index, indicator } }) => isComputed(indicator) && at(awards, index).points !== at(most, index).points,
  );
  const asked = unsettled ? criterionIndexOf(scheme).all : part.map(({ entry }) => entry);
  return asked.filter(({ index, indicator }) => !isComputed(indicator) && isOpenState(uint8At(states, index)));
};
