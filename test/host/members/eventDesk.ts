import { a1Range } from '../../../src/workbook';
import type { HostWorkbook } from '../model/hostWorkbook';
import type { Wire } from '../model/wire';

/** One message to the library: category, type, target, JSON, id (wire format of events). */
export type EventEntry = readonly [number, number, string, string, string];

/** The library's own numbers of the events we send (excel-web-16.00.debug.js, GenericEventHandlers). */
const eventCategory = 65_536;
const eventTypes = { DataChanged: 10, FormatChanged: 18, RowSorted: 19, ColumnSorted: 20 } as const;
/** Of sheets as a whole; the newer two have their registering members named the other way round. */
const sheetEventTypes = { Added: 13, Deleted: 15, NameChanged: 25, Moved: 27 } as const;
const registering = (event: string): string =>
  event === 'NameChanged' || event === 'Moved' ? `Event${event}` : `${event}Event`;
const wholeWorkbook = 'Workbook';

export interface EventDesk {
  /** `_Register…Event` and `_Unregister…Event` of a class whose target is found by `idOf`. */
  membersFor<T>(idOf: (it: T) => string): Readonly<Record<string, (it: T) => null>>;
  /** The same of the collection of sheets, with what happens to sheets as a whole. */
  membersForAll(): Readonly<Record<string, (it: unknown) => null>>;
}

/** Keeps who listens to what, and tells them of changed cells through `send`. */
export const eventDesk = (book: HostWorkbook, send: (entry: EventEntry) => void): EventDesk => {
  const counts = new Map<string, number>();
  book.listeners.add(({ sheet, range, source, byAddin, how = 'RangeEdited', way = 'typing' }) => {
    if (book.habits.silentChanges.has(way)) return;
    const event =
      how === 'format' ? 'FormatChanged' : how === 'RowSorted' || how === 'ColumnSorted' ? how : 'DataChanged';
    for (const target of [sheet.id, wholeWorkbook]) {
      if ((counts.get(`${event} ${target}`) ?? 0) === 0) continue;
      const change: Wire = {
        address: a1Range(range),
        changeType: how,
        source,
        worksheetId: sheet.id,
        triggerSource: byAddin === true ? 'ThisLocalAddin' : 'Unknown',
      };
      send([eventCategory, eventTypes[event], target, JSON.stringify(change), '']);
    }
  });
  book.sheetListeners.add(({ sheet, how }) => {
    if ((counts.get(`${how} ${wholeWorkbook}`) ?? 0) === 0) return;
    const change: Wire = { source: 'Local', worksheetId: sheet.id };
    send([eventCategory, sheetEventTypes[how], wholeWorkbook, JSON.stringify(change), '']);
  });
  const count = (event: string, target: string, by: number): null => {
    const key = `${event} ${target}`;
    counts.set(key, (counts.get(key) ?? 0) + by);
    return null;
  };
  // Only the events that are sent: a listener to another would wait for ever without a word.
  const membersOf = <T>(
    events: readonly string[],
    idOf: (it: T) => string,
  ): Readonly<Record<string, (it: T) => null>> =>
    Object.fromEntries(
      events.flatMap((event) => [
        [`_Register${registering(event)}`, (it: T) => count(event, idOf(it), 1)],
        [`_Unregister${registering(event)}`, (it: T) => count(event, idOf(it), -1)],
      ]),
    );
  return {
    membersFor: (idOf) => membersOf(Object.keys(eventTypes), idOf),
    membersForAll: () => membersOf<unknown>(Object.keys({ ...eventTypes, ...sheetEventTypes }), () => wholeWorkbook),
  };
};
