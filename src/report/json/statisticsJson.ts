import { criterionIndexOf } from '../../schemes';
import { answerState } from '../../answers';
import { blockStatistics, type Nation } from '../../rank';
import type { ScoreFile } from './scoreFile';

/**
 * `statistics` of the JSON contract: every block with unrounded mean, median and population SD, and how many municipalities
 * have each criterion. A block without goal or group is a total; the total of both grants bears the grant `common`.
 */
export const statisticsJson = (nation: Nation | undefined): ScoreFile['statistics'] => {
  if (nation === undefined) return null;
  const { table, scores } = nation;
  return {
    of: table.count,
    blocks: blockStatistics(scores).map(({ block, mean, median, sdPopulation }) => ({
      grant: block.grant ?? 'common',
      goal: block.goal,
      group: block.group,
      mean,
      median,
      sdPopulation,
    })),
    criteria: Object.fromEntries(
      criterionIndexOf(table.scheme).all.map(({ criterion, index }) => [criterion.id, countMet(nation, index)]),
    ),
  };
};

const countMet = ({ table, scores }: Nation, index: number): number => {
  let count = 0;
  for (let at = index; at < table.states.length; at += scores.compiled.criterionCount) {
    if (table.states[at] === answerState.met) count += 1;
  }
  return count;
};
