import type { FiscalYear, Yen } from '../../kernel';
import type { RankBand } from '../../rank';
import type { Grant } from '../../schemes';

/** What is known of one municipality in one year; what is not known is absent. */
export interface YearOutcome {
  readonly year: FiscalYear;
  readonly yen: {
    readonly promotion?: Yen | undefined;
    readonly support?: Yen | undefined;
    /** 成果指向型配分枠; absent in the years without it and for those not selected. */
    readonly outcomeOriented?: Yen | undefined;
  };
  readonly points: Partial<Readonly<Record<Grant | 'total', PointsOutcome>>>;
}

export interface PointsOutcome {
  readonly points: number;
  /** 満点: 400 per grant and 800 since R6, 2,185 in R5. */
  readonly most: number;
  readonly nationalRank?: number | undefined;
  readonly prefectureRank?: number | undefined;
  readonly mean?: number | undefined;
  readonly standardDeviation?: number | undefined;
  readonly from: PointsOrigins;
}

/** How points and ranks were known, so that a sheet can say where each of them comes from. */
export interface PointsOrigins {
  /** `scored` = from the answers in hand · `told` = as such · `told-parts` = what was told of both grants, added. */
  readonly points: 'scored' | 'told' | 'told-parts';
  /** 満点 of the year's rules, or as told. */
  readonly most: 'rules' | 'told';
  /** Absent where there is no rank. */
  readonly nationalRank?: RankOrigin | undefined;
  readonly prefectureRank?: RankOrigin | undefined;
}

/** `told`, or what the rank was worked out from. */
export type RankOrigin = 'told' | RankBand['basis'];
