import { registeredIn, type NationalTable } from '../answers';

/** Rows of a national table by prefecture; rows whose prefecture is not known are in none. */
export type PrefectureRows = ReadonlyMap<string, readonly number[]>;

export const rowsByPrefecture = ({ municipalities }: Pick<NationalTable, 'municipalities'>): PrefectureRows => {
  const rows = new Map<string, number[]>();
  for (const [row, { prefecture }] of municipalities.entries()) {
    if (prefecture === undefined) continue;
    const known = rows.get(prefecture);
    if (known === undefined) rows.set(prefecture, [row]);
    else known.push(row);
  }
  return rows;
};

/**
 * Those of as many rows as the prefecture has municipalities. One that lacks some has no mean and no rank of its own, nor has
 * one with more: some of these rows are nobody's.
 */
export const wholePrefectures = (rows: PrefectureRows): PrefectureRows =>
  new Map([...rows].filter(([prefecture, here]) => here.length === registeredIn(prefecture)));

/** Those of which no row is open: a mean over open rows would be that of the least they can be. */
export const settledPrefectures = (rows: PrefectureRows, open: ReadonlySet<number>): PrefectureRows =>
  new Map([...rows].filter(([, here]) => !here.some((row) => open.has(row))));

/** A nation as far as its prefectures go. */
interface WithPrefectures {
  readonly table: Pick<NationalTable, 'municipalities'>;
  readonly prefectures: PrefectureRows;
}

/** The prefecture of a row with all its rows, where they have means; undefined otherwise, and for no row. */
export const prefectureOfRow = (
  { table, prefectures }: WithPrefectures,
  row: number | undefined,
): { readonly name: string; readonly rows: readonly number[] } | undefined => {
  const name = row === undefined ? undefined : table.municipalities[row]?.prefecture;
  const rows = name === undefined ? undefined : prefectures.get(name);
  return name === undefined || rows === undefined ? undefined : { name, rows };
};
