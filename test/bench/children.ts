import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { medianOf } from './compare';

/** A program of its own: what is timed is all it takes, from the start of Node to its end. */
export interface Program {
  readonly name: string;
  /** `node` with these words, or `npm`. */
  readonly command: 'node' | 'npm';
  readonly words: readonly string[];
  /** What it found, from what it printed or wrote; programs of one race must find the same, undefined = nothing to compare. */
  readonly found: (printed: string) => string | undefined;
}

export interface ProgramCost {
  readonly name: string;
  /** CPU time, user and system, of all its processes: the median of the rounds. */
  readonly cpuMs: number;
  /** The largest of its processes in memory, in the worst round. */
  readonly peakMb: number;
}

/** Runs programs in turns, A B A B; throws when one fails or two of them find different things. */
export const comparePrograms = (programs: readonly Program[], rounds: number): readonly ProgramCost[] => {
  const runs = programs.map((): Usage[] => []);
  for (let round = 0; round < rounds; round += 1) {
    const found = new Set<string>();
    for (const [at, program] of programs.entries()) {
      const { printed, usage } = runOnce(program);
      runs[at]?.push(usage);
      const outcome = program.found(printed);
      if (outcome !== undefined) found.add(outcome);
    }
    if (found.size > 1) throw new Error(`comparePrograms: ${programs.map(({ name }) => name).join(', ')} differ`);
  }
  return programs.map(({ name }, at) => ({
    name,
    cpuMs: medianOf((runs[at] ?? []).map(({ cpuMs }) => cpuMs)),
    peakMb: Math.max(...(runs[at] ?? []).map(({ peakMb }) => peakMb)),
  }));
};

/** One line a program: CPU, memory, and its ratio to the last, the yardstick. */
export const printCosts = (title: string, costs: readonly ProgramCost[]): void => {
  const yardstick = costs.at(-1)?.cpuMs ?? NaN;
  console.log(`\n${title}`);
  for (const { name, cpuMs, peakMb } of costs) {
    const [seconds, ratio] = [(cpuMs / 1000).toFixed(2), (cpuMs / yardstick).toFixed(2)];
    console.log(`  ${name.padEnd(56)} ${seconds.padStart(7)} s CPU  ${peakMb.toFixed(0).padStart(5)} MB  ×${ratio}`);
  }
};

interface Usage {
  readonly cpuMs: number;
  readonly peakMb: number;
}

/** Exit code 1 says that something is to be looked at, which invented municipalities always are. */
const runOnce = ({ name, command, words }: Program): { readonly printed: string; readonly usage: Usage } => {
  const noted = join(tmpdir(), `bench-usage-${process.pid}`);
  rmSync(noted, { force: true });
  const { status, stdout, stderr } = spawnSync(command === 'node' ? process.execPath : command, words, {
    cwd: process.cwd(),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: command === 'npm' && process.platform === 'win32',
    env: {
      ...process.env,
      INIT_CWD: process.cwd(),
      NODE_OPTIONS: `--require ${join(process.cwd(), 'test/bench/usageProbe.cjs')}`,
      BENCH_USAGE: noted,
    },
  });
  if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${String(status)}\n${stdout}\n${stderr}`);
  const processes = readFileSync(noted, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
  rmSync(noted);
  return {
    printed: stdout,
    usage: {
      cpuMs: processes.reduce((sum, [microseconds = 0]) => sum + microseconds / 1000, 0),
      peakMb: Math.max(...processes.map(([, kilobytes = 0]) => kilobytes / 1024)),
    },
  };
};
