import { printedPercent, type SummaryColumn } from '../../rank';
import { commonGoalNames, goalNumeral, grantNames, grantOfGoal, isCommon, type Scheme } from '../../schemes';

/** Which goal the nation does best and worst at, by mean rates; empty where no means are known. */
export const goalsText = (scheme: Scheme, columns: readonly SummaryColumn[]): string => {
  const goals = columns.flatMap(({ grant, goal, group, mean, maxPoints }) =>
    grant === null ||
    goal === null ||
    isCommon({ grant: grantOfGoal(scheme, goal, grant) }) ||
    group !== null ||
    mean === undefined
      ? []
      : [{ name: `${grantNames[grant].short}の目標${goalNumeral(goal)}`, rate: mean.value / maxPoints.value }],
  );
  const [first] = goals;
  if (first === undefined) return '';
  const commonGoals = commonGoalNames(scheme);
  const best = goals.reduce((one, other) => (other.rate > one.rate ? other : one), first);
  const weakest = goals.reduce((one, other) => (other.rate < one.rate ? other : one), first);
  return `○ 目標ごとの平均得点率は、${best.name}（${percent(best.rate)}）が最も高く、${weakest.name}（${percent(weakest.rate)}）が最も低くなっています${commonGoals === '' ? '' : `（${commonGoals}を除く）`}。`;
};

const percent = (rate: number): string => printedPercent(rate, 1, 1).replace('%', '％');
