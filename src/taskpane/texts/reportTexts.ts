import type { SingleReport } from '../../report';

/** The words of the choice of reports on the screen 書き込み. */
export interface ReportTexts {
  readonly heading: string;
  readonly hint: string;
  readonly names: Readonly<Record<SingleReport, string>>;
  /** What the sheet holds. */
  readonly about: Readonly<Record<SingleReport, string>>;
  /** When the report says nothing about the results in hand. */
  readonly needs: Readonly<Record<SingleReport, string>>;
  readonly standing: string;
  /** How many sheets the next write takes, read out when a box was ticked. */
  readonly sheets: (count: number) => string;
}
