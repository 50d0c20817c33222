import type { Decision } from '../../answers';
import { problem, type Problem, type Worded } from '../../problems';
import type { SingleReport } from '../../report';
import type { EnteredSettings } from '../../settings';
import type { WriteReport } from '../../workbook';
import type { Mapping } from '../mapping/mapping';
import type { FigureAnswer } from './figureAt';
import type {
  BusyStage,
  InsertedFormula,
  Notice,
  PaneState,
  PreviewRow,
  Reading,
  ReportDecisions,
  Screen,
  StoredSettings,
  Task,
  TownsView,
  Trying,
  WrittenScore,
} from './paneState';
import { chosenTown } from './scored';
import { nothingTried, placesOf, subjectOf } from './trying';

/** What the pane is after an event. */
export const transition = (state: PaneState, event: PaneEvent): PaneState => {
  switch (event.kind) {
    case 'started':
      return {
        ...state,
        faults: [],
        // Looking at the sheets after a write takes nothing away of what is said of it.
        notice: event.task === 'preview' ? state.notice : undefined,
        asksToOverwrite: false,
        busy: { task: event.task, stage: 'look', share: 0, waiting: false, cancelling: false },
      };
    case 'progressed':
      return progressed(state, event);
    case 'stalled':
      return state.busy === undefined ? state : { ...state, busy: { ...state.busy, waiting: true } };
    case 'cancelling':
      return state.busy === undefined ? state : { ...state, busy: { ...state.busy, cancelling: true } };
    case 'read':
      return {
        ...state,
        busy: undefined,
        stale: state.busy?.overtaken === true,
        preview: undefined,
        offered: undefined,
        figure: undefined,
        reports: event.anew ? withoutRefusals(state.reports) : state.reports,
        reading: event.reading,
        mapping: event.mapping,
        stored: event.stored,
        // What stands no more is not the newest, and cannot be opened.
        written: event.sheetsAreGone ? undefined : (event.written ?? state.written),
        lastWrite: event.sheetsAreGone ? undefined : state.lastWrite,
        canRestore: state.canRestore || event.undoIsKept,
        ...placesOf(state, event.reading),
        // A sheet 判定 of ours that was read again speaks for itself.
        decisions: state.decisionsAreWritten && event.reading.onlyChanged === undefined ? undefined : state.decisions,
        // ⋯ has no room to say why a workbook is refused.
        screen: event.next ?? (state.screen === 'more' && !event.reading.outcome.ok ? 'opening' : state.screen),
      };
    case 'remapped':
      return {
        ...state,
        busy: undefined,
        faults: [],
        preview: undefined,
        offered: undefined,
        figure: undefined,
        reading: event.reading,
        mapping: event.mapping,
        ...placesOf(state, event.reading),
      };
    case 'decided':
      return {
        ...state,
        busy: undefined,
        faults: [],
        preview: undefined,
        offered: undefined,
        figure: undefined,
        reading: event.reading,
        decisions: event.decisions,
        decisionsAreWritten: false,
      };
    case 'report-chosen':
      return { ...state, reports: new Map([...state.reports, [event.report, event.wanted]]) };
    case 'previewed':
      return {
        ...state,
        busy: undefined,
        preview: event.preview,
        keepsUndo: event.keepsUndo,
        offered: event.offered,
        confirmed: { mapping: state.mapping, headers: state.reading?.headers ?? [] },
      };
    case 'asked-to-overwrite':
      return { ...state, asksToOverwrite: true, screen: 'papers' };
    case 'asked-to-confirm':
      return { ...state, busy: undefined, screen: 'reading', notice: 'to-confirm' };
    case 'wrote':
      return {
        ...state,
        busy: undefined,
        preview: undefined,
        lastWrite: event.outcome,
        reports: withoutRefusals(state.reports),
        figure: undefined,
        written: event.written,
        decisionsAreWritten: state.decisions !== undefined,
        stored: event.stored,
        faults: event.outcome.notices,
        canRestore: state.canRestore || changed(event.outcome),
        planToKeep: undefined,
        notice: changed(event.outcome) ? 'written' : 'unchanged',
      };
    case 'restored':
      return {
        ...state,
        busy: undefined,
        lastWrite: undefined,
        written: event.written,
        decisions: event.decisions === undefined || event.decisions.length === 0 ? undefined : event.decisions,
        decisionsAreWritten: false,
        canRestore: false,
        preview: undefined,
        figure: undefined,
        stored: event.stored,
        faults: event.kept.length === 0 ? [] : [problem('excel-sheets-kept', {}, { sheets: event.kept.join('、') })],
        notice: 'restored',
      };
    case 'figure-found':
      return { ...state, busy: undefined, figure: event.figure };
    case 'formula-inserted':
      return { ...state, busy: undefined, inserted: event.inserted, notice: 'formula-inserted' };
    case 'rescored':
      return { ...state, rescored: event.said, notice: 'rescored' };
    case 'noticed':
      return { ...state, busy: undefined, notice: event.notice };
    case 'failed':
      // A preview that failed says nothing: what it showed before may not be what a write would do now.
      return {
        ...state,
        busy: undefined,
        faults: event.problems,
        preview: state.busy?.task === 'preview' ? undefined : state.preview,
      };
    case 'shown':
      return { ...withoutQuestion(state), screen: event.screen, faults: [], notice: undefined };
    case 'municipality-chosen':
      return { ...state, ...chosen(state, event.municipality), ...nothingTried };
    case 'tried':
      return { ...state, trial: event.trial };
    case 'goal-typed':
      return { ...state, goal: event.goal };
    case 'plan-remembered':
      return { ...state, plans: { ...state.plans, [event.slot]: state.trial } };
    case 'plan-to-keep':
      return { ...state, planToKeep: state.trial };
    case 'towns-viewed':
      return { ...state, towns: { ...state.towns, ...event.view } };
    case 'entered':
      return { ...state, entered: event.entered };
    case 'recalled':
      return recalled(state, event);
    case 'dismissed':
      return { ...withoutQuestion(state), faults: [], notice: undefined };
    case 'cells-changed':
      if (state.reading === undefined && state.busy === undefined) return state;
      return {
        ...state,
        stale: state.reading !== undefined,
        // That the answers are newer than what was written is what must be said now; 元に戻す stands under ⋯.
        notice: state.reading === undefined ? state.notice : undefined,
        busy: state.busy && { ...state.busy, overtaken: true },
      };
  }
};

const chosen = (
  { reading }: PaneState,
  municipality: number | undefined,
): Pick<PaneState, 'municipality' | 'subject'> => {
  if (reading?.outcome.ok !== true) return { municipality, subject: undefined };
  const { value: results } = reading.outcome;
  return { municipality, subject: subjectOf(results, chosenTown({ municipality }, results)) };
};

/** The question is withdrawn, and with it what was asked for. */
const withoutQuestion = (state: PaneState): PaneState =>
  state.asksToOverwrite ? { ...state, asksToOverwrite: false, planToKeep: undefined } : state;

/** What an earlier session held of this workbook; what a person did meanwhile comes first. */
const recalled = (state: PaneState, { trying, towns, municipality, screen }: Recalled): PaneState => {
  const isUntouched = state.trial.size === 0 && state.goal === '' && state.municipality === undefined;
  const opened = state.screen === 'result' ? { screen } : {};
  return isUntouched
    ? { ...state, ...(municipality === undefined ? {} : chosen(state, municipality)), ...trying, towns, ...opened }
    : { ...state, towns, ...opened };
};

const progressed = (state: PaneState, event: Extract<PaneEvent, { readonly kind: 'progressed' }>): PaneState => {
  if (state.busy === undefined) return state;
  const { stage, done, total } = event;
  const share = Math.max(state.busy.share, shareDone(state.busy.task, stage, done, total));
  return { ...state, busy: { ...state.busy, stage, share, waiting: false } };
};

const changed = ({
  sheets,
}: {
  readonly sheets: readonly { readonly created: boolean; readonly changedCells: number }[];
}): boolean => sheets.some(({ created, changedCells }) => created || changedCells > 0);

/** What was put aside was so for one write only; what was asked for goes on. */
const withoutRefusals = (reports: ReportDecisions): ReportDecisions =>
  new Map([...reports].filter(([, wanted]) => wanted));

/** Everything that can happen to the pane. */
export type PaneEvent =
  | { readonly kind: 'started'; readonly task: Task }
  | { readonly kind: 'progressed'; readonly stage: BusyStage; readonly done: number; readonly total: number }
  /** Nothing moved for a while. */
  | { readonly kind: 'stalled' }
  | { readonly kind: 'cancelling' }
  /** The workbook was read; `next` is where the person goes from here, absent = stay. */
  | {
      readonly kind: 'read';
      readonly reading: Reading;
      readonly mapping: Mapping;
      readonly stored: StoredSettings;
      readonly written: WrittenScore | undefined;
      /** The last write, of an earlier session, can be taken back. */
      readonly undoIsKept: boolean;
      /** A sheet of the last write was deleted. */
      readonly sheetsAreGone: boolean;
      readonly next: Screen | undefined;
      /** 採点 or 更新 was asked for; a mere reading again keeps what was decided on the way. */
      readonly anew: boolean;
    }
  /** The same workbook, read in another way. */
  | { readonly kind: 'remapped'; readonly reading: Reading; readonly mapping: Mapping }
  /** A doubt was settled, or a decision taken back. */
  | { readonly kind: 'decided'; readonly reading: Reading; readonly decisions: readonly Decision[] }
  | { readonly kind: 'report-chosen'; readonly report: SingleReport; readonly wanted: boolean }
  | {
      readonly kind: 'previewed';
      readonly preview: readonly PreviewRow[];
      readonly keepsUndo: boolean;
      readonly offered: ReadonlySet<SingleReport>;
    }
  /** What stands in our sheets was changed by hand, or the write cannot be taken back later. */
  | { readonly kind: 'asked-to-overwrite' }
  | {
      readonly kind: 'wrote';
      readonly outcome: WriteReport;
      readonly written: WrittenScore;
      readonly stored: StoredSettings;
    }
  /** `kept` names the new sheets that were left. */
  | {
      readonly kind: 'restored';
      readonly kept: readonly string[];
      readonly decisions: readonly Decision[] | undefined;
      readonly stored: StoredSettings;
      /** What the sheets say again; undefined where there are none. */
      readonly written: WrittenScore | undefined;
    }
  /** 結果と資料を更新 was asked for, and the reading is to be looked at first. */
  | { readonly kind: 'asked-to-confirm' }
  | { readonly kind: 'figure-found'; readonly figure: FigureAnswer }
  | { readonly kind: 'formula-inserted'; readonly inserted: InsertedFormula }
  | { readonly kind: 'rescored'; readonly said: Worded }
  | { readonly kind: 'noticed'; readonly notice: Exclude<Notice, 'rescored'> }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] }
  | { readonly kind: 'shown'; readonly screen: Screen }
  | { readonly kind: 'municipality-chosen'; readonly municipality: number | undefined }
  | { readonly kind: 'tried'; readonly trial: ReadonlySet<number> }
  | { readonly kind: 'goal-typed'; readonly goal: string }
  /** What is on trial is remembered as 案A or 案B. */
  | { readonly kind: 'plan-remembered'; readonly slot: 'a' | 'b' }
  /** 案をシートに残す */
  | { readonly kind: 'plan-to-keep' }
  /** 金額の入力: what is typed and not written yet. */
  | { readonly kind: 'entered'; readonly entered: EnteredSettings | undefined }
  | { readonly kind: 'towns-viewed'; readonly view: Partial<TownsView> }
  | Recalled
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'cells-changed' };

/** What was kept of an earlier session of this workbook. */
interface Recalled {
  readonly kind: 'recalled';
  readonly screen: Screen;
  readonly municipality: number | undefined;
  readonly trying: Trying;
  readonly towns: TownsView;
}

/** The stages each task goes through, in order; each counts alike. */
const stagesOf: Readonly<Record<Task, readonly BusyStage[]>> = {
  read: ['look', 'measure', 'read', 'score'],
  preview: ['look', 'read', 'prepare'],
  write: ['look', 'read', 'prepare', 'write'],
  restore: ['undo'],
  sample: ['write'],
  form: ['look', 'prepare', 'write'],
  settings: ['look', 'prepare', 'write'],
  source: ['look'],
  formula: ['look', 'write'],
  year: ['score'],
};

/** How much of a task is done, 0 to 1: the stages before, and the round trips of this one. */
export const shareDone = (task: Task, stage: BusyStage, done: number, total: number): number => {
  const stages = stagesOf[task];
  const place = stages.indexOf(stage);
  if (place < 0) return 0;
  const within = total > 0 ? Math.min(1, done / total) : 0;
  return (place + within) / stages.length;
};
