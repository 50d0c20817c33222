import { placeAmong, type Layout } from '../../answers';
import type { FiscalYear } from '../../kernel';
import type { MappedColumn, Mapping } from './mapping';

/** The mapping with another sheet; undefined = every sheet with a table. A column belongs to its sheet, so it goes. */
export const onSheet = (mapping: Mapping, sheet: string | undefined): Mapping => ({
  ...anywhere(mapping),
  ...(mapping.year === undefined ? {} : { year: mapping.year }),
  ...(sheet === undefined ? {} : { sheet }),
});

/** The mapping with this column of this sheet; undefined = the columns the engine finds. */
export const onColumn = (mapping: Mapping, sheet: string, column: MappedColumn | undefined): Mapping =>
  column === undefined ? onSheet(mapping, mapping.sheet) : { ...onSheet(mapping, sheet), column };

/** The mapping with this year; undefined = the year the workbook speaks of. */
export const inYear = (mapping: Mapping, year: FiscalYear | undefined): Mapping => ({
  ...anywhere(mapping),
  ...(mapping.sheet === undefined ? {} : { sheet: mapping.sheet }),
  ...(mapping.column === undefined ? {} : { column: mapping.column }),
  ...(year === undefined ? {} : { year }),
});

/** What holds wherever the answers stand and whatever the year. */
const anywhere = ({ markMeanings, municipality, prefecture }: Mapping): Mapping => ({
  markMeanings,
  ...(municipality === undefined ? {} : { municipality }),
  ...(prefecture === undefined ? {} : { prefecture }),
});

/** What of a mapping still fits the workbook; what is gone is found out anew, and the pane shows which headers changed. */
export const fitting = (mapping: Mapping, layout: Layout): Mapping => {
  const chosen = layout.find(({ name }) => name === mapping.sheet);
  if (chosen === undefined) return onSheet(mapping, undefined);
  const here = mapping.column !== undefined && placeAmong(chosen.columns, mapping.column) !== undefined;
  return here ? mapping : onSheet(mapping, chosen.name);
};
