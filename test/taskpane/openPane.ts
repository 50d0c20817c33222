import { paneActions, type PaneActions } from '../../src/taskpane/actions/paneActions';
import * as engine from '../../src/taskpane/actions/engine';
import { paneStore, type PaneStore } from '../../src/taskpane/state/store';
import { officejsWorkbook } from '../../src/workbook/officejs';
import type { ExcelProfile } from '../host/excelProfiles';
import { lessonRows } from '../builders/lessonRows';
import { HostWorkbook } from '../host/model/hostWorkbook';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { startNativeHost, type NativeHost } from '../host/nativeHost';

export interface Pane {
  readonly store: PaneStore;
  readonly actions: PaneActions;
  readonly excel: NativeHost;
  readonly engine: typeof engine;
  readonly bugs: unknown[];
  /** Lets the time that `after` waits for pass. */
  readonly later: () => void;
  /** How often the page got its turn so far. */
  readonly pauses: () => number;
}

/** The pane's actions over the real library and our own Excel, without React. */
export const openPane = (workbook = new HostWorkbook('Sheet1'), profile?: ExcelProfile): Pane => {
  const excel = startNativeHost(workbook, profile);
  const store = paneStore();
  const bugs: unknown[] = [];
  const waiting = new Set<() => void>();
  let pauses = 0;
  const actions = paneActions(
    {
      workbook: officejsWorkbook({
        run: (options, batch) => excel.Excel.run(options, batch),
        createWorkbook: (base64) => excel.Excel.createWorkbook(base64),
        wait: () => Promise.resolve(),
      }),
      engine: () => Promise.resolve(engine),
      isRecorded: false,
      sampleBook: () => Promise.resolve(new Uint8Array(readFileSync(sampleFile))),
      now: () => new Date(2026, 10, 27, 9, 5),
      pause: () => {
        pauses += 1;
        return Promise.resolve();
      },
      after: (_, then) => {
        waiting.add(then);
        return () => waiting.delete(then);
      },
      onBug: (error) => bugs.push(error),
    },
    store,
  );
  return {
    store,
    actions,
    excel,
    engine,
    bugs,
    pauses: () => pauses,
    later: () => {
      for (const then of [...waiting]) then();
    },
  };
};

const sampleFile = join(__dirname, '../../assets/samples/見本-北塩原村-令和6年度.xlsx');

/** The pane of a workbook with the sample's answers. */
export const openSample = (workbook = sampleBook(), profile?: ExcelProfile): Pane => openPane(workbook, profile);

const sampleBook = (): HostWorkbook => {
  const workbook = new HostWorkbook('回答');
  workbook.type('回答', lessonRows());
  return workbook;
};
