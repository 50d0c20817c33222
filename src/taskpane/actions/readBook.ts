import { ok } from '../../problems';
import type { OfficejsWorkbook } from '../../workbook/officejs';
import { automatic, mappingText, readMapping, type RememberedMapping } from '../mapping/mapping';
import type { Screen, WrittenScore } from '../state/paneState';
import type { PaneStore } from '../state/store';
import type { PanePorts, TaskRunner } from './runTask';

/** What came of a reading. */
type ReadOutcome =
  /** Scored in the way a person once confirmed for these very headers. */
  | 'settled'
  /** Read, but a person has to look at how. */
  | 'to-confirm'
  /** Not read; the reason is on the screen. */
  | 'failed';

interface Wanted {
  /** The screen shown when a person has to look; absent = the same. */
  readonly next?: Screen;
  /** Reads only what changed, where that is sure to be the same. */
  readonly onlyChanged?: true;
  /** Comes before the reading, in the same task. */
  readonly first?: () => Promise<void>;
}

/** Reads the workbook, without the sheets we wrote and without columns of a national table that nobody looks at, and scores it. */
export const readBook = async (
  { workbook, pause, engine }: PanePorts,
  store: PaneStore,
  tasks: TaskRunner,
  { next, onlyChanged, first }: Wanted = {},
): Promise<ReadOutcome> => {
  const before = store.state();
  const found = await tasks.run('read', async (options) => {
    await first?.();
    const { ourSheets, readWanted, readingOf } = await engine();
    const content = await readWanted(
      (wanted) =>
        workbook.read({
          ...options,
          wanted,
          leftOut: ourSheets,
          onlyChanged: onlyChanged === true && wanted !== undefined,
        }),
      undefined,
    );
    if (!content.ok) return content;
    // The settings are ours alone: what they said when everything was read, and what we wrote since, holds.
    const remembered =
      onlyChanged === undefined
        ? await readRemembered(workbook)
        : { mapping: before.reading?.remembered, written: before.written };
    options.onProgress?.({ stage: 'read', done: 1, total: 1 });
    store.send({ kind: 'progressed', stage: 'score', done: 0, total: 1 });
    await pause();
    const mapping = before.reading === undefined ? (remembered.mapping?.mapping ?? automatic) : before.mapping;
    const reading = readingOf(content.value, mapping, remembered.mapping);
    const how = { remembered: remembered.mapping, ...(onlyChanged === undefined ? {} : { onlyChanged }) };
    return ok({ mapping, remembered, reading: { ...reading, ...how } });
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

const mappingKey = 'IncentiveScore.mapping';
const scoreKey = 'IncentiveScore.score';

interface RememberedSettings {
  readonly mapping: RememberedMapping | undefined;
  readonly written: WrittenScore | undefined;
}

/** What the workbook remembers of earlier runs; nothing when it cannot be read. */
const readRemembered = async (workbook: OfficejsWorkbook): Promise<RememberedSettings> => {
  const settings = await workbook.readSettings([mappingKey, scoreKey]);
  const known = settings.ok ? settings.value : undefined;
  return { mapping: readMapping(known?.get(mappingKey)), written: readWritten(known?.get(scoreKey)) };
};

/** Keeps the mapping in the workbook, with the headers it was made for. */
export const saveMapping = (workbook: OfficejsWorkbook, remembered: RememberedMapping) =>
  workbook.saveSetting(mappingKey, mappingText(remembered));

/** Keeps the score we wrote, so that the next preview can show old → new; undefined forgets it. */
export const saveWritten = (workbook: OfficejsWorkbook, written: WrittenScore | undefined) =>
  workbook.saveSetting(scoreKey, written === undefined ? '' : `${written.total}/${written.most}/${written.checkCode}`);

const readWritten = (text: string | undefined): WrittenScore | undefined => {
  const match = /^(\d{1,6})\/(\d{1,6})\/([0-9A-Z]{8})$/.exec(text ?? '');
  if (match === null) return undefined;
  const [, total = '', most = '', checkCode = ''] = match;
  return { total: Number(total), most: Number(most), checkCode };
};
