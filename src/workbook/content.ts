import type { Steps } from '../kernel';
import type { Rectangle } from './address';
import type { CellValue, Grid } from './values';

/** One sheet as it was found; the engine never sees a library's own objects. */
export interface SheetContent {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  readonly grid: Grid;
  /** True when columns that nobody wanted were left out: they are blank below the head ({@link ColumnChooser}). */
  readonly narrowed?: true;
  readonly merges: readonly Rectangle[];
  /** 0-based rows and columns that are hidden or filtered out. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** True when a filter or table filter is set on the sheet. */
  readonly filtered: boolean;
  /** Formulas by cell ({@link coveredKey}) without their `=`, where they were asked for; empty where only Excel could tell. */
  readonly formulas?: ReadonlyMap<string, string>;
  /** A1 addresses of formulas that hold no calculated value. */
  readonly uncalculated: readonly string[];
  /** A1 addresses of text that is struck through, where the adapter can see it. */
  readonly struckThrough: readonly string[];
  /** A1 addresses under merged blocks where a value is stored that nobody can see; the grid does not hold it. */
  readonly coveredValues?: readonly string[];
  /** A1 addresses of values that are not what is seen there: by the number format, or letters of no size or contrast. */
  readonly unseenValues?: readonly string[];
  /** A1 addresses that stand more than once in the file with something in them; the grid holds #REF!. */
  readonly doubled?: readonly string[];
  /** True when pictures or shapes lie on the sheet; they may hide a mark that cannot be read. */
  readonly drawings: boolean;
  /** True when the sheet is protected against writing. */
  readonly protected: boolean;
  /** Of a text file: the A1 address and the 1-based line where a quotation mark opens that is never closed. */
  readonly openQuote?: { readonly cell: string; readonly line: number };
}

/** A defined name; `sheet` is set when it belongs to one sheet only. */
export interface DefinedName {
  readonly name: string;
  /** As stored: `'得点'!$A$1:$H$40`, `#REF!`, … */
  readonly refersTo: string;
  readonly sheet?: string;
}

/** A sheet that could not be read. */
export type UnreadSheet =
  | {
      readonly why: 'too-large';
      readonly name: string;
      /** How large it is as far as it was read: rows × columns. */
      readonly found: string;
      /** Cells that all sheets together may have. */
      readonly most: number;
    }
  | {
      /** Excel would not say which cells of a row are merged: what stands below a merged block is not to be seen there. */
      readonly why: 'merges';
      readonly name: string;
      /** A1 address of the first cell of that row. */
      readonly cell: string;
    };

export interface WorkbookContent {
  readonly sheets: readonly SheetContent[];
  /** Sheets that could not be read, where others could; absent when there is none. */
  readonly unread?: readonly UnreadSheet[];
  readonly names: readonly DefinedName[];
  /** Calculation is set to manual, so values may be stale. */
  readonly manualCalculation: boolean;
  /** The program that wrote the book asks for its formulas to be calculated again when it is opened: values may be stale. */
  readonly recalculationDue?: boolean;
  /** Formulas point to other workbooks. */
  readonly externalLinks: boolean;
}

/** Cells that a result rests on. */
export interface CountedCells {
  readonly sheet: string;
  readonly area: Rectangle;
  /** What was read there, from the area's first cell on; undefined where nothing counts, as under a merged block. */
  readonly values: readonly (readonly (CellValue | undefined)[])[];
}

/** Rows that are read whole before anybody says which columns are wanted: the header of a national table has 18. */
export const headRows = 48;

/**
 * Says which columns of a sheet are wanted, by its first rows (whole, with all merged blocks); undefined for all. The
 * others are left blank below those rows.
 */
export type ColumnChooser = (head: SheetContent) => Steps<ReadonlySet<number> | undefined>;

/** A visible sheet that holds these values and nothing else: no merges, nothing hidden, filtered, drawn or protected. */
export const plainSheet = (name: string, grid: Grid): SheetContent => ({
  name,
  visibility: 'visible',
  grid,
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  filtered: false,
  uncalculated: [],
  struckThrough: [],
  drawings: false,
  protected: false,
});

/** A workbook of these sheets, without names, calculation settings or links to other books. */
export const plainWorkbook = (...sheets: readonly SheetContent[]): WorkbookContent => ({
  sheets,
  names: [],
  manualCalculation: false,
  externalLinks: false,
});
