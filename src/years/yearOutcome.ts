import { sumYen, type FiscalYear, type Yen } from '../kernel';
import {
  grantNames,
  wholeOf,
  type BlockPlace,
  type Figure,
  type Grant,
  type Origin,
  type SumFigure,
  type Summand,
} from '../schemes';

/** A grant, or both together. */
export type PointsRowName = Grant | 'total';

/** A grant, or the frame beside them. */
export type YenPart = Summand['part'];

/** What is known of one municipality in one year, each figure with where it comes from; what is not known is absent. */
export interface YearOutcome {
  readonly year: FiscalYear;
  /** 成果指向型配分枠 is absent in the years without it and for those not selected. */
  readonly yen: Readonly<Partial<Record<YenPart, Figure<Yen> | undefined>>>;
  readonly points: Readonly<Partial<Record<PointsRowName, PointsOutcome | undefined>>>;
}

export interface PointsOutcome {
  readonly points: Figure;
  /** With all open answers met; absent where the points are settled. */
  readonly most?: number | undefined;
  /** 満点: 400 per grant and 800 since R6, 2,185 in R5. */
  readonly maxPoints: Figure;
  readonly nationalRank?: Figure | undefined;
  readonly prefectureRank?: Figure | undefined;
  readonly mean?: number | undefined;
  readonly standardDeviation?: number | undefined;
}

/** The rows of 得点, in the order papers list them. */
export const pointsRows: readonly PointsRowName[] = ['promotion', 'support', 'total'];

/** 推進, 支援, 合計. */
export const rowNames: Readonly<Record<PointsRowName, string>> = {
  promotion: grantNames.promotion.short,
  support: grantNames.support.short,
  total: '合計',
};

/** The block whose points a row counts. */
export const blockOfRow = (row: PointsRowName): BlockPlace => wholeOf(row === 'total' ? null : row);

/** The grants and the frame, in the order papers list them. */
export const yenParts: readonly YenPart[] = ['promotion', 'outcomeOriented', 'support'];

/** 合計 of a year: both grants and the frame; undefined until both are known. */
export const totalYenOf = ({ yen: amounts }: YearOutcome): SumFigure<Yen> | undefined =>
  amounts.promotion === undefined || amounts.support === undefined
    ? undefined
    : {
        value: sumYen(yenParts.map((part) => amounts[part]?.value)),
        origin: { kind: 'sum', of: yenParts.flatMap((part) => summandOf(part, amounts[part])) },
      };

const summandOf = (part: YenPart, amount: Figure<Yen> | undefined): readonly Summand[] =>
  amount === undefined ? [] : [{ part, basis: basisIn(amount.origin) }];

const basisIn = ({ kind }: Origin): Summand['basis'] => (kind === 'share' || kind === 'estimate' ? kind : undefined);
