import { evaluate, withoutOurSheets } from '../../evaluation';
import type { WorkbookContent } from '../../workbook';
import { fitting, headerChanges, headersOf, layoutOf, type Mapping, type RememberedMapping } from '../mapping';
import type { Reading } from '../state';

/** Reads and scores a workbook as the mapping says; `remembered` tells which headers it was made for. Pure. */
export const readingOf = (
  found: WorkbookContent,
  mapping: Mapping,
  remembered: RememberedMapping | undefined,
): Reading => {
  const content = withoutOurSheets(found);
  const layout = layoutOf(content);
  const headers = headersOf(layout);
  return {
    content,
    layout,
    headers,
    changes: remembered === undefined ? [] : headerChanges(remembered.headers, headers),
    outcome: evaluate(content, fitting(mapping, layout)),
  };
};
