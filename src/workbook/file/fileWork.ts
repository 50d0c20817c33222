import type { Problem, Result } from '../../problems';
import type { EnteredCell, RunOptions, SheetModel, WorkbookContent, WriteOutcome } from '..';
import type { RefreshOptions } from './edit/refreshWorkbookFile';
import type { SheetLook } from './xlsx/sheetLooks';

/** A workbook file in memory. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was made of a file by writing our sheets into it. */
export interface RefreshedBytes {
  /** Undefined where nothing changes. */
  readonly bytes: Uint8Array | undefined;
  readonly outcome: WriteOutcome;
  /** What somebody may not have wanted, such as writing into a signed book. */
  readonly notices: readonly Problem[];
}

/** The heavy work on files. It keeps nothing between two calls, so that another thread may do it. */
export interface FileWork {
  /** `narrow` leaves out columns of a national table that nobody scores, where it stands alone. */
  readonly read: (file: NamedBytes, narrow: boolean, options?: RunOptions) => Promise<Result<WorkbookContent>>;
  readonly refresh: (
    file: NamedBytes,
    models: readonly SheetModel[],
    how: RefreshOptions,
    options?: RunOptions,
  ) => Promise<Result<RefreshedBytes>>;
  readonly enter: (file: NamedBytes, cells: readonly EnteredCell[]) => Promise<Result<Uint8Array>>;
  /** A new workbook of these sheets. */
  readonly create: (models: readonly SheetModel[]) => Promise<Uint8Array>;
  /** What add-ins keep in the workbook, by key: all at once, since each call copies the file to the other thread. */
  readonly settings: (file: NamedBytes) => Promise<ReadonlyMap<string, string>>;
  /** How the sheets look; nothing for files that tell none. */
  readonly looks: (file: NamedBytes) => Promise<readonly SheetLook[]>;
  /** Keeps texts in the workbook as the pane does in Excel; an empty one is taken away. */
  readonly keep: (file: NamedBytes, texts: ReadonlyMap<string, string>) => Promise<Result<Uint8Array>>;
}
