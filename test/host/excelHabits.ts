import { docs, issue, ours } from './evidence';

/** How a change of cells comes about; some ways give no event (see `silentChanges`). */
export type ChangeWay = 'typing' | 'drop-down' | 'text-to-columns' | 'recalculation';

/**
 * Where one Excel differs from another, and from the kindest one can think of. Each habit names its evidence in
 * {@link evidenceOfHabits}; a profile (excelProfiles.ts) is a set of them.
 */
export interface ExcelHabits {
  /** What an empty cell of a range is to a custom function. */
  readonly blankInFunctions: '' | 0 | null;
  /** `getMergedAreasOrNullObject` fails above this many. */
  readonly mostMergedAreas: number;
  /** A method chained on a null object: nothing happens, or the request fails there. */
  readonly chainOnNull: 'nothing' | 'fails';
  /** `worksheet.names` lists the names of the workbook too. */
  readonly sheetsListBookNames: boolean;
  /** What cannot be done while another workbook is in front fails. */
  readonly needsFront: boolean;
  /** Panes are frozen on a sheet in sight only. */
  readonly freezesInSightOnly: boolean;
  /** Page set-up fails on a computer without a printer. */
  readonly printsByPrinter: boolean;
  /** `zoom` in pages is taken without an error, and not applied. */
  readonly ignoresFitToPages: boolean;
  /** A table may not bear the name of another table or of a defined name. */
  readonly tablesShareNames: boolean;
  /** Header cells of a new table become texts, filled and different from each other. */
  readonly mendsTableHeaders: boolean;
  /** A cell that is given a link is painted as one, and stays so. */
  readonly paintsLinks: boolean;
  /** Ways of changing cells that no listener is told of. */
  readonly silentChanges: ReadonlySet<ChangeWay>;
  /** Members after which the user can undo nothing that was done before, as `call Worksheet.delete`. */
  readonly clearsUndo: ReadonlySet<string>;
  /** A request, and an answer, may have this many bytes. */
  readonly mostBytes: number;
}

/** Excel on the web takes and gives at most this much at once (Microsoft: resource limits). */
export const mostBytesOnTheWeb = 5 * 1024 * 1024;

/** The kindest Excel: nothing that a profile makes harder. */
export const kindHabits: ExcelHabits = {
  blankInFunctions: '',
  mostMergedAreas: Infinity,
  chainOnNull: 'nothing',
  sheetsListBookNames: false,
  needsFront: false,
  freezesInSightOnly: false,
  printsByPrinter: false,
  ignoresFitToPages: false,
  tablesShareNames: false,
  mendsTableHeaders: false,
  paintsLinks: false,
  silentChanges: new Set(),
  clearsUndo: new Set(),
  mostBytes: mostBytesOnTheWeb,
};

/** Where each habit is documented or was reported; what is only our reading of them says so. */
export const evidenceOfHabits: Readonly<Record<keyof ExcelHabits, readonly string[]>> = {
  blankInFunctions: [issue(5262), issue(4702), issue(1951)],
  mostMergedAreas: [docs('excel.range#getMergedAreasOrNullObject'), ours('the code it fails with is not documented')],
  chainOnNull: [
    docs('application-specific-api-model#ornullobject-methods-and-properties'),
    ours('promises nothing of methods whose result is an object; the samples call delete() only'),
  ],
  sheetsListBookNames: [issue(1011)],
  needsFront: [docs('excel-add-ins-troubleshooting'), issue(6365)],
  freezesInSightOnly: [issue(1463), issue(3148), docs('excel.worksheetfreezepanes')],
  printsByPrinter: [ours('known of PageSetup in the object model below; not documented for Office.js')],
  ignoresFitToPages: [issue(1860)],
  tablesShareNames: [docs('excel.table#name'), ours('one space with defined names, as in the name manager')],
  mendsTableHeaders: [docs('excel.tablecollection#add'), ours('as Insert > Table does')],
  paintsLinks: [docs('excel.range#hyperlink'), ours('the cell takes the style Hyperlink')],
  silentChanges: [issue(3888), issue(4066), issue(3729)],
  clearsUndo: [docs('excel-add-ins-undo-capabilities#unsupported-apis'), issue(3141), issue(2543), issue(6170)],
  mostBytes: [docs('resource-limits-and-performance-optimization'), issue(1247)],
};
