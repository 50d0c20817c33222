import { readSettingsSheet, type Settings } from '../settings';
import { foldLabel, type Problem } from '../kernel';
import type { SheetContent, WorkbookContent } from '../workbook';

/** Name of the sheet with a person's own figures and choices. */
const settingsSheet = '設定';
/** Headings of the form; a sheet of another name that bears them is read as well. */
const headings = ['項目', '値'];
const headingRows = 10;

/** The settings of the workbook's own sheet 設定, else of one that is headed like it, else those given. */
export const settingsOf = (
  { sheets }: WorkbookContent,
  given: Settings | undefined,
): { readonly settings: Settings | undefined; readonly problems: readonly Problem[] } => {
  const sheet = sheets.find(({ name }) => foldLabel(name) === settingsSheet) ?? sheets.find(isHeadedLikeSettings);
  return sheet === undefined ? { settings: given, problems: [] } : readSettingsSheet(sheet.name, sheet.grid);
};

const isHeadedLikeSettings = ({ grid }: SheetContent): boolean =>
  grid.slice(0, headingRows).some((cells) => {
    const texts = cells.flatMap((cell) => (typeof cell === 'string' ? [foldLabel(cell)] : []));
    return headings.every((heading) => texts.includes(heading));
  });
