import { ok, type Result } from '../../problems';
import type { CellValue, SheetContent, SheetModel, RunOptions } from '../../workbook';
import type { PaneStore } from '../state/store';
import { readBook } from './readBook';
import type { PanePorts, TaskRunner } from './runTask';

/**
 * 金額の入力: puts what was entered, by the path of the setting, into the sheet 設定, so that every face reads it; the sheet is
 * added where there is none. Gives the paths that were written; a sheet of the user's may have no row for one. What cannot be
 * used is told by the reading that follows, at its cell.
 */
export const tellSettings = async (
  ports: PanePorts,
  store: PaneStore,
  tasks: TaskRunner,
  entered: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> => {
  const { workbook } = ports;
  const written = new Set<string>();
  if (entered.size === 0) return written;
  const done = await tasks.run('settings', async (options) => {
    const { blankSettings, settingCells } = await ports.engine();
    const { reading } = store.state();
    const standing = reading && settingCells(reading.content.sheets);
    const added = standing === undefined ? await addedSettings(blankSettings(), workbook, options) : ok(undefined);
    if (!added.ok) return added;
    const cells = standing ?? (added.value && settingCells([added.value])) ?? new Map<string, never>();
    const wanted = [...entered].flatMap(([path, text]) => {
      const place = cells.get(path);
      if (place === undefined) return [];
      written.add(path);
      return [{ sheet: place.sheet, cell: place.cell, value: valueOf(text) }];
    });
    return wanted.length === 0 ? ok(true) : workbook.enter(wanted);
  });
  if (done === undefined) return new Set();
  await readBook(ports, store, tasks);
  return written;
};

/** The new sheet with its name and its cells. */
const addedSettings = async (
  form: SheetModel,
  workbook: PanePorts['workbook'],
  options: RunOptions,
): Promise<Result<Pick<SheetContent, 'name' | 'grid'>>> => {
  const added = await workbook.addSheet(form, options);
  if (!added.ok) return added;
  return ok({ name: added.value, grid: form.rows.map((row) => row.map(({ value }) => value)) });
};

/** A plain number is one for Excel too; what else was typed stays text, and the reading says whether it can be used. */
const valueOf = (text: string): CellValue => {
  const plain = text.normalize('NFKC').trim().replaceAll(',', '');
  if (plain === '') return null;
  return /^\d{1,15}$/.test(plain) ? Number(plain) : text.trim();
};
