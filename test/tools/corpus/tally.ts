import { basename } from 'node:path';

/** Counts what happened to files, and names those that want looking at. */
export interface Tally {
  add(what: string, path: string, detail?: string): void;
  count(what: string, more: number): void;
  time(path: string, milliseconds: number, bytes: number): void;
  /** The counts, then each file with a detail. */
  lines(): readonly string[];
}

export const newTally = (title: string): Tally => {
  const counts = new Map<string, number>();
  const named: string[] = [];
  let slowest = { path: '–', milliseconds: 0 };
  let largest = { path: '–', bytes: 0 };
  const count = (what: string, more: number): void => {
    counts.set(what, (counts.get(what) ?? 0) + more);
  };
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
    lines: () => [
      `## ${title}`,
      ...[...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([what, number]) => `${what}: ${number}`),
      `slowest: ${basename(slowest.path)} ${Math.round(slowest.milliseconds)} ms`,
      `largest: ${basename(largest.path)} ${largest.bytes} bytes`,
      ...named.map((line) => `- ${line}`),
    ],
  };
};
