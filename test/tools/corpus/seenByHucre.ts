import { readXlsx } from 'hucre/xlsx';
import type { CellValue } from '../../../src/workbook';
import type { SeenCell } from './openpyxl';

/** What hucre sees in an .xlsx; undefined when it cannot read it. */
export const seenByHucre = async (
  bytes: Uint8Array,
): Promise<Readonly<Record<string, readonly SeenCell[]>> | undefined> => {
  try {
    const { sheets } = await readXlsx(bytes);
    return Object.fromEntries(
      sheets.map(({ name, rows }) => [
        name,
        rows.flatMap((cells, row) => cells.flatMap((value, column) => seenCell(row, column, value))),
      ]),
    );
  } catch {
    return undefined;
  }
};

const seenCell = (row: number, column: number, value: CellValue): readonly SeenCell[] => {
  if (value === null) return [];
  if (value instanceof Date) return [[row, column, 'n', (value.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000]];
  return [[row, column, typeof value === 'number' ? 'n' : typeof value === 'boolean' ? 'b' : 's', value]];
};
