import { problem, type Problem } from '../problems';
import { blockKey, blocksOf, yearOf, type Block, type GrantOrCommon } from '../schemes';
import type { Settings } from '../settings';

/** Points of one goal of last year with the maximum that goal had then; `most` is more than `points` while answers were open. */
export interface GoalOfYear {
  readonly points: number;
  readonly most: number;
  readonly maxPoints: number;
}

type GoalName = keyof Settings['lastYear']['goals'];

const goals: Readonly<
  Record<GoalName, { readonly grant: GrantOrCommon; readonly goal: 1 | 2 | 3 | 4; readonly label: string }>
> = {
  P1: { grant: 'promotion', goal: 1, label: '推進Ⅰ' },
  P2: { grant: 'promotion', goal: 2, label: '推進Ⅱ' },
  P3: { grant: 'promotion', goal: 3, label: '推進Ⅲ' },
  S1: { grant: 'support', goal: 1, label: '支援Ⅰ' },
  S2: { grant: 'support', goal: 2, label: '支援Ⅱ' },
  S3: { grant: 'support', goal: 3, label: '支援Ⅲ' },
  C4: { grant: 'common', goal: 4, label: '目標Ⅳ' },
};
const names = Object.keys(goals) as readonly GoalName[];

/** Last year's goals as told, by the key of their block; without those that cannot be true, or whose maximum nobody knows. */
export const toldGoals = (settings: Settings): ReadonlyMap<string, GoalOfYear> =>
  new Map(
    names.flatMap((name) => {
      const points = settings.lastYear.goals[name];
      const block = blockIn(settings, name);
      return points === undefined || block === undefined || points > block.maxPoints
        ? []
        : [[block.key, { points, most: points, maxPoints: block.maxPoints }] as const];
    }),
  );

/** Goals that were told and are not used. */
export const toldGoalProblems = (settings: Settings): readonly Problem[] =>
  names.flatMap((name) => {
    const points = settings.lastYear.goals[name];
    const most = blockIn(settings, name)?.maxPoints;
    if (points === undefined || (most !== undefined && points <= most)) return [];
    const place = settings.places.get(`lastYear.goals.${name}`);
    const expected = most === undefined ? '－' : String(most);
    return [
      problem('last-year-goal-unused', { ...place, found: String(points), expected }, { label: goals[name].label }),
    ];
  });

/** A goal in the rules of the year that was told as last year. */
const blockIn = ({ lastYear: { fiscalYear } }: Settings, name: GoalName): Block | undefined => {
  if (fiscalYear === undefined) return undefined;
  const { scheme, blocks } = yearOf(fiscalYear);
  const rules = scheme ?? blocks.municipality.scheme;
  const key = blockKey({ ...goals[name], group: null });
  return rules && blocksOf(rules).find((block) => block.key === key);
};
