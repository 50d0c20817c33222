import { problem, type Problem } from '../kernel';
import { type IndexedCriterion, isComputed, pointsAtStake } from '../schemes';
import { answerState } from './answerState';
import type { AnswerCell } from './answers';

/** One problem for each indicator with answers left out, and one for missing rows, with the points they can still bring. */
export const leftOut = (
  all: readonly IndexedCriterion[],
  states: Uint8Array,
  cellOf: (index: number) => AnswerCell | undefined,
): readonly Problem[] => {
  const open = new Map<string, IndexedCriterion[]>();
  for (const entry of all) {
    if (states[entry.index] !== answerState.unanswered || isComputed(entry.indicator)) continue;
    const key = `${entry.indicator.id} ${cellOf(entry.index) === undefined ? 'missing' : 'empty'}`;
    const same = open.get(key);
    if (same === undefined) open.set(key, [entry]);
    else same.push(entry);
  }
  return [...open.values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    const cell = cellOf(first.index);
    const points = entries.reduce((sum, { criterion }) => sum + criterion.points, 0);
    return [
      problem(
        cell === undefined ? 'missing-criteria' : 'unanswered',
        {
          ...cell,
          criterion: first.criterion.id,
          expected: '○ か ×',
          pointsAtStake: pointsAtStake(first.indicator, points),
        },
        {
          name: first.indicator.name,
          branches: entries.map(({ criterion }) => criterion.label).join('・'),
        },
      ),
    ];
  });
};
