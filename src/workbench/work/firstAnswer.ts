import type { Call } from './messages';

/** As long as a thread may take to start on a slow PC; a page that is wrong about it reads all the same, in slices. */
const longestStart = 10_000;

/** Whether the browser's thread for files works: some browsers refuse it, at once or by an event, in some it never answers. */
export type FirstAnswer = 'answers' | 'refused' | 'silent';

/** Asks a thread for something small, and ends it. `after` calls a function after some milliseconds; the result calls it off. */
export const firstAnswer = (
  start: () => Worker,
  after: (milliseconds: number, then: () => void) => () => void,
): Promise<FirstAnswer> =>
  new Promise((resolve) => {
    try {
      const thread = start();
      const tell = (answer: FirstAnswer): void => {
        callOff();
        thread.terminate();
        resolve(answer);
      };
      const callOff = after(longestStart, () => {
        tell('silent');
      });
      thread.addEventListener('message', () => {
        tell('answers');
      });
      thread.addEventListener('error', (refused) => {
        refused.preventDefault();
        tell('refused');
      });
      const small: Call = { id: 0, name: 'settings', given: [{ name: '', bytes: new Uint8Array() }] };
      thread.postMessage(small);
    } catch {
      resolve('refused');
    }
  });
