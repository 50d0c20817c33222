import {
  decisionsMarker,
  headerChanges,
  headersOf,
  layingOut,
  nationalSheetName,
  type Decision,
  type Layout,
} from '../../answers';
import {
  evaluating,
  ourSheets,
  readBook,
  withoutGrids,
  withoutOurSheets,
  planAsked,
  withOutlook,
  type BatchItem,
  type EvaluationOptions,
  type Results,
} from '../../evaluation';
import { sha256Hex, type FiscalYear, type Steps } from '../../kernel';
import { ok, type Result } from '../../problems';
import { answerForm, settingsForm } from '../../report';
import { criterionIndexOf, schemeOf, scoredYears } from '../../schemes';
import { settingsSheetIn } from '../../settings';
import { markerName, type SheetModel, type WorkbookContent } from '../../workbook';
import { fitting } from '../mapping/chosen';
import type { Mapping, RememberedMapping } from '../mapping/mapping';
import type { PaneState, Reading } from '../state/paneState';

export { decisionOn, decisionsIn } from '../../answers';
export { countedCells, mergeResults, ourSheets, readWanted } from '../../evaluation';
export { inSlices, oneSlice } from '../../kernel';
export { decisionsSheet, offeredReports, problemPlace, sheetsToWrite, singleReports } from '../../report';
export { programmeLines, settingCells, settingEntries, settingsSheetIn, usableEntries } from '../../settings';
export { blockMarks } from '../../workbook';
export { againWords, rescoredWords } from '../state/rescored';
export * from './standingSheets';
export * from './storedSettings';
export { isFree } from '../result/formulas';
export { isSure } from '../mapping/recognition';
export { figureAt } from '../state/figureAt';
export { planToWrite, writtenPlan } from '../state/keptPlan';
export { chosenReports } from '../state/reportChoices';

/**
 * What stands beside a workbook that is a file: its name, the folders it was dropped with, a national table to rank in, and for one that is the table of other
 * workbooks what those come to.
 */
export interface Beside extends Pick<EvaluationOptions, 'fileName' | 'folders' | 'national' | 'source'> {
  readonly together?: Result<Results>;
}

/**
 * Reads and scores a workbook as the mapping says; `remembered` tells which headers it was made for. `decisions` count
 * instead of those on the sheet 判定. Pure, in steps.
 */
export function* readingOf(
  found: WorkbookContent,
  mapping: Mapping,
  remembered: RememberedMapping | undefined,
  decisions?: readonly Decision[],
  { together, ...beside }: Beside = {},
): Steps<Reading> {
  const content = withoutOurSheets(found);
  const layout = yield* paneLayout(content);
  yield;
  const headers = headersOf(layout);
  const outcome =
    together ??
    (yield* evaluating(content, {
      ...fitting(mapping, layout),
      ...beside,
      ...(decisions && { decisions }),
    }));
  return {
    content,
    layout,
    headers,
    changes: remembered === undefined ? [] : headerChanges(remembered.headers, headers),
    outcome,
    besideMark: besideMark(content, outcome),
  };
}

/** A workbook that was read, as one of many that are put together. */
export const itemOf = (
  { content, layout }: Reading,
  { mapping, decisions }: Pick<PaneState, 'mapping' | 'decisions'>,
  { fileName = '', folders, national, source }: Beside,
): BatchItem => {
  const read = readBook(content, {
    ...fitting(mapping, layout),
    fileName,
    ...(folders && { folders }),
    ...(national && { national }),
    ...(source && { source }),
    ...(decisions && { decisions }),
  });
  return { file: fileName, outcome: read.ok ? ok(withoutGrids(read.value)) : read };
};

/** Sheets that bear our mark, and the sheet 判定; an answer form is the user's. */
export const reportOrResult = (names: WorkbookContent['names']): ReadonlySet<string> => {
  const decided = names.flatMap(({ name, sheet }) =>
    sheet !== undefined && name.startsWith(markerName(decisionsMarker)) ? [sheet] : [],
  );
  return new Set([...ourSheets(names), ...decided]);
};

/** Amounts and last year are not in the check code, nor are the names of sheets of answers, which 指標別 and 要確認 print. */
const besideMark = ({ sheets }: WorkbookContent, outcome: Result<Results>): string => {
  const read = outcome.ok ? outcome.value.reading.flatMap((reading) => reading.sheets) : [];
  const called = read.flatMap(({ sheet, use }) => (use === 'answers' || use === 'national' ? [sheet] : []));
  return sha256Hex(JSON.stringify([settingsSheetIn(sheets)?.grid ?? null, called])).slice(0, 8);
};

/** What may be chosen; a national table as a whole, since it has no column of answers. */
function* paneLayout(content: WorkbookContent): Steps<Layout> {
  const national = nationalSheetName(content);
  yield;
  if (national === undefined) return yield* layingOut(content);
  const others = yield* layingOut({ ...content, sheets: content.sheets.filter(({ name }) => name !== national) });
  const whole = { name: national, tables: [], columns: [] };
  return content.sheets.flatMap(({ name }) => (name === national ? whole : others.filter((one) => one.name === name)));
}

/** The results with what is on trial as a plan of its own, for the sheet 取組案. */
export const withTrial = (results: Results, trial: ReadonlySet<number>): Results => {
  const planned = withOutlook(results, planAsked(results, 'もしも', trial));
  if (!planned.ok) throw new Error('withTrial: a criterion of the results is none of their year');
  return planned.value;
};

/** The empty sheet 設定. */
export const blankSettings = (): SheetModel => settingsForm();

/**
 * 白紙の回答票 of the year that was chosen, else of the newest one; a year that was added from a file counts. While Excel is recorded the form
 * is filled with alternating marks, since what a person types is not recorded.
 */
export const blankForm = (year: FiscalYear | undefined, filled: boolean): Result<SheetModel> => {
  const newest = scoredYears().at(-1);
  if (newest === undefined) throw new Error('blankForm: no year is packaged');
  const scheme = schemeOf(year ?? newest);
  if (!scheme.ok) return scheme;
  const { byId } = criterionIndexOf(scheme.value);
  const mark = (id: string): '○' | '×' => ((byId.get(id)?.index ?? 0) % 2 === 0 ? '○' : '×');
  return ok(answerForm(scheme.value, filled ? { answers: mark } : {}));
};
