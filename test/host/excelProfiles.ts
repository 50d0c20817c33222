import { kindHabits, mostBytesOnTheWeb, type ExcelHabits } from './excelHabits';

/** Requirement sets as Excel reports them; absent means "not there". */
export type Requirements = Readonly<Record<string, string>>;

/** One Excel: what it can do, and how it behaves. */
export interface ExcelProfile {
  readonly name: string;
  readonly requirements: Requirements;
  readonly habits: ExcelHabits;
}

const requirements2024: Requirements = {
  ExcelApi: '1.17',
  SharedRuntime: '1.2',
  CustomFunctionsRuntime: '1.3',
  CustomFunctions: '1.7',
  RichApiRuntime: '1.2',
  ExcelApiUndo: '1.7',
  DelayForCellEdit: '1.1',
};
const requirements365: Requirements = { ...requirements2024, ExcelApi: '1.21', CustomFunctionsRuntime: '1.5' };

/** The members of Excel 2024 LTSC (rules/excel.md#platforms) in the kindest Excel: for tests of something else. */
export const kindExcel: ExcelProfile = { name: 'kind', requirements: requirements2024, habits: kindHabits };

/** The oldest our manifest lets in (rules/excel.md#platforms), and older than any we support: nothing above it is used. */
export const excelFloor: ExcelProfile = {
  ...kindExcel,
  name: 'floor',
  requirements: { ...requirements2024, ExcelApi: '1.15', SharedRuntime: '1.1' },
};

/** Members that clear the undo list in every Excel, and those the documentation gives for one only. */
const clearsUndo = [
  'call Worksheet.copy',
  'call Worksheet.delete',
  'call WorksheetProtection.protect',
  'call WorksheetProtection.unprotect',
  'call WorkbookProtection.protect',
  'call WorkbookProtection.unprotect',
  'call WorksheetCollection.addFromBase64',
  'call Workbook.insertWorksheetsFromBase64',
  'call SettingCollection.add',
  'set Setting.value',
];
const clearsUndoOnTheDesktop = [
  ...clearsUndo,
  'set Worksheet.name',
  'set Worksheet.visibility',
  'call WorksheetCollection.add',
  'set Range.formulas',
  'call WorksheetCollection._RegisterDataChangedEvent',
  'call Worksheet._RegisterDataChangedEvent',
];
const clearsUndoOnTheWeb = [...clearsUndo, 'set NamedItem.comment'];

const everywhere: ExcelHabits = {
  ...kindHabits,
  mostMergedAreas: 512,
  chainOnNull: 'fails',
  sheetsListBookNames: true,
  freezesInSightOnly: true,
  tablesShareNames: true,
  mendsTableHeaders: true,
  paintsLinks: true,
};
const desktop: ExcelHabits = {
  ...everywhere,
  needsFront: true,
  printsByPrinter: true,
  ignoresFitToPages: true,
  silentChanges: new Set(['text-to-columns', 'recalculation']),
  clearsUndo: new Set(clearsUndoOnTheDesktop),
  mostBytes: Infinity,
};

/** Excel 2024 LTSC on Windows: a perpetual edition, with the older custom functions. */
export const ltsc2024: ExcelProfile = {
  name: 'ltsc2024',
  requirements: requirements2024,
  habits: { ...desktop, blankInFunctions: 0 },
};

/** Microsoft 365 Apps on Windows. */
export const m365: ExcelProfile = { name: 'm365', requirements: requirements365, habits: desktop };

/** Excel on the web: each workbook in a tab of its own, nothing printed by a driver, 5 MB at once. */
export const web: ExcelProfile = {
  name: 'web',
  // Of which the library asks for what happens to sheets as a whole.
  requirements: { ...requirements365, ExcelApiOnline: '1.1' },
  habits: {
    ...everywhere,
    blankInFunctions: null,
    silentChanges: new Set(['drop-down', 'text-to-columns', 'recalculation']),
    clearsUndo: new Set(clearsUndoOnTheWeb),
    mostBytes: mostBytesOnTheWeb,
  },
};

/** The three we support, for `describe.each`. */
export const supportedExcels: readonly ExcelProfile[] = [ltsc2024, m365, web];

/** The profile with some habits changed: what a suite leaves out, it names here. */
export const withHabits = (excel: ExcelProfile, habits: Partial<ExcelHabits>): ExcelProfile => ({
  ...excel,
  habits: { ...excel.habits, ...habits },
});

/** The profile at another version of ExcelApi. */
export const withApi = (excel: ExcelProfile, version: string): ExcelProfile => ({
  ...excel,
  requirements: { ...excel.requirements, ExcelApi: version },
});

/** Compares "1.13" with "1.9" part by part. */
export const reaches = (requirements: Requirements, set: string, version: string | number = '0'): boolean => {
  const has = Object.entries(requirements).find(([name]) => name.toLowerCase() === set.toLowerCase())?.[1];
  if (has === undefined) return false;
  const [major = 0, minor = 0] = has.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = String(version).split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
};
