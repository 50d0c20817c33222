import { singleReports, standingReports, type SingleReport } from '../../report';
import type { PaneState } from './paneState';

/** A report beside the result sheets, as the preview offers it. */
export interface ReportChoice {
  readonly report: SingleReport;
  /** It will be written. */
  readonly chosen: boolean;
  /** Its sheet is in the workbook already. */
  readonly standing: boolean;
  /** It says something about these results. */
  readonly offered: boolean;
}

/** The reports to be written: those that stand and those asked for, without those put aside for this write. */
export const chosenReports = ({
  reading,
  reports,
}: Pick<PaneState, 'reading' | 'reports'>): ReadonlySet<SingleReport> => {
  const standing = standingReports(reading?.content.names ?? []);
  return new Set(singleReports.filter((report) => reports.get(report) ?? standing.has(report)));
};

/** Every report with what is known of it; none before the preview has found out which of them say anything. */
export const reportChoices = (state: Pick<PaneState, 'reading' | 'reports' | 'offered'>): readonly ReportChoice[] => {
  const { reading, offered } = state;
  if (offered === undefined) return [];
  const standing = standingReports(reading?.content.names ?? []);
  const chosen = chosenReports(state);
  return singleReports.map((report) => ({
    report,
    chosen: chosen.has(report) && offered.has(report),
    standing: standing.has(report),
    offered: offered.has(report),
  }));
};
