import { uint16At, uint8At } from '../kernel';
import type { Scheme } from '../schemes';
import { compileScheme, type CompiledScheme, type OwnTotalSource } from './compiledScheme';
import { earnedPoints, type OpenAnswers } from './earnedPoints';
import { ownTotalPoints } from './ownTotalPoints';

/** Points of many municipalities, row by row: `points[municipality * blocks + block]`. */
export interface ScoreTable {
  readonly compiled: CompiledScheme;
  readonly count: number;
  readonly points: Uint16Array;
  /** Per municipality: the total before the indicator on the own total is added; equal to the total where there is none. */
  readonly ownTotals: Uint16Array;
}

/**
 * Scores `count` municipalities at once; `states` holds one `answerState` per criterion, municipality after municipality.
 * Goal Ⅳ counts once in each grant; the indicator on the own total is settled in a second pass
 * (rules/grants.md#structure, #own-total).
 */
export const scoreTable = (
  scheme: Scheme,
  states: Uint8Array,
  count: number,
  open: OpenAnswers = 'as-unmet',
  ownTotalSource: OwnTotalSource = 'computed',
): ScoreTable => {
  const compiled = compileScheme(scheme, ownTotalSource);
  if (states.length !== count * compiled.criterionCount) {
    throw new RangeError(`scoreTable: ${states.length} states for ${count} × ${compiled.criterionCount} criteria`);
  }
  const points = new Uint16Array(count * compiled.blocks.length);
  const ownTotals = new Uint16Array(count);
  const indicators = compiled.firstCriterion.length;
  const ownTotal = compiled.ownTotal;
  for (let row = 0; row < count; row += 1) {
    const out = row * compiled.blocks.length;
    for (let indicator = 0; indicator < indicators; indicator += 1) {
      if (indicator !== ownTotal?.indicator) {
        addToBlocks(
          compiled,
          points,
          out,
          indicator,
          earnedPoints(compiled, states, row * compiled.criterionCount, indicator, open),
        );
      }
    }
    sumGrants(compiled, points, out);
    const total = uint16At(points, out + compiled.totalBlock);
    ownTotals[row] = total;
    if (ownTotal !== undefined) {
      addToBlocks(compiled, points, out, ownTotal.indicator, ownTotalPoints(compiled, total));
      sumGrants(compiled, points, out);
    }
  }
  return { compiled, count, points, ownTotals };
};

/** Points of one municipality in one block. */
export const pointsOf = ({ compiled, points }: ScoreTable, row: number, block: number): number =>
  uint16At(points, row * compiled.blocks.length + block);

const addToBlocks = (
  { groupBlock, goalBlock }: CompiledScheme,
  points: Uint16Array,
  out: number,
  indicator: number,
  gain: number,
): void => {
  const group = out + uint8At(groupBlock, indicator);
  const goal = out + uint8At(goalBlock, indicator);
  points[group] = uint16At(points, group) + gain;
  points[goal] = uint16At(points, goal) + gain;
};

/** Grants are the sums of their goals, with the common goal in each; the total is the sum of the grants. */
const sumGrants = (compiled: CompiledScheme, points: Uint16Array, out: number): void => {
  let promotion = 0;
  let support = 0;
  for (const { block, inPromotion, inSupport } of compiled.goalBlocks) {
    const sum = uint16At(points, out + block);
    if (inPromotion) promotion += sum;
    if (inSupport) support += sum;
  }
  points[out + compiled.promotionBlock] = promotion;
  points[out + compiled.supportBlock] = support;
  points[out + compiled.totalBlock] = promotion + support;
};
