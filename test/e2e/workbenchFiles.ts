import { unzipSync } from 'fflate';
import type { WorkbookContent } from '../../src/workbook';
import { readWorkbookFile } from '../../src/workbook/file';

/** What our reader makes of a file; throws where it refuses it. */
export const contentOf = async (bytes: Uint8Array, name: string): Promise<WorkbookContent> => {
  const read = await readWorkbookFile(bytes, name);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};

/** Parts of a workbook that are other bytes than before, or gone. */
export const changedParts = (before: Uint8Array, after: Uint8Array): readonly string[] => {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  return Object.keys(old)
    .filter((part) => Buffer.compare(old[part] ?? new Uint8Array(), now[part] ?? new Uint8Array()) !== 0)
    .toSorted();
};
