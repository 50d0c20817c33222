import { problem, type Result } from '../../problems';
import type { OpenWorkbook, RunOptions } from '../../workbook';
import type { Task } from '../state/paneState';
import type { PaneStore } from '../state/store';
import type * as engine from './engine';

/** Nothing moving for so long means that Excel waits for the user to leave a cell (rules/excel.md#waiting). */
const stalledAfter = 2500;

/** Runs one task at a time: shows progress, can be cancelled, turns refusals and bugs into what the pane shows. */
export interface TaskRunner {
  /** The value, or undefined after a refusal that is now on the screen, or when another task is still running. */
  readonly run: <T>(task: Task, work: (options: RunOptions) => Promise<Result<T>>) => Promise<T | undefined>;
  readonly cancel: () => void;
}

export const taskRunner = (ports: PanePorts, store: PaneStore): TaskRunner => {
  let current: AbortController | undefined;
  return {
    run: async (task, work) => {
      if (current !== undefined) return undefined;
      const controller = new AbortController();
      current = controller;
      store.send({ kind: 'started', task });
      const stalls = stallWatch(ports, store);
      try {
        const result = await work({
          signal: controller.signal,
          onProgress: (progress) => {
            store.send({ kind: 'progressed', ...progress });
            stalls.reset();
          },
        });
        if (result.ok) return result.value;
        store.send({ kind: 'failed', problems: result.problems });
      } catch (error) {
        ports.onBug(error);
        const message = error instanceof Error ? error.message : String(error);
        store.send({ kind: 'failed', problems: [problem('pane-failed', {}, { message })] });
      } finally {
        stalls.stop();
        current = undefined;
      }
      return undefined;
    },
    cancel: () => {
      if (current === undefined) return;
      store.send({ kind: 'cancelling' });
      current.abort();
    },
  };
};

const stallWatch = (
  { after }: PanePorts,
  store: PaneStore,
): { readonly reset: () => void; readonly stop: () => void } => {
  const wait = (): (() => void) =>
    after(stalledAfter, () => {
      store.send({ kind: 'stalled' });
    });
  let stop = wait();
  return {
    reset: () => {
      stop();
      stop = wait();
    },
    stop: () => {
      stop();
    },
  };
};

/** Reading, scoring and the sheets: the heavy part. */
export type Engine = typeof engine;

/** Loaded after the pane is on the screen. */
export const loadEngine = (): Promise<Engine> => import('./engine');

/** What the actions need from outside; tests give their own. */
export interface PanePorts {
  /** Loaded after the pane is on the screen, so that the first screen comes at once. */
  readonly engine: () => Promise<Engine>;
  readonly workbook: OpenWorkbook;
  /** What is known beside the workbook itself; Excel tells nothing of it. */
  readonly beside?: () => engine.Beside;
  /** What passes between pane and Excel is recorded (src/taskpane/record). */
  readonly isRecorded: boolean;
  /** The bytes of the sample workbook. */
  readonly sampleBook: () => Promise<Uint8Array>;
  /** The time by the clock of the computer. */
  readonly now: () => Date;
  /** Lets the page paint before work that keeps it busy. */
  readonly pause: () => Promise<void>;
  /** Calls `then` after some milliseconds; the result calls it off. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
  /** Told about bugs, with the error itself. */
  readonly onBug: (error: unknown) => void;
}
