import { inSlices } from '../../kernel';
import {
  a1,
  headRows,
  plainSheet,
  type CellValue,
  type Rectangle,
  type SheetContent,
  type UnreadSheet,
  type ReadOptions,
} from '..';
import { askValues, takeBlocks, type CellBlock, type ReadBlock } from './blocks';
import { gridOf, growingGrid } from './cells';
import { dayFormats } from './dayFormats';
import { refusalOf } from './session';
import { mergesAlong, type KnownMerges } from './merges';
import { readStruck } from './struck';
import { askAreas, cellCount, countOf, type MeasuredSheet } from './survey';

/** A sheet as it was read, with what tells whether it is still the same. */
export interface KnownSheet {
  /** Stays the same when the sheet is renamed. */
  readonly id: string;
  readonly content: SheetContent;
  /** Undefined when the sheet is empty. */
  readonly area: Rectangle | undefined;
  /** The pieces of the area for which Excel tells merged blocks. */
  readonly mergeBands: readonly Rectangle[];
  /** The columns that were read below the head; undefined for all. */
  readonly columns: ReadonlySet<number> | undefined;
  /** Formulas by cell ({@link cellKey}); none are known where nothing was looked at closely. */
  readonly formulas: ReadonlyMap<number, string>;
  /** Number formats by cell, without `General`; none are known where nothing was looked at closely. */
  readonly formats: ReadonlyMap<number, string>;
  /** Cells with rules for what may be entered: a drop-down changes them without an event on the web (office-js #3888). */
  readonly ruled: readonly Rectangle[];
  /** Cells may change without an event wherever they are: a pivot table stands there, or a control may lie upon it. */
  readonly restless: boolean;
}

/** Sheets as they were read, and those whose merged blocks Excel would not tell. */
interface SheetsRead {
  readonly sheets: readonly KnownSheet[];
  readonly unread: readonly UnreadSheet[];
}

/** Reads the cells of these sheets: all, or of large ones the wanted columns. */
export const readSheets = async (
  context: Excel.RequestContext,
  measured: readonly MeasuredSheet[],
  closely: boolean,
  options: ReadOptions,
): Promise<SheetsRead> => {
  const wanted = await wantedOf(context, closely ? [] : measured.filter(isLong), options);
  let details: readonly Details[] = [];
  const filled = measured.flatMap(({ from, used }) =>
    used === undefined ? [] : { sheet: from.sheet, area: used.area },
  );
  const merged = mergesAlong(context, filled, options);
  const read = new Map(measured.map((sheet) => [sheet.from.sheet, reading(wanted.get(sheet))]));
  const how = { withFormulas: closely, take: (block: ReadBlock) => read.get(block.sheet)?.take(block) };
  await takeBlocks(
    context,
    measured.flatMap((sheet) => blocksOf(sheet, wanted.get(sheet))),
    options,
    {
      ...how,
      alongside: () => {
        details = measured.map((sheet) => askDetails(sheet, closely));
        merged.ask();
      },
      refused: merged.leave,
    },
  );
  const formats = [...read].flatMap(([sheet, { areas }]) =>
    areas().map((area): CellBlock => ({ sheet, area, only: 'formats' })),
  );
  await takeBlocks(context, formats, options, how);
  const strikes = await readStruck(
    context,
    closely ? [] : measured.flatMap((sheet) => (wanted.has(sheet) ? [] : struckArea(sheet))),
    options,
  );
  const answered = await merged.read();
  const mergesOf = new Map(filled.map(({ sheet }, place) => [sheet, answered[place]]));
  const unread: UnreadSheet[] = [];
  const sheets = measured.flatMap((sheet, place): readonly KnownSheet[] => {
    const { merges, bands, refusedRow }: KnownMerges = mergesOf.get(sheet.from.sheet) ?? noMerges;
    if (refusedRow !== undefined) {
      unread.push({ why: 'merges', name: sheet.from.name, cell: a1(refusedRow, sheet.used?.area.left ?? 0) });
      return [];
    }
    const { columns } = wanted.get(sheet) ?? {};
    const { grid = () => [], blocks: ours = [] } = read.get(sheet.from.sheet) ?? {};
    const { hiddenRows, hiddenColumns, struckThrough, ruled, pivots } = details[place] ?? noDetails;
    const known: KnownSheet = {
      id: sheet.from.id,
      area: sheet.used?.area,
      mergeBands: bands,
      columns,
      formulas: new Map(ours.flatMap(formulasOf)),
      formats: new Map(closely ? ours.flatMap(formatsOf) : []),
      ruled: ruled(),
      restless: sheet.drawings || pivots() > 0,
      content: sheetContent(sheet, grid(merges), {
        merges,
        ...(columns === undefined ? {} : { narrowed: true }),
        hiddenRows: hiddenRows(),
        hiddenColumns: hiddenColumns(),
        struckThrough: strikes.get(sheet.from.sheet) ?? struckThrough(),
      }),
    };
    return [known];
  });
  return { sheets, unread };
};

/** A sheet while it is read: the values first where its columns were chosen, then the formats that say something of them. */
const reading = (narrowed: Narrowed | undefined) => {
  const { put, grid } = growingGrid();
  const days = dayFormats();
  const blocks: ReadBlock[] = [];
  const mayBe = (value: number, column: number): boolean => narrowed?.columns.has(column) === true || mayBeDay(value);
  const take = (block: ReadBlock): void => {
    put(block);
    if (block.only === 'values') days.note(block, mayBe);
    if (block.formulas !== undefined) blocks.push(block);
  };
  for (const block of narrowed?.head ?? []) take(block);
  return { take, grid, areas: days.areas, blocks };
};
const struckArea = ({ from, used }: MeasuredSheet) =>
  used?.strikes === true ? [{ sheet: from.sheet, area: used.area }] : [];

const noMerges: KnownMerges = { merges: [], bands: [], refusedRow: undefined };

/** A sheet whose columns are worth choosing among. */
const isLong = ({ used }: MeasuredSheet): boolean =>
  used !== undefined && used.area.bottom >= headRows && cellCount(used.area) > worthChoosing;

const worthChoosing = 20_000;

/** The columns wanted of a large sheet, and the values of its head: all of them are kept. */
interface Narrowed {
  readonly columns: ReadonlySet<number>;
  readonly head: readonly ReadBlock[];
}

/** Reads the heads of large sheets, one round trip, and asks for the columns wanted of each. */
const wantedOf = async (
  context: Excel.RequestContext,
  sheets: readonly MeasuredSheet[],
  { wanted, pause = () => Promise.resolve(), ...options }: ReadOptions,
): Promise<ReadonlyMap<MeasuredSheet, Narrowed>> => {
  if (wanted === undefined || sheets.length === 0) return new Map();
  const heads = sheets.flatMap((sheet) => {
    const { from, used } = sheet;
    if (used === undefined || used.area.top >= headRows) return [];
    const block = { sheet: from.sheet, area: { ...used.area, bottom: headRows - 1 }, only: 'values' } as const;
    return [{ sheet, block }];
  });
  const merged = mergesAlong(
    context,
    heads.map(({ block }) => block),
    options,
  );
  let asked = askHeads(heads, merged.ask);
  const refusal = await refusalOf(context);
  if (refusal !== undefined) {
    if (!merged.leave(refusal)) throw refusal;
    asked = askHeads(heads, merged.ask);
    await context.sync();
  }
  const answered = await merged.read();
  const narrowed = new Map<MeasuredSheet, Narrowed>();
  for (const [place, { sheet, block, values }] of asked.entries()) {
    const head: readonly ReadBlock[] = [{ ...block, values: values(), formats: [] }];
    const { merges } = answered[place] ?? noMerges;
    const choosing = wanted({ ...plainSheet(sheet.from.name, gridOf(head, merges)), merges });
    await pause();
    const columns = await inSlices(choosing, pause);
    if (columns !== undefined) narrowed.set(sheet, { columns, head });
    await pause();
  }
  return narrowed;
};

const askHeads = <Head extends { readonly block: CellBlock }>(heads: readonly Head[], alongside: () => void) => {
  alongside();
  return heads.map((head) => ({ ...head, values: askValues(head.block) }));
};

/** What is to be read of a sheet: everything, or below its head the values of runs of wanted columns. */
const blocksOf = ({ from, used }: MeasuredSheet, narrowed: Narrowed | undefined): readonly CellBlock[] => {
  if (used === undefined) return [];
  const { sheet } = from;
  const { area } = used;
  if (narrowed === undefined) return [{ sheet, area }];
  return runsOf(area, narrowed.columns).map((run) => ({
    sheet,
    area: { ...area, ...run, top: headRows },
    only: 'values',
  }));
};

const runsOf = ({ left, right }: Rectangle, wanted: ReadonlySet<number>) => {
  const runs: { left: number; right: number }[] = [];
  for (let column = left; column <= right; column += 1) {
    if (!wanted.has(column)) continue;
    const run = runs.at(-1);
    if (run?.right === column - 1) run.right = column;
    else runs.push({ left: column, right: column });
  }
  return runs;
};

/** A day from 1954 to 2119, if it is one: over columns nobody wants no other number is asked for its format. */
const mayBeDay = (value: number): boolean => value >= 20_000 && value <= 80_000;

/** What a sheet says by itself and by its measure, with the cells that were read. */
export const sheetContent = (
  { from, drawings }: MeasuredSheet,
  grid: readonly (readonly CellValue[])[],
  details: Pick<SheetContent, 'merges' | 'hiddenRows' | 'hiddenColumns' | 'struckThrough' | 'narrowed'>,
): SheetContent => ({
  name: from.name,
  visibility: from.visibility,
  grid,
  filtered: from.filtered,
  // A living Excel has calculated every formula; what it could not is an error text.
  uncalculated: [],
  drawings,
  protected: from.protected,
  ...details,
});

/** Answers of the round trip that follows the asking. */
export interface Details {
  readonly hiddenRows: () => ReadonlySet<number>;
  readonly hiddenColumns: () => ReadonlySet<number>;
  readonly struckThrough: () => readonly string[];
  readonly ruled: () => readonly Rectangle[];
  readonly pivots: () => number;
}

export const noDetails: Details = {
  hiddenRows: () => new Set(),
  hiddenColumns: () => new Set(),
  struckThrough: () => [],
  ruled: () => [],
  pivots: () => 0,
};

/**
 * Asks for hidden rows, hidden columns and struck-through text only where there are some, and for drop-downs where Excel
 * can tell: it finds no cells by their kind on a protected sheet.
 */
export const askDetails = ({ from, used }: MeasuredSheet, closely: boolean): Details => {
  if (used === undefined) return noDetails;
  const { area } = used;
  const range = from.sheet.getRangeByIndexes(
    area.top,
    area.left,
    area.bottom - area.top + 1,
    area.right - area.left + 1,
  );
  const rows = used.hidesRows ? range.getRowProperties({ rowHidden: true }) : undefined;
  const columns = used.hidesColumns ? range.getColumnProperties({ columnHidden: true }) : undefined;
  const struck =
    closely && used.strikes ? range.getCellProperties({ format: { font: { strikethrough: true } } }) : undefined;
  const ruled =
    closely && !from.protected ? askAreas(range.getSpecialCellsOrNullObject('DataValidations')) : noDetails.ruled;
  const pivots = from.sheet.pivotTables.getCount();
  return {
    pivots: () => countOf(pivots),
    hiddenRows: () => new Set(placesOf(rows?.value.map(({ rowHidden }) => rowHidden === true) ?? [], area.top)),
    hiddenColumns: () =>
      new Set(placesOf(columns?.value.map(({ columnHidden }) => columnHidden === true) ?? [], area.left)),
    struckThrough: () =>
      (struck?.value ?? []).flatMap((cells, row) =>
        placesOf(
          cells.map(({ format }) => format?.font?.strikethrough === true),
          area.left,
        ).map((column) => a1(area.top + row, column)),
      ),
    ruled,
  };
};

const placesOf = (marks: readonly boolean[], from: number): readonly number[] =>
  marks.flatMap((marked, place) => (marked ? [from + place] : []));

/** A cell as one number. */
export const cellKey = (row: number, column: number): number => row * columnsOfSheet + column;

export const columnsOfSheet = 16_384;

/** The formulas of a block that was read with them. */
export const formulasOf = ({ area, formulas }: ReadBlock): readonly (readonly [number, string])[] =>
  (formulas ?? []).flatMap((row, down) =>
    row.flatMap((formula, across) =>
      typeof formula === 'string' && formula.startsWith('=')
        ? [[cellKey(area.top + down, area.left + across), formula] as const]
        : [],
    ),
  );

/** The number formats of a block, without `General`. */
export const formatsOf = ({ area, formats }: ReadBlock): readonly (readonly [number, string])[] =>
  formats.flatMap((row, down) =>
    row.flatMap((format, across) =>
      typeof format === 'string' && format !== 'General'
        ? [[cellKey(area.top + down, area.left + across), format] as const]
        : [],
    ),
  );
