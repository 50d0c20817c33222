import { officejsWorkbook } from '../workbook/officejs';
import { paneActions, type PaneActions } from './actions/paneActions';
import { loadEngine } from './actions/runTask';
import { paneStore, type PaneStore } from './state/store';

/** The one pane of this page: the ribbon and the pane share it, as they share the runtime. */
interface OpenPane {
  readonly store: PaneStore;
  readonly actions: PaneActions;
}

let pane: OpenPane | undefined;

/** The pane over the open workbook; made when first asked for, after Office.onReady. */
export const openPane = (): OpenPane => {
  if (pane !== undefined) return pane;
  const store = paneStore();
  const workbook = officejsWorkbook({
    run: (options, batch) => Excel.run(options, batch),
    createWorkbook: (base64) => Excel.createWorkbook(base64),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  const actions = paneActions(
    {
      workbook,
      engine: loadEngine,
      isRecorded: new URLSearchParams(window.location.search).has('record'),
      sampleBook: async () => new Uint8Array(await (await fetch('sample.xlsx')).arrayBuffer()),
      now: () => new Date(),
      pause: () => new Promise((resolve) => setTimeout(resolve)),
      after: (milliseconds, then) => {
        const timer = setTimeout(then, milliseconds);
        return () => {
          clearTimeout(timer);
        };
      },
      // The browser's own log is the support log; nothing is sent anywhere.
      onBug: (error) => {
        reportError(error);
      },
    },
    store,
  );
  pane = { store, actions };
  return pane;
};

/** Ribbon 採点: the same as the pane's button. */
export const scoreBook = (): Promise<void> => openPane().actions.score();

/** Ribbon 白紙の回答票. */
export const addForm = (): Promise<void> => openPane().actions.addForm();

/** Ribbon 結果と資料を更新: reads and writes again, stopping to ask where something is doubtful. */
export const refreshBook = (): Promise<void> => openPane().actions.refresh();
