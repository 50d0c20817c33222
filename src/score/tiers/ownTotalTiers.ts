import { at } from '../../kernel';
import { answerState } from '../../answers';
import type { Scheme } from '../../schemes';
import { compileScheme } from '../compiledScheme';
import { scoreTable } from '../scoreTable';
import { tierTop } from './tierSteps';

/** 推Ⅰ活動1 worked out with everybody in hand (rules/grants.md#own-total). */
export interface OwnTotalTiers {
  /** Index of its first criterion; the others follow. */
  readonly firstCriterion: number;
  /** Total without the indicator, per municipality. */
  readonly totals: Uint16Array;
  /** Per criterion (ア, イ, ウ, エ): 1 for those who reach it, the tied lifted. */
  readonly reached: readonly Uint8Array[];
  /** Per criterion: the lowest total that reaches it; null when nobody does. */
  readonly cutOffs: readonly (number | null)[];
}

/**
 * First pass: everybody's total without the indicator; second pass: the top floor(N·7/5/3/1割) of those totals, with ties.
 * Undefined when the scheme has no such indicator. Meaningful only for a whole nation.
 */
export const ownTotalTiers = (scheme: Scheme, states: Uint8Array, count: number): OwnTotalTiers | undefined => {
  const place = scheme.indicators.findIndex(({ rule }) => rule.kind === 'tier-on-own-total');
  const indicator = scheme.indicators[place];
  if (indicator === undefined) return undefined;
  const compiled = compileScheme(scheme);
  const firstCriterion = at(compiled.firstCriterion, place);
  const without = states.slice();
  for (let row = 0; row < count; row += 1) {
    const start = row * compiled.criterionCount + firstCriterion;
    without.fill(answerState.unmet, start, start + indicator.criteria.length);
  }
  const totals = scoreTable(scheme, without, count).ownTotals;
  const shares = indicator.criteria.flatMap(({ share }) => (share === undefined ? [] : [share]));
  const reached = tierTop({ values: Float64Array.from(totals), better: 'higher', base: count }, shares);
  return { firstCriterion, totals, reached, cutOffs: reached.map((flags) => lowest(totals, flags)) };
};

const lowest = (totals: Uint16Array, flags: Uint8Array): number | null => {
  let least: number | null = null;
  for (const [row, total] of totals.entries()) {
    if (flags[row] === 1 && (least === null || total < least)) least = total;
  }
  return least;
};
