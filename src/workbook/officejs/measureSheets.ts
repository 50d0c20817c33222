import type { Rectangle } from '..';
import type { SurveyedSheet } from './surveyBook';

/** Where the values of a sheet lie, and which further questions are worth asking. */
export interface MeasuredSheet {
  readonly from: SurveyedSheet;
  /** Undefined when the sheet is empty. */
  readonly used:
    | {
        readonly area: Rectangle;
        readonly hidesRows: boolean;
        readonly hidesColumns: boolean;
        readonly strikes: boolean;
      }
    | undefined;
  readonly merges: readonly Rectangle[];
  readonly drawings: boolean;
}

/** Measures every sheet: one round trip, no cell is read. `canMerge` is ExcelApi 1.13; without it merges stay unknown. */
export const measureSheets = async (
  context: Excel.RequestContext,
  sheets: readonly SurveyedSheet[],
  canMerge: boolean,
): Promise<readonly MeasuredSheet[]> => {
  const asked = sheets.map((from) => {
    const used = from.sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden,format/font/strikethrough');
    const merged = canMerge ? used.getMergedAreasOrNullObject() : undefined;
    merged?.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
    return { from, used, merged, shapes: from.sheet.shapes.getCount() };
  });
  await context.sync();
  return asked.map(({ from, used, merged, shapes }) => ({
    from,
    used: used.isNullObject
      ? undefined
      : {
          area: areaOf(used),
          hidesRows: isPartlyTrue(used.rowHidden),
          hidesColumns: isPartlyTrue(used.columnHidden),
          strikes: isPartlyTrue(used.format.font.strikethrough),
        },
    merges: merged === undefined || merged.isNullObject ? [] : merged.areas.items.map(areaOf),
    drawings: shapes.value > 0,
  }));
};

/** Excel gives null where the cells differ, although its types say boolean. */
const isPartlyTrue = (value: boolean | null): boolean => value ?? true;

const areaOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Rectangle => ({
  top: rowIndex,
  left: columnIndex,
  bottom: rowIndex + rowCount - 1,
  right: columnIndex + columnCount - 1,
});

/** Cells of a rectangle. */
export const cellCount = ({ top, left, bottom, right }: Rectangle): number => (bottom - top + 1) * (right - left + 1);
