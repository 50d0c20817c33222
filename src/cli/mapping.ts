import { basename, resolve } from 'node:path';
import { headerChanges, headersOf, layoutOf, type Choice } from '../answers';
import { withoutOurSheets } from '../evaluation';
import { fileProblem, refuse, type Problem, type Result } from '../problems';
import type { MappingFile } from '../settings';
import type { WorkbookContent } from '../workbook';
import { limits, readAddinSettings } from '../workbook/file';
import { readBytes } from './diskFiles';
import { markedJson } from './jsonMark';
import type { ScoreOptions } from './options';
import { watched } from './watched';

/** Under which the pane keeps its choices in a workbook. */
const paneKey = 'IncentiveScore.mapping';

/** The choices in the file of `--mapping`: JSON, or a workbook that was saved after choosing in the pane. */
export const readMapping = async (path: string, folder: string): Promise<Result<MappingFile>> => {
  const place = resolve(folder, path);
  return watched(place, () => mappingIn(place));
};

const mappingIn = async (path: string): Promise<Result<MappingFile>> => {
  const readers = await import('./fileReaders');
  const name = basename(path);
  const isBook = /\.(?:xlsx|xlsm)$/i.test(name);
  const bytes = await readBytes(path, isBook ? limits.fileBytes : readers.mostJsonBytes);
  if (!bytes.ok) return bytes;
  if (!isBook) return readers.readJsonText(new TextDecoder().decode(bytes.value), name, readers.readMappingFile);
  const kept = readAddinSettings(bytes.value, name);
  if (!kept.ok) return kept;
  const text = kept.value.get(paneKey);
  return text === undefined
    ? refuse(fileProblem('mapping-absent', { found: name }))
    : readers.readJsonText(text, name, readers.readMappingFile);
};

/** A choice with another one over it: whoever names another sheet means none of the columns of the first. */
export const choiceOver = (below: Choice, above: Choice): Choice => {
  const { column, ...rest } = below;
  const kept = above.sheet === undefined || above.sheet === below.sheet;
  return {
    ...rest,
    ...(kept && column !== undefined ? { column } : {}),
    ...above,
    markMeanings: new Map([...(below.markMeanings ?? []), ...(above.markMeanings ?? [])]),
  };
};

/** The text of the file of `--save-mapping`; undefined where nobody asked for it. */
export const mappingKept = async (
  { saveMapping }: Pick<ScoreOptions, 'saveMapping'>,
  choice: Choice,
  content: WorkbookContent,
): Promise<string | undefined> => {
  if (saveMapping === undefined) return undefined;
  const { mappingFileData } = await import('./fileReaders');
  return markedJson(mappingFileData(choice, withoutOurSheets(content)), 2);
};

/** Says that the workbook's headers are not those the choices were made for; nothing where none were kept. */
export const changedHeaders = (content: WorkbookContent, before: readonly string[]): readonly Problem[] => {
  const changes = before.length === 0 ? [] : headerChanges(before, headersOf(layoutOf(withoutOurSheets(content))));
  const [first] = changes;
  if (first === undefined) return [];
  const shown = (text: string): string => `${first.place}=${text}`;
  return [
    fileProblem(
      'mapping-headers-changed',
      { found: shown(first.now), expected: shown(first.before) },
      { count: changes.length },
    ),
  ];
};
