import { readSettingsSheet, type Settings } from '../allocation';
import { foldLabel, type Problem } from '../kernel';
import type { WorkbookContent } from '../workbook';

/** Name of the sheet with a person's own figures and choices. */
const settingsSheet = '設定';

/** The settings of the workbook's own sheet 設定, else those given; undefined where there are none. */
export const settingsOf = (
  content: WorkbookContent,
  given: Settings | undefined,
): { readonly settings: Settings | undefined; readonly problems: readonly Problem[] } => {
  const sheet = content.sheets.find(({ name }) => foldLabel(name) === foldLabel(settingsSheet));
  return sheet === undefined ? { settings: given, problems: [] } : readSettingsSheet(sheet.name, sheet.grid);
};
