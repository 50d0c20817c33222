import { ok, problem, refuse, type Problem, type Result } from '../problems';
import { westernYear, yen, type Yen } from '../kernel';
import type { Figure } from '../schemes';
import {
  pointsRows,
  rowNames,
  totalYenOf,
  yenParts,
  type PointsOutcome,
  type PointsRowName,
  type YearOutcome,
  type YenPart,
} from './yearOutcome';

export type AmountRowName = YenPart | 'total';

/** One row of 金額: `undefined` = not known, or no such frame that year (printed as －). */
export interface AmountRow {
  readonly row: AmountRowName;
  readonly before: Figure<Yen> | undefined;
  readonly now: Figure<Yen> | undefined;
  readonly difference: Yen | undefined;
}

/** One row of 得点. Where the two schemes differ, `pointsDifference` is absent and only rates, ranks and SDs compare. */
export interface PointsRow {
  readonly row: PointsRowName;
  readonly before: PointsOutcome | undefined;
  readonly now: PointsOutcome | undefined;
  readonly pointsDifference: number | undefined;
  readonly rateBefore: number | undefined;
  readonly rateNow: number | undefined;
  /** Percentage points. */
  readonly rateDifference: number | undefined;
  /** Places gained (positive) or lost. */
  readonly placesGained: number | undefined;
  /** (points − mean) ÷ SD of each year. */
  readonly distanceBefore: number | undefined;
  readonly distanceNow: number | undefined;
}

export interface YearComparison {
  readonly before: YearOutcome;
  readonly now: YearOutcome;
  readonly amounts: readonly AmountRow[];
  /** The change of the ordinary grants alone, 「成果指向型配分枠を除くと」; absent unless all four are known. */
  readonly differenceWithoutFrameYen: Yen | undefined;
  readonly points: readonly PointsRow[];
  readonly problems: readonly Problem[];
}

/** Sets two years side by side; refuses years in the wrong order. Points of different maxima are never subtracted. */
export const compareYears = (before: YearOutcome, now: YearOutcome): Result<YearComparison> => {
  if (westernYear(before.year) >= westernYear(now.year)) {
    return refuse(problem('years-out-of-order', { found: before.year, expected: now.year }));
  }
  const points = pointsRows.map((row) => pointsRow(row, before, now));
  return ok({
    before,
    now,
    amounts: [
      ...yenParts.map((part) => amountRow(part, before.yen[part], now.yen[part])),
      amountRow('total', totalYenOf(before), totalYenOf(now)),
    ],
    differenceWithoutFrameYen: differenceOf(ordinaryYenOf(before), ordinaryYenOf(now)),
    points,
    problems: schemeProblems(before, now, points),
  });
};

const amountRow = (row: AmountRowName, before: Figure<Yen> | undefined, now: Figure<Yen> | undefined): AmountRow => ({
  row,
  before,
  now,
  difference: differenceOf(before?.value, now?.value),
});

const differenceOf = (before: Yen | undefined, now: Yen | undefined): Yen | undefined =>
  before === undefined || now === undefined ? undefined : yen(now - before);

/** Both grants without the frame. */
const ordinaryYenOf = ({ yen: { promotion, support } }: YearOutcome): Yen | undefined =>
  promotion === undefined || support === undefined ? undefined : yen(promotion.value + support.value);

const pointsRow = (row: PointsRowName, { points: first }: YearOutcome, { points: second }: YearOutcome): PointsRow => {
  const before = first[row];
  const now = second[row];
  const rateBefore = rateOf(before);
  const rateNow = rateOf(now);
  return {
    row,
    before,
    now,
    pointsDifference:
      now !== undefined && before?.maxPoints.value === now.maxPoints.value
        ? now.points.value - before.points.value
        : undefined,
    rateBefore,
    rateNow,
    rateDifference: rateBefore === undefined || rateNow === undefined ? undefined : rateNow - rateBefore,
    placesGained:
      before?.nationalRank === undefined || now?.nationalRank === undefined
        ? undefined
        : before.nationalRank.value - now.nationalRank.value,
    distanceBefore: distanceOf(before),
    distanceNow: distanceOf(now),
  };
};

/** Percent of the maximum. */
const rateOf = (of: PointsOutcome | undefined): number | undefined =>
  of !== undefined && of.maxPoints.value > 0 ? (of.points.value * 100) / of.maxPoints.value : undefined;

const distanceOf = (of: PointsOutcome | undefined): number | undefined =>
  of?.mean === undefined || of.standardDeviation === undefined || of.standardDeviation <= 0
    ? undefined
    : (of.points.value - of.mean) / of.standardDeviation;

const schemeProblems = (before: YearOutcome, now: YearOutcome, rows: readonly PointsRow[]): readonly Problem[] => {
  // The total where it is known of both years: it says most.
  const differing = rows.findLast(
    (row) =>
      row.before !== undefined && row.now !== undefined && row.before.maxPoints.value !== row.now.maxPoints.value,
  );
  return differing?.before === undefined || differing.now === undefined
    ? []
    : [
        problem(
          'schemes-differ',
          { found: now.year, expected: before.year },
          {
            label: rowNames[differing.row],
            expectedMost: differing.before.maxPoints.value.toLocaleString('en-US'),
            foundMost: differing.now.maxPoints.value.toLocaleString('en-US'),
          },
        ),
      ];
};
