import { answerState, rawKey } from '../answers';
import { at } from '../kernel';
import type { IndexedCriterion } from '../schemes';
import { tierStates, type TierStates } from '../score';
import type { Nation } from './nation';

/** The figure of a municipality that a step is ranked by, and the one that would reach the step. */
export interface FigureToStep {
  readonly own: number;
  /** The figure of the last municipality that reaches it. */
  readonly cutOff: number;
  readonly better: 'higher' | 'lower';
}

const made = new WeakMap<Nation, TierStates>();

/**
 * How far a row is from a ranked step, where a table of everybody carries the figures behind it; undefined of any other
 * criterion, and where the row has no figure.
 */
export const figureToStep = (
  nation: Nation,
  row: number,
  { criterion, indicator, index }: IndexedCriterion,
): FigureToStep | undefined => {
  const { rule } = indicator;
  if (!nation.complete || (rule.kind !== 'tier-top' && rule.kind !== 'tier-among-doers')) return undefined;
  const values = nation.table.raw.get(rawKey(indicator.id, criterion.measure));
  const own = values?.[row];
  if (values === undefined || own === undefined || Number.isNaN(own)) return undefined;
  const tiers = made.get(nation) ?? tierStates(nation.table.scheme, nation.table.raw, nation.table.count);
  made.set(nation, tiers);
  const states = tiers.get(index);
  if (states === undefined) return undefined;
  const { better } = rule;
  let cutOff: number | undefined;
  for (const [other, state] of states.entries()) {
    const value = at(values, other);
    if (state !== answerState.met) continue;
    if (cutOff === undefined || (better === 'higher' ? value < cutOff : value > cutOff)) cutOff = value;
  }
  return cutOff === undefined ? undefined : { own, cutOff, better };
};
