import type { Worker } from 'node:worker_threads';
import { fileProblem, type Problem } from '../problems';
import { printProblems, type Terminal } from './terminal';
import type { Halt, Report } from './watched';

/** In milliseconds. */
export interface Patience {
  /** Of one read (rules/bad-inputs.md#caps). */
  readonly read: number;
  /** … where the machine gave the process less than half of that time to work. */
  readonly starved: number;
}

const patience: Patience = { read: 20_000, starved: 60_000 };

/**
 * Watches over the thread that does the work of a command: says what it says, and when one file takes too long or all
 * memory, ends the thread and starts it again without that file, so that the file costs only itself. Resolves to the exit
 * code. `start` gets the files that are not to be read again.
 */
export const supervise = async (
  start: (halted: ReadonlyMap<string, Halt>) => Worker,
  terminal: Terminal,
  limits: Patience = patience,
): Promise<number> => {
  const halted = new Map<string, Halt>();
  const said: string[] = [];
  for (;;) {
    const end = await attempt(start(halted), said, terminal, limits);
    if (end.kind === 'done') return end.code;
    if (end.kind === 'failed') {
      terminal.progress('');
      printProblems(terminal, [end.problem]);
      return end.code;
    }
    halted.set(end.path, end.why);
  }
};

type End =
  | { readonly kind: 'done'; readonly code: number }
  | { readonly kind: 'halted'; readonly path: string; readonly why: Halt }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly code: number };

/** One run of the thread; `said` is what was said before, which a new run says again, and to which it adds. */
const attempt = (worker: Worker, said: string[], terminal: Terminal, limits: Patience): Promise<End> =>
  new Promise((resolve) => {
    let reading: { readonly path: string; readonly clock: NodeJS.Timeout } | undefined;
    let writing: readonly string[] = [];
    let [again, ended] = [0, false];
    const finish = (end: End): void => {
      if (ended) return;
      ended = true;
      clearInterval(reading?.clock);
      resolve(end);
    };
    const say = (kind: 'print' | 'warn', text: string): void => {
      const before = said[again];
      again += 1;
      if (before === text) return;
      said.push(text);
      terminal[kind](text);
    };
    const halt = (why: Halt): void => {
      const path = reading?.path;
      void worker.terminate();
      if (path !== undefined) finish({ kind: 'halted', path, why });
      else finish(failed(fileProblem('out-of-memory'), writing));
    };
    worker.on('message', (report: Report) => {
      if (ended) return;
      if (report.kind === 'reading') {
        clearInterval(reading?.clock);
        const { path } = report;
        reading =
          path === undefined
            ? undefined
            : {
                path,
                clock: clockOf(limits, () => {
                  halt('reading-too-slow');
                }),
              };
      } else if (report.kind === 'writing') writing = report.paths;
      else if (report.kind === 'done') finish(report);
      else if (report.kind === 'progress') terminal.progress(report.text);
      else say(report.kind, report.text);
    });
    worker.on('error', (cause: Error & { readonly code?: string }) => {
      if (cause.code === 'ERR_WORKER_OUT_OF_MEMORY') halt('reading-out-of-memory');
      else finish(failed(fileProblem('bug', {}, { message: cause.message }), writing));
    });
    worker.on('exit', (code) => {
      finish(failed(fileProblem('bug', {}, { message: `exit ${code}` }), writing));
    });
  });

/** Exit code 2 says that nothing was written; where the thread ended while it wrote, that cannot be said. */
const failed = (cause: Problem, writing: readonly string[]): End =>
  writing.length === 0
    ? { kind: 'failed', problem: cause, code: 2 }
    : {
        kind: 'failed',
        problem: fileProblem('bug-after-writing', { found: writing.join('、') }, { message: cause.code }),
        code: 1,
      };

/**
 * Calls `late` once, when a read has taken its time. Where other programs took the processors, the time that is up is not
 * the file's: it gets more, but not for ever; a read that waits without working — for a pipe, for a disk that is gone — none.
 */
const clockOf = ({ read, starved }: Patience, late: () => void): NodeJS.Timeout => {
  const start = performance.now();
  const worked = process.cpuUsage();
  const clock = setInterval(() => {
    const time = performance.now() - start;
    if (time < read) return;
    const { user, system } = process.cpuUsage(worked);
    const busy = (user + system) / 1000 / time;
    if (busy > 0.05 && busy < 0.5 && time < starved) return;
    clearInterval(clock);
    late();
  }, read / 40);
  return clock;
};
