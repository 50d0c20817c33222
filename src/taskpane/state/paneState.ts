import type { Decision, HeaderChange, Layout } from '../../answers';
import type { Problem, Result, Worded } from '../../problems';
import type { Results } from '../../evaluation';
import type { SingleReport } from '../../report';
import type { EnteredSettings } from '../../settings';
import type { Replaced, WorkbookContent, WriteOutcome, Stage } from '../../workbook';
import type { FigureAnswer } from './figureAt';
import { automatic, type Mapping, type RememberedMapping } from '../mapping/mapping';

/** Everything the pane shows is worked out from this. */
export interface PaneState extends Trying {
  readonly screen: Screen;
  readonly mapping: Mapping;
  /** The mapping a person saw and went on with in this session, with the headers it was made for. */
  readonly confirmed: RememberedMapping | undefined;
  /** The workbook as it was last read. */
  readonly reading: Reading | undefined;
  /** What is stored with the workbook. */
  readonly stored: StoredSettings;
  /** What was decided about reports beside the result sheets. */
  readonly reports: ReportDecisions;
  /** The reports that say something about the last reading; found out by the preview. */
  readonly offered: ReadonlySet<SingleReport> | undefined;
  /** What writing would do. */
  readonly preview: readonly PreviewRow[] | undefined;
  /** What it would do can be taken back after the pane was closed. */
  readonly keepsUndo: boolean;
  /** What stands in our sheets, as far as we know. */
  readonly written: WrittenScore | undefined;
  /** Sheets of the last write of this session. */
  readonly lastWrite: WriteOutcome | undefined;
  readonly canRestore: boolean;
  readonly busy: Busy | undefined;
  /** Why the last action did not do what was asked. */
  readonly faults: readonly Problem[];
  /** Writing was stopped to ask: values of our sheets were changed by hand, or there is no way back once the pane is closed. */
  readonly asksToOverwrite: boolean;
  /** Of several municipalities, the one that is looked at; undefined = the table of all. */
  readonly municipality: number | undefined;
  /** What was decided about doubtful answers, from the first decision until the sheet 判定 that holds them is read again. */
  readonly decisions: readonly Decision[] | undefined;
  readonly decisionsAreWritten: boolean;
  /** Whose plan is on trial: rules and municipality. */
  readonly subject: string | undefined;
  /** What 案をシートに残す was pressed for, until it is written. */
  readonly planToKeep: ReadonlySet<number> | undefined;
  /** How the table of several municipalities is looked at. */
  readonly towns: TownsView;
  /** What was typed under 金額の入力 and is not on the sheet 設定 yet. */
  readonly entered: EnteredSettings | undefined;
  /** Cells were changed in Excel since the workbook was read. */
  readonly stale: boolean;
  /** A thing that just happened and is nowhere else to be seen. */
  readonly notice: Notice | undefined;
  /** What came of scoring again, once that was pressed. */
  readonly rescored: Worded | undefined;
  /** The formula that was put into a cell last, as Excel keeps it. */
  readonly inserted: InsertedFormula | undefined;
  /** The answer to 「この数字はどこから？」. */
  readonly figure: FigureAnswer | undefined;
}

/** What もしも holds; criteria by their index. */
export interface Trying {
  readonly trial: ReadonlySet<number>;
  /** The line 目標 as it was typed. */
  readonly goal: string;
  /** 案A and 案B. */
  readonly plans: Readonly<Partial<Record<'a' | 'b', ReadonlySet<number>>>>;
}

export type TownColumn = 'rank' | 'name' | 'points' | 'prefecture' | 'checks' | 'yen';

export interface TownsView {
  readonly sought: string;
  readonly column: TownColumn;
  /** Pixels from the top. */
  readonly scrolled: number;
}

/** What a person decided about single reports; the others follow what stands in the workbook. */
export type ReportDecisions = ReadonlyMap<SingleReport, boolean>;

/** What an officer asks: 結果・確認・資料・もしも. */
export type Tab = 'result' | 'check' | 'papers' | 'plan';

/** A tab, what a workbook is met with, or a page behind the header and ⋯. */
export type Screen = 'opening' | Tab | 'reading' | 'money' | 'source' | 'functions' | 'more';

/** One reading of the workbook, without the sheets we wrote ourselves. */
export interface Reading {
  readonly content: WorkbookContent;
  readonly layout: Layout;
  readonly headers: readonly string[];
  readonly outcome: Result<Results>;
  /** Eight signs that change with what the sheets print and the check code leaves out: the sheet 設定, names of sheets of answers. */
  readonly besideMark: string;
  /** Against the headers that the remembered mapping was made for. */
  readonly changes: readonly HeaderChange[];
  /** Only cells that may have changed since the reading before were read anew. */
  readonly onlyChanged?: true;
}

/** Texts stored with the workbook. */
export interface StoredSettings {
  readonly mapping: string | undefined;
  /** The score of the last write. */
  readonly score: string | undefined;
  /** The plan on the sheet 取組案. */
  readonly plan: string | undefined;
  /** Marks of the sheets we wrote, by marker: which of their cells somebody changed. */
  readonly cells: string | undefined;
  /** How the last write is taken back, and what was stored before it. */
  readonly undo: string | undefined;
  readonly before: string | undefined;
}

export const nothingStored: StoredSettings = {
  mapping: undefined,
  score: undefined,
  plan: undefined,
  cells: undefined,
  undo: undefined,
  before: undefined,
};

/** Under which a text is stored with the workbook. */
export const storedKey = (name: keyof StoredSettings): string => `IncentiveScore.${name}`;

/** The score in our sheets, remembered with the workbook to show old → new. */
export interface WrittenScore {
  /** Undefined for several municipalities, which have no common total. */
  readonly range: { readonly least: number; readonly most: number } | undefined;
  /** Of each goal, by 「P1」 … 「C4」. */
  readonly goals: ReadonlyMap<string, string>;
  readonly checkCode: string;
  readonly besideMark: string;
}

/** What writing would do to one sheet. */
export interface PreviewRow {
  readonly marker: string;
  readonly name: string;
  /** A1:H40, the block that is ours afterwards. */
  readonly range: string;
  readonly created: boolean;
  readonly changedCells: number;
  /** Someone changed our values since we wrote them. */
  readonly edited: boolean;
  /** A1 addresses of these values; undefined where it cannot be told. */
  readonly editedCells: readonly string[] | undefined;
  /** The figures of another year or municipality that would be lost. */
  readonly replaced: Replaced | undefined;
}

/** What may be wanted as it stands: values changed by hand, figures of another year or municipality. */
export const isDear = ({ edited, replaced }: PreviewRow): boolean => edited || replaced !== undefined;

export interface InsertedFormula {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
}

export type Task =
  'read' | 'preview' | 'write' | 'restore' | 'sample' | 'form' | 'settings' | 'source' | 'formula' | 'year';

export interface Busy {
  readonly task: Task;
  readonly stage: BusyStage;
  /** 0 to 1. */
  readonly share: number;
  /** Excel has not answered for a while: a cell is probably being edited. */
  readonly waiting: boolean;
  readonly cancelling: boolean;
  /** Cells were changed since it began. */
  readonly overtaken?: true;
}

/** The adapter's stages, and ours in between. */
export type BusyStage = Stage | 'score';

export type Notice =
  | 'to-confirm'
  | 'written'
  | 'restored'
  | 'unchanged'
  | 'rescored'
  | 'sample-opened'
  | 'form-added'
  | 'settings-written'
  | 'year-added'
  | 'formula-inserted'
  | 'formula-taken-back';

/** A pane that was just opened. */
export const initialState: PaneState = {
  screen: 'opening',
  mapping: automatic,
  confirmed: undefined,
  reading: undefined,
  stored: nothingStored,
  reports: new Map(),
  offered: undefined,
  preview: undefined,
  keepsUndo: true,
  written: undefined,
  lastWrite: undefined,
  canRestore: false,
  busy: undefined,
  faults: [],
  asksToOverwrite: false,
  municipality: undefined,
  decisions: undefined,
  decisionsAreWritten: false,
  trial: new Set(),
  goal: '',
  plans: {},
  subject: undefined,
  planToKeep: undefined,
  towns: { sought: '', column: 'rank', scrolled: 0 },
  entered: undefined,
  stale: false,
  notice: undefined,
  rescored: undefined,
  inserted: undefined,
  figure: undefined,
};
