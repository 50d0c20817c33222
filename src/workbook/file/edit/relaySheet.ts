import { named } from '../details';
import { a1, a1Range, isWithin, parseA1, plainRowPoints, type Rectangle, type Relaying } from '../..';
import { FileFault } from '../fault';
import { sheetRows, type SheetRow } from './patchSheet';
import { sheetOrder } from './partFaults';
import {
  appended,
  childOf,
  childrenOf,
  endOf,
  inserted,
  prefixed,
  spliced,
  without,
  withAttribute,
  xmlTree,
  type Splice,
  type XmlElement,
} from '../xml/tree';

/** How the lines of a sheet are to look from now on, by its own rows and columns. */
export interface NewLook {
  readonly relaid: Relaying;
  /** The format of a cell of ours; undefined for one that is ours no more, which becomes plain. */
  readonly style: (row: number, column: number) => number | undefined;
  /** Points of a row that is not as high as plain ones. */
  readonly heights: (row: number) => number | undefined;
}

/** A worksheet part whose cells have their values already: our rows get their formats, heights and merged blocks anew. */
export const relaySheet = (xml: string, part: string, look: NewLook): string => {
  const root = xmlTree(xml);
  const data = childOf(root, 'sheetData');
  if (data === undefined) throw new FileFault('file-cannot-refresh', named(part));
  const rows = new Map(sheetRows(data).map((row) => [row.number, row]));
  const { top, bottom } = look.relaid.area;
  const splices: Splice[] = [...mergeSplices(xml, root, look.relaid)];
  const numbers = [...rows.keys()];
  const endRows: string[] = [];
  for (let number = top; number <= bottom; number += 1) {
    const known = rows.get(number);
    if (known !== undefined) {
      splices.push(...rowSplices(xml, known, look));
      continue;
    }
    const text = prefixed(newRow(number, look), root.open.prefix);
    const next = numbers.find((one) => one > number);
    const start = next === undefined ? undefined : rows.get(next)?.element.open.start;
    if (start === undefined) endRows.push(text);
    else splices.push({ start, end: start, text });
  }
  if (endRows.length > 0) splices.push(appended(data, endRows.join('')));
  return spliced(xml, splices);
};

const rowSplices = (xml: string, { number, element, cells }: SheetRow, look: NewLook): readonly Splice[] => {
  const { left, right } = look.relaid.area;
  const known = new Map(cells.map((cell) => [cell.column, cell.element]));
  const splices: Splice[] = [
    withAttribute(xml, element, 'ht', String(look.heights(number) ?? plainRowPoints)),
    withAttribute(xml, element, 'customHeight', '1'),
  ];
  const atEnd: string[] = [];
  for (let column = left; column <= right; column += 1) {
    const cell = known.get(column);
    const style = look.style(number, column)?.toString();
    if (cell !== undefined) {
      if (cell.attributes.get('s') !== style) splices.push(withAttribute(xml, cell, 's', style));
      continue;
    }
    const text = prefixed(emptyCell(number, column, look), element.open.prefix);
    const next = cells.find((one) => one.column > column)?.element.open.start;
    if (next === undefined) atEnd.push(text);
    else splices.push({ start: next, end: next, text });
  }
  if (atEnd.join('') !== '') splices.push(appended(element, atEnd.join('')));
  return splices;
};

const newRow = (row: number, look: NewLook): string => {
  const { left, right } = look.relaid.area;
  const cells = Array.from({ length: right - left + 1 }, (_, at) => emptyCell(row, left + at, look)).join('');
  const open = `<row r="${row + 1}" ht="${look.heights(row) ?? plainRowPoints}" customHeight="1"`;
  return cells === '' ? `${open}/>` : `${open}>${cells}</row>`;
};

const emptyCell = (row: number, column: number, { style }: NewLook): string => {
  const format = style(row, column);
  return format === undefined ? '' : `<c r="${a1(row, column)}" s="${format}"/>`;
};

/** The list of merged blocks, which is there only while there are some. */
const mergeSplices = (xml: string, root: XmlElement, { area, merges }: Relaying): readonly Splice[] => {
  const lists = childrenOf(root, 'mergeCells');
  const kept = lists
    .flatMap((list) => childrenOf(list, 'mergeCell'))
    .filter((element) => !beginsIn(area, element.attributes.get('ref')))
    .map((element) => xml.slice(element.open.start, endOf(element)));
  const { prefix } = root.open;
  const ours = merges.map((block) => `<${prefix}mergeCell ref="${a1Range(block)}"/>`);
  const all = [...kept, ...ours];
  const list = `<${prefix}mergeCells count="${all.length}">${all.join('')}</${prefix}mergeCells>`;
  return [
    ...lists.map(without),
    ...(all.length === 0 ? [] : inserted(root, sheetOrder, [{ name: 'mergeCells', text: list }])),
  ];
};

const beginsIn = (area: Rectangle, reference: string | undefined): boolean => {
  const block = parseA1(reference ?? '');
  return block !== undefined && isWithin(area, block.top, block.left);
};
