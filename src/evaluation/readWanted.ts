import { findTables, nationalColumns, nationalSheetName } from '../answers';
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
  const content = await read(nationalColumns(own));
  if (!content.ok) return content;
  const { sheets } = content.value;
  const others = sheets.filter(({ narrowed }) => narrowed !== true);
  const narrowed = sheets.length - others.length;
  if (narrowed === 0) return content;
  const beside = { ...content.value, sheets: others };
  const isAlone = narrowed === 1 && nationalSheetName(beside) === undefined && findTables(beside).length === 0;
  return isAlone ? content : read();
};
