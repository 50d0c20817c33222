import { ok, type Problem, type Result } from '../problems';
import type { ScenarioFile } from '../settings';
import { nothingTold } from './effort';
import type { Goal } from './goal';
import { marginalValues, mostHaveIt, type MarginalValue } from './marginal';
import { outcomeOf, type Outcome } from './outcome';
import { pursue, type Pursuit } from './pursue';
import { robustnessOf, type Robustness } from './robustness';
import { planOutcome, scenarioOf, type PlanOutcome } from './scenario';
import type { Standpoint } from './standpoint';

/** What an officer wants to know of what comes next. */
export interface OutlookAsked {
  readonly goal?: Goal | undefined;
  readonly scenario?: ScenarioFile | undefined;
}

/** What one municipality can do next. */
export interface Outlook {
  readonly standpoint: Standpoint;
  readonly before: Outcome;
  /** Every unmet criterion, in the order of the scheme. */
  readonly values: readonly MarginalValue[];
  /** The least work that reaches the goal; undefined without a goal, or where nothing tells what it asks for. */
  readonly pursuit: Pursuit | undefined;
  readonly plans: readonly PlanOutcome[];
  /** Unmet criteria that at least half the nation has, most points first. */
  readonly mostHaveIt: readonly MarginalValue[];
  /** How far the rank holds; undefined where the points of the others are not known. */
  readonly robustness: Robustness | undefined;
  /** What is to be said of the goal. */
  readonly problems: readonly Problem[];
}

/** Everything that was asked, from one standpoint. Refused where the scenario names criteria the year does not have. */
export const outlookFrom = (standpoint: Standpoint, { goal, scenario: file }: OutlookAsked = {}): Result<Outlook> => {
  const scenario = file === undefined ? ok({ plans: [], told: nothingTold }) : scenarioOf(standpoint.scheme, file);
  if (!scenario.ok) return scenario;
  const before = outcomeOf(standpoint, standpoint.states);
  const pursued = goal === undefined ? undefined : pursue(standpoint, goal, scenario.value.told, before);
  const values = marginalValues(standpoint, before, scenario.value.told);
  return ok({
    standpoint,
    before,
    values,
    mostHaveIt: mostHaveIt(values),
    robustness: robustnessOf(standpoint),
    pursuit: pursued?.ok === true ? pursued.value : undefined,
    plans: scenario.value.plans.map((plan) => planOutcome(standpoint, plan, before)),
    problems: pursued === undefined ? [] : pursued.ok ? pursued.value.problems : pursued.problems,
  });
};
