import { ok, problem, refuse, type Result } from '../../problems';
import type { OpenWorkbook } from '..';
import { enterCells, jumpToCell, replaceFormula, selectedCell, watchChanges } from './desk';
import { changeLog } from './changes';
import { sheetLog, type SheetEvent } from './sheetLog';
import { onceMore } from './focus';
import { readBook, type KnownBook } from './read';
import { inExcel, singleFlight, type ExcelLibrary, type FaultListener } from './session';
import type { Snapshot } from './snapshot';

/** The workbook ports over Office.js. */
export const officejsWorkbook = (excel: ExcelLibrary, onFault: FaultListener = () => undefined): OpenWorkbook => {
  const sheets = sheetLog();
  const flight = singleFlight();
  const fly: typeof flight = (action) => sheets.during(() => flight(action));
  let last: Snapshot | undefined;
  const changes = changeLog();
  let listens = false;
  /** What was read while every change was told, so that the changes are all that may have become of it. */
  let known: KnownBook | undefined;
  /** Seen by a reading, which comes before any write of the pane's. */
  let namesAreFew = true;
  const act = <T>(action: (context: Excel.RequestContext) => Promise<Result<T>>): Promise<Result<T>> =>
    fly(() => onceMore(excel, () => inExcel(excel, onFault, action)));
  return {
    read: (options = {}) =>
      act(async (context) => {
        const before = options.onlyChanged === true ? known : undefined;
        known = undefined;
        const changed = changes.take();
        const isTold = listens;
        const patched =
          before && (await (await import('./readChanged')).readChanged(context, before, changed, options));
        const read = patched === undefined ? await readBook(context, options) : ok(patched);
        if (!read.ok) return read;
        if (isTold) known = read.value;
        ({ namesAreFew } = read.value);
        return ok(read.value.content);
      }),
    preview: (models, { marks, ...options } = {}) =>
      act(async (context) => {
        const { lookAtOwnSheets, outcomeOf, preflight, takeSnapshot, undoText } = await writer();
        const own = await lookAtOwnSheets(context, models, { ...options, namesAreFew });
        const [first, ...more] = preflight(own);
        if (first !== undefined) return refuse(first, ...more);
        return ok({ ...outcomeOf(own, marks), keepsUndo: undoText(takeSnapshot(own)) !== undefined });
      }),
    write: (models, options = {}) =>
      fly(async () => {
        known = known && { ...known, isWritten: true };
        const { undoText, writeOrUndo } = await writer();
        const written = await onceMore(excel, () => writeOrUndo(excel, onFault, models, { ...options, namesAreFew }));
        if (!written.ok) return written;
        const { snapshot, outcome, notices } = written.value;
        const isChanged = snapshot.sheets.length > 0;
        if (isChanged) last = snapshot;
        for (const { id } of snapshot.sheets) if (id !== undefined) sheets.mine(id, 'listed');
        return ok({ ...outcome, notices, undo: isChanged ? undoText(snapshot) : undefined });
      }),
    addSheet: async (model, options = {}) => {
      const added = await fly(async () => {
        known = known && { ...known, isWritten: true };
        const { writeOrUndo } = await writer();
        return onceMore(excel, () => writeOrUndo(excel, onFault, [model], { ...options, namesAreFew, anew: true }));
      });
      if (!added.ok) return added;
      const name = added.value.outcome.sheets[0]?.name ?? model.name;
      // It stands; where the focus is elsewhere the person opens it by hand.
      await act((context) => jumpToCell(context, { sheet: name, cell: 'A1' }));
      return ok(name);
    },
    restore: async ({ kept, ...options } = {}) => {
      const { readUndo, undoWrite } = await writer();
      const snapshot = last ?? (kept === undefined ? undefined : readUndo(kept));
      if (snapshot === undefined) return refuse(problem('excel-nothing-to-restore'));
      known = known && { ...known, isWritten: true };
      const restored = await act(async (context) => {
        const undone = await undoWrite(context, snapshot, options);
        if (!undone.ok) return undone;
        for (const id of undone.value.deleted) sheets.mine(id, 'gone');
        return ok(undone.value.kept);
      });
      if (restored.ok) last = undefined;
      return restored;
    },
    jumpTo: (place) => act((context) => jumpToCell(context, place)),
    enter: (cells) => act((context) => enterCells(context, cells)),
    replaceFormula: (change) => act((context) => replaceFormula(context, change)),
    selectedCell: () => act(async (context) => ok(await selectedCell(context))),
    readSettings: (keys) => act(async (context) => ok(await readSettings(context, keys))),
    saveSettings: (texts) =>
      act(async (context) => {
        await saveSettings(context, texts);
        return ok(undefined);
      }),
    watch: async (tell) => {
      const { note } = changes;
      sheets.tell = (sheetId) => {
        tell({ sheetId, address: undefined });
      };
      const noteSheet = (id = '', event: SheetEvent): void => {
        note(id, undefined);
        sheets.note(id, event);
      };
      const stop = await act(async (context) => ok(await watchChanges(context, { note, tell, noteSheet })));
      if (!stop.ok) return stop;
      listens = true;
      return ok(async () => {
        listens = false;
        known = undefined;
        await stop.value();
      });
    },
    openBook: (bytes) =>
      act(async () => {
        await excel.createWorkbook(inBase64(bytes));
        return ok(true);
      }),
  };
};

/** Loaded when something is first written or previewed: a pane that is opened needs none of it. */
const writer = () => import('./writer');

const inBase64 = (bytes: Uint8Array): string => {
  // In parts: a call takes no more arguments than the stack holds.
  const parts = Array.from({ length: Math.ceil(bytes.length / 8192) }, (_, at) =>
    String.fromCharCode(...bytes.subarray(at * 8192, (at + 1) * 8192)),
  );
  return btoa(parts.join(''));
};

/** Reads what we remembered in the workbook under these keys, as text. One round trip. */
const readSettings = async <Key extends string>(
  context: Excel.RequestContext,
  keys: readonly Key[],
): Promise<ReadonlyMap<Key, string>> => {
  const asked = keys.map((key) => ({ key, setting: context.workbook.settings.getItemOrNullObject(key) }));
  for (const { setting } of asked) setting.load('value');
  await context.sync();
  return new Map(
    asked.flatMap(({ key, setting }) => {
      const value: unknown = setting.isNullObject ? undefined : setting.value;
      return typeof value === 'string' ? [[key, value] as const] : [];
    }),
  );
};

/** Remembers texts in the workbook; they are stored with the file and travel with it. One round trip. */
const saveSettings = async (context: Excel.RequestContext, texts: ReadonlyMap<string, string>): Promise<void> => {
  for (const [key, text] of texts) context.workbook.settings.add(key, text);
  await context.sync();
};
