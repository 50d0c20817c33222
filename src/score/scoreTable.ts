import { answerState } from '../answers';
import { uint16At, uint8At } from '../kernel';
import type { Scheme } from '../schemes';
import { compileScheme, type CompiledScheme, type OwnTotalSource } from './compiledScheme';

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

/** How cells that are empty or held are counted: as nothing (the least), or as all they could be (the most). */
export type OpenAnswers = 'as-unmet' | 'as-met';

/**
 * Points of one indicator for one municipality, whose states begin at `base`: the sum of what is met, or the best of its
 * alternatives (rules/grants.md#best-of-alternatives). The inner loop of a nation (461,365 answers a year), so plain
 * sums take a way of their own without a test per alternative.
 */
export const earnedPoints = (
  compiled: CompiledScheme,
  states: Uint8Array,
  base: number,
  indicator: number,
  open: OpenAnswers,
): number => {
  if (open === 'as-met' || uint8At(compiled.alternatives, indicator) !== 1) {
    const choice = bestAlternative(compiled, states, base, indicator, open);
    return alternativePoints(compiled, states, base, indicator, choice, open);
  }
  const { points } = compiled;
  const end = uint16At(compiled.endCriterion, indicator);
  let sum = 0;
  for (let criterion = uint16At(compiled.firstCriterion, indicator); criterion < end; criterion += 1) {
    // Multiplied, not branched on: answers cannot be foretold, and a wrong guess of the processor costs more than both.
    sum += uint16At(points, criterion) * Number(states[base + criterion] === answerState.met);
  }
  return sum;
};

/** Which alternative of an indicator counts: the one that brings most points, the first of equal ones; 0 of a plain sum. */
export const bestAlternative = (
  compiled: CompiledScheme,
  states: Uint8Array,
  base: number,
  indicator: number,
  open: OpenAnswers,
): number => {
  const choices = uint8At(compiled.alternatives, indicator);
  let best = 0;
  let most = 0;
  for (let choice = 0; choice < choices; choice += 1) {
    const points = alternativePoints(compiled, states, base, indicator, choice, open);
    if (points > most) {
      best = choice;
      most = points;
    }
  }
  return best;
};

const alternativePoints = (
  { points, alternative, firstCriterion, endCriterion }: CompiledScheme,
  states: Uint8Array,
  base: number,
  indicator: number,
  choice: number,
  open: OpenAnswers,
): number => {
  const end = uint16At(endCriterion, indicator);
  let sum = 0;
  for (let criterion = uint16At(firstCriterion, indicator); criterion < end; criterion += 1) {
    if (alternative[criterion] !== choice) continue;
    const state = states[base + criterion];
    if (state === answerState.met || (open === 'as-met' && state !== answerState.unmet))
      sum += uint16At(points, criterion);
  }
  return sum;
};

/** Points of the indicator ranked on the own total, for a total before it; 0 where the scheme has none with cut-offs. */
const ownTotalPoints = ({ ownTotal, points, firstCriterion }: CompiledScheme, total: number): number => {
  if (ownTotal === undefined) return 0;
  const first = uint16At(firstCriterion, ownTotal.indicator);
  const end = first + stepsReached(ownTotal.cutOffs, total);
  let sum = 0;
  for (let criterion = first; criterion < end; criterion += 1) sum += uint16At(points, criterion);
  return sum;
};

/** How many cut-offs a total reaches; equal counts as reached. */
const stepsReached = (cutOffs: readonly number[], total: number): number => {
  let steps = 0;
  for (const cutOff of cutOffs) if (total >= cutOff) steps += 1;
  return steps;
};

/** Points of one indicator in one row of a scored table, as they entered its blocks; `states` are those it was scored from. */
export const indicatorPoints = (
  { compiled, ownTotals }: ScoreTable,
  states: Uint8Array,
  row: number,
  indicator: number,
): number =>
  indicator === compiled.ownTotal?.indicator
    ? ownTotalPoints(compiled, uint16At(ownTotals, row))
    : earnedPoints(compiled, states, row * compiled.criterionCount, indicator, 'as-unmet');

/** One municipality scored twice: open answers as nothing, and as all they could be; one and the same where none is open. */
export interface ScoreRange {
  readonly least: ScoreTable;
  readonly most: ScoreTable;
}

/** From `states` of one municipality. */
export const scoreRange = (scheme: Scheme, states: Uint8Array): ScoreRange => {
  const least = scoreTable(scheme, states, 1, 'as-unmet');
  const open = states.some((state) => state !== answerState.met && state !== answerState.unmet);
  return { least, most: open ? scoreTable(scheme, states, 1, 'as-met') : least };
};
