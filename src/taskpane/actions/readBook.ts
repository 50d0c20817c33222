import { ok } from '../../problems';
import { automatic, readMapping } from '../mapping/mapping';
import type { Screen } from '../state/paneState';
import type { PaneStore } from '../state/store';
import type { PanePorts, TaskRunner } from './runTask';

/** What came of a reading. */
type ReadOutcome =
  /** Scored in the way a person once confirmed for these very headers. */
  | 'settled'
  /** Read; nobody has confirmed yet how. */
  | 'to-confirm'
  /** Not read; the reason is on the screen. */
  | 'failed';

interface Wanted {
  /** Where the person goes from here; absent = stays. The pane was opened, or 採点 was asked for. */
  readonly toward?: 'opening' | 'result';
  /** Reads only what changed, where that is sure to be the same. */
  readonly onlyChanged?: true;
  /** Comes before the reading, in the same task. */
  readonly first?: () => Promise<void>;
}

/** Reads the workbook, without the sheets we wrote and without columns of a national table that nobody looks at, and scores it. */
export const readBook = async (
  { workbook, pause, engine, beside }: PanePorts,
  store: PaneStore,
  tasks: TaskRunner,
  { toward, onlyChanged, first }: Wanted = {},
): Promise<ReadOutcome> => {
  const before = store.state();
  const found = await tasks.run('read', async (options) => {
    await first?.();
    const { inSlices, isGone, isSure, keptUndo, ourSheets, readStored, readWanted, readWritten, readingOf } =
      await engine();
    const content = await readWanted(
      (wanted) =>
        workbook.read({
          ...options,
          wanted,
          pause,
          leftOut: ourSheets,
          onlyChanged: onlyChanged === true && wanted !== undefined,
        }),
      undefined,
    );
    if (!content.ok) return content;
    // The settings are ours alone: what they said when everything was read, and what we wrote since, holds.
    const stored = onlyChanged === undefined ? await readStored(workbook) : before.stored;
    // What was confirmed in this session stands in the workbook only after the next write.
    const remembered = before.confirmed ?? readMapping(stored.mapping);
    options.onProgress?.({ stage: 'read', done: 1, total: 1 });
    store.send({ kind: 'progressed', stage: 'score', done: 0, total: 1 });
    await pause();
    const mapping = before.reading === undefined ? (remembered?.mapping ?? automatic) : before.mapping;
    // What was decided counts until it was written and read again; else the sheet 判定.
    const isRead = before.decisionsAreWritten && onlyChanged === undefined;
    const decisions = isRead ? undefined : before.decisions;
    const reading = await inSlices(readingOf(content.value, mapping, remembered, decisions, beside?.()), pause);
    return ok({
      mapping,
      remembered,
      stored,
      reading: onlyChanged === undefined ? reading : { ...reading, onlyChanged },
      sure: isSure(reading),
      written: readWritten(stored.score),
      undoIsKept: keptUndo(stored) !== undefined,
      sheetsAreGone: isGone(content.value.names, { stored, lastWrite: before.lastWrite }),
    });
  });
  if (found === undefined) return 'failed';
  const { mapping, remembered, stored, reading, sure, written, undoIsKept, sheetsAreGone } = found;
  const settled = reading.outcome.ok && remembered !== undefined && reading.changes.length === 0;
  store.send({
    kind: 'read',
    reading,
    mapping,
    stored,
    written,
    undoIsKept,
    sheetsAreGone,
    next: toward && nextScreen(toward, settled, sure),
    anew: toward === 'result',
  });
  return settled ? 'settled' : 'to-confirm';
};

/** A sure reading goes to 結果, another is looked at first; a workbook nobody has scored yet is met with what was found in it. */
const nextScreen = (toward: 'opening' | 'result', settled: boolean, sure: boolean): Screen =>
  settled ? 'result' : toward === 'opening' ? 'opening' : sure ? 'result' : 'reading';
