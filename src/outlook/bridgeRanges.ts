import { answerState, isOpenState, withOpenMet } from '../answers';
import { at } from '../kernel';
import { timesCounted, type Scheme } from '../schemes';
import { explainScore, type Award } from '../score';
import { kindOf, pairsBetween, type AnsweredYear, type ChangeKind } from './bridge';
import type { PointsRange } from './standpoint';

/**
 * Between what ends every figure of a bridge lies, whatever becomes of the open answers. Each is bounded by itself: an answer
 * may move points from one alternative of an indicator to another, so that the ends of the total are not those of its parts.
 */
export interface BridgeRanges {
  readonly changes: Readonly<Record<ChangeKind, FigureRanges>>;
  /** Met in both years: how many, and what they bring in the later one. */
  readonly kept: FigureRanges;
  readonly never: PointsRange;
}

interface FigureRanges {
  readonly count: PointsRange;
  readonly points: PointsRange;
}

/** As `bridgeBetween`, for every way the open answers of both years can still go. */
export const bridgeRanges = (
  before: AnsweredYear,
  now: AnsweredYear,
  between: readonly Scheme[] = [],
): BridgeRanges => {
  const [earlier, later] = [possiblePoints(before), possiblePoints(now)];
  const { compared, dropped } = pairsBetween(before.scheme, now.scheme, between);
  // What each criterion can still come to, one list a criterion.
  const outcomes = [
    ...compared.map(({ before: from, now: entry }) =>
      (from === undefined ? [undefined] : at(earlier, from.index)).flatMap((was) =>
        at(later, entry.index).map((is) => changeOf(was, is)),
      ),
    ),
    ...dropped.map((entry) =>
      at(earlier, entry.index).map((was) => ({ ...nothing, kind: kindIf(was, 'dropped'), points: -was })),
    ),
  ];
  const rangeOf = (figure: (outcome: CriterionOutcome) => number): PointsRange =>
    outcomes.reduce(
      (sum, possible) => {
        const values = possible.map(figure);
        return { least: sum.least + Math.min(...values), most: sum.most + Math.max(...values) };
      },
      { least: 0, most: 0 },
    );
  const changed = (kind: ChangeKind): FigureRanges => ({
    count: rangeOf((one) => Number(one.kind === kind)),
    points: rangeOf((one) => (one.kind === kind ? one.points : 0)),
  });
  return {
    changes: {
      gained: changed('gained'),
      lost: changed('lost'),
      're-pointed': changed('re-pointed'),
      added: changed('added'),
      dropped: changed('dropped'),
    },
    kept: { count: rangeOf(({ kept }) => Number(kept > 0)), points: rangeOf(({ kept }) => kept) },
    never: rangeOf(({ never }) => Number(never)),
  };
};

interface CriterionOutcome {
  /** Undefined where its points did not change. */
  readonly kind: ChangeKind | undefined;
  readonly points: number;
  /** Its points in the later year, if it had some in both. */
  readonly kept: number;
  readonly never: boolean;
}

const nothing: CriterionOutcome = { kind: undefined, points: 0, kept: 0, never: false };

const kindIf = (points: number, kind: ChangeKind): ChangeKind | undefined => (points === 0 ? undefined : kind);

const changeOf = (was: number | undefined, is: number): CriterionOutcome => {
  const points = is - (was ?? 0);
  return {
    kind: kindIf(points, kindOf(was, is)),
    points,
    kept: was !== undefined && was !== 0 ? is : 0,
    never: was === 0 && is === 0,
  };
};

/** The points that each criterion can still come to, in the total; one value where no open answer moves it. */
const possiblePoints = ({ scheme, states }: AnsweredYear): readonly (readonly number[])[] => {
  const least = explainScore(scheme, states);
  const most = explainScore(scheme, withOpenMet(states));
  const undecided = new Set(
    least.flatMap(({ indicator, state }) => (isOpenState(state) && indicator.combine !== 'sum' ? [indicator.id] : [])),
  );
  return least.map((award, index) => {
    const times = timesCounted(award.indicator);
    const ends = [award.points, at(most, index).points];
    const all = undecided.has(award.indicator.id) && mayCount(award) ? [0, award.criterion.points] : ends;
    return [...new Set(all)].map((points) => points * times);
  });
};

/** While an alternative is open, any criterion of the indicator that is met, or may be, may count or not. */
const mayCount = ({ state }: Award): boolean => state !== answerState.unmet;
