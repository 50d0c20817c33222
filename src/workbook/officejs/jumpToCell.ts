import { ok, problem, refuse, type Result } from '../../kernel';

/** Shows a cell: activates its sheet and selects it. A hidden sheet stays hidden; the user is told. Two round trips. */
export const jumpToCell = async (
  context: Excel.RequestContext,
  place: { readonly sheet: string; readonly cell: string },
): Promise<Result<undefined>> => {
  const sheet = context.workbook.worksheets.getItemOrNullObject(place.sheet);
  sheet.load('visibility');
  await context.sync();
  if (sheet.isNullObject) return refuse(problem('excel-sheet-gone', place));
  if (sheet.visibility !== 'Visible') return refuse(problem('excel-cell-hidden', place));
  sheet.activate();
  sheet.getRange(place.cell).select();
  await context.sync();
  return ok(undefined);
};
