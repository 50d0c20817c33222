import { answerState, rawKey } from '../answers';
import { at, finished, type Steps } from '../kernel';
import { criterionIndexOf, type Indicator, type Scheme } from '../schemes';
import { compileScheme } from './compiledScheme';
import { scoreTable } from './scoreTable';
import { countWithData, tierAmongDoers, tierTop } from './tiers';

/** Raw figures by measure key (`rawKey`); a measure that a table does not carry is simply absent. */
export type RawFigures = ReadonlyMap<string, Float64Array>;

/** States worked out from raw figures: by criterion index, one `answerState` per municipality. */
export type TierStates = ReadonlyMap<number, Uint8Array>;

/**
 * Works out every tier criterion whose measure is in `raw`; the rules that need everyone (rules/grants.md#thresholds,
 * T1–T3). 推Ⅰ活動1 is not among them (see `ownTotalTiers`), nor is a criterion whose share the notice leaves open.
 */
export const tierStates = (scheme: Scheme, raw: RawFigures, municipalities: number): TierStates =>
  finished(tieringStates(scheme, raw, municipalities));

/** {@link tierStates} in steps, a measure each. */
export function* tieringStates(scheme: Scheme, raw: RawFigures, municipalities: number): Steps<TierStates> {
  const states = new Map<number, Uint8Array>();
  for (const indicator of scheme.indicators) {
    if (indicator.rule.kind !== 'tier-top' && indicator.rule.kind !== 'tier-among-doers') continue;
    for (const measure of new Set(indicator.criteria.map((criterion) => criterion.measure))) {
      const values = raw.get(rawKey(indicator.id, measure));
      if (values === undefined) continue;
      addMeasure(scheme, indicator, measure, values, municipalities, states);
      yield;
    }
  }
  return states;
}

const addMeasure = (
  scheme: Scheme,
  { id, rule }: Indicator,
  measure: string | undefined,
  values: Float64Array,
  municipalities: number,
  states: Map<number, Uint8Array>,
): void => {
  const steps = criterionIndexOf(scheme).all.filter(
    ({ indicator, criterion }) =>
      indicator.id === id &&
      criterion.measure === measure &&
      criterion.share !== undefined &&
      criterion.share !== 'unspecified',
  );
  const shares = steps.flatMap(({ criterion }) => (criterion.share === undefined ? [] : [criterion.share]));
  const flags = flagsOf(rule, values, municipalities, shares);
  for (const [place, { index }] of steps.entries()) {
    const reached = flags[place] ?? new Uint8Array(0);
    const own = new Uint8Array(reached.length).fill(answerState.unmet);
    for (let row = 0; row < own.length; row += 1) if (reached[row] === 1) own[row] = answerState.met;
    states.set(index, own);
  }
};

const flagsOf = (
  rule: Indicator['rule'],
  values: Float64Array,
  municipalities: number,
  shares: Parameters<typeof tierTop>[1],
): readonly Uint8Array[] => {
  switch (rule.kind) {
    case 'tier-top': {
      const base = rule.base === 'all-municipalities' ? municipalities : countWithData(values);
      return tierTop({ values, better: rule.better, base }, shares);
    }
    case 'tier-among-doers':
      return tierAmongDoers({ values, better: rule.better }, shares);
    case 'marked':
    case 'tier-on-own-total':
      return [];
  }
};

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
  for (let row = 0; row < totals.length; row += 1) {
    const total = at(totals, row);
    if (flags[row] === 1 && (least === null || total < least)) least = total;
  }
  return least;
};
