import { readWanted } from '../../evaluation';
import { ok, problem, refuse } from '../../problems';
import type { ColumnChooser } from '../../workbook';
import {
  cautionsAbout,
  enterInWorkbookFile,
  keepAddinSettings,
  readAddinSettings,
  readSheetLooks,
  readWorkbookFile,
  refreshWorkbookFile,
  writeWorkbookFile,
  type FileWork,
} from '../../workbook/file';

/** How far a reading is, is told no oftener: each time costs the page a message and a frame. */
const tellEvery = 50;

/**
 * The work on files in this very thread. With a `pause` it reads in slices, and can be stopped between two of them.
 */
export const fileWorkHere = (pause?: () => Promise<void>): FileWork => ({
  read: async ({ bytes, name }, narrow, { signal, onProgress } = {}) => {
    let told = performance.now();
    const tell =
      onProgress &&
      ((done: number, total: number): void => {
        if (performance.now() < told + tellEvery) return;
        told = performance.now();
        onProgress({ stage: 'read', done, total });
      });
    const pausing =
      pause &&
      (async (): Promise<void> => {
        await pause();
        signal?.throwIfAborted();
      });
    const read = (wanted?: ColumnChooser) => readWorkbookFile(bytes, name, { wanted, pause: pausing, tell });
    try {
      return await (narrow ? readWanted(read, undefined) : read());
    } catch (error) {
      if (signal?.aborted === true) return refuse(problem('excel-cancelled'));
      throw error;
    }
  },
  refresh: async ({ bytes, name }, models, how) => {
    const refreshed = await refreshWorkbookFile(bytes, name, models, how);
    if (!refreshed.ok) return refreshed;
    const changes = refreshed.value.bytes !== bytes;
    return ok({
      bytes: changes ? refreshed.value.bytes : undefined,
      outcome: refreshed.value.outcome,
      notices: changes ? cautionsAbout(bytes, name) : [],
    });
  },
  enter: ({ bytes, name }, cells) => enterInWorkbookFile(bytes, name, cells),
  create: (models) => writeWorkbookFile(models),
  settings: ({ bytes, name }) => {
    // What is no .xlsx keeps nothing; that it cannot be read is said by the reading.
    const kept = readAddinSettings(bytes, name);
    return Promise.resolve(kept.ok ? kept.value : new Map<string, string>());
  },
  looks: ({ bytes }) => Promise.resolve(readSheetLooks(bytes)),
  keep: ({ bytes, name }, texts) => keepAddinSettings(bytes, name, texts),
});

export const fileWork = fileWorkHere();
