import { ok } from '../../problems';
import type { PaneStore } from '../state/store';
import { readBook } from './readBook';
import type { PanePorts, TaskRunner } from './runTask';
import type { ChosenFile } from './yearFile';

/**
 * ファイルから年度を追加: takes a person's own scheme file for the rules of its year, until the pane is closed; the custom
 * functions live in the same runtime and know it too. The workbook that was read is scored again by what is now known.
 */
export const addYear = async (
  ports: PanePorts,
  store: PaneStore,
  tasks: TaskRunner,
  file: ChosenFile,
): Promise<void> => {
  const added = await tasks.run('year', async () => {
    const [{ inSlices, readingOf }, { addYearFile }] = await Promise.all([ports.engine(), import('./yearFile')]);
    const scheme = await addYearFile(file);
    if (!scheme.ok) return scheme;
    const { reading: before, mapping, decisions } = store.state();
    // The columns that the rules of the new year look at may have been left out.
    const toRead = before?.content.sheets.some(({ narrowed }) => narrowed) === true;
    const reading =
      toRead || before === undefined
        ? undefined
        : {
            ...before,
            ...(await inSlices(
              readingOf(before.content, mapping, undefined, decisions, ports.beside?.()),
              ports.pause,
            )),
          };
    return ok({ reading: reading && { ...reading, changes: before?.changes ?? [] }, mapping, toRead });
  });
  if (added === undefined) return;
  const { reading, mapping, toRead } = added;
  if (reading !== undefined) store.send({ kind: 'remapped', reading, mapping });
  if (toRead) await readBook(ports, store, tasks);
  store.send({ kind: 'noticed', notice: 'year-added' });
};
