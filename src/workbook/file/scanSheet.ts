import { a1 } from '../address';
import { readCellTag, readDigits, type CellTag } from './cellTag';
import { FileFault } from './fileFault';
import { limits } from './limits';

/** What a sheet part holds, found by one pass over its bytes before any cell is made. */
export interface SheetScan {
  readonly rows: number;
  readonly columns: number;
  /** Cells that hold something. */
  readonly cells: number;
  readonly filtered: boolean;
  /** Cells whose text is missing from the workbook; they must never be read as blank or as a number. */
  readonly brokenTexts: readonly { readonly row: number; readonly column: number }[];
  /** A1 addresses of filled cells in a struck-through style. */
  readonly struckThrough: readonly string[];
}

const [lower, slash, bang, question, colon, quote, apostrophe, greater] = [
  0x3c, 0x2f, 0x21, 0x3f, 0x3a, 0x22, 0x27, 0x3e,
];

/**
 * Measures a worksheet part and mends two things in place, each by one byte, that hucre reads wrongly: a text cell whose
 * index is out of range becomes an error cell (hucre leaves a blank), and the furigana of an inline text becomes an
 * unknown element (hucre appends it to the text). Throws {@link FileFault} beyond the caps.
 */
export const scanSheet = (
  bytes: Uint8Array,
  { sheet, texts, struck }: { sheet: string; texts: number; struck: ReadonlySet<number> },
): SheetScan => {
  const brokenTexts: { row: number; column: number }[] = [];
  const struckThrough: string[] = [];
  const cell: CellTag = { row: -1, column: -1, typePlace: -1, style: -1, end: -1 };
  let [rows, columns, cells, depth] = [0, 0, 0, 0];
  let filtered = false;
  let inPhonetic = false;
  const size = bytes.length;
  for (let place = 0; place < size; place += 1) {
    if (bytes[place] !== lower) continue;
    const next = bytes[place + 1] ?? 0;
    if (next === bang || next === question) {
      place = afterSpecial(bytes, place) - 1;
      continue;
    }
    const closing = next === slash;
    const nameStart = afterPrefix(bytes, place + (closing ? 2 : 1));
    const nameEnd = endOfName(bytes, nameStart);
    const length = nameEnd - nameStart;
    const initial = bytes[nameStart] ?? 0;
    const isCell = length === 1 && initial === 0x63 && !closing;
    if (isCell) readCellTag(bytes, nameEnd, cell);
    const end = isCell ? cell.end : endOfTag(bytes, nameEnd);
    if (end < 0 || end >= size) throw new FileFault('file-damaged', 'XML tag', { sheet });
    if (end - place > limits.tagLength) throw new FileFault('file-suspicious', 'XML tag', { sheet });
    const empty = bytes[end - 1] === slash;
    if (isCell) {
      const { row, column } = cell;
      if (row < 0 || column < 0 || row >= limits.rows || column >= limits.columns) {
        const found = ascii(bytes, nameEnd, end).trim().slice(0, 40);
        throw new FileFault('sheet-out-of-bounds', sheet, { sheet, found });
      }
      if (row >= rows) rows = row + 1;
      if (column >= columns) columns = column + 1;
      if (!empty) cells += 1;
    } else if (length === 1 && initial === 0x76 && !closing && !empty) {
      if (cell.typePlace >= 0 && !isTextIndex(bytes, end + 1, texts)) {
        bytes[cell.typePlace] = 0x65;
        brokenTexts.push({ row: cell.row, column: cell.column });
      }
      if (struck.has(cell.style)) struckThrough.push(a1(cell.row, cell.column));
    } else if (length === 1 && initial === 0x74 && inPhonetic) {
      bytes[nameStart] = 0x78;
    } else if (length === 3 && !closing && ascii(bytes, nameStart, nameEnd) === 'row') {
      cell.row = rowNumber(bytes, nameEnd, end) ?? cell.row + 1;
      cell.column = -1;
    } else if (length === 3 && initial === 0x72 && ascii(bytes, nameStart, nameEnd) === 'rPh') {
      inPhonetic = !closing && !empty;
    } else if (length === 12 && initial === 0x66 && ascii(bytes, nameStart, nameEnd) === 'filterColumn') {
      filtered = true;
    }
    if (closing) depth -= 1;
    else if (!empty) depth += 1;
    if (depth > limits.xmlDepth) throw new FileFault('file-suspicious', 'XML depth', { sheet });
    place = end;
  }
  if (depth !== 0) throw new FileFault('file-damaged', 'XML', { sheet });
  return { rows, columns, cells, filtered, brokenTexts, struckThrough };
};

const isNameEnd = (byte: number): boolean => byte <= 0x20 || byte === slash || byte === greater;

/** Behind `x:` if the name has a prefix. */
const afterPrefix = (bytes: Uint8Array, start: number): number => {
  for (let place = start; place < bytes.length; place += 1) {
    const byte = bytes[place] ?? 0;
    if (byte === colon) return place + 1;
    if (isNameEnd(byte)) return start;
  }
  return start;
};

const endOfName = (bytes: Uint8Array, start: number): number => {
  let place = start;
  while (place < bytes.length && !isNameEnd(bytes[place] ?? 0)) place += 1;
  return place;
};

const endOfTag = (bytes: Uint8Array, start: number): number => {
  let within = 0;
  for (let place = start; place < bytes.length; place += 1) {
    const byte = bytes[place] ?? 0;
    if (within !== 0) {
      if (byte === within) within = 0;
    } else if (byte === greater) return place;
    else if (byte === quote || byte === apostrophe) within = byte;
  }
  return -1;
};

const isTextIndex = (bytes: Uint8Array, start: number, texts: number): boolean => {
  const index = readDigits(bytes, start);
  return index >= 0 && index < texts && bytes[start + String(index).length] === lower;
};

const rowNumber = (bytes: Uint8Array, from: number, to: number): number | undefined => {
  const written = / r=["'](\d{1,12})["']/.exec(ascii(bytes, from, Math.min(to, from + 400)))?.[1];
  return written === undefined || Number(written) === 0 ? undefined : Number(written) - 1;
};

const afterSpecial = (bytes: Uint8Array, start: number): number => {
  const head = ascii(bytes, start, start + 9);
  const closing = head.startsWith('<!--') ? '-->' : head === '<![CDATA[' ? ']]>' : head.startsWith('<?') ? '?>' : '';
  if (closing === '') throw new FileFault('file-suspicious', 'DTD');
  const last = closing.charCodeAt(closing.length - 1);
  for (let place = bytes.indexOf(last, start + 2); place >= 0; place = bytes.indexOf(last, place + 1)) {
    if (ascii(bytes, place + 1 - closing.length, place + 1) === closing) return place + 1;
  }
  throw new FileFault('file-damaged', 'XML');
};

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 500, bytes.length)));
