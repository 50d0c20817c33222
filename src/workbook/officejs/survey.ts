import { quotedSheetName, type DefinedName, type Rectangle, type SheetContent } from '..';

/** One sheet as the first round trip shows it. */
export interface SurveyedSheet {
  readonly sheet: Excel.Worksheet;
  /** Stays the same when the sheet is renamed. */
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetContent['visibility'];
  readonly protected: boolean;
  readonly filtered: boolean;
  readonly tables: readonly { readonly name: string; readonly table: Excel.Table }[];
  /** Names of this sheet only, with their comments. */
  readonly names: readonly { readonly name: string; readonly refersTo: string; readonly comment: string }[];
}

export interface SurveyedBook {
  readonly sheets: readonly SurveyedSheet[];
  /** Of the whole workbook and of each sheet. */
  readonly names: readonly DefinedName[];
  readonly manualCalculation: boolean;
  readonly structureProtected: boolean;
}

/** Looks at the whole workbook without reading a cell: one round trip. */
export const surveyBook = async (context: Excel.RequestContext): Promise<SurveyedBook> => {
  const { workbook } = context;
  const { worksheets, names, application, protection } = workbook;
  worksheets.load(
    'items/id,items/name,items/visibility,items/protection/protected,items/autoFilter/isDataFiltered,' +
      'items/tables/items/name,items/tables/items/autoFilter/isDataFiltered,' +
      'items/names/items/name,items/names/items/formula,items/names/items/comment',
  );
  names.load('items/name,items/formula');
  application.load('calculationMode');
  protection.load('protected');
  await context.sync();
  const sheets = worksheets.items.map(surveyedSheet);
  return {
    sheets,
    names: [
      ...names.items.map(({ name, formula }) => ({ name, refersTo: referenceOf(formula) })),
      ...sheets.flatMap((sheet) =>
        sheet.names.map(({ name, refersTo }): DefinedName => ({ name, refersTo, sheet: sheet.name })),
      ),
    ],
    manualCalculation: application.calculationMode === 'Manual',
    structureProtected: protection.protected,
  };
};

const surveyedSheet = (sheet: Excel.Worksheet): SurveyedSheet => ({
  sheet,
  id: sheet.id,
  name: sheet.name,
  visibility: sheet.visibility === 'Visible' ? 'visible' : sheet.visibility === 'Hidden' ? 'hidden' : 'very-hidden',
  protected: sheet.protection.protected,
  filtered: sheet.autoFilter.isDataFiltered || sheet.tables.items.some(({ autoFilter }) => autoFilter.isDataFiltered),
  tables: sheet.tables.items.map((table) => ({ name: table.name, table })),
  names: sheet.names.items.map(({ name, formula, comment }) => ({ name, refersTo: referenceOf(formula), comment })),
});

/** Excel shows `=得点!$A$1`; ours is `'得点'!$A$1`, the same for every adapter. */
export const referenceOf = (formula: unknown): string =>
  String(formula)
    .replace(/^=/, '')
    .replace(/^([^'"!()[\]+*/&<>=,-]{1,31})!(?=\$?[A-Z])/, (_, sheet: string) => `${quotedSheetName(sheet)}!`);

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

export const areaOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Rectangle => ({
  top: rowIndex,
  left: columnIndex,
  bottom: rowIndex + rowCount - 1,
  right: columnIndex + columnCount - 1,
});

/** Cells of a rectangle. */
export const cellCount = ({ top, left, bottom, right }: Rectangle): number => (bottom - top + 1) * (right - left + 1);
