import { dateToSerial } from 'hucre';
import { a1, parseA1, type CellEdit, type CellValue } from '..';
import { escapedText } from './hucre';
import { textElement, xmlTags, xmlText, type XmlTag } from './xml';

/** A row of a worksheet part, with the places of its tags in the text. */
interface SheetRow {
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
const sheetRows = (
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

/** How values are written: `style` names the format for a cell that has none yet. */
interface PatchOptions {
  readonly date1904: boolean;
  readonly style: (row: number, column: number) => number | undefined;
  /** Points that changed rows need at least. */
  readonly rowHeights: ReadonlyMap<number, number>;
}

/**
 * A worksheet part with some values changed, their rows high enough, and everything else — formats, widths, validations,
 * extensions — as it was, byte for byte. A formula in a changed cell is replaced by its value.
 */
export const patchSheet = (xml: string, edits: readonly CellEdit[], options: PatchOptions): string => {
  const byRow = new Map<number, CellEdit[]>();
  for (const edit of edits) byRow.set(edit.row, [...(byRow.get(edit.row) ?? []), edit]);
  const rows = sheetRows(xml);
  const pieces: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (const [row, changes] of byRow) {
    const known = rows.list.find(({ number }) => number === row);
    if (known !== undefined) {
      pieces.push({ start: known.start, end: known.end, text: patchRow(xml, known, changes, options) });
      continue;
    }
    const text = newRow(row, changes, options);
    const next = rows.list.find(({ number }) => number > row);
    const place = next?.start ?? rows.end;
    if (text !== '') pieces.push({ start: place, end: place, text });
  }
  const body = pieces
    .map((piece, order) => ({ ...piece, order }))
    .sort((one, other) => one.start - other.start || one.order - other.order);
  let out = '';
  let place = 0;
  for (const { start, end, text } of body) {
    out += xml.slice(place, start) + text;
    place = end;
  }
  // The dimension is a hint that may now be wrong; the schema lets it be absent.
  return openSheetData(out + xml.slice(place), rows.wasEmpty).replace(/<dimension [^>]*\/>/, '');
};

const patchRow = (xml: string, row: SheetRow, changes: readonly CellEdit[], options: PatchOptions): string => {
  const changed = new Map(changes.map((edit) => [edit.column, edit.value]));
  const kept = row.cells.map(({ column, start, end, style }) => ({
    column,
    text: changed.has(column)
      ? cellXml(row.number, column, changed.get(column) ?? null, style, options.date1904)
      : xml.slice(start, end),
  }));
  const known = new Set(row.cells.map(({ column }) => column));
  const added = changes.flatMap((edit) => (known.has(edit.column) ? [] : [newCell(edit, options)]));
  const cells = [...kept, ...added].sort((one, other) => one.column - other.column).map(({ text }) => text);
  // `spans` is a hint that may now be wrong.
  const open = xml
    .slice(row.open.start, row.open.end)
    .replace(/ spans="[^"]*"/, '')
    .replace(/\s*\/>$/, '>');
  return `${atLeast(open, row.open, options.rowHeights.get(row.number))}${cells.join('')}</row>`;
};

/** The opening tag of a row with the height it needs, unless it is high enough. */
const atLeast = (open: string, { attributes }: XmlTag, points: number | undefined): string => {
  if (points === undefined || Number(attributes.get('ht') ?? 0) >= points) return open;
  const bare = open.replace(/ (?:ht|customHeight)=(?:"[^"]*"|'[^']*')/g, '');
  return bare.replace(/>$/, ` ht="${points}" customHeight="1">`);
};

const newRow = (row: number, changes: readonly CellEdit[], options: PatchOptions): string => {
  const cells = [...changes].sort((one, other) => one.column - other.column).map((edit) => newCell(edit, options).text);
  const points = options.rowHeights.get(row);
  const height = points === undefined ? '' : ` ht="${points}" customHeight="1"`;
  return cells.join('') === '' ? '' : `<row r="${row + 1}"${height}>${cells.join('')}</row>`;
};

const newCell = ({ row, column, value }: CellEdit, { date1904, style }: PatchOptions) => {
  const number = style(row, column);
  return { column, text: cellXml(row, column, value, number === undefined ? undefined : String(number), date1904) };
};

const cellXml = (
  row: number,
  column: number,
  value: CellValue,
  style: string | undefined,
  date1904: boolean,
): string => {
  const start = `<c r="${a1(row, column)}"${style === undefined ? '' : ` s="${xmlText(style)}"`}`;
  if (value === null) return style === undefined ? '' : `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (value instanceof Date) return `${start}><v>${dateToSerial(value, date1904)}</v></c>`;
  if (storedErrors.has(value)) return `${start} t="e"><v>${xmlText(value)}</v></c>`;
  return `${start} t="inlineStr"><is>${textElement(xmlText(escapedText(value)))}</is></c>`;
};

/** Errors a file may hold as such; hucre writes the same ones. */
const storedErrors = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

/** `<sheetData/>` with rows put behind it becomes `<sheetData>rows</sheetData>`. */
const openSheetData = (xml: string, empty: XmlTag | undefined): string => {
  if (empty === undefined) return xml;
  const lastRow = xml.lastIndexOf('</row>');
  if (lastRow < 0) return xml;
  const rows = xml.slice(empty.end, lastRow + 6);
  return `${xml.slice(0, empty.start)}<sheetData>${rows}</sheetData>${xml.slice(lastRow + 6)}`;
};
