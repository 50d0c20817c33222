import { answerState, rawKey } from '../../answers';
import { criterionIndexOf, type Indicator, type Scheme } from '../../schemes';
import { countWithData, tierAmongDoers, tierTop } from './tierSteps';

/** Raw figures by measure key (`rawKey`); a measure that a table does not carry is simply absent. */
export type RawFigures = ReadonlyMap<string, Float64Array>;

/** States worked out from raw figures: by criterion index, one `answerState` per municipality. */
export type TierStates = ReadonlyMap<number, Uint8Array>;

/**
 * Works out every tier criterion whose measure is in `raw`; the rules that need everyone (rules/grants.md#thresholds,
 * T1–T3). 推Ⅰ活動1 is not among them (see `ownTotalTiers`), nor is a criterion whose share the notice leaves open.
 */
export const tierStates = (scheme: Scheme, raw: RawFigures, municipalities: number): TierStates => {
  const states = new Map<number, Uint8Array>();
  for (const indicator of scheme.indicators) {
    if (indicator.rule.kind !== 'tier-top' && indicator.rule.kind !== 'tier-among-doers') continue;
    for (const measure of new Set(indicator.criteria.map((criterion) => criterion.measure))) {
      const values = raw.get(rawKey(indicator.id, measure));
      if (values !== undefined) addMeasure(scheme, indicator, measure, values, municipalities, states);
    }
  }
  return states;
};

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
    states.set(
      index,
      Uint8Array.from(flags[place] ?? [], (flag) => (flag === 1 ? answerState.met : answerState.unmet)),
    );
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
