/** A piece of writing that fits into a request; steps of all sheets are packed into as few round trips as the limit allows. */
export interface WriteStep {
  /** About how many bytes the step adds to the request. */
  readonly bytes: number;
  /** Queues the step; nothing is sent. */
  readonly queue: () => void;
}

/** Well under the 5 MB that Excel on the web takes, since our estimate leaves out the library's own wrapping. */
const bytesPerTrip = 2_500_000;

/** Packs steps, in order, into round trips. */
export const packSteps = (steps: readonly WriteStep[]): readonly (readonly WriteStep[])[] => {
  const trips: WriteStep[][] = [];
  let room = 0;
  for (const step of steps) {
    const trip = trips.at(-1);
    if (trip === undefined || step.bytes > room) {
      trips.push([step]);
      room = bytesPerTrip - step.bytes;
    } else {
      trip.push(step);
      room -= step.bytes;
    }
  }
  return trips;
};

/** Bytes of a value on the wire. */
export const wireBytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** One queued property or call costs about this much. */
export const bytesPerAction = 220;

/** Queues the steps of one round trip and sends them. */
export const sendTrip = async (context: Excel.RequestContext, trip: readonly WriteStep[]): Promise<void> => {
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  for (const { queue } of trip) queue();
  await context.sync();
};
