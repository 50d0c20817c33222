import { parseA1 } from '../address';
import { xmlTags, type XmlTag } from './xmlTags';

/** A row of a worksheet part, with the places of its tags in the text. */
export interface SheetRow {
  /** 0-based. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly open: XmlTag;
  readonly cells: readonly SheetCell[];
}

interface SheetCell {
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly style: string | undefined;
}

/** Every row of a worksheet part, and where rows may be added: before `end`, in `wasEmpty` where there is no row yet. */
export const sheetRows = (
  xml: string,
): { readonly list: readonly SheetRow[]; readonly end: number; readonly wasEmpty: XmlTag | undefined } => {
  const tags = xmlTags(xml);
  const data = tags.find(({ name, depth }) => name === 'sheetData' && depth === 1);
  if (data === undefined) throw new Error('sheetRows: no sheetData');
  const list: SheetRow[] = [];
  let [number, column] = [-1, -1];
  let open: XmlTag | undefined;
  let cell: XmlTag | undefined;
  let cells: SheetCell[] = [];
  for (const tag of tags) {
    if (tag.name === 'row' && tag.depth === 2) {
      if (tag.kind !== 'close') {
        number = tag.attributes.has('r') ? Number(tag.attributes.get('r')) - 1 : number + 1;
        [open, cells, column] = [tag, [], -1];
      }
      if (tag.kind !== 'open' && open !== undefined) {
        list.push({ number, start: open.start, end: tag.end, open, cells });
      }
    } else if (tag.name === 'c' && tag.depth === 3) {
      if (tag.kind !== 'close') {
        column = parseA1(tag.attributes.get('r') ?? '')?.left ?? column + 1;
        cell = tag;
      }
      if (tag.kind !== 'open' && cell !== undefined) {
        cells.push({ column, start: cell.start, end: tag.end, style: cell.attributes.get('s') });
      }
    }
  }
  const close = tags.find(({ name, kind, depth }) => name === 'sheetData' && kind === 'close' && depth === 1);
  return { list, end: close?.start ?? data.end, wasEmpty: close === undefined ? data : undefined };
};
