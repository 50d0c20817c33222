import { alwaysWritten, reportOfMarker, singleReports, standingReports, type SingleReport } from '../../report';
import type { PaneState, PreviewRow } from './paneState';
import { keptPlan } from './keptPlan';

/** How a sheet stands to the result: not there, the same, older, or changed by hand. */
export type SheetState = 'missing' | 'fresh' | 'old' | 'edited';

/** A report beside the result sheets, as the preview offers it. */
export interface ReportChoice {
  readonly report: SingleReport;
  /** It will be written. */
  readonly chosen: boolean;
  /** It comes with the results, chosen or not. */
  readonly always: boolean;
  /** Its sheet is in the workbook already. */
  readonly standing: boolean;
  /** It says something about these results. */
  readonly offered: boolean;
  /** Of its sheet; one that stands but was put aside is not looked at. */
  readonly sheet: SheetState | undefined;
}

/** The reports to be written: those that stand and those asked for, without those put aside for this write. */
export const chosenReports = ({
  reading,
  reports,
  stored,
}: Pick<PaneState, 'reading' | 'reports' | 'stored'>): ReadonlySet<SingleReport> => {
  const standing = standingReports(reading?.content.names ?? []);
  // A plan that nobody here knows is not written over, unless a person asks for it.
  const goesOn = (report: SingleReport): boolean =>
    standing.has(report) && (report !== 'plan' || keptPlan({ reading, stored }) !== undefined);
  return new Set(singleReports.filter((report) => reports.get(report) ?? goesOn(report)));
};

/** Every report with what is known of it; none before the preview has found out which of them say anything. */
export const reportChoices = (
  state: Pick<PaneState, 'reading' | 'reports' | 'stored' | 'offered' | 'preview'>,
): readonly ReportChoice[] => {
  const { reading, offered } = state;
  if (offered === undefined) return [];
  const standing = standingReports(reading?.content.names ?? []);
  const chosen = chosenReports(state);
  return singleReports.map((report) => ({
    report,
    chosen: (alwaysWritten.has(report) || chosen.has(report)) && offered.has(report),
    always: alwaysWritten.has(report),
    standing: standing.has(report),
    offered: offered.has(report),
    sheet: stateOfReport(state.preview, report, standing.has(report)),
  }));
};

const stateOfReport = (
  preview: PaneState['preview'],
  report: SingleReport,
  isStanding: boolean,
): SheetState | undefined => {
  const rows = preview?.filter(({ marker }) => reportOfMarker(marker) === report) ?? [];
  if (rows.length > 0) return stateOfSheets(rows);
  return isStanding ? undefined : 'missing';
};

/** The sheets of the result itself, beside the reports. */
export const resultSheetRows = (preview: readonly PreviewRow[]): readonly PreviewRow[] =>
  preview.filter(({ marker }) => reportOfMarker(marker) === undefined);

/** The state of several sheets is that of the one that needs most. */
export const stateOfSheets = (rows: readonly PreviewRow[]): SheetState => {
  if (rows.some(({ edited }) => edited)) return 'edited';
  if (rows.every(({ created }) => created)) return 'missing';
  return rows.every(({ created, changedCells }) => !created && changedCells === 0) ? 'fresh' : 'old';
};
