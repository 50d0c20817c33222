import { parentPort, workerData } from 'node:worker_threads';
import { fileProblem, refuse, type Result } from '../problems';

/** Why a file is not read again: it took too long, or all memory. */
export type Halt = 'reading-too-slow' | 'reading-out-of-memory';

/** What the thread that works is given. */
export interface Task {
  readonly words: readonly string[];
  /** By path, the files that halted it before. */
  readonly halted: ReadonlyMap<string, Halt>;
}

/** What the thread that works tells the one that watches (src/decisions/watched-reading.md). */
export type Report =
  | { readonly kind: 'print' | 'warn' | 'progress'; readonly text: string }
  | { readonly kind: 'reading'; readonly path: string | undefined }
  | { readonly kind: 'writing'; readonly paths: readonly string[] }
  | { readonly kind: 'done'; readonly code: number };

export const report = (what: Report): void => {
  parentPort?.postMessage(what);
};

const isTask = (data: unknown): data is Task => typeof data === 'object' && data !== null && 'halted' in data;

/** What this thread was given; undefined where nobody watches, as in a test. */
export const taskOf = (): Task | undefined => (isTask(workerData) ? workerData : undefined);

/** Runs a read of the file at `path` while somebody looks at the clock; refused at once when it halted the work before. */
export const watched = async <T>(path: string, read: () => Promise<Result<T>>): Promise<Result<T>> => {
  const halt = taskOf()?.halted.get(path);
  if (halt !== undefined) return refuse(fileProblem(halt, { found: path }));
  report({ kind: 'reading', path });
  const result = await read();
  report({ kind: 'reading', path: undefined });
  return result;
};
