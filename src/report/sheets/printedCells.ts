import type { Formula, FormulaPlace, FunctionName, ModelCell, Operator, SheetModel } from '../../workbook';

/** A printed cell with its place, as a formula leads to it. */
export interface PrintedCell {
  readonly cell: ModelCell;
  readonly place: FormulaPlace;
}

/** The cells of the sheets that are written along, by the marker of their sheet and their key. */
export interface PrintedCells {
  readonly find: (marker: string, key: string) => PrintedCell | undefined;
  /** The same on every sheet whose marker begins so: papers of both editions, of any year. */
  readonly findAll: (marker: string, key: string) => readonly PrintedCell[];
  /** So many cells from one on, downwards, the first `skipped` left out. */
  readonly below: (first: PrintedCell, count: number, skipped?: number) => readonly ModelCell[];
}

/** Keys are looked up once for each sheet that is asked for. */
export const printedCells = (sheets: readonly SheetModel[]): PrintedCells => {
  const known = new Map<string, ReadonlyMap<string, PrintedCell>>();
  const keysOf = (marker: string): ReadonlyMap<string, PrintedCell> => {
    const keys = known.get(marker) ?? new Map(sheets.filter((sheet) => sheet.marker === marker).flatMap(keyedCellsOf));
    known.set(marker, keys);
    return keys;
  };
  return {
    find: (marker, key) => keysOf(marker).get(key),
    findAll: (begin, key) =>
      sheets.flatMap(({ marker }) => (marker.startsWith(begin) ? (keysOf(marker).get(key) ?? []) : [])),
    below: ({ place: { marker, area } }, count, skipped = 0) => {
      const { rows } = sheets.find((sheet) => sheet.marker === marker) ?? { rows: [] };
      const top = area.top + skipped;
      return rows.slice(top, top + count).flatMap((cells) => cells[area.left] ?? []);
    },
  };
};

const keyedCellsOf = ({ marker, rows }: SheetModel): readonly (readonly [string, PrintedCell])[] =>
  rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell.key === undefined ? [] : [[cell.key, { cell, place: placeAt(marker, row, column) }] as const],
    ),
  );

/** One cell of the sheet with that marker, or so many from there downwards. */
export const placeAt = (marker: string, row: number, column: number, count = 1): FormulaPlace => ({
  kind: 'place',
  marker,
  area: { top: row, left: column, bottom: row + count - 1, right: column },
});

/** So many cells from a place on, downwards, the first `skipped` left out. */
export const downFrom = ({ marker, area }: FormulaPlace, count: number, skipped = 0): FormulaPlace =>
  placeAt(marker, area.top + skipped, area.left, count);

/** A function of a spreadsheet over what is given. */
export const call = (name: FunctionName, ...given: readonly Formula[]): Formula => ({ kind: 'call', name, given });

/** Two parts of a formula with a sign between them. */
export const infix = (left: Formula, operator: Operator, right: Formula): Formula => ({
  kind: 'infix',
  operator,
  left,
  right,
});

/** A number in a formula. */
export const numeral = (value: number): Formula => ({ kind: 'number', value });

/** The sum of the numbers among cells, as SUM has it. */
export const sumOfCells = (cells: readonly ModelCell[]): number =>
  cells.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0);
