/** What happened to a sheet: it went, or it came, was renamed or moved. */
export type SheetEvent = 'gone' | 'listed';

/** What Excel tells of sheets that came, went, or were renamed or moved; it does not say who did it. */
interface SheetLog {
  /** Told of others' changes. */
  tell: (sheetId: string) => void;
  /** An event came; while an action of ours is under way it waits until it is known whose sheet it is. */
  readonly note: (sheetId: string, event: SheetEvent) => void;
  /** What an action of ours did: that it added a sheet does not make ours what becomes of it, a person may delete it. */
  readonly mine: (sheetId: string, event: SheetEvent) => void;
  readonly during: <T>(action: () => Promise<T>) => Promise<T>;
}

export const sheetLog = (): SheetLog => {
  const own: Readonly<Record<SheetEvent, Set<string>>> = { gone: new Set(), listed: new Set() };
  let waiting: { readonly sheetId: string; readonly event: SheetEvent }[] = [];
  let flying = 0;
  const settle = (): void => {
    if (flying > 0) return;
    const others = waiting.filter(({ sheetId, event }) => !own[event].has(sheetId));
    waiting = [];
    for (const id of new Set(others.map(({ sheetId }) => sheetId))) log.tell(id);
  };
  const log: SheetLog = {
    tell: () => undefined,
    note: (sheetId, event) => {
      waiting.push({ sheetId, event });
      settle();
    },
    mine: (sheetId, event) => {
      own[event].add(sheetId);
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
