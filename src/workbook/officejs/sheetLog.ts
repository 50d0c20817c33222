/** What Excel tells of sheets that came, went, or were renamed or moved; it does not say who did it. */
interface SheetLog {
  /** Told of others' changes. */
  tell: (sheetId: string) => void;
  /** An event came; while an action of ours is under way it waits until it is known whose sheet it is. */
  readonly note: (sheetId: string) => void;
  /** A sheet that an action of ours added or takes away. */
  readonly mine: (sheetId: string) => void;
  readonly during: <T>(action: () => Promise<T>) => Promise<T>;
}

export const sheetLog = (): SheetLog => {
  const own = new Set<string>();
  let waiting: string[] = [];
  let flying = 0;
  const settle = (): void => {
    if (flying > 0) return;
    const others = waiting.filter((id) => !own.has(id));
    waiting = [];
    for (const id of new Set(others)) log.tell(id);
  };
  const log: SheetLog = {
    tell: () => undefined,
    note: (sheetId) => {
      waiting.push(sheetId);
      settle();
    },
    mine: (sheetId) => {
      own.add(sheetId);
    },
    during: async (action) => {
      flying += 1;
      try {
        return await action();
      } finally {
        flying -= 1;
        settle();
      }
    },
  };
  return log;
};
