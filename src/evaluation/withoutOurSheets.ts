import { markerName, markerPrefix, type WorkbookContent } from '../workbook';

/** The workbook without the sheets we wrote: 指標別 looks like an answer table and must never be scored again. */
export const withoutOurSheets = (content: WorkbookContent): WorkbookContent => {
  const ours = new Set(
    content.names
      .filter(({ name, sheet }) => sheet !== undefined && name.startsWith(markerPrefix) && !isToBeRead(name))
      .map(({ sheet }) => sheet),
  );
  return ours.size === 0 ? content : { ...content, sheets: content.sheets.filter(({ name }) => !ours.has(name)) };
};

/** The answer form and the pane's sample are ours too, but they are there to be read. */
const isToBeRead = (name: string): boolean =>
  name.startsWith(markerName('form')) || name.startsWith(markerName('sample'));
