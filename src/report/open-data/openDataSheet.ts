import type { CellValue, FigureSource, SheetModel } from '../../workbook';
import { cell, pageSetup } from '../layout';
import type { ScoredResults } from '../../evaluation';
import { openDataColumns } from './openDataColumns';

/**
 * 機械可読: the results once more for machines, by the rules for open data (総務省 統一ルール 2020): one value per cell, numbers
 * as numbers without format, units in the header, local-government codes, no merges, western year beside 令和.
 */
export const openDataSheet = (results: ScoredResults): SheetModel => {
  const columns = openDataColumns(results);
  return {
    name: '機械可読',
    marker: 'openData',
    rows: [
      columns.map(({ header }) => cell(header, 'plain')),
      ...results.municipalities.map((municipality) =>
        columns.map(({ valueOf, sourceOf }) => plain(valueOf(municipality), sourceOf(municipality))),
      ),
    ],
    columnWidths: columns.map(({ header }) => Math.max(12, header.length * 2 + 2)),
    frozenRows: 1,
    print: pageSetup({ orientation: 'landscape', headerRow: 0 }),
  };
};

/** Codes are texts: 01 must not become 1. */
const plain = (value: CellValue, source: FigureSource | undefined) =>
  cell(value, 'plain', typeof value === 'string' ? 'text' : undefined, source);
