import { ok } from '../../kernel';
import type { WorkbookReader } from '../workbookContent';
import type { WorkbookWriter } from '../workbookWriter';
import { readWorkbookFile } from './readWorkbookFile';
import { refreshWorkbookFile } from './refreshWorkbookFile';

/** A workbook file in memory behind the two ports; the host reads and writes the disk. */
export interface WorkbookFile extends WorkbookReader, WorkbookWriter {
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
      return ok(refreshed.value.report);
    },
  };
};
