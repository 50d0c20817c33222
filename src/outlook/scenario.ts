import { answerState } from '../answers';
import { ok, outlookProblem, type Problem, type Result } from '../problems';
import { criterionIndexOf, isComputed, type Scheme } from '../schemes';
import type { ScenarioFile } from '../settings';
import type { ToldEffort } from './effort';
import { gainOf, outcomeOf, type Gain, type Outcome } from './outcome';
import type { Standpoint } from './standpoint';

/** A scenario by the criteria of one year. */
export interface Scenario {
  readonly plans: readonly NamedPlan[];
  readonly told: ToldEffort;
}

/** What would be answered otherwise, by the index of the criterion. */
export interface NamedPlan {
  readonly name: string;
  readonly changes: ReadonlyMap<number, 'met' | 'unmet'>;
}

/** What a plan comes to, and what that is more or less than today. */
export interface PlanOutcome {
  readonly plan: NamedPlan;
  readonly after: Outcome;
  readonly gain: Gain;
}

/** Holds a scenario against the criteria of a year; an id the year does not have, or asks of nobody, is refused by name. */
export const scenarioOf = (scheme: Scheme, { plans, effort, excluded }: ScenarioFile): Result<Scenario> => {
  const { byId } = criterionIndexOf(scheme);
  const problems: Problem[] = [];
  const indexOf = (id: string): readonly number[] => {
    const entry = byId.get(id);
    if (entry === undefined)
      problems.push(outlookProblem('scenario-unknown-criterion', { found: id }, { year: scheme.fiscalYear }));
    else if (isComputed(entry.indicator)) problems.push(outlookProblem('scenario-computed-criterion', { found: id }));
    else return [entry.index];
    return [];
  };
  const scenario: Scenario = {
    plans: plans.map(({ name, met, unmet }) => ({
      name,
      changes: new Map([
        ...unmet.flatMap(indexOf).map((index) => [index, 'unmet'] as const),
        ...met.flatMap(indexOf).map((index) => [index, 'met'] as const),
      ]),
    })),
    told: {
      effort: new Map([...effort].flatMap(([id, work]) => indexOf(id).map((index) => [index, work] as const))),
      excluded: new Set(excluded.flatMap(indexOf)),
    },
  };
  return problems.length === 0 ? ok(scenario) : { ok: false, problems };
};

/** What a plan comes to. One call a toggle. */
export const planOutcome = (standpoint: Standpoint, plan: NamedPlan, before: Outcome): PlanOutcome => {
  const states = standpoint.states.slice();
  for (const [index, answer] of plan.changes) states[index] = answerState[answer];
  const after = outcomeOf(standpoint, states);
  return { plan, after, gain: gainOf(standpoint, before, after) };
};
