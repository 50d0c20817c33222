import { problem, type Problem } from '../problems';
import { blocksOf, goalCode, yearOf, type Block } from '../schemes';
import { lastYearGoalFields, type Settings } from '../settings';

/** Points of one goal of last year with the maximum that goal had then; `most` is more than `points` while answers were open. */
export interface GoalOfYear {
  readonly points: number;
  readonly most: number;
  readonly maxPoints: number;
}

type GoalName = keyof Settings['lastYear']['goals'];

const told = lastYearGoalFields.map(({ path, label }) => ({
  path,
  label,
  name: path.slice('lastYear.goals.'.length) as GoalName,
}));

/** Last year's goals as told, by the key of their block; without those that cannot be true, or whose maximum nobody knows. */
export const toldGoals = (settings: Settings): ReadonlyMap<string, GoalOfYear> =>
  new Map(
    told.flatMap(({ name }) => {
      const points = settings.lastYear.goals[name];
      const block = blockIn(settings, name);
      return points === undefined || block === undefined || points > block.maxPoints
        ? []
        : [[block.key, { points, most: points, maxPoints: block.maxPoints }] as const];
    }),
  );

/** Goals that were told and are not used. */
export const toldGoalProblems = (settings: Settings): readonly Problem[] =>
  told.flatMap(({ name, path, label }) => {
    const points = settings.lastYear.goals[name];
    const most = blockIn(settings, name)?.maxPoints;
    if (points === undefined || (most !== undefined && points <= most)) return [];
    const expected = most === undefined ? '－' : String(most);
    return [
      problem('last-year-points-unused', { ...settings.places.get(path), found: String(points), expected }, { label }),
    ];
  });

/** A goal in the rules of the year that was told as last year. */
const blockIn = ({ lastYear: { fiscalYear } }: Settings, name: GoalName): Block | undefined => {
  if (fiscalYear === undefined) return undefined;
  const { rules } = yearOf(fiscalYear);
  return (
    rules &&
    blocksOf(rules).find(
      ({ grant, goal, group }) =>
        grant !== null && goal !== null && group === null && goalCode({ grant, goal }) === name,
    )
  );
};
