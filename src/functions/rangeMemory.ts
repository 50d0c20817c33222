/** What is worked out from the cells of a range argument, given anew or as it was kept. */
type RangeMemory<Value> = (argument: unknown, rules: string, make: () => Value) => Value;

interface Kept<Value> {
  readonly rows: readonly (readonly unknown[])[];
  readonly rules: string;
  readonly value: Value;
}

/**
 * Excel hands every cell's function its own copy of the range. The same cells under the same rules are worked out once,
 * however many cells ask: a cheap number of the cells says where to look, and every cell is compared, so that no two ranges
 * are ever taken for one another. What is unused for longest is forgotten first, beyond `mostRanges` and `mostCells`.
 */
export const rangeMemory = <Value>(mostRanges: number, mostCells: number): RangeMemory<Value> => {
  const kept = new Map<string, Kept<Value>>();
  let cells = 0;
  let latest: Kept<Value> | undefined;
  const keep = (key: string, one: Kept<Value>): void => {
    const before = kept.get(key);
    kept.delete(key);
    kept.set(key, one);
    cells += sizeOf(one.rows) - (before === undefined ? 0 : sizeOf(before.rows));
    for (const [oldest, { rows }] of kept) {
      if (kept.size === 1 || (kept.size <= mostRanges && cells <= mostCells)) break;
      kept.delete(oldest);
      cells -= sizeOf(rows);
    }
    latest = one;
  };
  return (argument, rules, make) => {
    // A column filled down asks for the same range each time: comparing is all there is to do.
    if (latest?.rules === rules && isSame(latest.rows, argument)) return latest.value;
    const rows = plainRows(argument);
    if (rows === undefined) return make();
    const key = `${rules} ${numberOf(rows)}`;
    const known = kept.get(key);
    const one =
      known?.rules === rules && isSame(known.rows, argument)
        ? known
        : { rows: rows.map((row) => [...row]), rules, value: make() };
    keep(key, one);
    return one.value;
  };
};

const sizeOf = (rows: readonly (readonly unknown[])[]): number => rows.reduce((sum, row) => sum + row.length, 0);

/** Rows of plain values; a cell that is an object (an error, a data type) may change behind our back, and is not kept. */
const plainRows = (argument: unknown): readonly (readonly unknown[])[] | undefined => {
  if (!Array.isArray(argument)) return undefined;
  const rows: readonly unknown[] = argument;
  for (const row of rows) {
    if (!Array.isArray(row)) return undefined;
    const cells: readonly unknown[] = row;
    for (const cell of cells) {
      if (typeof cell === 'object' && cell !== null) return undefined;
    }
  }
  return rows as readonly (readonly unknown[])[];
};

const isSame = (kept: readonly (readonly unknown[])[], argument: unknown): boolean => {
  if (!Array.isArray(argument) || argument.length !== kept.length) return false;
  const rows: readonly unknown[] = argument;
  for (let at = 0; at < kept.length; at += 1) {
    const row = kept[at];
    const beside = rows[at];
    if (row === undefined || !Array.isArray(beside) || beside.length !== row.length) return false;
    for (let column = 0; column < row.length; column += 1) if (row[column] !== beside[column]) return false;
  }
  return true;
};

/** Different cells nearly always give different numbers; the few that do not are told apart by `isSame`. */
const numberOf = (rows: readonly (readonly unknown[])[]): number => {
  let number = rows.length;
  for (const row of rows) {
    for (const cell of row) {
      // The fraction counts too: figures of a nation are often all below one.
      if (typeof cell === 'number') number = (Math.imul(number, 31) + ((cell * 65_521) | 0)) | 0;
      else if (typeof cell === 'string') number = (Math.imul(number, 31) + cell.length + firstSign(cell)) | 0;
      else number = Math.imul(number, 31) | 0;
    }
  }
  return number;
};

const firstSign = (text: string): number => (text === '' ? 0 : text.charCodeAt(0) + text.charCodeAt(text.length - 1));
