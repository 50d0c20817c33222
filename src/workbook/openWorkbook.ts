import type { Problem, Result } from '../problems';
import type { ColumnChooser, CountedCells, DefinedName, WorkbookContent } from './content';
import type { SheetModel } from './model';
import type { CellValue } from './values';
import type { WriteOutcome } from './writePlan';

/**
 * The workbook a person has open, wherever it is: in Excel (`officejs`), or a file that was opened in a page (`file`). One
 * action at a time: a second one is refused with `excel-busy`.
 */
export interface OpenWorkbook {
  read(options?: ReadOptions): Promise<Result<WorkbookContent>>;
  /**
   * What {@link OpenWorkbook.write} would do, without doing it; refused for the same reasons. `marks` by marker (`blockMarks`)
   * tell which cells were changed by hand.
   */
  preview(
    sheets: readonly SheetModel[],
    options?: RunOptions & { readonly marks?: ReadonlyMap<string, string> },
  ): Promise<Result<PreviewReport>>;
  /** Writes the sheets, unless the cells they were worked out from (`counted`) hold something else by now. */
  write(sheets: readonly SheetModel[], options?: WriteOptions): Promise<Result<WriteReport>>;
  /** Adds a sheet, shows it and gives its name; none that stands is written on, whatever its name and mark. */
  addSheet(sheet: SheetModel, options?: RunOptions): Promise<Result<string>>;
  /**
   * 元に戻す: puts our sheets back as they were before the last write; gives the names of new ones it left. `kept` is the way
   * back of an earlier session, as {@link WriteReport.undo} gave it.
   */
  restore(options?: RunOptions & { readonly kept?: string | undefined }): Promise<Result<readonly string[]>>;
  jumpTo(place: { readonly sheet: string; readonly cell: string }): Promise<Result<undefined>>;
  /** Puts values into cells a person could type into, such as those of 設定. */
  enter(cells: readonly EnteredCell[]): Promise<Result<true>>;
  /**
   * Puts the formula `to` where `from` stands, and gives it as Excel keeps it; refused where anything else stands there. Absent
   * where no Excel calculates.
   */
  replaceFormula?(change: FormulaChange): Promise<Result<string>>;
  /** The cell a person is at. */
  selectedCell(): Promise<Result<SelectedCell>>;
  /** What is remembered in the workbook under these keys, where there is something. */
  readSettings<Key extends string>(keys: readonly Key[]): Promise<Result<ReadonlyMap<Key, string>>>;
  /** Stores texts with the workbook, in one round trip; it clears Excel's undo list, so only what changed is given. */
  saveSettings(texts: ReadonlyMap<string, string>): Promise<Result<undefined>>;
  /** Tells of cells the user or a co-author changes, and of sheets they add, delete, rename or move; resolves to the function that stops it. */
  watch(tell: (change: CellChange) => void): Promise<Result<() => Promise<void>>>;
  /** Opens a workbook of its own from the bytes of an .xlsx file. */
  openBook(bytes: Uint8Array): Promise<Result<true>>;
}

/** What a write did. */
export interface WriteReport extends WriteOutcome {
  /** What could not be done to sheets that are complete all the same: panes, print set-up. */
  readonly notices: readonly Problem[];
  /** The way back as a text to be kept with the workbook; undefined where it is too long, or nothing was changed. */
  readonly undo: string | undefined;
}

/** What a write would do. */
export interface PreviewReport extends WriteOutcome {
  /** The way back is short enough to be kept with the workbook; else it is there until the pane is closed. */
  readonly keepsUndo: boolean;
}

/** A value for one cell, as if a person had typed it; text stays text, whatever it looks like. */
export interface EnteredCell {
  readonly sheet: string;
  /** A1 address without the sheet. */
  readonly cell: string;
  readonly value: CellValue;
}

/** A formula of ours for one cell; '' is an empty cell. */
export interface FormulaChange {
  readonly sheet: string;
  /** A1 address without the sheet. */
  readonly cell: string;
  readonly from: string;
  readonly to: string;
}

/** The cell a person is at, with what is needed to tell whether it is ours. */
export interface SelectedCell {
  readonly sheet: string;
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** The names of its sheet; our markers are among them. */
  readonly names: readonly DefinedName[];
}

/** A change of the user's or a co-author's; our own writes are not told. */
export interface CellChange {
  /** What the workbook knows the sheet by. */
  readonly sheetId: string;
  /** A1 address without the sheet; undefined where a sheet came, went, or was renamed or moved. */
  readonly address: string | undefined;
}

/** The stages of a long action, in the order they come; the pane shows them by name. */
export type Stage = 'look' | 'measure' | 'read' | 'prepare' | 'write' | 'undo';

/** How far an action is; `done` of `total` round trips of this stage. */
export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
}

export interface RunOptions {
  /** Looked at between round trips; what was written so far is taken back. */
  readonly signal?: AbortSignal;
  /** Called before each round trip, and when a stage is done. */
  readonly onProgress?: (progress: Progress) => void;
  /** Lets the page paint and take a click between two slices of work (decisions/slices.md). */
  readonly pause?: () => Promise<void>;
}

export interface WriteOptions extends RunOptions {
  readonly counted?: readonly CountedCells[];
  /** The sheets that were read, in their order, and which need not have been: no other may have come between. */
  readonly sheetsRead?: { readonly names: readonly string[]; readonly leftOut: ReadOptions['leftOut'] };
}

export interface ReadOptions extends RunOptions {
  /** Leaves out columns of large sheets that nobody wants. */
  readonly wanted?: ColumnChooser | undefined;
  /** Sheets that need not be read, by what the names of the workbook say: those we wrote. */
  readonly leftOut?: (names: readonly DefinedName[]) => ReadonlySet<string>;
  /**
   * Reads only what was changed since the last reading, where that is certain to give the same as a whole reading; else
   * everything.
   */
  readonly onlyChanged?: boolean;
}
