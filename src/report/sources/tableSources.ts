import type { Nation } from '../../rank';
import { a1, type FigureSource } from '../../workbook';

/** A figure worked out from the national table in hand. */
export const fromTable = ({ table }: Nation, what: string, place?: FigureSource['place']): FigureSource => ({
  kind: 'table',
  text: `${what}：読み込んだ全国集計表「${table.sheet}」の${table.count.toLocaleString('en-US')}市町村から計算しました。`,
  ...(place === undefined ? {} : { place }),
});

/** Figures of one row of the national table in hand: a municipality's own points, a rank that is printed there. */
export const fromTableRow = ({ table }: Nation, what: string, place?: FigureSource['place']): FigureSource => ({
  kind: 'table',
  text: `${what}：読み込んだ全国集計表「${table.sheet}」の、この市町村の行によります。`,
  ...(place === undefined ? {} : { place }),
});

/** The row of a municipality in the national table, as a place; undefined where it has none. */
export const tableRow = ({ table }: Nation, row: number | undefined): FigureSource['place'] => {
  const at = row === undefined ? undefined : table.rows[row];
  return at === undefined ? undefined : { sheet: table.sheet, cell: a1(at, 0) };
};
