import type { Rectangle } from './address';
import type { CellValue } from './cell';
import type { Look, NumberStyle } from './appearance';

/** A sheet we write, in our own terms; the same model gives the same sheet in Excel, in a file and in memory. */
export interface SheetModel {
  /** Wanted sheet name; if a sheet that is not ours bears it, the writer takes 「名前 (2)」. */
  readonly name: string;
  /** Marks the sheet as ours between runs; ASCII letters, e.g. `score`. Two sheets of one run never share it. */
  readonly marker: string;
  /** From A1 on; all rows equally long. The rectangle of `rows` is what we own. */
  readonly rows: readonly (readonly ModelCell[])[];
  /** Column widths in characters of the default font. */
  readonly columnWidths: readonly number[];
  /** Heights in points for the rows that need one; the rest fit their text. */
  readonly rowHeights?: ReadonlyMap<number, number>;
  readonly merges?: readonly Rectangle[];
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  readonly print: PrintSetup;
  /** Makes the block an Excel table that sorts and filters; its first row is the header. */
  readonly table?: { readonly name: string; readonly range: Rectangle };
  /** Drop-down lists. */
  readonly choices?: readonly { readonly range: Rectangle; readonly values: readonly string[] }[];
  /** 0-based cells whose text the user may write; a refresh keeps what stands there. */
  readonly userCells?: readonly { readonly row: number; readonly column: number }[];
}

/** One cell of a model. */
export interface ModelCell {
  readonly value: CellValue;
  readonly look: Look;
  /** How a number is shown; absent = as it is. */
  readonly number?: NumberStyle;
  readonly link?: CellLink;
}

/** Jumps to a cell of this workbook, or of another file named relative to the one written. */
export interface CellLink {
  readonly sheet: string;
  readonly cell: string;
  readonly file?: string;
}

export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** 0-based rows repeated on every page. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  /** Excel codes: &P page, &N pages, &A sheet, &F file. */
  readonly header?: string;
  readonly footer?: string;
}
