import { coveredKey } from '../..';
import type { OpenedWorkbook } from './contentChanges';
import { formatOf, readCellFormats, type CellFormats } from '../xlsx/cellFormats';
import { partSource, partText } from '../package/parts';
import { sheetRows } from './sheetRows';
import { childOf, xmlTree } from '../xml/tree';

/** Tells the number format that stands in a cell of a sheet; the part is looked at when the first cell is asked for. */
export const standingFormats = ({
  book,
  workbook,
}: Pick<OpenedWorkbook, 'book' | 'workbook'>): ((sheet: string) => (row: number, column: number) => string) => {
  const parts = partSource(book);
  let formats: CellFormats | undefined;
  const allFormats = (): CellFormats => {
    const part = workbook.relations.find(({ type, target }) => type === 'styles' && parts.has(target))?.target;
    return (formats ??= readCellFormats(part === undefined ? undefined : partText(parts, part)));
  };
  return (sheet) => {
    let numbers: ReadonlyMap<string, number> | undefined;
    const part = workbook.sheets.find(({ name }) => name === sheet)?.part;
    return (row, column) => {
      numbers ??= part === undefined ? new Map() : formatNumbers(partText(parts, part));
      const { code } = formatOf(allFormats(), numbers.get(coveredKey(row, column)) ?? -1);
      return code === '' ? 'General' : code;
    };
  };
};

const formatNumbers = (xml: string): ReadonlyMap<string, number> =>
  new Map(
    sheetRows(childOf(xmlTree(xml), 'sheetData')).flatMap(({ number, cells }) =>
      cells.map(
        ({ column, element }) => [coveredKey(number, column), Number(element.attributes.get('s') ?? -1)] as const,
      ),
    ),
  );
