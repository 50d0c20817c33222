import type { YenRange } from '../allocation';
import type { FigureToStep, PlaceAmongPeers, RankBand } from '../rank';
import type { Grant, Scheme } from '../schemes';

/** What a municipality looks out from: its answers, and what tells the place and the money of other points in its place. */
export interface Standpoint {
  readonly scheme: Scheme;
  /** One `answerState` per criterion, in the order of the scheme. */
  readonly states: Uint8Array;
  readonly ranks: RankView;
  /** Undefined where nothing tells the money: no 第1号被保険者数, or no known year. */
  readonly money: MoneyView | undefined;
  /** How many municipalities have a criterion; undefined where nobody knows. */
  readonly havingIt: (criterion: number) => { readonly count: number; readonly of: number } | undefined;
  /** The figure behind a ranked criterion and the one that would reach it; undefined where nobody tells them. */
  readonly figureTo: (criterion: number) => FigureToStep | undefined;
  /** Last year's answer to the same question; undefined where that year is not in hand or did not ask it. */
  readonly lastYear: (criterion: number) => number | undefined;
  /** The points of everybody else; undefined where not all of them are known. */
  readonly rivals: () => readonly Rivals[] | undefined;
  /** Those alike in size and 過疎, the widest group first. */
  readonly peers: () => readonly PlaceAmongPeers[];
}

/** Others of so many points; `sizeClass` null where nobody tells it. */
export interface Rivals {
  readonly points: number;
  readonly sizeClass: number | null;
  readonly count: number;
}

/** From the fewest points to the most that open answers allow. */
export interface PointsRange {
  readonly least: number;
  readonly most: number;
}

/** The place that points would have among all others; null where nothing is known. */
export interface RankView {
  readonly national: (total: PointsRange) => RankBand | null;
  readonly prefecture: (total: PointsRange) => RankBand | null;
  readonly grant: (grant: Grant, points: PointsRange) => RankBand | null;
}

/** What points are worth. More points never bring less. */
export interface MoneyView {
  /** The nation shared out anew with a plan, or the rates of the estimate. */
  readonly basis: 'share' | 'estimate';
  /** The amount of one grant at these points of both. */
  readonly amount: (grant: Grant, points: Readonly<Record<Grant, number>>) => YenRange;
  /** What the grant gains from the first points to the second; negative when points are lost. */
  readonly gain: (grant: Grant, from: number, to: number) => YenRange;
}
