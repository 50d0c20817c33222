/** A block of cells, 0-based, both ends included. */
export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `columnName(0)` = A, 25 = Z, 26 = AA. */
export const columnName = (column: number): string => {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
};

/** A1 address of a 0-based cell: `a1(2, 1)` = B3. */
export const a1 = (row: number, column: number): string => `${columnName(column)}${String(row + 1)}`;

/** A1 address of a block: B3:D9, or B3 when it is one cell. */
export const a1Range = ({ top, left, bottom, right }: Rectangle): string =>
  top === bottom && left === right ? a1(top, left) : `${a1(top, left)}:${a1(bottom, right)}`;

/** Reads B3, $B$3, B3:D9 (a sheet before `!` is dropped); undefined when it is no address inside a sheet's bounds. */
export const parseA1 = (text: string): Rectangle | undefined => {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?$/.exec(
    text.slice(text.lastIndexOf('!') + 1),
  );
  if (match === null) return undefined;
  const [, firstColumn = '', firstRow = '', lastColumn = firstColumn, lastRow = firstRow] = match;
  const [left, right] = [columnIndex(firstColumn), columnIndex(lastColumn)].sort((a, b) => a - b) as [number, number];
  const [top, bottom] = [Number(firstRow) - 1, Number(lastRow) - 1].sort((a, b) => a - b) as [number, number];
  return bottom > 1_048_575 || right > 16_383 ? undefined : { top, left, bottom, right };
};

const columnIndex = (name: string): number =>
  Array.from(name).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Whether a 0-based cell lies in a block. */
export const isWithin = ({ top, left, bottom, right }: Rectangle, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** The cells of a block, row by row. */
export const cellsIn = ({
  top,
  left,
  bottom,
  right,
}: Rectangle): readonly { readonly row: number; readonly column: number }[] =>
  Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, across) => ({ row: top + down, column: left + across })),
  ).flat();

/** A sheet name as formulas and links need it: quoted, apostrophes doubled. */
export const quotedSheetName = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** The cells of merged blocks that say nothing: all but the first of each (a merged block speaks in its top-left cell). */
export const coveredCells = (merges: readonly Rectangle[]): ReadonlySet<string> => {
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        if (row !== top || column !== left) covered.add(coveredKey(row, column));
      }
    }
  }
  return covered;
};

/** Tells of a 0-based cell whether it is one of {@link coveredCells}: for walks over every cell of a sheet, few rows of which are merged. */
export const coveredBy = (merges: readonly Rectangle[]): ((row: number, column: number) => boolean) => {
  const ofRow = new Map<number, Rectangle[]>();
  for (const merge of merges) {
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      const here = ofRow.get(row);
      if (here === undefined) ofRow.set(row, [merge]);
      else here.push(merge);
    }
  }
  return (row, column) => {
    for (const { top, left, right } of ofRow.get(row) ?? noMerges)
      if (column >= left && column <= right && (row !== top || column !== left)) return true;
    return false;
  };
};

const noMerges: readonly Rectangle[] = [];

/** How {@link coveredCells} names a 0-based cell. */
export const coveredKey = (row: number, column: number): string => `${row},${column}`;
