import type { Page } from 'playwright-core';

/** The tasks of a page's own thread, from the call on. */
export interface PageTasks {
  /** CPU milliseconds of the longest so far; a busy machine changes them little. Ends the listening. */
  readonly longest: () => Promise<number>;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/**
 * Chromium's record of tasks that its developer tools draw: what runs after an `await` is part of the task there. In the
 * category `toplevel` it is part of none, so that a reading in one go, 1.2 s of CPU, was not seen at all.
 */
const category = 'disabled-by-default-devtools.timeline';

/** Listens to what the page's thread does. */
export const pageTasks = async (page: Page): Promise<PageTasks> => {
  const browser = page.context().browser();
  if (browser === null) throw new Error('pageTasks: no browser');
  const devtools = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await devtools.send('Tracing.start', { traceConfig: { includedCategories: [category, '__metadata'] } });
  return {
    longest: async () => {
      // The record of a task is written at its end: the one that runs now must be over.
      await page.evaluate(() => new Promise((over) => setTimeout(over)));
      const whole = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve));
      await devtools.send('Tracing.end');
      await whole;
      await devtools.detach();
      const threads = new Set(
        events
          .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
          .map(({ pid, tid }) => `${pid} ${tid}`),
      );
      const tasks = events.filter(({ name, pid, tid }) => name === 'RunTask' && threads.has(`${pid} ${tid}`));
      if (tasks.length === 0) throw new Error('pageTasks: Chromium told of no task');
      return Math.max(...tasks.map(({ tdur, dur }) => tdur ?? dur ?? 0)) / 1000;
    },
  };
};
