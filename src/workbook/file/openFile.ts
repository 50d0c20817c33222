import { ok, problem, refuse, type Problem, type Result } from '../../problems';
import {
  cellAt,
  isWithin,
  parseA1,
  sameValue,
  type CellChange,
  type CountedCells,
  type EnteredCell,
  type OpenWorkbook,
  type RunOptions,
  type SheetModel,
  type WorkbookContent,
} from '..';
import type { FileWork, NamedBytes } from './fileWork';
import type { SheetLook } from './xlsx/sheetLooks';

/** What shows the workbook to a person: a grid in a page. */
export interface FileDesk {
  /** Goes to a cell of a sheet that can be seen. */
  readonly show: (place: { readonly sheet: string; readonly cell: string }) => void;
  /** Where the person is; undefined before anything was shown. */
  readonly selected: () => { readonly sheet: string; readonly row: number; readonly column: number } | undefined;
  /** Opens another workbook beside this one. */
  readonly open: (bytes: Uint8Array) => Promise<Result<true>>;
  /** The bytes are other ones from now on. */
  readonly changed: () => void;
  /** What the file itself keeps of what is remembered with it: what a person chose. The rest lasts as long as the page. */
  readonly keepsInFile: (key: string) => boolean;
}

/** A workbook file that is open in a page. */
export interface OpenFile {
  readonly workbook: OpenWorkbook;
  /** As it is now. */
  readonly current: () => NamedBytes;
  /** All its cells, those of a national table nobody scores too. */
  readonly content: () => Promise<Result<WorkbookContent>>;
  /** How its sheets look. */
  readonly looks: () => Promise<readonly SheetLook[]>;
  /** Enters what a person typed, and tells those who watch. */
  readonly type: (cells: readonly EnteredCell[]) => Promise<Result<true>>;
}

/**
 * The open workbook over a file in memory. What is written or entered makes new bytes, in which all else is as it was; where
 * they go is up to the page. One action follows the other.
 */
export const openFile = (file: NamedBytes, work: FileWork, desk: FileDesk): OpenFile => {
  let current = file;
  let contents = new Map<boolean, Promise<Result<WorkbookContent>>>();
  /** What was entered since the last reading, and since the last write. */
  let sinceRead: readonly EnteredCell[] = [];
  let lastWrite: { readonly before: Uint8Array; readonly since: readonly EnteredCell[] } | undefined;
  const settings = new Map<string, string>();
  const listeners = new Set<(change: CellChange) => void>();
  const inTurn = queue();

  const become = (bytes: Uint8Array): void => {
    if (bytes === current.bytes) return;
    current = { ...current, bytes };
    contents = new Map();
    desk.changed();
  };
  /** The cells are what they were. */
  const keepSettings = async (): Promise<void> => {
    const texts = new Map([...settings].filter(([key]) => desk.keepsInFile(key)));
    const kept = texts.size === 0 ? undefined : await work.keep(current, texts);
    // A file that cannot be changed, such as a .csv, is scored all the same, and remembers nothing.
    if (kept?.ok !== true || kept.value === current.bytes) return;
    current = { ...current, bytes: kept.value };
    desk.changed();
  };
  const contentOf = (narrow: boolean, options: RunOptions = {}): Promise<Result<WorkbookContent>> => {
    const known = contents.get(narrow) ?? contents.get(false);
    if (known !== undefined) return known;
    const reading = work.read(current, narrow, options);
    const into = contents;
    into.set(narrow, reading);
    void reading.then(
      (read) => {
        if (!read.ok) into.delete(narrow);
        else if (!read.value.sheets.some(({ narrowed }) => narrowed)) into.set(false, reading);
      },
      () => into.delete(narrow),
    );
    return reading;
  };
  const written = async (models: readonly SheetModel[], options: RunOptions, anew: boolean) => {
    options.onProgress?.({ stage: 'prepare', done: 0, total: 1 });
    const refreshed = await work.refresh(current, models, { anew }, options);
    if (!refreshed.ok) return refreshed;
    options.onProgress?.({ stage: 'write', done: 1, total: 1 });
    if (refreshed.value.bytes !== undefined) {
      // A sheet that was added for a person to fill in is not taken back with what came before it.
      lastWrite = anew ? undefined : { before: current.bytes, since: [] };
      become(refreshed.value.bytes);
    }
    return refreshed;
  };
  const entered = async (cells: readonly EnteredCell[]): Promise<Result<true>> => {
    const done = await work.enter(current, cells);
    if (!done.ok) return done;
    become(done.value);
    sinceRead = [...sinceRead, ...cells];
    if (lastWrite !== undefined) lastWrite = { ...lastWrite, since: [...lastWrite.since, ...cells] };
    return ok(true);
  };

  const workbook: OpenWorkbook = {
    read: (options = {}) =>
      inTurn(async () => {
        options.onProgress?.({ stage: 'read', done: 0, total: 1 });
        const read = await contentOf(options.wanted !== undefined, options);
        sinceRead = [];
        if (!read.ok) return read;
        const leftOut = options.leftOut?.(read.value.names);
        return ok({ ...read.value, sheets: read.value.sheets.filter(({ name }) => leftOut?.has(name) !== true) });
      }),
    preview: (models, options = {}) =>
      inTurn(async () => {
        options.onProgress?.({ stage: 'prepare', done: 0, total: 1 });
        const refreshed = await work.refresh(current, models, {}, options);
        // The way back lasts as long as the page; after that the file on the disk is it, until it is saved.
        return refreshed.ok ? ok({ ...refreshed.value.outcome, keepsUndo: true }) : refreshed;
      }),
    write: (models, { counted = [], ...options } = {}) =>
      inTurn(async () => {
        const changed = changedSince(sinceRead, counted);
        if (changed !== undefined) return refuse(changed);
        const refreshed = await written(models, options, false);
        if (!refreshed.ok) return refreshed;
        return ok({ ...refreshed.value.outcome, notices: refreshed.value.notices, undo: undefined });
      }),
    addSheet: (model, options = {}) =>
      inTurn(async () => {
        const refreshed = await written([model], options, true);
        if (!refreshed.ok) return refreshed;
        const name = refreshed.value.outcome.sheets[0]?.name ?? model.name;
        desk.show({ sheet: name, cell: 'A1' });
        return ok(name);
      }),
    restore: () =>
      inTurn(async () => {
        if (lastWrite === undefined) return refuse(problem('excel-nothing-to-restore'));
        const { before, since } = lastWrite;
        const bare = { ...current, bytes: before };
        const restored = since.length === 0 ? ok(before) : await work.enter(bare, since);
        if (!restored.ok) return restored;
        lastWrite = undefined;
        become(restored.value);
        await keepSettings();
        return ok([]);
      }),
    jumpTo: async (place) => {
      const read = await contentOf(true);
      if (!read.ok) return read;
      const sheet = read.value.sheets.find(({ name }) => name === place.sheet);
      if (sheet === undefined) return refuse(problem('excel-sheet-gone', place));
      if (sheet.visibility !== 'visible') return refuse(problem('excel-cell-hidden', place));
      desk.show(place);
      return ok(undefined);
    },
    enter: (cells) => inTurn(() => entered(cells)),
    selectedCell: async () => {
      const read = await contentOf(true);
      if (!read.ok) return read;
      const { sheet = read.value.sheets[0]?.name ?? '', row = 0, column = 0 } = desk.selected() ?? {};
      const grid = read.value.sheets.find(({ name }) => name === sheet)?.grid ?? [];
      const names = read.value.names.filter((name) => name.sheet === sheet);
      return ok({ sheet, row, column, value: cellAt(grid, row, column), names });
    },
    readSettings: async <Key extends string>(keys: readonly Key[]) => {
      const inFile = await work.settings(current);
      const known = new Map<Key, string>();
      for (const key of keys) {
        const kept = settings.get(key) ?? inFile.get(key);
        if (kept !== undefined) known.set(key, kept);
      }
      return ok(known);
    },
    saveSettings: (texts) =>
      inTurn(async () => {
        for (const [key, text] of texts) settings.set(key, text);
        await keepSettings();
        return ok(undefined);
      }),
    watch: (tell) => {
      listeners.add(tell);
      return Promise.resolve(
        ok(() => {
          listeners.delete(tell);
          return Promise.resolve();
        }),
      );
    },
    openBook: (bytes) => desk.open(bytes),
  };
  return {
    workbook,
    current: () => current,
    content: () => contentOf(false),
    looks: () => work.looks(current),
    type: (cells) =>
      inTurn(async () => {
        const done = await entered(cells);
        if (done.ok)
          for (const { sheet, cell } of cells) for (const tell of listeners) tell({ sheetId: sheet, address: cell });
        return done;
      }),
  };
};

/** Lets one action through at a time; the next waits. */
const queue = (): (<T>(action: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (action) => {
    const next = last.then(action, action);
    last = next;
    return next;
  };
};

/** Of cells that were entered since the reading, the first that a result rests on and that says something else now. */
const changedSince = (entered: readonly EnteredCell[], counted: readonly CountedCells[]): Problem | undefined => {
  const now = new Map(entered.map((one) => [`${one.sheet}!${one.cell}`, one]));
  const changed = [...now.values()].filter(({ sheet, cell, value }) => {
    const place = parseA1(cell);
    const area = counted.find(
      (one) => one.sheet === sheet && place !== undefined && isWithin(one.area, place.top, place.left),
    );
    if (place === undefined || area === undefined) return false;
    const before = area.values[place.top - area.area.top]?.[place.left - area.area.left];
    return before !== undefined && !sameValue(before, value);
  });
  const [first] = changed;
  return first && problem('excel-answers-changed', first, { cells: changed.length });
};
