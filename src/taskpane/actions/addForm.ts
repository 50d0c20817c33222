import { ok } from '../../problems';
import { ownedSheets } from '../../workbook';
import type { PaneStore } from '../state/store';
import { readBook } from './readBook';
import type { PanePorts, TaskRunner } from './runTask';

/**
 * 白紙の回答票を追加: the answer form and the sheet 設定 of the year that is chosen, else of the newest. A form that stands is
 * never written again, since answers may be in it: it is shown instead.
 */
export const addForm = async (ports: PanePorts, store: PaneStore, tasks: TaskRunner): Promise<void> => {
  const { workbook } = ports;
  const added = await tasks.run('form', async (options) => {
    const { blankForm } = await ports.engine();
    const { reading, mapping } = store.state();
    const sheets = blankForm(mapping.year, ports.isRecorded);
    const names = reading?.content.names ?? [];
    const missing = sheets.filter((sheet) => ownedSheets(names, sheet).length === 0);
    const written = missing.length === 0 ? ok(undefined) : await workbook.write(missing, options);
    if (!written.ok) return written;
    if (written.value !== undefined) store.send({ kind: 'sheets-added' });
    const [form] = sheets;
    const name =
      written.value?.sheets.find(({ marker }) => marker === form?.marker)?.name ??
      (form && ownedSheets(names, form)[0]?.name);
    const shown = name === undefined ? ok(undefined) : await workbook.jumpTo({ sheet: name, cell: 'A1' });
    return shown.ok ? ok(true) : shown;
  });
  if (added === undefined) return;
  await readBook(ports, store, tasks, { toward: 'opening' });
  store.send({ kind: 'noticed', notice: 'form-added' });
};
