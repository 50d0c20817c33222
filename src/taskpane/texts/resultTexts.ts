import type { RankBand } from '../../rank';
import type { Grant, GrantOrCommon } from '../../schemes';

/** The words of the screen 結果. */
export interface ResultTexts {
  readonly heading: string;
  readonly municipality: string;
  readonly points: (total: number, max: number) => string;
  readonly provisional: (min: number, max: number) => string;
  readonly rate: (percent: string) => string;
  readonly rank: (rank: RankBand) => string;
  readonly noRank: string;
  readonly basis: Readonly<Record<RankBand['basis'], string>>;
  readonly rankLabel: string;
  readonly goals: string;
  readonly grants: Readonly<Record<GrantOrCommon, string>>;
  readonly grantTotals: Readonly<Record<Grant, string>>;
  readonly bar: (points: number, max: number, mean: string | undefined) => string;
  readonly legend: string;
  readonly charts: string;
  /** The table of a chart's figures, and the header of its first column. */
  readonly chartTable: string;
  readonly chartCategory: string;
  readonly noOutcome: string;
  readonly checkCode: string;
  readonly checkCodeHint: string;
  readonly restore: string;
  readonly refresh: string;
  readonly openSheet: string;
  readonly notWritten: string;
  readonly sheetsWritten: (names: string) => string;
}
