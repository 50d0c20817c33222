import type { DefinedName, RunOptions } from '..';
import { isTooLarge, refusalOf } from './session';
import { countOf, namesOfBook, namesOfSheet, type SurveyedBook } from './survey';
import { sendTrips } from './trips';

/** The names of a workbook and of its sheets. */
export interface BookNames {
  readonly all: readonly DefinedName[];
  /** They can be asked for at once, at any time. */
  readonly areFew: boolean;
}

/** So many names are asked for at once: with their formulas some 2 MB, where Excel on the web refuses above 5 MB. */
const namesPerTrip = 10_000;

/**
 * Reads all names; `alongside` queues questions that travel with the first round trip, which is the only one where they are
 * few. Each sheet may list the names of the workbook as its own (office-js #1011), so 4,000 names on 200 sheets would come
 * as 800,000: they are counted first, and of many only those sheets are asked that have names of their own.
 */
export const readNames = async (
  context: Excel.RequestContext,
  book: SurveyedBook,
  options: RunOptions,
  alongside: () => void = () => undefined,
): Promise<BookNames> => {
  const few = book.nameCount * (book.sheets.length + 1) <= namesPerTrip;
  const all = few ? await readFew(context, book, alongside) : undefined;
  return all === undefined
    ? { all: await readMany(context, book, options, alongside), areFew: false }
    : { all, areFew: true };
};

const readFew = async (
  context: Excel.RequestContext,
  { sheets }: SurveyedBook,
  alongside: () => void,
): Promise<readonly DefinedName[] | undefined> => {
  alongside();
  const { names } = context.workbook;
  names.load('items/name,items/formula');
  const asked = sheets.map(({ sheet, name }) => ({ names: sheet.names.load(ofSheet), name }));
  const refusal = await refusalOf(context);
  // Long formulas: fewer are asked for at once.
  if (isTooLarge(refusal)) return undefined;
  if (refusal !== undefined) throw refusal;
  return [...namesOfBook(names), ...asked.flatMap((one) => namesOfSheet(one.names, one.name))];
};

const ofSheet = 'items/name,items/formula,items/scope';

const readMany = async (
  context: Excel.RequestContext,
  { sheets, nameCount }: SurveyedBook,
  options: RunOptions,
  alongside: () => void,
): Promise<readonly DefinedName[]> => {
  alongside();
  const asked = sheets.map(({ sheet, name }) => ({ sheet, name, count: sheet.names.getCount() }));
  await context.sync();
  const counted = asked.map(({ count, ...one }) => ({ ...one, count: countOf(count) }));
  // Every sheet lists those of the workbook, or none does.
  const alsoListed = counted.every(({ count }) => count >= nameCount) ? nameCount : 0;
  const own = counted.filter(({ count }) => count > alsoListed);
  return readPages(
    context,
    [
      { names: context.workbook.names, sheet: undefined, skip: 0, count: nameCount },
      ...own.map(({ sheet, name, count }) => ({ names: sheet.names, sheet: name, skip: 0, count })),
    ],
    options,
  );
};

/** A piece of a list of names. */
interface Page {
  readonly names: Excel.NamedItemCollection;
  /** Undefined for the list of the workbook. */
  readonly sheet: string | undefined;
  readonly skip: number;
  readonly count: number;
}

/** Reads lists piece by piece, as many names per round trip as go; a trip that is too large is halved. */
const readPages = async (
  context: Excel.RequestContext,
  lists: readonly Page[],
  options: RunOptions,
): Promise<readonly DefinedName[]> => {
  const read: DefinedName[] = [];
  await sendTrips(context, tripsOf(lists, namesPerTrip), options, {
    stage: 'look',
    ask: (trip) => {
      for (const { names, skip, count } of trip)
        names.load({ $skip: skip, $top: count, name: true, formula: true, scope: true });
      return () => {
        for (const { names, sheet } of trip)
          read.push(...(sheet === undefined ? namesOfBook(names) : namesOfSheet(names, sheet)));
        return undefined;
      };
    },
    smaller: (trip, refusal) => {
      const size = trip.reduce((sum, { count }) => sum + count, 0);
      return isTooLarge(refusal) && size > 1 ? tripsOf(trip, Math.ceil(size / 2)) : undefined;
    },
  });
  return read;
};

/** Packs lists into trips of so many names; a list that does not fit goes on in the next. */
const tripsOf = (lists: readonly Page[], most: number): readonly (readonly Page[])[] => {
  const trips: Page[][] = [];
  let room = 0;
  for (const list of lists) {
    for (let done = 0; done < list.count;) {
      if (room === 0) {
        trips.push([]);
        room = most;
      }
      const count = Math.min(room, list.count - done);
      trips.at(-1)?.push({ ...list, skip: list.skip + done, count });
      room -= count;
      done += count;
    }
  }
  return trips;
};
