import { answerState } from '../answers';
import { type Criterion, criterionIndexOf, type Indicator, type Scheme } from '../schemes';
import { compileScheme, type OwnTotalSource } from './compiledScheme';
import { scoreTable } from './scoreTable';

/** Why a criterion has its points; the sentence is made by the report. */
export type AwardReason =
  | 'met'
  | 'unmet'
  | 'unanswered'
  | 'held'
  /** Met, but another alternative of the indicator brings as much or more (rules/grants.md#best-of-alternatives). */
  | 'other-alternative'
  /** Worked out from the total without this indicator (rules/grants.md#own-total). */
  | 'own-total-reached'
  | 'own-total-missed';

/** The points of one criterion, with the reason; over all criteria they add up to the goals' sums. */
export interface Award {
  readonly criterion: Criterion;
  readonly indicator: Indicator;
  /** `answerState` code after working out what is not answered but computed. */
  readonly state: number;
  readonly points: number;
  readonly because: AwardReason;
  /** For own-total reasons: the total without the indicator, and the cut-off. */
  readonly ownTotal?: { readonly total: number; readonly cutOff: number };
}

/** Every criterion's points and reason, in the order of the scheme, for one municipality's `states`. */
export const explainScore = (
  scheme: Scheme,
  states: Uint8Array,
  ownTotalSource: OwnTotalSource = 'computed',
): readonly Award[] => {
  const compiled = compileScheme(scheme, ownTotalSource);
  const { all } = criterionIndexOf(scheme);
  const chosen = chosenAlternatives(scheme, states);
  const ownTotal = compiled.ownTotal === undefined ? undefined : totalWithoutItself(scheme, states);
  return all.map(({ criterion, indicator, index }) => {
    const state = states[index] ?? answerState.unanswered;
    const place = compiled.indicatorOf[index] ?? 0;
    if (ownTotal !== undefined && place === compiled.ownTotal?.indicator) {
      return ownTotalAward(criterion, indicator, index - (compiled.firstCriterion[place] ?? 0), ownTotal);
    }
    if (state !== answerState.met) return { criterion, indicator, state, points: 0, because: notMet(state) };
    return chosen[place] === compiled.alternative[index]
      ? { criterion, indicator, state, points: criterion.points, because: 'met' }
      : { criterion, indicator, state, points: 0, because: 'other-alternative' };
  });
};

const notMet = (state: number): AwardReason =>
  state === answerState.held ? 'held' : state === answerState.unmet ? 'unmet' : 'unanswered';

/** The alternative that counts for each indicator: the one with most points, the first on equality. */
const chosenAlternatives = (scheme: Scheme, states: Uint8Array): readonly number[] => {
  const { alternative, alternatives, firstCriterion, endCriterion, points } = compileScheme(scheme);
  return scheme.indicators.map((_, indicator) => {
    const sums = new Array<number>(alternatives[indicator] ?? 1).fill(0);
    for (let index = firstCriterion[indicator] ?? 0; index < (endCriterion[indicator] ?? 0); index += 1) {
      const choice = alternative[index] ?? 0;
      if (states[index] === answerState.met) sums[choice] = (sums[choice] ?? 0) + (points[index] ?? 0);
    }
    return sums.indexOf(Math.max(...sums));
  });
};

interface OwnTotal {
  readonly total: number;
  readonly cutOffs: readonly number[];
}

const totalWithoutItself = (scheme: Scheme, states: Uint8Array): OwnTotal | undefined => {
  const { ownTotal } = compileScheme(scheme);
  return ownTotal === undefined
    ? undefined
    : { total: scoreTable(scheme, states, 1).ownTotals[0] ?? 0, cutOffs: ownTotal.cutOffs };
};

const ownTotalAward = (
  criterion: Criterion,
  indicator: Indicator,
  step: number,
  { total, cutOffs }: OwnTotal,
): Award => {
  const cutOff = cutOffs[step] ?? Infinity;
  const reached = total >= cutOff;
  return {
    criterion,
    indicator,
    state: reached ? answerState.met : answerState.unmet,
    points: reached ? criterion.points : 0,
    because: reached ? 'own-total-reached' : 'own-total-missed',
    ownTotal: { total, cutOff },
  };
};
