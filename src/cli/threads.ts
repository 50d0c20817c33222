import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { CalledAs } from './calledAs';
import type { command } from './command';
import { languageIn } from './languageIn';
import type { Places } from './scoreCommand';
import { supervise } from './supervisor';
import { processTerminal, type Terminal } from './terminal';
import { report, taskOf, type Task } from './watched';

/** The command line as it lies on the disk: in a clone, or in one file. */
export interface Program {
  /** The file both threads start in. */
  readonly file: string;
  readonly calledAs: CalledAs;
  readonly places: Places;
  /** Loads what works; the first thread needs nothing of it. `loaded` is called when the command is through. */
  readonly load: () => Promise<{ readonly command: typeof command; readonly loaded: () => void }>;
}

/*
 * The process has two threads (src/decisions/watched-reading.md): the first says what there is to say and looks at the clock
 * and the memory, the second works. Both begin here.
 */

/** How much garbage may lie about before V8 takes it out. */
interface Room {
  /** MB for what is new; V8 rounds a third of it up to a power of two. */
  readonly young: number;
  /** Percent of what is kept by which old garbage may grow. */
  readonly growing: number;
}

/**
 * Left to itself V8 lets garbage grow to several times what is kept where the machine has room, which a colleague's programs
 * may need: a folder of 1,741 took 970 MB. A folder may be a nation's and has the least room: 595 MB, for an eighth more CPU.
 */
const rooms = { file: { young: 16, growing: 30 }, folder: { young: 6, growing: 10 } } as const;

const roomFor = (words: readonly string[], { workingFolder }: Places): Room =>
  words.some((word) => isFolder(resolve(workingFolder, word))) ? rooms.folder : rooms.file;

/** Any word may stand here, also one that no disk takes. */
const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

/** What the second thread may use, so that it ends before the process does. */
const limits = ({ young }: Room): ResourceLimits => ({
  maxYoungGenerationSizeMb: young,
  maxOldGenerationSizeMb: Math.floor(getHeapStatistics().heap_size_limit / 1024 / 1024),
});

/**
 * V8 makes code faster that runs often, which for a single workbook costs a third of the whole time and brings nothing: it
 * waits for as many steps as a folder or a national table takes.
 */
const laterOptimising = '--interrupt-budget=1000000';

const watch = async ({ file, calledAs, places }: Program, words: readonly string[]): Promise<void> => {
  setFlagsFromString(laterOptimising);
  const room = roomFor(words, places);
  setFlagsFromString(`--heap-growing-percent=${room.growing}`);
  const resourceLimits = limits(room);
  // Whoever reads our output may stop, as `head` does; what is written is written all the same.
  process.stdout.on('error', () => undefined);
  // A pipe is opened by number and closed by its socket; a worker that closed the number once more when it is ended would
  // close what somebody else has opened meanwhile, and Node aborts.
  const start = (halted: Task['halted']): Worker =>
    new Worker(file, { workerData: { words, halted } satisfies Task, resourceLimits, trackUnmanagedFds: false });
  process.exitCode = await supervise(start, { ...processTerminal, language: languageIn(words), calledAs });
};

const work = async ({ calledAs, places, load }: Program, { words }: Task): Promise<void> => {
  const say = (kind: 'print' | 'warn' | 'progress') => (text: string) => {
    report({ kind, text });
  };
  const terminal: Terminal = {
    language: languageIn(words),
    calledAs,
    print: say('print'),
    warn: say('warn'),
    progress: say('progress'),
  };
  const { command, loaded } = await load();
  report({ kind: 'done', code: await command(words, places, terminal) });
  loaded();
};

/** Runs the command that `words` ask for, in two threads; sets the exit code of the process when it is through. */
export const runProgram = (program: Program, words: readonly string[]): void => {
  const task = taskOf();
  void (task === undefined ? watch(program, words) : work(program, task));
};
