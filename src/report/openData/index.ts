import type { Results, ScoredResults } from '../../evaluation';
import type { SheetModel } from '../../workbook';
import { criteriaTable, fitsSheet, tellsCriteria } from './criteria';
import { sourceLines, type SourceLine } from './sources';
import { openDataCsv, openDataSheet } from './table';
import { townsTable } from './towns';

/** The sheets for machines: a municipality a row, and where they fit, a criterion a row. */
export const openDataSheets = (results: ScoredResults): readonly SheetModel[] => [
  openDataSheet({ name: '機械可読', marker: 'openData' }, townsTable(results)),
  ...(tellsCriteria(results) && fitsSheet(results)
    ? [openDataSheet({ name: '機械可読（枝番）', marker: 'openDataCriteria' }, criteriaTable(results))]
    : []),
];

/** The same tables as texts of files for publication, and what is to be said of where they come from. */
export interface OpenDataTexts {
  readonly towns: string;
  /** Undefined for a whole nation, whose criteria stand in the table it was read from. */
  readonly criteria: string | undefined;
  readonly sources: readonly SourceLine[];
}

/** The files for publication; undefined where there are no points. */
export const openDataTexts = (results: Results): OpenDataTexts | undefined =>
  results.subject === 'facts' || results.municipalities.length === 0
    ? undefined
    : {
        towns: openDataCsv(townsTable(results)),
        criteria: tellsCriteria(results) ? openDataCsv(criteriaTable(results)) : undefined,
        sources: sourceLines(results),
      };

export { sourcesCsv, type SourceLine } from './sources';
