import { quotedSheetName, type DefinedName, type Rectangle, type SheetContent } from '..';

/** What a sheet says beside its cells. */
export interface SeenSheet {
  readonly sheet: Excel.Worksheet;
  /** Stays the same when the sheet is renamed. */
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetContent['visibility'];
  readonly protected: boolean;
  readonly filtered: boolean;
}

/** One sheet as the first round trip shows it. */
export interface SurveyedSheet extends SeenSheet {
  readonly tables: readonly { readonly name: string; readonly table: Excel.Table }[];
}

export interface SurveyedBook {
  readonly sheets: readonly SurveyedSheet[];
  /** How many names the workbook has, those of single sheets apart. */
  readonly nameCount: number;
  /** Of the whole workbook and of each sheet, where they were asked for. */
  readonly names: readonly DefinedName[] | undefined;
  readonly manualCalculation: boolean;
  readonly structureProtected: boolean;
}

/** Looks at the whole workbook without reading a cell: one round trip, with all names only where they are known to be few. */
export const surveyBook = async (context: Excel.RequestContext, namesAreFew: boolean): Promise<SurveyedBook> => {
  const { workbook } = context;
  const { worksheets, names, application, protection } = workbook;
  worksheets.load(
    'items/id,items/name,items/visibility,items/protection/protected,items/autoFilter/isDataFiltered,' +
      `items/tables/items/name,items/tables/items/autoFilter/isDataFiltered${namesAreFew ? namesOfSheets : ''}`,
  );
  const count = names.getCount();
  if (namesAreFew) names.load('items/name,items/formula');
  application.load('calculationMode');
  protection.load('protected');
  await context.sync();
  return {
    sheets: worksheets.items.map(surveyedSheet),
    nameCount: countOf(count),
    names: namesAreFew
      ? [...namesOfBook(names), ...worksheets.items.flatMap((sheet) => namesOfSheet(sheet.names, sheet.name))]
      : undefined,
    manualCalculation: application.calculationMode === 'Manual',
    structureProtected: protection.protected,
  };
};

const namesOfSheets = ',items/names/items/name,items/names/items/formula,items/names/items/scope';

/** A sheet as the list of all sheets has it. */
export interface ListedSheet {
  /** Stays the same when the sheet is renamed. */
  readonly id: string;
  readonly name: string;
  /** Its defined names, where they were asked for with the list. */
  readonly names?: readonly DefinedName[];
}

/**
 * Asks whether a workbook is still what it was, in as many bytes however many sheets it has: how many they are. The list of
 * them with their names is dear, and asked for where it may be another.
 */
export const askBook = (context: Excel.RequestContext, listMayDiffer: boolean) => {
  const { worksheets, names, application } = context.workbook;
  const count = listMayDiffer ? undefined : worksheets.getCount();
  if (listMayDiffer) worksheets.load(`items/id,items/name${namesOfSheets}`);
  names.load('items/name,items/formula');
  application.load('calculationMode');
  return () => ({
    count: count?.value,
    sheets: listMayDiffer
      ? worksheets.items.map((sheet): ListedSheet => ({
          id: sheet.id,
          name: sheet.name,
          names: namesOfSheet(sheet.names, sheet.name),
        }))
      : undefined,
    names: namesOfBook(names),
    manualCalculation: application.calculationMode === 'Manual',
  });
};

/** Asks what one sheet of it says beside its cells; answered, for its id, after the next round trip, with nothing where it is gone. */
export const askSheet = (sheet: Excel.Worksheet) => {
  sheet.load(
    'name,position,visibility,protection/protected,autoFilter/isDataFiltered,tables/items/autoFilter/isDataFiltered,' +
      'names/items/name,names/items/formula,names/items/scope',
  );
  return (id: string) =>
    sheet.isNullObject
      ? undefined
      : {
          from: seenSheet(sheet, id, sheet.name),
          names: namesOfSheet(sheet.names, sheet.name),
          position: sheet.position,
        };
};

/** The names of the workbook, once they are answered. */
export const namesOfBook = ({ items }: Excel.NamedItemCollection): readonly DefinedName[] =>
  items.map(({ name, formula }) => ({ name, refersTo: referenceOf(formula) }));

/** The names of one sheet, once they are answered: its list holds those of the workbook too (office-js #1011). */
export const namesOfSheet = ({ items }: Excel.NamedItemCollection, sheet: string): readonly DefinedName[] =>
  items
    .filter(({ scope }) => scope === 'Worksheet')
    .map(({ name, formula }) => ({ name, refersTo: referenceOf(formula), sheet }));

const seenSheet = (sheet: Excel.Worksheet, id: string, name: string): SeenSheet => ({
  sheet,
  id,
  name,
  visibility: sheet.visibility === 'Visible' ? 'visible' : sheet.visibility === 'Hidden' ? 'hidden' : 'very-hidden',
  protected: sheet.protection.protected,
  filtered: sheet.autoFilter.isDataFiltered || sheet.tables.items.some(({ autoFilter }) => autoFilter.isDataFiltered),
});

const surveyedSheet = (sheet: Excel.Worksheet): SurveyedSheet => ({
  ...seenSheet(sheet, sheet.id, sheet.name),
  tables: sheet.tables.items.map((table) => ({ name: table.name, table })),
});

/** Excel shows `=得点!$A$1`; ours is `'得点'!$A$1`, the same for every adapter. */
export const referenceOf = (formula: unknown): string =>
  String(formula)
    .replace(/^=/, '')
    .replace(/^([^'"!()[\]+*/&<>=,-]{1,31})!(?=\$?[A-Z])/, (_, sheet: string) => `${quotedSheetName(sheet)}!`);

/** Where the values of a sheet lie, and which further questions are worth asking. */
export interface Measure {
  /** Undefined when the sheet is empty. */
  readonly used:
    | {
        readonly area: Rectangle;
        readonly hidesRows: boolean;
        readonly hidesColumns: boolean;
        readonly strikes: boolean;
      }
    | undefined;
  readonly drawings: boolean;
}

export interface MeasuredSheet extends Measure {
  readonly from: SeenSheet;
}

/** Asks for the measure of one sheet, with the next round trip; answered after it. `used` says whether results spill. */
export const askMeasure = (
  sheet: Excel.Worksheet,
  asksSpills = false,
): { readonly used: Excel.Range; readonly measure: () => Measure } => {
  const used = sheet.getUsedRangeOrNullObject(true);
  if (asksSpills)
    used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden,format/font/strikethrough,hasSpill');
  else used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden,format/font/strikethrough');
  const shapes = sheet.shapes.getCount();
  return {
    used,
    measure: () => ({ used: usedOf(used), drawings: countOf(shapes) > 0 }),
  };
};

const usedOf = (used: Excel.Range): Measure['used'] =>
  used.isNullObject
    ? undefined
    : {
        area: areaOf(used),
        hidesRows: isPartlyTrue(used.rowHidden),
        hidesColumns: isPartlyTrue(used.columnHidden),
        strikes: isPartlyTrue(used.format.font.strikethrough),
      };

/** A count that was asked for, once it is answered. */
export const countOf = ({ value }: OfficeExtension.ClientResult<number>): number => value;

/** Asks where several ranges lie; none where there are none. */
export const askAreas = (ranges: Excel.RangeAreas): (() => readonly Rectangle[]) => {
  ranges.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
  return () => (ranges.isNullObject ? [] : ranges.areas.items.map(areaOf));
};

/** Excel gives null where the cells differ, although its types say boolean. */
const isPartlyTrue = (value: boolean | null): boolean => value ?? true;

/** The range of an area: the other way round. */
export const rangeOf = (sheet: Excel.Worksheet, { top, left, bottom, right }: Rectangle): Excel.Range =>
  sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);

export const areaOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Rectangle => ({
  top: rowIndex,
  left: columnIndex,
  bottom: rowIndex + rowCount - 1,
  right: columnIndex + columnCount - 1,
});

/** Cells of a rectangle. */
export const cellCount = ({ top, left, bottom, right }: Rectangle): number => (bottom - top + 1) * (right - left + 1);
