import { setImmediate } from 'node:timers/promises';

/** Other programs take longer to start than for one file. */
const batchSize = 40;

export const batchesOf = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / batchSize) }, (_, at) =>
    items.slice(at * batchSize, (at + 1) * batchSize),
  );

/** Lets timers have their turn between two files, so that progress is told. */
export const breathe = (): Promise<void> => setImmediate();
