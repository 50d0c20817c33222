import { ok } from '../../kernel';
import { automatic } from '../mapping';
import type { PaneStore, Screen } from '../state';
import type { PanePorts } from './panePorts';
import { readRemembered } from './rememberedSettings';
import type { TaskRunner } from './runTask';

/** What came of a reading. */
export type ReadOutcome =
  /** Scored in the way a person once confirmed for these very headers. */
  | 'settled'
  /** Read, but a person has to look at how. */
  | 'to-confirm'
  /** Not read; the reason is on the screen. */
  | 'failed';

/** Reads the workbook and scores it; `next` is the screen shown when a person has to look, absent = the same. */
export const readBook = async (
  { workbook, pause, engine }: PanePorts,
  store: PaneStore,
  tasks: TaskRunner,
  next?: Screen,
): Promise<ReadOutcome> => {
  const before = store.state();
  const found = await tasks.run('read', async (options) => {
    const content = await workbook.read(options);
    if (!content.ok) return content;
    const remembered = await readRemembered(workbook);
    options.onProgress?.({ stage: 'read', done: 1, total: 1 });
    store.send({ kind: 'progressed', stage: 'score', done: 0, total: 1 });
    const { readingOf } = await engine();
    await pause();
    const mapping = before.reading === undefined ? (remembered.mapping?.mapping ?? automatic) : before.mapping;
    return ok({ mapping, remembered, reading: readingOf(content.value, mapping, remembered.mapping) });
  });
  if (found === undefined) return 'failed';
  const { mapping, remembered, reading } = found;
  const settled = reading.outcome.ok && remembered.mapping !== undefined && reading.changes.length === 0;
  store.send({
    kind: 'read',
    reading,
    mapping,
    written: remembered.written,
    next: settled ? undefined : next,
    anew: next !== undefined,
  });
  return settled ? 'settled' : 'to-confirm';
};
