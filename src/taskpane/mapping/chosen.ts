import type { FiscalYear } from '../../kernel';
import type { MappedColumn, Mapping } from './mapping';

/** The mapping with another sheet; undefined = every sheet with a table. A column belongs to its sheet, so it goes. */
export const onSheet = ({ year, markMeanings }: Mapping, sheet: string | undefined): Mapping => ({
  markMeanings,
  ...(year === undefined ? {} : { year }),
  ...(sheet === undefined ? {} : { sheet }),
});

/** The mapping with this column of this sheet; undefined = the columns the engine finds. */
export const onColumn = (mapping: Mapping, sheet: string, column: MappedColumn | undefined): Mapping =>
  column === undefined ? onSheet(mapping, mapping.sheet) : { ...onSheet(mapping, sheet), column };

/** The mapping with this year; undefined = the year the workbook speaks of. */
export const inYear = ({ sheet, column, markMeanings }: Mapping, year: FiscalYear | undefined): Mapping => ({
  markMeanings,
  ...(sheet === undefined ? {} : { sheet }),
  ...(column === undefined ? {} : { column }),
  ...(year === undefined ? {} : { year }),
});
