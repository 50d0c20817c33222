import { answerState } from '../answers';
import { at, uint16At } from '../kernel';
import type { Scheme } from '../schemes';
import { compileScheme, type CompiledScheme, type OwnTotalSource } from './compiledScheme';
import { runPoints, timesByState, type OpenAnswers, type Run } from './runs';
import { addWindows, checkStates, rowsOf } from './windows';

/** Points of many municipalities, block after block: see {@link pointsPlace}. */
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
  addTerms(compiled, states, count, open, points);
  for (const { block, inPromotion, inSupport } of compiled.goalBlocks) {
    const goal = points.subarray(block * count, (block + 1) * count);
    addToGrants({ compiled, points, count }, goal, { inPromotion, inSupport });
  }
  const ownTotals = points.slice(compiled.totalBlock * count, (compiled.totalBlock + 1) * count);
  const { ownTotal } = compiled;
  if (ownTotal !== undefined) {
    const gains = ownTotals.map((total) => ownTotalPoints(compiled, total));
    addColumn(points, ownTotal.groupBlock * count, gains);
    addColumn(points, ownTotal.goalBlock * count, gains);
    addToGrants(
      { compiled, points, count },
      gains,
      compiled.goalBlocks.find(({ block }) => block === ownTotal.goalBlock),
    );
  }
  return { compiled, count, points, ownTotals };
};

/** Points of one municipality in one block. */
export const pointsOf = (table: ScoreTable, row: number, block: number): number =>
  uint16At(table.points, pointsPlace(table, row, block));

/** Where the points of one municipality in one block stand. */
export const pointsPlace = ({ count }: Pick<ScoreTable, 'count'>, row: number, block: number): number =>
  block * count + row;

/** Window by window for everybody, each a tight loop: two thirds of the time that municipality by municipality takes. */
const addTerms = (
  { terms, groups, windows, criterionCount }: CompiledScheme,
  states: Uint8Array,
  count: number,
  open: OpenAnswers,
  points: Uint16Array,
): void => {
  const gained = windows.pointsBy(open);
  checkStates(states);
  const atOnce = Math.min(rowsAtOnce, count);
  const [most, other] = [new Uint16Array(atOnce), new Uint16Array(atOnce)];
  for (let first = 0; first < count; first += rowsAtOnce) {
    const rows = rowsOf(states, first, Math.min(rowsAtOnce, count - first), criterionCount);
    for (const { ways, groupBlock } of terms) {
      const group = points.subarray(groupBlock * count + first, groupBlock * count + first + rows.count);
      const [only, ...more] = ways;
      if (only === undefined) continue;
      if (more.length === 0) addWindows(gained, windows.starts, rows, only, group);
      else {
        addWindows(gained, windows.starts, rows, only, most.fill(0));
        for (const way of more) {
          addWindows(gained, windows.starts, rows, way, other.fill(0));
          raiseTo(most, other, rows.count);
        }
        addColumn(group, 0, most.subarray(0, rows.count));
      }
    }
  }
  for (const { groupBlock, goalBlock } of groups)
    addColumn(points, goalBlock * count, points.subarray(groupBlock * count, (groupBlock + 1) * count));
};

/** Each window goes over their states again: so many stay near the processor, those of a nation would not. */
const rowsAtOnce = 256;

const raiseTo = (most: Uint16Array, other: Uint16Array, count: number): void => {
  for (let row = 0; row < count; row += 1)
    if (uint16At(other, row) > uint16At(most, row)) most[row] = uint16At(other, row);
};

/** Grants are the sums of their goals, with the common goal in each; the total is the sum of the grants. */
const addToGrants = (
  { compiled, points, count }: Omit<ScoreTable, 'ownTotals'>,
  gains: Uint16Array,
  grants: Pick<CompiledScheme['goalBlocks'][number], 'inPromotion' | 'inSupport'> | undefined,
): void => {
  for (const [block, isIn] of [
    [compiled.promotionBlock, grants?.inPromotion],
    [compiled.supportBlock, grants?.inSupport],
  ] as const) {
    if (isIn !== true) continue;
    addColumn(points, block * count, gains);
    addColumn(points, compiled.totalBlock * count, gains);
  }
};

const addColumn = (points: Uint16Array, first: number, gains: Uint16Array): void => {
  addRows(points, first, gains, gains.length);
};

const addRows = (points: Uint16Array, first: number, gains: Uint16Array, count: number): void => {
  for (let row = 0; row < count; row += 1) points[first + row] = uint16At(points, first + row) + uint16At(gains, row);
};

/** Points of one indicator for one municipality, whose states begin at `base`: what the best of its alternatives brings. */
export const earnedPoints = (
  compiled: CompiledScheme,
  states: Uint8Array,
  base: number,
  indicator: number,
  times: Uint8Array,
): number => {
  let most = 0;
  for (const runs of at(compiled.alternatives, indicator)) {
    const points = alternativePoints(compiled, states, base, runs, times);
    if (points > most) most = points;
  }
  return most;
};

/** Which alternative of an indicator counts: the one that brings most points, the first of equal ones; 0 of a plain sum. */
export const bestAlternative = (compiled: CompiledScheme, states: Uint8Array, indicator: number): number => {
  const points = at(compiled.alternatives, indicator).map((runs) =>
    alternativePoints(compiled, states, 0, runs, timesByState['as-unmet']),
  );
  return points.indexOf(Math.max(...points));
};

const alternativePoints = (
  { points }: CompiledScheme,
  states: Uint8Array,
  base: number,
  runs: readonly Run[],
  times: Uint8Array,
): number => {
  let sum = 0;
  for (const { first, end } of runs) sum += runPoints(points, states, base, first, end, times);
  return sum;
};

/** Points of the indicator ranked on the own total, for a total before it; 0 where the scheme has none with cut-offs. */
export const ownTotalPoints = ({ ownTotal, points, firstCriterion }: CompiledScheme, total: number): number => {
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
    : earnedPoints(compiled, states, row * compiled.criterionCount, indicator, timesByState['as-unmet']);

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
