/** A change the user made on this computer; our own writes and those of co-authors are not told. */
export interface CellChange {
  /** The id of the sheet. */
  readonly sheetId: string;
  /** A1 address without the sheet. */
  readonly address: string;
}

/**
 * Listens to changed cells of all sheets; the result stops it. Excel names the author of a change from ExcelApi 1.14 on;
 * before, only what happens while `isOurs()` is true is known to be ours, and a late echo may be told.
 */
export const watchChanges = async (
  context: Excel.RequestContext,
  isOurs: () => boolean,
  tell: (change: CellChange) => void,
): Promise<() => Promise<void>> => {
  const handler = context.workbook.worksheets.onChanged.add((event) => {
    if (event.source !== 'Remote' && event.triggerSource !== 'ThisLocalAddin' && !isOurs())
      tell({ sheetId: event.worksheetId, address: event.address });
    return Promise.resolve();
  });
  await context.sync();
  return async () => {
    handler.remove();
    await handler.context.sync();
  };
};
