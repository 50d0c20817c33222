import type { OfficejsWorkbook } from '../../workbook/officejs';
import { mappingText, readMapping, type RememberedMapping } from '../mapping';
import type { WrittenScore } from '../state';

const mappingKey = 'IncentiveScore.mapping';
const scoreKey = 'IncentiveScore.score';

export interface RememberedSettings {
  readonly mapping: RememberedMapping | undefined;
  readonly written: WrittenScore | undefined;
}

/** What the workbook remembers of earlier runs; nothing when it cannot be read. */
export const readRemembered = async (workbook: OfficejsWorkbook): Promise<RememberedSettings> => {
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
