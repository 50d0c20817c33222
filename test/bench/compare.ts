/** A figure that all contenders must find; undefined where they do not find the same thing, such as twice the work. */
export type Found = number | undefined;

/** One contender: a name and the work, told apart only by how it is done. */
export interface Contender {
  readonly name: string;
  /** What it found; contenders of one race must find the same. */
  readonly work: () => Found | Promise<Found>;
}

export interface Timing {
  readonly name: string;
  /** CPU time of the process, user and system: a machine that is busy elsewhere changes it little. */
  readonly medianMs: number;
  readonly spreadMs: readonly [number, number];
}

/**
 * Times contenders side by side, one after the other in each round (A B A B), so that load on the machine hits all alike.
 * The first `warmUp` rounds do not count: what runs first is compiled on the way. Long work begins in a tidy memory; short work
 * does not, since V8 sweeps on threads of its own after it was told to tidy, which would be charged to whoever is timed next,
 * as much as a few milliseconds of work. Throws when two of them find different things: a ratio of unequal work says nothing.
 */
export const compare = async (
  contenders: readonly Contender[],
  rounds: number,
  { warmUp = 8, work: length = 'long' }: { readonly warmUp?: number; readonly work?: 'long' | 'short' } = {},
): Promise<readonly Timing[]> => {
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const found: string[] = [];
    for (const [at, { work }] of contenders.entries()) {
      if (length === 'long') global.gc?.();
      const start = process.cpuUsage();
      const outcome = await work();
      const { user, system } = process.cpuUsage(start);
      if (round >= warmUp) times[at]?.push((user + system) / 1000);
      if (outcome !== undefined) found.push(String(outcome));
    }
    if (new Set(found).size > 1) throw new Error(`compare: ${contenders.map(({ name }) => name).join(', ')} differ`);
  }
  return contenders.map(({ name }, at) => {
    const own = times[at] ?? [];
    return { name, medianMs: medianOf(own), spreadMs: [Math.min(...own), Math.max(...own)] };
  });
};

export const medianOf = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

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
