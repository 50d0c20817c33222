import type { PaneActions, PaneStore } from '../../taskpane';
import type { Problem } from '../../problems';
import type { OpenFile } from '../../workbook/file';

/** A workbook that is open in the page, with its pane. */
export interface Book {
  readonly id: number;
  readonly name: string;
  /** Those of the file below the one that was dropped, innermost first. */
  readonly folders: readonly string[];
  readonly file: OpenFile;
  readonly store: PaneStore;
  readonly actions: PaneActions;
  /** What the other workbooks of the page come to together; it has no answers of its own. */
  readonly isTable: boolean;
  /** The file on the disk, where the browser let us keep hold of it. */
  readonly onDisk: FileOnDisk | undefined;
}

/** A file that may be written into, and when it was last changed as far as we know. */
export interface FileOnDisk {
  readonly handle: FileSystemFileHandle;
  readonly lastModified: number;
}

/** The cell a person is at; `jumps` grows when the grid is to go there. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly jumps: number;
}

export interface WorkbenchState {
  readonly books: readonly Book[];
  /** The id of the book that is looked at. */
  readonly chosen: number | undefined;
  /** By the id of the book. */
  readonly places: ReadonlyMap<number, Place>;
  /** The bytes that lie on the disk, by the id of the book. */
  readonly saved: ReadonlyMap<number, Uint8Array>;
  /** The name of the file that is read. */
  readonly opening: { readonly name: string; readonly share: number } | undefined;
  readonly faults: readonly Problem[];
  readonly notice: string | undefined;
  /** The id of a book that is to be closed though it was not saved. */
  readonly closing: number | undefined;
  /** Results and papers are looked at as they are printed. */
  readonly showsPapers: boolean;
  /** Grows whenever the bytes of a book change. */
  readonly edition: number;
}

export const nothingOpen: WorkbenchState = {
  books: [],
  chosen: undefined,
  places: new Map(),
  saved: new Map(),
  opening: undefined,
  faults: [],
  notice: undefined,
  closing: undefined,
  showsPapers: false,
  edition: 0,
};

export const chosenBook = ({ books, chosen }: WorkbenchState): Book | undefined =>
  books.find(({ id }) => id === chosen);

/** Whether something would be lost if the book were closed: written sheets, corrected answers, decisions. */
export const isUnsaved = ({ saved }: WorkbenchState, { id, file, store }: Book): boolean => {
  const { decisions, decisionsAreWritten } = store.state();
  return saved.get(id) !== file.current().bytes || (decisions !== undefined && !decisionsAreWritten);
};
