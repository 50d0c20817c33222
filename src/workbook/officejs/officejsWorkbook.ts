import { ok, problem, refuse, type Result } from '../../kernel';
import { reportOf, type Grid, type SheetModel, type WorkbookContent, type WriteReport } from '..';
import type { ExcelLibrary } from './excelLibrary';
import { inExcel, singleFlight, type FaultListener } from './inExcel';
import { jumpToCell } from './jumpToCell';
import { lookAtOwnSheets } from './ownSheets';
import { preflight } from './preflight';
import { readContent } from './readContent';
import type { RunOptions } from './runOptions';
import { openSampleSheet } from './sampleSheet';
import { selectedCell, type SelectedCell } from './selectedCell';
import type { Snapshot } from './snapshot';
import { undoWrite } from './undoWrite';
import { watchChanges, type CellChange } from './watchChanges';
import { readSetting, saveSetting } from './workbookSettings';
import { writeOrUndo } from './writeOrUndo';

/** The open workbook in Excel. One action at a time: a second one is refused with `excel-busy`. */
export interface OfficejsWorkbook {
  read(options?: RunOptions): Promise<Result<WorkbookContent>>;
  /** What {@link OfficejsWorkbook.write} would do, without doing it; refused for the same reasons. */
  preview(sheets: readonly SheetModel[], options?: RunOptions): Promise<Result<WriteReport>>;
  write(sheets: readonly SheetModel[], options?: RunOptions): Promise<Result<WriteReport>>;
  /** 元に戻す: puts our sheets back as they were before the last write. */
  restore(options?: RunOptions): Promise<Result<undefined>>;
  canRestore(): boolean;
  jumpTo(place: { readonly sheet: string; readonly cell: string }): Promise<Result<undefined>>;
  /** The cell a person is at. */
  selectedCell(): Promise<Result<SelectedCell>>;
  readSetting(key: string): Promise<Result<string | undefined>>;
  saveSetting(key: string, value: string): Promise<Result<undefined>>;
  /** Tells of cells the user changes; resolves to the function that stops it. */
  watch(tell: (change: CellChange) => void): Promise<Result<() => Promise<void>>>;
  /** Opens a sample as a sheet; gives the sheet's name. */
  openSample(name: string, rows: Grid): Promise<Result<string>>;
}

/** The workbook ports over Office.js. */
export const officejsWorkbook = (excel: ExcelLibrary, onFault: FaultListener = () => undefined): OfficejsWorkbook => {
  const { fly, flying } = singleFlight();
  let last: Snapshot | undefined;
  const act = <T>(action: (context: Excel.RequestContext) => Promise<Result<T>>): Promise<Result<T>> =>
    fly(() => inExcel(excel, onFault, action));
  return {
    read: (options = {}) => act((context) => readContent(context, excel, options)),
    preview: (models, options = {}) =>
      act(async (context) => {
        const own = await lookAtOwnSheets(context, models, options);
        const [first, ...more] = preflight(own);
        return first === undefined ? ok(reportOf(own.plans)) : refuse(first, ...more);
      }),
    write: (models, options = {}) =>
      fly(async () => {
        const written = await writeOrUndo(excel, onFault, models, options);
        if (!written.ok) return written;
        if (written.value.snapshot.sheets.length > 0) last = written.value.snapshot;
        return ok(written.value.report);
      }),
    restore: async (options = {}) => {
      const snapshot = last;
      if (snapshot === undefined) return refuse(problem('excel-nothing-to-restore'));
      const restored = await act(async (context) => {
        await undoWrite(context, snapshot, options);
        return ok(undefined);
      });
      if (restored.ok) last = undefined;
      return restored;
    },
    canRestore: () => last !== undefined,
    jumpTo: (place) => act((context) => jumpToCell(context, place)),
    selectedCell: () => act(async (context) => ok(await selectedCell(context))),
    readSetting: (key) => act(async (context) => ok(await readSetting(context, key))),
    saveSetting: (key, value) =>
      act(async (context) => {
        await saveSetting(context, key, value);
        return ok(undefined);
      }),
    watch: (tell) => act(async (context) => ok(await watchChanges(context, flying, tell))),
    openSample: (name, rows) => act(async (context) => ok(await openSampleSheet(context, name, rows))),
  };
};
