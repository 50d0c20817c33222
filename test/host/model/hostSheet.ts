import { a1Range, columnName, type Rectangle } from '../../../src/workbook';
import { emptyCell, enter, type CellFormat, type HostCell } from './hostCell';
import type { HostChart } from './hostChart';
import { HostError } from './hostError';

/** A table (ListObject) of a sheet. */
export interface HostTable {
  readonly id: string;
  name: string;
  range: Rectangle;
  style: string;
  filtered: boolean;
  showFilterButton: boolean;
}

/** A defined name; `formula` as Excel shows it: `=Sheet1!$A$1:$B$2`. */
export interface HostName {
  readonly name: string;
  formula: string;
  visible: boolean;
  comment: string;
}

/** A conditional format. */
export interface HostRule {
  readonly type: string;
  readonly range: Rectangle;
  /** Operator and formula. */
  compared?: string;
  fill?: string;
  color?: string;
  bold?: boolean;
}

/** Print set-up as it was given, keyed by the library's own property names. */
export type PageLayout = Map<string, string | number | boolean | null>;

/** A sheet of the host's workbook. Rows and columns are 0-based. */
export class HostSheet {
  readonly rows: (HostCell | undefined)[][] = [];
  readonly merges: Rectangle[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** Points. */
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly names: HostName[] = [];
  readonly tables: HostTable[] = [];
  readonly charts: HostChart[] = [];
  readonly choices: { readonly range: Rectangle; readonly source: string }[] = [];
  readonly rules: HostRule[] = [];
  readonly pageLayout: PageLayout = new Map();
  /** 0-based rows and columns with which a page begins. */
  readonly rowBreaks: number[] = [];
  readonly columnBreaks: number[] = [];
  shapes = 0;
  pivots = 0;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  protected = false;
  showGridlines = true;
  tabColor = '';
  frozen: { rows: number; columns: number } = { rows: 0, columns: 0 };
  autoFilter: { range: Rectangle; filtered: boolean } | undefined;
  /** A formula was ever put there. */
  holdsFormulas = false;
  /** How often a value or a formula became another. */
  edits = 0;
  /** Every time a text became a formula, for "text from outside never becomes a formula". */
  readonly formulasEntered: string[] = [];

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): HostCell {
    return this.rows[row]?.[column] ?? emptyCell;
  }

  put(row: number, column: number, cell: HostCell): void {
    this.holdsFormulas ||= cell.formula !== undefined;
    const cells = (this.rows[row] ??= []);
    const before = cells[column];
    if (before?.value !== cell.value || before.formula !== cell.formula) this.edits += 1;
    cells[column] = cell;
  }

  /** Writes as `Range.values` does; `null` leaves the cell, a merged block takes only its first cell. */
  enter(row: number, column: number, input: string | number | boolean | null): void {
    if (input === null) return;
    const block = this.merges.find((merge) => inside(merge, row, column));
    if (block !== undefined && (block.top !== row || block.left !== column)) return;
    const before = this.cell(row, column);
    const after = enter(before, input);
    if (after.formula !== undefined && after.formula !== before.formula) this.formulasEntered.push(after.formula);
    this.put(row, column, after);
  }

  replaceInFormulas(was: string, is: string): void {
    this.rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        if (cell?.formula?.includes(was) === true)
          this.put(row, column, { ...cell, formula: cell.formula.replaceAll(was, () => is) });
      });
    });
  }

  format(row: number, column: number, change: CellFormat): void {
    this.formatter(change)(row, column);
  }

  /** Formats many cells alike; cells that looked alike before share one record after. */
  formatter(change: CellFormat): (row: number, column: number) => void {
    const made = new Map<CellFormat | undefined, CellFormat>();
    return (row, column) => {
      const cell = this.cell(row, column);
      const format = made.get(cell.format) ?? merged(cell.format, change);
      made.set(cell.format, format);
      this.put(row, column, { ...cell, format });
    };
  }

  /** The block that holds values (or, without `valuesOnly`, formats too); undefined when the sheet is empty. */
  usedRange(valuesOnly: boolean): Rectangle | undefined {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    this.rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        if (cell === undefined) return;
        const blank = cell.value === '' && cell.formula === undefined;
        if (blank && (valuesOnly || (cell.format === undefined && cell.numberFormat === undefined))) return;
        [top, left] = [Math.min(top, row), Math.min(left, column)];
        [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
      });
    });
    return bottom < 0 ? undefined : { top, left, bottom, right };
  }

  /** Excel refuses any write to a protected sheet. */
  refuseWhenProtected(where: string): void {
    if (this.protected) throw new HostError('AccessDenied', `${this.name} is protected`, where);
  }

  address(range: Rectangle): string {
    const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(this.name);
    return `${plain ? this.name : `'${this.name.replaceAll("'", "''")}'`}!${shownRange(range)}`;
  }
}

/** Whole rows and columns are shown without the other half: 1:3, A:B. */
const shownRange = (range: Rectangle): string => {
  if (range.left === 0 && range.right === 16_383) return `${range.top + 1}:${range.bottom + 1}`;
  const isWhole = range.top === 0 && range.bottom === 1_048_575;
  return isWhole ? `${columnName(range.left)}:${columnName(range.right)}` : a1Range(range);
};

export const inside = (range: Rectangle, row: number, column: number): boolean =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;

const merged = (before: CellFormat | undefined, change: CellFormat): CellFormat => ({
  ...before,
  ...change,
  ...(change.borders && { borders: { ...before?.borders, ...change.borders } }),
});
