import { ok } from '../../problems';
import { addScheme } from '../../schemes';
import type { PaneStore } from '../state/store';
import type { PanePorts, TaskRunner } from './runTask';
import type { ChosenFile } from './yearFile';

/**
 * ファイルから年度を加える: takes a person's own scheme file for the rules of its year, until the pane is closed; the custom
 * functions live in the same runtime and know it too. The workbook that was read is scored again by what is now known.
 */
export const addYear = async (
  { engine }: PanePorts,
  store: PaneStore,
  tasks: TaskRunner,
  file: ChosenFile,
): Promise<void> => {
  const added = await tasks.run('year', async () => {
    const [{ readingOf }, { readYearFile }] = await Promise.all([engine(), import('./yearFile')]);
    const scheme = await readYearFile(file);
    if (!scheme.ok) return scheme;
    addScheme(scheme.value);
    const { reading: before, mapping } = store.state();
    return ok({
      reading: before && { ...readingOf(before.content, mapping, undefined), changes: before.changes },
      mapping,
    });
  });
  if (added === undefined) return;
  const { reading, mapping } = added;
  if (reading !== undefined) store.send({ kind: 'remapped', reading, mapping });
  store.send({ kind: 'noticed', notice: 'year-added' });
};
