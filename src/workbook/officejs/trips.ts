import type { RunOptions, Stage } from '..';
import { checkpoint, refusalOf } from './session';

/** What is asked in round trips, and what becomes of the answers. */
interface Questions<Trip> {
  readonly stage: Stage;
  /**
   * Queues the questions of a trip; the result takes their answers in once they are there, and gives the error where an answer
   * is a refusal in itself. Undefined: there is nothing to ask any more.
   */
  readonly ask: (trip: Trip) => (() => Promise<Error | undefined> | undefined) | undefined;
  /** Smaller trips in place of one that was refused; undefined where the refusal stands. */
  readonly smaller: (trip: Trip, refusal: Error) => readonly Trip[] | undefined;
}

/** Sends one round trip after another; one that Excel refuses as too large is sent again in pieces, in its place. */
export const sendTrips = async <Trip>(
  context: Excel.RequestContext,
  trips: readonly Trip[],
  options: RunOptions,
  { stage, ask, smaller }: Questions<Trip>,
): Promise<void> => {
  const waiting = [...trips];
  let sent = 0;
  for (let trip = waiting.shift(); trip !== undefined; trip = waiting.shift()) {
    checkpoint(options, stage, sent, sent + 1 + waiting.length);
    const take = ask(trip);
    if (take === undefined) continue;
    sent += 1;
    const refusal = (await refusalOf(context)) ?? (await take());
    if (refusal === undefined) continue;
    const instead = smaller(trip, refusal);
    if (instead === undefined) throw refusal;
    waiting.unshift(...instead);
  }
};
