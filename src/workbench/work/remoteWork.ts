import { fileProblem, ok, problem, refuse, type Result } from '../../problems';
import type { CellValue, RunOptions, WorkbookContent } from '../../workbook';
import type { FileWork, NamedBytes } from '../../workbook/file';
import type { Answer, Call } from './messages';

/**
 * As long as a file may be read (rules/bad-inputs.md#caps), counted from the last sign of the thread: a large file on a slow
 * PC takes longer, and tells meanwhile how far it is.
 */
const longestSilence = 20_000;
/** Of a reading; what is left of it is bringing the rows here. */
const shareOfThread = 0.8;
/**
 * A thread that was given more than this is ended once it has rested a moment, so that its memory is given back. Not at once:
 * what a person sees of a file is asked for right after the reading, and a thread takes a tenth of a second to start
 * (decisions/unpacked-by-the-browser.md).
 */
const largeBytes = 4 * 1024 * 1024;
const restOfLarge = 1_000;

const noFile: NamedBytes = { name: '', bytes: new Uint8Array() };

interface Pending {
  /** Of the file. */
  readonly name: string;
  readonly settle: (result: unknown) => void;
  readonly fail: (error: Error) => void;
  /** What comes before the result. */
  readonly part: (answer: Part) => void;
}

type Part = Extract<Answer, { readonly kind: 'piece' | 'progress' }>;

/** Where the work goes on: the thread, and who tells the time. */
interface Ports {
  readonly start: () => Worker;
  /** Calls `then` after some milliseconds; the result calls it off. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
}

/**
 * The work on files in a thread of its own. What is cancelled, or a silence, ends the thread; the next call starts
 * another.
 */
export const remoteWork = ({ start, after }: Ports): FileWork => {
  let thread: Worker | undefined;
  let isSwollen = false;
  let calls = 0;
  let callOff = (): void => undefined;
  const pending = new Map<number, Pending>();

  const end = (): void => {
    thread?.terminate();
    thread = undefined;
    isSwollen = false;
  };
  /** Ends the thread with everything it was asked for. */
  const endWith = (result: unknown): void => {
    end();
    const asked = [...pending.values()];
    pending.clear();
    for (const { settle } of asked) settle(result);
  };
  /** The thread gave a sign: it has time again for the next one, as long as somebody waits. */
  const alive = (): void => {
    callOff();
    const [asked] = pending.values();
    if (asked === undefined) return;
    callOff = after(longestSilence, () => {
      endWith(refuse(fileProblem('thread-fell-silent', { found: asked.name })));
    });
  };
  const started = (): Worker => {
    if (thread !== undefined) return thread;
    thread = start();
    thread.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const asked = pending.get(data.id);
      if (asked === undefined) return;
      if (data.kind === 'piece' || data.kind === 'progress') {
        alive();
        asked.part(data);
        return;
      }
      pending.delete(data.id);
      alive();
      if (data.kind === 'bug') asked.fail(new Error(data.message));
      else asked.settle(data.result);
    });
    thread.addEventListener('error', ({ message }) => {
      end();
      const asked = [...pending.values()];
      pending.clear();
      for (const { fail } of asked) fail(new Error(`the thread that works on files: ${message}`));
    });
    return thread;
  };
  type Wanted = Call extends infer One ? (One extends Call ? Omit<One, 'id'> : never) : never;
  const ask = <T>(
    call: Wanted,
    { name, bytes }: NamedBytes,
    { signal }: RunOptions = {},
    part: Pending['part'] = () => undefined,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      calls += 1;
      const id = calls;
      const cancel = (): void => {
        endWith(refuse(problem('excel-cancelled')));
      };
      const over = (): void => {
        signal?.removeEventListener('abort', cancel);
        if (pending.size > 0) return;
        callOff();
        if (isSwollen) callOff = after(restOfLarge, end);
      };
      signal?.addEventListener('abort', cancel);
      pending.set(id, {
        name,
        settle: (result) => {
          over();
          // Settled by the one place that knows which call it was.
          resolve(result as T);
        },
        fail: (error) => {
          over();
          reject(error);
        },
        part,
      });
      if (pending.size === 1) alive();
      isSwollen ||= bytes.length > largeBytes;
      started().postMessage({ ...call, id });
    });

  return {
    read: async (file, narrow, options = {}) => {
      const grids = new Map<number, (readonly CellValue[])[]>();
      const read = await ask<Result<WorkbookContent>>(
        { name: 'read', given: [file, narrow] },
        file,
        options,
        (answer) => {
          const share = answer.done / answer.total;
          if (answer.kind === 'progress') {
            options.onProgress?.({ stage: 'read', done: share * shareOfThread, total: 1 });
            return;
          }
          const grid = grids.get(answer.sheet) ?? [];
          for (const row of answer.rows) grid.push(row);
          grids.set(answer.sheet, grid);
          options.onProgress?.({ stage: 'read', done: shareOfThread + share * (1 - shareOfThread), total: 1 });
        },
      );
      // A refused file may have taken much memory before it was.
      if (!read.ok) {
        end();
        return read;
      }
      const sheets = read.value.sheets.map((sheet, place) => ({ ...sheet, grid: grids.get(place) ?? [] }));
      return ok({ ...read.value, sheets });
    },
    refresh: (file, models, how, options) => ask({ name: 'refresh', given: [file, models, how] }, file, options),
    enter: (file, cells) => ask({ name: 'enter', given: [file, cells] }, file),
    create: (models) => ask({ name: 'create', given: [models] }, noFile),
    settings: (file) => ask({ name: 'settings', given: [file] }, file),
    looks: (file) => ask({ name: 'looks', given: [file] }, file),
    keep: (file, texts) => ask({ name: 'keep', given: [file, texts] }, file),
  };
};
