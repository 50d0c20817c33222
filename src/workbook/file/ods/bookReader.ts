import type { DefinedName, SheetContent, WorkbookContent } from '../..';
import { FileFault, limits } from '../fault';
import type { XmlReader } from '../xml/events';
import { definedName, sheetOf } from './addresses';
import type { Attribute } from './namespaces';
import type { Budget } from './sheetRows';
import { sheetReader, type SheetReader } from './sheetReader';
import type { OdsStyles } from './styles';

/** Reads the parts of an .ods one after another, styles before sheets; `book` is what they said together. */
export interface BookReader extends XmlReader {
  readonly book: () => WorkbookContent;
}

/** The elements in which sheets, styles and settings stand; everything else beside them is left out. */
const containers = new Set([
  'office:document',
  'office:document-content',
  'office:document-styles',
  'office:document-settings',
  'office:styles',
  'office:automatic-styles',
  'office:settings',
  'config:config-item-set',
  'office:body',
  'office:spreadsheet',
  'table:database-ranges',
]);

export const bookReader = (styles: OdsStyles): BookReader => {
  const budget: Budget = { cells: limits.cells, slots: limits.slots };
  const sheets: SheetContent[] = [];
  const names: DefinedName[] = [];
  const filtered = new Set<string>();
  const path: string[] = [];
  let sheet: SheetReader | undefined;
  let database: string | undefined;
  let [isSpreadsheet, externalLinks, readsCalculation] = [false, false, false];
  let calculation = '';

  const openInSpreadsheet = (name: string, attribute: Attribute): boolean => {
    if (name === 'table:table') {
      const title = attribute('table:name') ?? '';
      // What LibreOffice remembers of another file is kept as a table called `'file:///…'#$Sheet1`: no sheet of the book.
      if (/^'[^#]*'#/.test(title)) externalLinks = true;
      else sheet = sheetReader(title, styles, budget, attribute);
      return sheet !== undefined;
    }
    if (name === 'table:dde-links') externalLinks = true;
    return name === 'table:named-expressions' || name === 'table:database-ranges';
  };

  const open = (name: string, attribute: Attribute): boolean => {
    const parent = path.at(-1) ?? '';
    if (sheet !== undefined) return sheet.open(name, attribute, parent);
    switch (parent) {
      case '':
        if (name.startsWith('office:document')) return true;
        throw new FileFault('file-unknown', name.slice(0, 100));
      case 'office:styles':
      case 'office:automatic-styles':
      case 'style:style':
      case 'style:default-style':
        return styles.read(name, attribute);
      case 'config:config-item-set':
        readsCalculation = attribute('config:name') === 'AutoCalculate';
        return readsCalculation || containers.has(name);
      case 'office:spreadsheet':
        return openInSpreadsheet(name, attribute);
      case 'table:database-ranges':
        database = attribute('table:target-range-address');
        return name === 'table:database-range';
      case 'table:database-range': {
        const place = name === 'table:filter' ? sheetOf(database ?? '') : undefined;
        if (place !== undefined) filtered.add(place);
        return false;
      }
      case 'table:named-expressions': {
        const defined = definedName(attribute, undefined);
        if (defined !== undefined) names.push(defined);
        return false;
      }
      default:
        if (name === 'office:spreadsheet') isSpreadsheet = true;
        return containers.has(name);
    }
  };

  return {
    open: (name, attribute) => {
      const enters = open(name, attribute);
      if (enters) path.push(name);
      return enters;
    },
    close: (name) => {
      path.pop();
      readsCalculation = false;
      if (sheet === undefined) return;
      if (path.at(-1) !== 'office:spreadsheet') {
        sheet.close(name);
        return;
      }
      const { content, names: own, linksOut } = sheet.end();
      if (sheets.some((other) => other.name === content.name)) throw new FileFault('file-damaged', 'table:name');
      sheets.push(content);
      names.push(...own);
      if (linksOut) externalLinks = true;
      sheet = undefined;
    },
    text: (text) => {
      if (sheet !== undefined) sheet.text(text);
      else if (readsCalculation) calculation += text.slice(0, 10);
    },
    book: () => {
      if (!isSpreadsheet) throw new FileFault('file-unknown', 'office:spreadsheet');
      if (sheets.length === 0) throw new FileFault('file-no-sheets', 'content.xml');
      return {
        sheets: sheets.map((one) => (filtered.has(one.name) ? { ...one, filtered: true } : one)),
        names,
        manualCalculation: calculation === 'false',
        externalLinks,
      };
    },
  };
};
