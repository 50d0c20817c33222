import { readWanted } from '../../evaluation';
import { ok } from '../../problems';
import {
  cautionsAbout,
  enterInWorkbookFile,
  keepAddinSettings,
  readAddinSetting,
  readSheetLooks,
  readWorkbookFile,
  refreshWorkbookFile,
  writeWorkbookFile,
  type FileWork,
} from '../../workbook/file';

/** The work on files in this very thread. */
export const fileWork: FileWork = {
  read: ({ bytes, name }, narrow) =>
    narrow
      ? readWanted((wanted) => readWorkbookFile(bytes, name, { wanted }), undefined)
      : readWorkbookFile(bytes, name),
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
  setting: ({ bytes, name }, key) => {
    // What is no .xlsx keeps nothing; that it cannot be read is said by the reading.
    const kept = readAddinSetting(bytes, name, key);
    return Promise.resolve(kept.ok ? kept.value : undefined);
  },
  looks: ({ bytes }) => Promise.resolve(readSheetLooks(bytes)),
  keep: ({ bytes, name }, texts) => keepAddinSettings(bytes, name, texts),
};
