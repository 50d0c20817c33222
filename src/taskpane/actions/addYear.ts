import { ok, problem, refuse } from '../../problems';
import { addScheme, mostJsonBytes, readJsonText, readScheme } from '../../schemes';
import type { PaneStore } from '../state/store';
import type { PanePorts, TaskRunner } from './runTask';

/** What the browser knows of a chosen file. */
export type ChosenFile = Pick<File, 'name' | 'size' | 'text'>;

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
    if (file.size > mostJsonBytes) {
      const size = { size: megabytes(file.size), limit: megabytes(mostJsonBytes) };
      return refuse(problem('file-too-large', { found: file.name }, size));
    }
    const scheme = readJsonText(await file.text(), file.name, readScheme);
    if (!scheme.ok) return scheme;
    addScheme(scheme.value);
    const { readingOf } = await engine();
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

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);
