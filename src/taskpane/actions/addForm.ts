import { ok } from '../../problems';
import type { PaneStore } from '../state/store';
import { readBook } from './readBook';
import type { PanePorts, TaskRunner } from './runTask';

/**
 * 白紙の回答票を追加: the answer form of the year that is chosen, else of the newest, as a new sheet, and the sheet 設定 where
 * there is none. What stands is never written over: answers may be in it.
 */
export const addForm = async (ports: PanePorts, store: PaneStore, tasks: TaskRunner): Promise<void> => {
  const { workbook } = ports;
  const added = await tasks.run('form', async (options) => {
    const { blankForm, blankSettings, settingCells } = await ports.engine();
    const { reading, mapping } = store.state();
    const form = blankForm(mapping.year, ports.isRecorded);
    if (!form.ok) return form;
    if (settingCells(reading?.content.sheets ?? []) === undefined) {
      const settings = await workbook.addSheet(blankSettings(), options);
      if (!settings.ok) return settings;
    }
    const sheet = await workbook.addSheet(form.value, options);
    return sheet.ok ? ok(true) : sheet;
  });
  if (added === undefined) return;
  await readBook(ports, store, tasks, { toward: 'opening' });
  store.send({ kind: 'noticed', notice: 'form-added' });
};
