import { findTables, nationalColumns } from '../answers';
import type { Result } from '../problems';
import type { Scheme } from '../schemes';
import type { ColumnChooser, WorkbookContent } from '../workbook';

/**
 * Reads a workbook by `read`, of a national table only the columns that somebody looks at. Where that table does not stand
 * alone — another sheet is built like it, or has answers to be ranked in it — everything is read after all.
 */
export const readWanted = async (
  read: (wanted?: ColumnChooser) => Promise<Result<WorkbookContent>>,
  own: Scheme | undefined,
): Promise<Result<WorkbookContent>> => {
  const narrowed = new Set<string>();
  const choose = nationalColumns(own);
  const content = await read((head) => {
    const wanted = choose(head);
    if (wanted !== undefined) narrowed.add(head.name);
    return wanted;
  });
  if (!content.ok || narrowed.size === 0) return content;
  const others = content.value.sheets.filter(({ name }) => !narrowed.has(name));
  const isAlone = narrowed.size === 1 && findTables({ ...content.value, sheets: others }).length === 0;
  return isAlone ? content : read();
};
