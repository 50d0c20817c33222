import type { CellValue, SheetContent, WorkbookContent } from '../../src/workbook';
import { serialOf } from '../host/model/hostCell';
import type { HostCell } from '../host/model/hostCell';
import type { HostSheet } from '../host/model/hostSheet';
import { HostWorkbook } from '../host/model/hostWorkbook';

/** A workbook as Excel shows it once it has opened the file: what is text stays text, a date is a number. */
export const hostBook = ({ sheets }: WorkbookContent): HostWorkbook => {
  const workbook = new HostWorkbook(...sheets.map(({ name }) => name));
  for (const content of sheets) {
    const sheet = workbook.sheet(content.name);
    if (sheet === undefined) throw new Error(`hostBook: no sheet ${content.name}`);
    fill(sheet, content);
  }
  return workbook;
};

const fill = (sheet: HostSheet, { grid, merges, hiddenRows, hiddenColumns, visibility }: SheetContent): void => {
  grid.forEach((row, at) => {
    row.forEach((value, column) => {
      if (value !== null) sheet.put(at, column, cellOf(value));
    });
  });
  sheet.merges.push(...merges);
  for (const row of hiddenRows) sheet.hiddenRows.add(row);
  for (const column of hiddenColumns) sheet.hiddenColumns.add(column);
  sheet.visibility = ({ visible: 'Visible', hidden: 'Hidden', 'very-hidden': 'VeryHidden' } as const)[visibility];
};

const cellOf = (value: Exclude<CellValue, null>): HostCell =>
  value instanceof Date ? { value: serialOf(value.getTime()), numberFormat: 'yyyy/m/d' } : { value };
