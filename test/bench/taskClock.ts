/** CPU milliseconds of each task of the page: from where it takes up its work to where it lays it down. */
export interface TaskClock {
  readonly begin: () => void;
  readonly end: () => void;
  /** What the pane is given for a pause. */
  readonly pause: () => Promise<void>;
  readonly longest: () => number;
}

export const taskClock = (): TaskClock => {
  let since: NodeJS.CpuUsage | undefined;
  let longest = 0;
  const begin = (): void => {
    since = process.cpuUsage();
  };
  const end = (): void => {
    if (since === undefined) return;
    const { user, system } = process.cpuUsage(since);
    longest = Math.max(longest, (user + system) / 1000);
    since = undefined;
  };
  return {
    begin,
    end,
    pause: async () => {
      end();
      await new Promise((resolve) => setImmediate(resolve));
      begin();
    },
    longest: () => longest,
  };
};
