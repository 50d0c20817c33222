import {
  decisionsMarker,
  sheetsOf,
  type AnsweringTables,
  type Answers,
  type NationalTable,
  type Reading,
  type SheetReading,
  type SheetUse,
} from '../answers';
import { isPublicData, markerName, markerPrefix, type SheetContent, type WorkbookContent } from '../workbook';

/** The sheets we wrote, by the names that mark them: 指標別 looks like an answer table and must never be scored again. */
export const ourSheets = (names: WorkbookContent['names']): ReadonlySet<string> =>
  sheetsNamed(names, (name) => name.startsWith(markerPrefix) && !isToBeRead(name));

/** The workbook without {@link ourSheets}, and without our tables for machines, which may come back as files of their own. */
export const withoutOurSheets = (content: WorkbookContent): WorkbookContent => {
  const ours = ourSheets(content.names);
  const isOurs = (sheet: SheetContent): boolean => ours.has(sheet.name) || isPublicData(sheet);
  return content.sheets.some(isOurs) ? { ...content, sheets: content.sheets.filter((one) => !isOurs(one)) } : content;
};

/** The sample of the pane answers although it is called 見本. */
export const samplesIn = ({ names }: WorkbookContent): ReadonlySet<string> =>
  sheetsNamed(names, (name) => name.startsWith(markerName('sample')));

const sheetsNamed = (names: WorkbookContent['names'], marks: (name: string) => boolean): ReadonlySet<string> =>
  new Set(names.flatMap(({ name, sheet }) => (sheet !== undefined && marks(name) ? [sheet] : [])));

/** The answer form, the pane's sample and the decisions are ours too, but they are there to be read. */
const isToBeRead = (name: string): boolean =>
  ['form', 'sample', decisionsMarker].some((marker) => name.startsWith(markerName(marker)));

/** The sheets of a workbook that we did not write: a run beside the results of the last one is told alike. */
export interface BookSheets {
  /** All of them, in the order of their tabs; the sheet 判定 is ours too. */
  readonly all: readonly SheetContent[];
  /** Without those that answer too, where a person chose one. */
  readonly chosen: readonly SheetContent[];
  /** The name of the national table, where there is one. */
  readonly national: string | undefined;
}

/** How a workbook of answers was read; `settings` = the sheet with the settings, where there is one. */
export const answersReading = (
  book: BookSheets,
  answers: Answers,
  { year, because, roles, others }: AnsweringTables,
  settings: string | undefined,
): Reading => ({
  year,
  because,
  sheets: sheetsOf(book.all, { read: answers.sheets, roles, others }, useOf(book, settings)),
  leftOut: answers.leftOut,
});

/** How a workbook that is a national table was read. */
export const nationReading = (book: BookSheets, table: NationalTable, because: Reading['because']): Reading => {
  const own: SheetReading = {
    sheet: table.sheet,
    use: 'national',
    rows: {
      turned: false,
      headers: [],
      used: table.count,
      sums: table.summary.length,
      unused: [...table.unions, ...table.excluded].map(({ row }) => row).sort((one, other) => one - other),
    },
    columns: [],
  };
  const known = { read: [own], roles: new Map<string, SheetUse>(), others: [] };
  return {
    year: table.scheme.fiscalYear,
    because,
    sheets: sheetsOf(book.all, known, useOf(book, undefined)),
    leftOut: [],
  };
};

const useOf = ({ chosen, national }: BookSheets, settings: string | undefined) => {
  const names = new Set(chosen.map(({ name }) => name));
  return (sheet: string): SheetUse => {
    if (!names.has(sheet)) return 'not-chosen';
    if (sheet === national) return 'national';
    return sheet === settings ? 'settings' : 'no-answers';
  };
};
