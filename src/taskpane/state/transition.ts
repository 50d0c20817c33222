import type { PaneEvent } from './paneEvent';
import type { PaneState, ReportDecisions } from './paneState';
import { shareDone } from './shareDone';

/** What the pane is after an event. */
export const transition = (state: PaneState, event: PaneEvent): PaneState => {
  switch (event.kind) {
    case 'started':
      return {
        ...state,
        faults: [],
        notice: undefined,
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
        stale: false,
        preview: undefined,
        offered: undefined,
        figure: undefined,
        reports: event.anew ? withoutRefusals(state.reports) : state.reports,
        reading: event.reading,
        mapping: event.mapping,
        written: event.written ?? state.written,
        screen: event.next ?? state.screen,
      };
    case 'remapped':
      return {
        ...state,
        faults: [],
        preview: undefined,
        offered: undefined,
        figure: undefined,
        reading: event.reading,
        mapping: event.mapping,
      };
    case 'report-chosen':
      return { ...state, reports: new Map([...state.reports, [event.report, event.wanted]]) };
    case 'previewed':
      return { ...state, busy: undefined, preview: event.preview, offered: event.offered, screen: 'preview' };
    case 'wrote':
      return {
        ...state,
        busy: undefined,
        preview: undefined,
        report: event.report,
        reports: withoutRefusals(state.reports),
        figure: undefined,
        written: event.written,
        canRestore: state.canRestore || changed(event.report),
        screen: 'result',
        notice: changed(event.report) ? undefined : 'unchanged',
      };
    case 'restored':
      return {
        ...state,
        busy: undefined,
        report: undefined,
        written: undefined,
        canRestore: false,
        preview: undefined,
        figure: undefined,
        notice: 'restored',
      };
    case 'figure-found':
      return { ...state, busy: undefined, figure: event.figure };
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
      return { ...state, screen: event.screen, faults: [], notice: undefined };
    case 'filtered':
      return { ...state, filter: event.filter };
    case 'dismissed':
      return { ...state, faults: [], notice: undefined };
    case 'cells-changed':
      return state.reading === undefined ? state : { ...state, stale: true };
  }
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
