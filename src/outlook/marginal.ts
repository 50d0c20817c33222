import { answerState } from '../answers';
import { uint8At } from '../kernel';
import { criterionIndexOf, isComputed, type IndexedCriterion, type Scheme } from '../schemes';
import { measureSteps } from '../score';
import { effortOf, nothingTold } from './effort';
import { gainOf, outcomeOf, type Gain, type Outcome } from './outcome';
import type { Standpoint } from './standpoint';

/** What one unmet criterion is worth: everything as it is, and this one met. */
export interface MarginalValue {
  readonly entry: IndexedCriterion;
  readonly gain: Gain;
  /** Points, places and yen after it. The indicator ranked on the own total is settled again: a cut-off may be crossed. */
  readonly after: Outcome;
  /** The part of all municipalities that have it; null where nobody knows. */
  readonly share: number | null;
  /** Wider steps of the same figure that are not met either: who is in the top 1割 is in the top 3割. */
  readonly needs: readonly IndexedCriterion[];
  /** How much work it is taken for, that of `needs` with it. */
  readonly effort: number;
}

/** The value of every unmet criterion, in the order of the scheme; what is worked out is no answer and not among them. */
export const marginalValues = (
  standpoint: Standpoint,
  before = outcomeOf(standpoint, standpoint.states),
  told = nothingTold,
): readonly MarginalValue[] => unmetOf(standpoint).map((entry) => marginalValue(standpoint, entry, before, told));

/** The value of one unmet criterion. */
export const marginalValue = (
  standpoint: Standpoint,
  entry: IndexedCriterion,
  before = outcomeOf(standpoint, standpoint.states),
  told = nothingTold,
): MarginalValue => {
  const after = outcomeOf(standpoint, withMet(standpoint.states, [entry.index]));
  const having = standpoint.havingIt(entry.index);
  const needs = widerSteps(standpoint.scheme, entry.index).filter(({ index }) => isUnmet(standpoint, index));
  return {
    entry,
    gain: gainOf(standpoint, before, after),
    after,
    share: having === undefined ? null : having.count / having.of,
    needs,
    effort: [...needs, entry].reduce((sum, one) => sum + effortOf(standpoint, one, told), 0),
  };
};

/** Unmet criteria that at least this part of all municipalities has, most points first. */
export const mostHaveIt = (values: readonly MarginalValue[], part = 0.5): readonly MarginalValue[] =>
  values
    .filter(({ share }) => share !== null && share >= part)
    .toSorted((one, other) => other.gain.points.least - one.gain.points.least || (other.share ?? 0) - (one.share ?? 0));

/** Most points for the work first. */
export const byGainForEffort = (one: MarginalValue, other: MarginalValue): number =>
  other.gain.points.least * one.effort - one.gain.points.least * other.effort;

/** The criteria answered with no, in the order of the scheme. */
export const unmetOf = (standpoint: Standpoint): readonly IndexedCriterion[] =>
  criterionIndexOf(standpoint.scheme).all.filter(
    ({ index, indicator }) => !isComputed(indicator) && isUnmet(standpoint, index),
  );

const isUnmet = ({ states }: Standpoint, index: number): boolean => uint8At(states, index) === answerState.unmet;

/** The same answers with these criteria met. */
export const withMet = (states: Uint8Array, criteria: readonly number[]): Uint8Array => {
  const changed = states.slice();
  for (const criterion of criteria) changed[criterion] = answerState.met;
  return changed;
};

/** The steps of the same figure that are wider than this one, the widest first. */
const widerSteps = (scheme: Scheme, index: number): readonly IndexedCriterion[] => {
  const step = measureSteps(scheme).find(({ narrower }) => narrower.index === index);
  return step === undefined ? [] : [...widerSteps(scheme, step.wider.index), step.wider];
};
