import { headRows, type DefinedName, type Rectangle, type ReadOptions } from '..';
import { askBlock, askValues, readBlocks, type ReadBlock } from './blocks';
import type { Changes, SheetChange } from './changes';
import { cellsIn, clipped, isSame, patchedSheet, placesOfFormulas, silentBlock } from './patch';
import { cellsOf, contentOf, looksClosely, type KnownBook } from './read';
import { askMerges } from './merges';
import { checkpoint, excelProblem } from './session';
import { askDetails, noDetails, readSheets, type KnownSheet } from './sheets';
import { askAreas, askBook, askMeasure, askSheet, type ListedSheet, type MeasuredSheet } from './survey';

/**
 * Reads what changed since the workbook was `known`: of a sheet the changed cells, those with formulas, whose results
 * change without an event, and those with drop-downs, which do so on the web. A sheet whose cells may have moved or
 * changed in any other way is read again (rules/excel.md#re-check). One round trip for cells alone. Undefined where only a
 * whole reading is certain to be right.
 */
export const readChanged = async (
  context: Excel.RequestContext,
  known: KnownBook,
  changes: Changes,
  options: ReadOptions,
): Promise<KnownBook | undefined> => {
  try {
    return await changedBook(context, known, changes, options);
  } catch (error) {
    const refusal = excelProblem(error);
    if (refusal === undefined || refusal.name === 'excel-cancelled') throw error;
    return undefined;
  }
};

const changedBook = async (
  context: Excel.RequestContext,
  known: KnownBook,
  changes: Changes,
  options: ReadOptions,
): Promise<KnownBook | undefined> => {
  const { closely, namesAreFew } = known;
  // Every sheet's list would come with all of the workbook's (office-js #1011).
  if (!namesAreFew) return undefined;
  checkpoint(options, 'look', 0, 1);
  const isRead = new Set(known.sheets.map(({ id }) => id));
  // Of a sheet of ours, or of one nobody knew: rows or columns of ours that moved take our names along.
  const othersDiffer = [...changes].some(([id, change]) => change === 'anything' && !isRead.has(id));
  const book = askBook(context, known.isWritten === true || othersDiffer);
  const asked = new Map(
    known.sheets.map((sheet) => [sheet.id, askChanges(context, sheet, changes.get(sheet.id), closely)]),
  );
  await context.sync();
  const { sheets, count, names, manualCalculation } = book();
  if (sheets === undefined && count !== known.listed.length) return undefined;
  const looked: LookedSheet[] = [];
  const allNames = [...names];
  const listed: ListedSheet[] = [];
  for (const { id, ...one } of sheets ?? known.listed) {
    const answer = asked.get(id)?.();
    // Gone, or elsewhere among those that were read.
    if (asked.has(id) && (answer === undefined || answer.position < (looked.at(-1)?.position ?? 0))) return undefined;
    if (answer !== undefined) looked.push(answer);
    const name = answer?.measured.from.name ?? one.name;
    listed.push({ id, name });
    allNames.push(...(answer?.names ?? one.names ?? known.content.names.filter(({ sheet }) => sheet === name)));
  }
  if (looked.length < asked.size) return undefined;
  const leftOut = options.leftOut?.(allNames);
  if (listed.some(({ id, name }) => asked.has(id) === (leftOut?.has(name) === true))) return undefined;
  if (looksClosely(cellsOf(looked.map(({ measured }) => measured))) !== closely) return undefined;
  const stay = new Map<string, KnownSheet>();
  for (const { measured, stays } of looked) {
    if (stays !== undefined) stay.set(measured.from.id, await kept(context, measured, stays, closely, options));
  }
  const again = looked.flatMap(({ measured, stays }) => (stays === undefined ? [measured] : []));
  const read =
    again.length === 0 ? noSheets : await readSheets(context, again, closely, narrowedAsBefore(known, options));
  const now = looked.flatMap(
    ({ measured: { from } }) => stay.get(from.id) ?? read.sheets.find(({ id }) => id === from.id) ?? [],
  );
  return {
    content: contentOf({ names: allNames, manualCalculation }, now, read.unread),
    sheets: now,
    closely,
    namesAreFew,
    listed,
  };
};

const noSheets = { sheets: [], unread: [] };

/** What of a sheet is read in place of the whole. */
interface Staying {
  readonly known: KnownSheet;
  readonly blocks: readonly ReadBlock[];
  /** Cells of a large sheet that change without an event, which are still to be read. */
  readonly unread: readonly Rectangle[];
}

interface LookedSheet {
  readonly measured: MeasuredSheet;
  readonly names: readonly DefinedName[];
  /** Its place among all sheets, from 0. */
  readonly position: number;
  /** Undefined when the sheet has to be read again. */
  readonly stays: Staying | undefined;
}

/** Asks for what may have changed of one sheet, with the next round trip; undefined after it where the sheet is gone. */
const askChanges = (
  context: Excel.RequestContext,
  known: KnownSheet,
  change: SheetChange | undefined,
  closely: boolean,
): (() => LookedSheet | undefined) => {
  const sheet = context.workbook.worksheets.getItemOrNullObject(known.id);
  const seen = askSheet(sheet);
  const { used, measure } = askMeasure(sheet, true);
  const merges = askMergesAgain(known, sheet, used);
  const places = placesToRead(known, change);
  const pivots = places === undefined ? undefined : sheet.pivotTables.getCount();
  const blocks = places?.changed.map((area) => askBlock({ sheet, area }, closely)) ?? [];
  const silent = places?.silent.map((area) => ({ area, values: askValues({ sheet, area }) })) ?? [];
  const isLarge = places !== undefined && !closely;
  const unread = (['Formulas', 'DataValidations'] as const).map((kind) =>
    isLarge && known.area !== undefined ? askAreas(used.getSpecialCellsOrNullObject(kind)) : () => [],
  );
  return () => {
    const saw = seen(known.id);
    if (saw === undefined) return undefined;
    const { names, from, position } = saw;
    const measured = { from, ...measure() };
    const isSameSheet =
      places !== undefined &&
      !from.protected &&
      !measured.drawings &&
      pivots?.value === 0 &&
      // Where cells are struck through is asked cell by cell of small workbooks only.
      (closely || known.columns !== undefined || measured.used?.strikes !== true) &&
      isSame(known.area, measured.used?.area) &&
      isSame(
        known.content.merges,
        merges.flatMap((blocks) => blocks()),
      );
    if (!isSameSheet) return { measured, names, position, stays: undefined };
    if (known.area === undefined) return { measured, names, position, stays: { known, blocks: [], unread: [] } };
    const further = unread.flatMap((areas) => areas());
    const read = [
      // The changed cells last: of them everything was read.
      ...silent.map(({ area, values }) => silentBlock(known, { sheet, area }, values())),
      ...blocks.map((block) => block()),
    ];
    const isKnown = !spills(used) && further.length <= mostPlaces;
    const stays =
      isKnown && read.every((block) => block !== undefined) ? { known, blocks: read, unread: further } : undefined;
    return { measured, names, position, stays };
  };
};

/**
 * Of a sheet that was empty nothing is asked; of one that has become so Excel may refuse everything, and all is read again.
 * The whole area is the one that is asked for anyway.
 */
const askMergesAgain = (
  { area, mergeBands }: KnownSheet,
  sheet: Excel.Worksheet,
  used: Excel.Range,
): readonly (() => readonly Rectangle[])[] => {
  if (area === undefined) return [];
  if (mergeBands.length === 1) return [askAreas(used.getMergedAreasOrNullObject())];
  return mergeBands.map((band) => askMerges({ sheet, area: band }));
};

/** The types promise a boolean; it is null where only some cells do. */
const spills = ({ hasSpill }: { readonly hasSpill: boolean | null }): boolean => hasSpill ?? true;

/** More pieces or cells than this, and reading the sheet again is no more work. */
const mostPlaces = 60;
const mostCells = 2_000;

/**
 * The cells that were changed, and those that change silently; undefined where the sheet has to be read again: its cells
 * moved, it is protected (Excel finds no drop-downs there), or its head changed, which says what columns are wanted.
 */
const placesToRead = (
  known: KnownSheet,
  change: SheetChange = [],
): { readonly changed: readonly Rectangle[]; readonly silent: readonly Rectangle[] } | undefined => {
  const { area, content, columns, ruled, restless } = known;
  if (change === 'anything' || content.protected || restless) return undefined;
  if (area === undefined) return change.length === 0 ? { changed: [], silent: [] } : undefined;
  const changed = change.flatMap((place) => clipped(place, area));
  if (columns !== undefined && changed.some(({ top }) => top < headRows)) return undefined;
  const silent = [...placesOfFormulas(known), ...ruled];
  const places = [...changed, ...silent];
  return places.length <= mostPlaces && cellsIn(places) <= mostCells ? { changed, silent } : undefined;
};

/** The sheet with what was read of it; further trips only where it hides or strikes something, or is large. */
const kept = async (
  context: Excel.RequestContext,
  measured: MeasuredSheet,
  { known, blocks, unread }: Staying,
  closely: boolean,
  options: ReadOptions,
): Promise<KnownSheet> => {
  const { from, used } = measured;
  const asksDetails = used !== undefined && (used.hidesRows || used.hidesColumns || (closely && used.strikes));
  let details = noDetails;
  const alongside = (): void => {
    if (asksDetails) details = askDetails(measured, closely);
  };
  const further = unread.map((area) => ({ sheet: from.sheet, area }));
  const more = await readBlocks(context, further, options, { withFormulas: false, alongside });
  if (asksDetails && further.length === 0) {
    alongside();
    await context.sync();
  }
  return patchedSheet(known, measured, [...blocks, ...more], details);
};

/** The columns are chosen of those sheets only of which they were: whether there are more tables is for a whole reading. */
const narrowedAsBefore = ({ sheets }: KnownBook, { wanted, ...options }: ReadOptions): ReadOptions => {
  const narrowed = new Set(sheets.flatMap(({ columns, content }) => (columns === undefined ? [] : content.name)));
  return {
    ...options,
    *wanted(head) {
      return wanted !== undefined && narrowed.has(head.name) ? yield* wanted(head) : undefined;
    },
  };
};
