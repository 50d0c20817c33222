import { ok, problem, refuse, westernYear, yen, type Problem, type Result, type Yen } from '../../kernel';
import type { Grant } from '../../schemes';
import type { PointsOutcome, YearOutcome } from './yearOutcome';

export type AmountRowName = 'promotion' | 'outcomeOriented' | 'support' | 'total';

/** One row of 金額: `undefined` = not known, or no such frame that year (printed as －). */
export interface AmountRow {
  readonly row: AmountRowName;
  readonly before: Yen | undefined;
  readonly now: Yen | undefined;
  readonly difference: Yen | undefined;
}

/** One row of 得点. Where the two schemes differ, `pointsDifference` is absent and only rates, ranks and SDs compare. */
export interface PointsRow {
  readonly row: Grant | 'total';
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
  const points = (['promotion', 'support', 'total'] as const).map((row) => pointsRow(row, before, now));
  const ordinaryBefore = sumKnown(before.yen.promotion, before.yen.support);
  const ordinaryNow = sumKnown(now.yen.promotion, now.yen.support);
  return ok({
    before,
    now,
    amounts: [
      amountRow('promotion', before.yen.promotion, now.yen.promotion),
      amountRow('outcomeOriented', before.yen.outcomeOriented, now.yen.outcomeOriented),
      amountRow('support', before.yen.support, now.yen.support),
      amountRow('total', withFrame(ordinaryBefore, before), withFrame(ordinaryNow, now)),
    ],
    differenceWithoutFrameYen: differenceOf(ordinaryBefore, ordinaryNow),
    points,
    problems: schemeProblems(before, now, points),
  });
};

const amountRow = (row: AmountRowName, before: Yen | undefined, now: Yen | undefined): AmountRow => ({
  row,
  before,
  now,
  difference: differenceOf(before, now),
});

const differenceOf = (before: Yen | undefined, now: Yen | undefined): Yen | undefined =>
  before === undefined || now === undefined ? undefined : yen(now - before);

const sumKnown = (a: Yen | undefined, b: Yen | undefined): Yen | undefined =>
  a === undefined || b === undefined ? undefined : yen(a + b);

const withFrame = (ordinary: Yen | undefined, { yen: amounts }: YearOutcome): Yen | undefined =>
  ordinary === undefined ? undefined : yen(ordinary + (amounts.outcomeOriented ?? 0n));

const pointsRow = (
  row: Grant | 'total',
  { points: first }: YearOutcome,
  { points: second }: YearOutcome,
): PointsRow => {
  const before = first[row];
  const now = second[row];
  const rateBefore = rateOf(before);
  const rateNow = rateOf(now);
  return {
    row,
    before,
    now,
    pointsDifference: now !== undefined && before?.most === now.most ? now.points - before.points : undefined,
    rateBefore,
    rateNow,
    rateDifference: rateBefore === undefined || rateNow === undefined ? undefined : rateNow - rateBefore,
    placesGained:
      before?.nationalRank === undefined || now?.nationalRank === undefined
        ? undefined
        : before.nationalRank - now.nationalRank,
    distanceBefore: distanceOf(before),
    distanceNow: distanceOf(now),
  };
};

/** Percent of the maximum. */
const rateOf = (of: PointsOutcome | undefined): number | undefined =>
  of !== undefined && of.most > 0 ? (of.points * 100) / of.most : undefined;

const distanceOf = (of: PointsOutcome | undefined): number | undefined =>
  of?.mean === undefined || of.standardDeviation === undefined || of.standardDeviation <= 0
    ? undefined
    : (of.points - of.mean) / of.standardDeviation;

const schemeProblems = (before: YearOutcome, now: YearOutcome, rows: readonly PointsRow[]): readonly Problem[] => {
  const differing = rows.find(
    (row) => row.before !== undefined && row.now !== undefined && row.before.most !== row.now.most,
  );
  return differing?.before === undefined || differing.now === undefined
    ? []
    : [
        problem(
          'schemes-differ',
          { found: now.year, expected: before.year },
          {
            expectedMost: differing.before.most.toLocaleString('en-US'),
            foundMost: differing.now.most.toLocaleString('en-US'),
          },
        ),
      ];
};
