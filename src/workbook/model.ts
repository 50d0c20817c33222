import type { FiscalYear } from '../kernel';
import type { Rectangle } from './address';
import type { Look, NumberStyle } from './appearance';
import type { Formula, FormulaWord } from './formula';
import type { CellValue } from './values';

/** A sheet we write, in our own terms; the same model gives the same sheet in Excel, in a file and in memory. */
export interface SheetModel {
  /** Wanted sheet name; if a sheet that is not ours bears it, the writer takes 「名前 (2)」. */
  readonly name: string;
  /** Marks the sheet as ours between runs; ASCII letters, e.g. `score`. Two sheets of one run never share it. */
  readonly marker: string;
  /**
   * The year and the municipalities of the figures; what stands of others is asked about before it is replaced, or kept under
   * a name of its own. Absent where the sheet is of no year, or of the whole nation.
   */
  readonly fiscalYear?: FiscalYear;
  readonly municipalities?: readonly NamedMunicipality[] | undefined;
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
  /** Rows that stay on one page, where a page holds them; headings and merged rows do without being told. */
  readonly blocks?: readonly RowRange[];
  /** Rows that begin a page. */
  readonly pageRows?: ReadonlySet<number>;
  /** Makes the block an Excel table that sorts and filters; its first row is the header. */
  readonly table?: { readonly name: string; readonly range: Rectangle };
  /** Drop-down lists; `choiceList` says which ones a workbook can hold. */
  readonly choices?: readonly { readonly range: Rectangle; readonly values: readonly string[] }[];
  /** Cells that take another look as long as they say that word, which may come and go by itself; set when the sheet is new. */
  readonly emphasis?: readonly Emphasis[];
  /** Drawn when the sheet is new; a refresh leaves what stands there, whose ranges take the new values. */
  readonly charts?: readonly ChartModel[];
  /** 0-based cells whose text the user may write; a refresh keeps what stands there. */
  readonly userCells?: readonly { readonly row: number; readonly column: number }[];
  /** Rows whose user cells follow a key instead of staying where they are; `userCells` are then those of all its rows. */
  readonly keyed?: KeyedRows;
}

/** Whose figures a sheet holds. */
export interface NamedMunicipality {
  readonly name: string;
  readonly prefecture?: string | undefined;
}

/** What a rule of the sheet paints: fill and weight of the look, where a cell says the word. */
export interface Emphasis {
  readonly range: Rectangle;
  readonly word: FormulaWord;
  readonly look: Look;
}

/** Rows that a person writes in and that move: each is found again by its key, wherever it stands now. */
export interface KeyedRows {
  /** 0-based first row; the row above heads the columns, all below are keyed. */
  readonly first: number;
  /** 0-based column of the keys, texts that no two rows share. */
  readonly keyColumn: number;
  /** 0-based columns whose cells are the user's. What a model puts there stands until the user writes something else. */
  readonly userColumns: readonly number[];
  /** Rows of keys that have none in the model, by key: one comes last as long as the user's text for it stands. */
  readonly spare: ReadonlyMap<string, readonly ModelCell[]>;
  /** Points a row needs. */
  readonly heightOf: (cells: readonly ModelCell[]) => number;
}

/** One cell of a model. */
export interface ModelCell {
  /** Beside a formula, what it comes to. */
  readonly value: CellValue;
  readonly formula?: Formula;
  /** By this, formulas of other sheets find the cell; no two of a sheet share it. Nothing of it is written. */
  readonly key?: string;
  readonly look: Look;
  /** How a number is shown; absent = as it is. */
  readonly number?: NumberStyle;
  readonly link?: CellLink;
  /** Of every printed figure, and of a sentence that contains one. */
  readonly source?: FigureSource;
}

/** Where a printed figure comes from: what is said when someone asks about its cell. Nothing of it is written. */
export interface FigureSource {
  readonly kind: SourceKind;
  /** One Japanese sentence: how the figure came about, with the document where it was published. */
  readonly text: string;
  /** The cell of the user's workbook it rests on; absent for packaged figures and for sums. */
  readonly place?: { readonly sheet: string; readonly cell: string };
}

/**
 * `answers` scored from them · `told` by a person (設定) · `published` packaged with its document · `table` the national
 * table in hand · `rules` the scheme of the year · `plan` shared out or estimated · `computed` from figures of the same sheet.
 */
type SourceKind = 'answers' | 'told' | 'published' | 'table' | 'rules' | 'plan' | 'computed';

/** A chart of cells of the sheet, which are its data table: lying bars, standing columns, lines over years, or a radar. */
export interface ChartModel {
  readonly kind: 'bar' | 'column' | 'line' | 'radar';
  readonly title: string;
  /** What it shows, in words, for those who cannot see it. */
  readonly altText: string;
  /** The same in a sentence for everybody, where the picture is not drawn beside the cells that say it. */
  readonly reading?: string;
  /** The cells it covers. */
  readonly anchor: Rectangle;
  readonly categories: Rectangle;
  readonly series: readonly { readonly name: string; readonly values: Rectangle; readonly role: ChartRole }[];
  /** How the figures at the bars are shown; absent = as they are. */
  readonly number?: NumberStyle;
  /** What the values count: 市町村数, 千円; stands along their axis. A radar has no place for it. */
  readonly unit?: string;
  /** Values are shares: the axis runs from 0 to 100 %. */
  readonly percent?: true;
  /** Series lie over each other, for one that marks a bar of the other. */
  readonly overlapping?: true;
}

/** What a series stands for; adapters give each its colour (`chartColors`). `base` covers what lies below, like paper. */
export type ChartRole = 'own' | 'compared' | 'prefecture' | 'marked' | 'base';

/** Whether its series are lines with a marker at each value: over years, or around a radar. */
export const isOfLines = ({ kind }: Pick<ChartModel, 'kind'>): boolean => kind === 'line' || kind === 'radar';

/**
 * Whether a series says its figures. Where series lie over each other, those of the first say it all; around a radar there is
 * room for the own alone; what only covers has none.
 */
export const isLabelled = (
  { kind, series, overlapping }: Pick<ChartModel, 'kind' | 'series' | 'overlapping'>,
  at: number,
): boolean => {
  const role = series[at]?.role;
  if (kind === 'radar') return role === 'own';
  return role !== 'base' && (overlapping !== true || at === 0);
};

/** Jumps to a cell of this workbook, or of another file named relative to the one written. */
export interface CellLink {
  readonly sheet: string;
  readonly cell: string;
  readonly file?: string;
}

/** 0-based rows, or columns, both ends counted. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** How a sheet is printed. What a page holds is worked out once for all sheets (report/layout/onPaper.ts). */
export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** Rows repeated on every page. */
  readonly titleRows?: RowRange;
  /** Columns repeated on every page across. */
  readonly titleColumns?: RowRange;
  /** The part that is printed; absent = all of it. */
  readonly area?: Rectangle;
  /** Per cent of the natural size; absent = 100. */
  readonly scale?: number;
  /** 0-based rows, and columns, with which a page begins. */
  readonly rowBreaks?: readonly number[];
  readonly columnBreaks?: readonly number[];
  /** Excel codes: &P page, &N pages, &A sheet, &F file. */
  readonly header?: string;
  readonly footer?: string;
}

/** Excel keeps a drop-down list in one text of at most 255 units. */
const longestList = 255;

/**
 * The words of a drop-down list as Excel keeps them, parted by commas. Lists are ours, so one that Excel could not hold
 * — no words, a comma inside one, more than 255 units, a beginning that makes it a formula — is a bug and throws.
 */
export const choiceList = (values: readonly string[]): string => {
  const list = values.join(',');
  const fault =
    values.length === 0
      ? 'no words'
      : values.some((value) => value === '' || value.includes(','))
        ? 'a comma in a word, or an empty one'
        : list.startsWith('=')
          ? 'Excel would take it for a formula'
          : list.replaceAll('"', '""').length > longestList
            ? `more than ${longestList} units`
            : undefined;
  if (fault !== undefined) throw new Error(`choiceList: ${fault}: ${list.slice(0, 300)}`);
  return list;
};

/**
 * Hands out every cell of a sheet, row by row. Lists have a hundred thousand of them and are walked several times, so that
 * nothing is made for a cell on the way, as iterators would.
 */
export const eachCell = (
  rows: SheetModel['rows'],
  take: (row: number, column: number, cell: ModelCell) => void,
): void => {
  for (let row = 0; row < rows.length; row += 1) {
    const cells = rows[row] ?? [];
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column];
      if (cell !== undefined) take(row, column, cell);
    }
  }
};
