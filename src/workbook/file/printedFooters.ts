import { fileKind, openPackage } from './package/package';
import { partSource, partText } from './package/parts';
import { workbookPlan } from './xlsx/readXlsx';
import { childOf, textIn, xmlTree } from './xml/tree';

/** The printed footers of a workbook that was read, by sheet, with Excel's codes as they stand; none where a file has none. */
export const printedFooters = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  if (fileKind(bytes).kind !== 'zip') return new Map();
  const book = openPackage(bytes);
  if (book.entries.has('mimetype')) return new Map();
  return new Map(
    workbookPlan(book).sheets.flatMap(({ name, part }): readonly (readonly [string, string])[] => {
      if (part === undefined || !book.entries.has(part)) return [];
      const xml = partText(partSource(book), part);
      const header = childOf(xmlTree(xml), 'headerFooter');
      const footer = header && childOf(header, 'oddFooter');
      return footer === undefined ? [] : [[name, textIn(xml, footer)]];
    }),
  );
};
