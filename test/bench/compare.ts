import { performance } from 'node:perf_hooks';

/** One contender: a name and the work, told apart only by how it is done. */
export interface Contender {
  readonly name: string;
  readonly work: () => unknown;
}

export interface Timing {
  readonly name: string;
  readonly medianMs: number;
  readonly spreadMs: readonly [number, number];
}

/** Times contenders side by side, one after the other in each round, so that load on the machine hits all alike. */
export const compare = async (contenders: readonly Contender[], rounds: number): Promise<readonly Timing[]> => {
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < rounds + 1; round += 1) {
    for (const [at, { work }] of contenders.entries()) {
      global.gc?.();
      const start = performance.now();
      await work();
      // The first round warms up and does not count.
      if (round > 0) times[at]?.push(performance.now() - start);
    }
  }
  return contenders.map(({ name }, at) => {
    const sorted = [...(times[at] ?? [])].sort((a, b) => a - b);
    return {
      name,
      medianMs: sorted[Math.floor(sorted.length / 2)] ?? NaN,
      spreadMs: [sorted[0] ?? NaN, sorted.at(-1) ?? NaN],
    };
  });
};

/** Prints medians and each one's ratio to the last, the yardstick. */
export const printTimings = (title: string, timings: readonly Timing[]): void => {
  const yardstick = timings.at(-1)?.medianMs ?? NaN;
  console.log(`\n${title}`);
  for (const { name, medianMs, spreadMs } of timings) {
    const [least, most] = spreadMs.map((ms) => ms.toFixed(1));
    console.log(
      `  ${name.padEnd(46)} median ${medianMs.toFixed(2).padStart(9)} ms  (${least ?? ''}–${most ?? ''})  ×${(medianMs / yardstick).toFixed(2)}`,
    );
  }
};
