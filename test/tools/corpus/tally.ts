import { basename } from 'node:path';

/** Counts what happened to files, and names those that want looking at. */
export interface Tally {
  add(what: string, path: string, detail?: string): void;
  count(what: string, more: number): void;
  time(path: string, milliseconds: number, bytes: number): void;
  /** One more file is through. */
  done(): void;
  /** How far it is, on one line; above it what was named since this was asked last. */
  progress(): readonly string[];
  /** Whether nothing happened that must not. */
  readonly clean: boolean;
  /** The counts, then each file with a detail. */
  lines(): readonly string[];
}

/** `never` are the counts that are to stay 0, and are shown even then. */
export const newTally = (title: string, total: number, never: readonly string[]): Tally => {
  const counts = new Map(never.map((what) => [what, 0]));
  const named: string[] = [];
  let told = 0;
  const start = performance.now();
  let through = 0;
  let slowest = { path: '–', milliseconds: 0 };
  let largest = { path: '–', bytes: 0 };
  const count = (what: string, more: number): void => {
    counts.set(what, (counts.get(what) ?? 0) + more);
  };
  const counted = (): readonly string[] =>
    [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([what, number]) => `${what}: ${number}`);
  return {
    count,
    add: (what, path, detail) => {
      count(what, 1);
      if (detail !== undefined) named.push(`${what}: ${path}: ${detail}`);
    },
    time: (path, milliseconds, bytes) => {
      if (milliseconds > slowest.milliseconds) slowest = { path, milliseconds };
      if (bytes > largest.bytes) largest = { path, bytes };
    },
    done: () => {
      through += 1;
    },
    progress: () => {
      const news = named.slice(told).map((line) => `- ${line}`);
      told = named.length;
      const seconds = Math.round((performance.now() - start) / 1000);
      return [...news, `${title} ${through}/${total} ${seconds} s | ${counted().join(', ')}`];
    },
    get clean() {
      return never.every((what) => counts.get(what) === 0);
    },
    lines: () => [
      `## ${title} ${total}`,
      ...counted(),
      `slowest: ${basename(slowest.path)} ${Math.round(slowest.milliseconds)} ms`,
      `largest: ${basename(largest.path)} ${largest.bytes} bytes`,
      ...named.map((line) => `- ${line}`),
    ],
  };
};
