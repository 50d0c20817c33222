import { answerState } from '../answers';
import { at, uint8At } from '../kernel';
import {
  alternativesOf,
  criterionIndexOf,
  type Criterion,
  type Grant,
  type Indicator,
  type IndexedCriterion,
} from '../schemes';
import { measureSteps } from '../score';
import { effortOf, type ToldEffort } from './effort';
import type { Standpoint } from './standpoint';

/** One way to take a choice: criteria to meet, the points they bring once, and the work they are. */
export interface Way {
  readonly criteria: readonly number[];
  readonly points: number;
  readonly effort: number;
}

/** Where points count: in one grant, or in both, as those of a common goal do (rules/grants.md#structure). */
export type PurseName = Grant | 'both';

/** Ways of which at most one is taken. */
export interface Choice {
  readonly purse: PurseName;
  readonly ways: readonly Way[];
}

/**
 * What can still be done: each unmet mark by itself, each ranked figure as a ladder, and of an indicator of which the best
 * alternative counts one way up one of them (rules/grants.md#best-of-alternatives). Open answers count as no, and are not
 * proposed: they want an answer first. The indicator ranked on the own total follows from the rest.
 */
export const openChoices = (standpoint: Standpoint, told: ToldEffort): readonly Choice[] => {
  const byIndicator = new Map<Indicator, IndexedCriterion[]>();
  for (const entry of criterionIndexOf(standpoint.scheme).all) {
    if (entry.indicator.rule.kind === 'tier-on-own-total') continue;
    const known = byIndicator.get(entry.indicator);
    if (known === undefined) byIndicator.set(entry.indicator, [entry]);
    else known.push(entry);
  }
  return [...byIndicator].flatMap(([indicator, entries]): readonly Choice[] => {
    const ladders = laddersOf(standpoint, entries, told);
    const purse = purseOf(indicator);
    const choices =
      indicator.combine === 'sum'
        ? ladders.map((ways) => ({ purse, ways }))
        : [{ purse, ways: bestOf(standpoint, indicator, entries, ladders) }];
    return choices.filter(({ ways }) => ways.length > 0);
  });
};

const purseOf = ({ grant }: Indicator): PurseName => (grant === 'promotion' || grant === 'support' ? grant : 'both');

/** The ways up each figure of an indicator, from where it stands: one step, two steps, …; a mark is a ladder of one. */
const laddersOf = (
  standpoint: Standpoint,
  entries: readonly IndexedCriterion[],
  told: ToldEffort,
): readonly (readonly Way[])[] => {
  const widerThan = new Map(
    measureSteps(standpoint.scheme).map(({ wider, narrower }) => [narrower.index, wider.index] as const),
  );
  const ladders: IndexedCriterion[][] = [];
  for (const entry of entries) {
    const last = ladders.at(-1);
    if (last !== undefined && last.at(-1)?.index === widerThan.get(entry.index)) last.push(entry);
    else ladders.push([entry]);
  }
  return ladders.map((steps) => waysUp(standpoint, steps, told));
};

const waysUp = (standpoint: Standpoint, steps: readonly IndexedCriterion[], told: ToldEffort): readonly Way[] => {
  const ways: Way[] = [];
  let reached: Way = { criteria: [], points: 0, effort: 0 };
  for (const entry of steps) {
    const state = uint8At(standpoint.states, entry.index);
    if (state === answerState.met) continue;
    // Nobody reaches a step above one that is open or out of the question.
    if (state !== answerState.unmet || told.excluded.has(entry.index)) break;
    reached = {
      criteria: [...reached.criteria, entry.index],
      points: reached.points + entry.criterion.points,
      effort: reached.effort + effortOf(standpoint, entry, told),
    };
    ways.push(reached);
  }
  return ways;
};

/** Ways up one alternative, as far as they bring more than the one that counts today. */
const bestOf = (
  { states }: Standpoint,
  indicator: Indicator,
  entries: readonly IndexedCriterion[],
  ladders: readonly (readonly Way[])[],
): readonly Way[] => {
  const indexOf = new Map<Criterion, number>(entries.map(({ criterion, index }) => [criterion, index]));
  const alternatives = alternativesOf(indicator).map((criteria) => {
    const own = new Set(criteria.flatMap((criterion) => indexOf.get(criterion) ?? []));
    const points = criteria.reduce(
      (sum, criterion) =>
        sum + (uint8At(states, indexOf.get(criterion) ?? -1) === answerState.met ? criterion.points : 0),
      0,
    );
    return { points, ladders: ladders.filter(([first]) => first !== undefined && own.has(at(first.criteria, 0))) };
  });
  const counting = Math.max(...alternatives.map(({ points }) => points));
  return alternatives.flatMap(({ points, ladders: its }) =>
    combined(its)
      .map((way) => ({ ...way, points: points + way.points - counting }))
      .filter((way) => way.points > 0),
  );
};

/** Every way to climb some of several ladders of one alternative, each so high. */
const combined = (ladders: readonly (readonly Way[])[]): readonly Way[] =>
  ladders.reduce<readonly Way[]>(
    (before, ways) => [
      ...before,
      ...ways,
      ...cheapest(
        before.flatMap((one) =>
          ways.map((other) => ({
            criteria: [...one.criteria, ...other.criteria],
            points: one.points + other.points,
            effort: one.effort + other.effort,
          })),
        ),
      ),
    ],
    [],
  );

/** For each number of points the least work, so that an alternative of many marks does not grow without end. */
const cheapest = (ways: readonly Way[]): readonly Way[] => {
  const best = new Map<number, Way>();
  for (const way of ways) {
    const known = best.get(way.points);
    if (known === undefined || cheaper(way, known)) best.set(way.points, way);
  }
  return [...best.values()];
};

/** Less work; of equal work the fewer criteria. */
export const cheaper = (one: Pick<Way, 'effort' | 'criteria'>, other: Pick<Way, 'effort' | 'criteria'>): boolean =>
  one.effort === other.effort ? one.criteria.length < other.criteria.length : one.effort < other.effort;
