import type { ProblemNeeding } from '../../problems';

type ExcelProblem = ProblemNeeding<'excelCode' | 'excelLocation'>;

/**
 * What we say about each error code. The codes: Microsoft's page "Error handling with the application-specific JavaScript
 * APIs" (23 June 2025), its tables for all applications and for Excel; `Excel.ErrorCodes` and the transport's own codes of
 * office.js 1.1.110. `GeneralException` says nothing: where the focus is needed that is meant (focus.ts), else several sheets may be
 * selected together (office-js #2266). It, and a code that is not here (`excel-unknown`), are shown with their code.
 */
const codes: Readonly<Partial<Record<ExcelProblem, readonly string[]>>> = {
  'excel-protected': ['AccessDenied', 'BadPassword'],
  'excel-cell-edit': ['InvalidOperationInCellEditMode'],
  'excel-too-large': ['RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded'],
  'excel-range-too-large': ['OperationCellsExceedLimit', 'RangeExceedsLimit', 'RangeImageExceedsLimit'],
  'excel-no-memory': ['MemoryLimitReached'],
  'excel-sheet-gone': ['InvalidBinding', 'InvalidObjectPath', 'InvalidReference', 'ItemNotFound'],
  'excel-closed': ['ConnectionFailure', 'InvalidOrTimedOutSession', 'RequestAborted', 'Timeout'],
  'excel-api-missing': [
    'ApiNotAvailable',
    'ApiNotFound',
    'NotImplemented',
    'UnsupportedFeature',
    'UnsupportedOperation',
  ],
  'excel-out-of-focus': ['InactiveWorkbook', 'InvalidSelection'],
  'excel-overloaded': ['ActivityLimitReached', 'ServiceNotAvailable', 'TooManyRequests'],
  'excel-no-reason': ['GeneralException'],
  'excel-unsupported-sheet': ['UnsupportedSheet'],
  'excel-sheet-filtered': ['FilteredRangeConflict'],
  'excel-conflict': ['Conflict', 'InsertDeleteConflict'],
  'excel-range-taken': ['MergedRangeConflict', 'NonBlankCellOffSheet', 'PivotTableRangeConflict'],
  'excel-name-taken': ['ItemAlreadyExists'],
  'excel-dialog-open': ['WriteNotSupportedWhenModalDialogOpen'],
  'excel-restart-needed': ['HostRestartNeeded', 'SharedRuntimeNotAvailable'],
  'excel-signed-out': ['Unauthenticated'],
  'excel-links-blocked': [
    'OpenWorkbookLinksBlocked',
    'PowerQueryRefreshResourceChallenge',
    'RefreshWorkbookLinksBlocked',
  ],
  'excel-refused': [
    'ContentLengthRequired',
    'EmptyChartSeries',
    'FormulaLengthExceedsLimit',
    'InvalidArgument',
    'InvalidOperation',
    'InvalidRequest',
    'InvalidRibbonDefinition',
    'UndoNotSupported',
  ],
};

const problems: ReadonlyMap<string, ExcelProblem> = new Map(
  Object.entries(codes).flatMap(([name, list]) => list.map((code) => [code, name as ExcelProblem] as const)),
);

/** The problem of an error code; what nobody documented is `excel-unknown`. */
export const problemOfCode = (code: string): ExcelProblem => problems.get(code) ?? 'excel-unknown';

/** Whether a smaller question may be answered: an answer or request too large, too many cells, no memory left. */
export const asksForLess = (code: string): boolean =>
  ['excel-too-large', 'excel-range-too-large', 'excel-no-memory'].includes(problemOfCode(code));

/** Whether a code leaves open what Excel would not do: undocumented ones, `GeneralException`, and those for anything at all. */
export const saysNothing = (code: string): boolean =>
  code !== '' && ['excel-unknown', 'excel-no-reason', 'excel-refused'].includes(problemOfCode(code));
