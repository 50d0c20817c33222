import { ok, type Result } from '../../src/problems';
import type { SheetModel, WorkbookContent, WriteOutcome } from '../../src/workbook';
import { readWorkbookFile, refreshWorkbookFile } from '../../src/workbook/file';

/** A workbook file in memory, read and refreshed as the command line does with one on the disk. */
export interface WorkbookFile {
  read(): Promise<Result<WorkbookContent>>;
  write(models: readonly SheetModel[]): Promise<Result<WriteOutcome>>;
  /** What is to be saved: the given bytes until something was written. */
  readonly bytes: Uint8Array;
}

/** Opens the bytes of a file; nothing is read before `read` or `write`. */
export const workbookFile = (bytes: Uint8Array, fileName: string): WorkbookFile => {
  let current = bytes;
  return {
    get bytes() {
      return current;
    },
    read: () => readWorkbookFile(current, fileName),
    write: async (models) => {
      const refreshed = await refreshWorkbookFile(current, fileName, models);
      if (!refreshed.ok) return refreshed;
      current = refreshed.value.bytes;
      return ok(refreshed.value.outcome);
    },
  };
};
