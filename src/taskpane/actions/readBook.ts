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

const mappingKey = 'IncentiveScore.mapping';
const scoreKey = 'IncentiveScore.score';

interface RememberedSettings {
  readonly mapping: RememberedMapping | undefined;
  readonly written: WrittenScore | undefined;
}

/** What the workbook remembers of earlier runs; nothing when it cannot be read. */
const readRemembered = async (workbook: OfficejsWorkbook): Promise<RememberedSettings> => {
  const mapping = await workbook.readSetting(mappingKey);
  const written = await workbook.readSetting(scoreKey);
  return {
    mapping: readMapping(mapping.ok ? mapping.value : undefined),
    written: readWritten(written.ok ? written.value : undefined),
  };
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
