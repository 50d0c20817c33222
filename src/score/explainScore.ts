import { bestAlternative, scoreRange } from './scoreTable';
import { at } from '../kernel';
import { answerState, answerStateCode, type AnswerStateCode } from '../answers';
import { criterionIndexOf, type Criterion, type Indicator, type Scheme } from '../schemes';
import { compileScheme, type OwnTotalSource } from './compiledScheme';

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
  /** After working out what is not answered but computed. */
  readonly state: AnswerStateCode;
  readonly points: number;
  readonly because: AwardReason;
  /** For own-total reasons: the total without the indicator, and the cut-off. */
  readonly ownTotal?: {
    readonly total: number;
    /** With all open answers met. */
    readonly most: number;
    readonly cutOff: number;
  };
}

/** Every criterion's points and reason, in the order of the scheme, for one municipality's `states`. */
export const explainScore = (
  scheme: Scheme,
  states: Uint8Array,
  ownTotalSource: OwnTotalSource = 'computed',
): readonly Award[] => {
  const compiled = compileScheme(scheme, ownTotalSource);
  const { all } = criterionIndexOf(scheme);
  const chosen = scheme.indicators.map((_, place) => bestAlternative(compiled, states, place));
  const ownTotal = compiled.ownTotal === undefined ? undefined : totalWithoutItself(scheme, states);
  return all.map(({ criterion, indicator, index }) => {
    const state = answerStateCode(at(states, index));
    const place = at(compiled.indicatorOf, index);
    if (ownTotal !== undefined && place === compiled.ownTotal?.indicator) {
      return ownTotalAward(criterion, indicator, index - at(compiled.firstCriterion, place), ownTotal);
    }
    if (state !== answerState.met) return { criterion, indicator, state, points: 0, because: notMet(state) };
    return chosen[place] === compiled.alternative[index]
      ? { criterion, indicator, state, points: criterion.points, because: 'met' }
      : { criterion, indicator, state, points: 0, because: 'other-alternative' };
  });
};

const notMet = (state: AnswerStateCode): AwardReason =>
  state === answerState.held ? 'held' : state === answerState.unmet ? 'unmet' : 'unanswered';

interface OwnTotal {
  readonly total: number;
  readonly most: number;
  readonly cutOffs: readonly number[];
}

const totalWithoutItself = (scheme: Scheme, states: Uint8Array): OwnTotal | undefined => {
  const { ownTotal } = compileScheme(scheme);
  if (ownTotal === undefined) return undefined;
  const { least, most } = scoreRange(scheme, states);
  return { total: at(least.ownTotals, 0), most: at(most.ownTotals, 0), cutOffs: ownTotal.cutOffs };
};

const ownTotalAward = (
  criterion: Criterion,
  indicator: Indicator,
  step: number,
  { total, most, cutOffs }: OwnTotal,
): Award => {
  const cutOff = at(cutOffs, step);
  const reached = total >= cutOff;
  return {
    criterion,
    indicator,
    state: reached ? answerState.met : answerState.unmet,
    points: reached ? criterion.points : 0,
    because: reached ? 'own-total-reached' : 'own-total-missed',
    ownTotal: { total, most, cutOff },
  };
};
