import type { YenRange } from '../allocation';
import { sumYen } from '../kernel';
import type { RankBand } from '../rank';
import { grants, type Grant } from '../schemes';
import { pointsOf, scoreRange, type ScoreRange } from '../score';
import type { PointsRange, Standpoint } from './standpoint';

/** Points of both grants together and of each, with goal Ⅳ in both. */
export type GrantPoints = Readonly<Record<'total' | Grant, PointsRange>>;

/** What some answers come to. Open answers make every figure a range. */
export interface Outcome {
  readonly points: GrantPoints;
  readonly rank: Readonly<Record<'national' | 'prefecture' | Grant, RankBand | null>>;
  /** Both grants together; null where nothing tells the money. */
  readonly yen: YenRange | null;
}

/** Scores, ranks and prices `states` in the place of the standpoint's own. */
export const outcomeOf = (standpoint: Standpoint, states: Uint8Array): Outcome => {
  const points = grantPoints(scoreRange(standpoint.scheme, states));
  const { ranks } = standpoint;
  return {
    points,
    rank: {
      national: ranks.national(points.total),
      prefecture: ranks.prefecture(points.total),
      promotion: ranks.grant('promotion', points.promotion),
      support: ranks.grant('support', points.support),
    },
    yen: yenOf(standpoint, points),
  };
};

const grantPoints = ({ least, most }: ScoreRange): GrantPoints => {
  const { totalBlock, promotionBlock, supportBlock } = least.compiled;
  const rangeOf = (block: number): PointsRange => ({
    least: pointsOf(least, 0, block),
    most: pointsOf(most, 0, block),
  });
  return { total: rangeOf(totalBlock), promotion: rangeOf(promotionBlock), support: rangeOf(supportBlock) };
};

const yenOf = ({ money }: Standpoint, points: GrantPoints): YenRange | null =>
  money === undefined
    ? null
    : {
        low: sumYen(grants.map((grant) => money.amount(grant, atEnd(points, 'least')).low)),
        high: sumYen(grants.map((grant) => money.amount(grant, atEnd(points, 'most')).high)),
      };

const atEnd = ({ promotion, support }: GrantPoints, end: keyof PointsRange): Readonly<Record<Grant, number>> => ({
  promotion: promotion[end],
  support: support[end],
});

/**
 * What changes from one outcome to another. Open answers stand alike in both, so points gain from least to least and from
 * most to most; yen take in both.
 */
export interface Gain {
  readonly points: PointsRange;
  readonly yen: YenRange | null;
}

export const gainOf = ({ money }: Standpoint, before: Outcome, after: Outcome): Gain => {
  const ends = [
    after.points.total.least - before.points.total.least,
    after.points.total.most - before.points.total.most,
  ];
  const points = { least: Math.min(...ends), most: Math.max(...ends) };
  if (money === undefined) return { points, yen: null };
  const gained = (['least', 'most'] as const).map((end) =>
    grants.map((grant) => money.gain(grant, before.points[grant][end], after.points[grant][end])),
  );
  const lows = gained.map((each) => sumYen(each.map(({ low }) => low)));
  const highs = gained.map((each) => sumYen(each.map(({ high }) => high)));
  return { points, yen: { low: leastOf(lows), high: mostOf(highs) } };
};

const leastOf = <Amount extends bigint>(amounts: readonly Amount[]): Amount =>
  amounts.reduce((least, amount) => (amount < least ? amount : least));
const mostOf = <Amount extends bigint>(amounts: readonly Amount[]): Amount =>
  amounts.reduce((most, amount) => (amount > most ? amount : most));
