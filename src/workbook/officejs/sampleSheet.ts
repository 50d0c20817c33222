import { outwardValue, uniqueSheetName, type Grid } from '..';
import { cellInput } from './cellInput';

/** Marks the sheet that holds our sample, so that it may be cleared and filled again. */
const sampleMarker = '_INCENTIVE_sample';

/**
 * Opens a sample as a sheet of this workbook; a sample opened before is cleared and filled again. This is what
 * `forceCreateSheet(…, clearOnly)` of the archived office-js-helpers does well; it is loaded when first needed. A sheet
 * of the user's that bears the name is left alone: ours takes 「名前 (2)」.
 */
export const openSampleSheet = async (context: Excel.RequestContext, wanted: string, rows: Grid): Promise<string> => {
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/names/items/name');
  const [{ ExcelUtilities }] = await Promise.all([import('@microsoft/office-js-helpers'), context.sync()]);
  const before = worksheets.items.find(({ names }) => names.items.some(({ name }) => name === sampleMarker));
  const name =
    before?.name ??
    uniqueSheetName(
      wanted,
      worksheets.items.map((sheet) => sheet.name),
    );
  const sheet = await ExcelUtilities.forceCreateSheet(context.workbook, name, true);
  const width = Math.max(1, ...rows.map(({ length }) => length));
  const inputs = rows.map((row) =>
    Array.from({ length: width }, (_, column) => cellInput(outwardValue(row[column] ?? null), false)),
  );
  sheet.getRangeByIndexes(0, 0, Math.max(1, inputs.length), width).values = inputs;
  if (before === undefined) sheet.names.add(sampleMarker, sheet.getRange('A1')).visible = false;
  sheet.activate();
  await context.sync();
  return name;
};
