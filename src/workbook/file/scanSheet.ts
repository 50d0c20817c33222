import { a1 } from '../address';
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
  let [rows, columns, cells, depth, row, column] = [0, 0, 0, 0, -1, -1];
  let filtered = false;
  let inPhonetic = false;
  let typePlace = -1;
  let style = -1;
  const size = bytes.length;
  for (let place = 0; place < size; place += 1) {
    if (bytes[place] !== lower) continue;
    const next = bytes[place + 1] ?? 0;
    if (next === bang || next === question) {
      place = afterSpecial(bytes, place) - 1;
      continue;
    }
    const closing = next === slash;
    const start = place + (closing ? 2 : 1);
    let end = start;
    let nameStart = start;
    let nameEnd = 0;
    let within = 0;
    for (; end < size; end += 1) {
      const byte = bytes[end] ?? 0;
      if (within !== 0) {
        if (byte === within) within = 0;
      } else if (byte === greater) break;
      else if (byte === quote || byte === apostrophe) within = byte;
      else if (nameEnd === 0 && (byte <= 0x20 || byte === slash)) nameEnd = end;
      else if (nameEnd === 0 && byte === colon) nameStart = end + 1;
    }
    if (end >= size) throw new FileFault('file-damaged', 'XML tag', { sheet });
    if (end - start > limits.tagLength) throw new FileFault('file-suspicious', 'XML tag', { sheet });
    if (nameEnd === 0) nameEnd = end;
    const length = nameEnd - nameStart;
    const initial = bytes[nameStart] ?? 0;
    const empty = bytes[end - 1] === slash;
    if (length === 1 && initial === 0x63 && !closing) {
      const cell = readCell(bytes, nameEnd, end, row, column);
      if (cell.row < 0 || cell.column < 0 || cell.row >= limits.rows || cell.column >= limits.columns) {
        throw new FileFault('sheet-out-of-bounds', sheet, {
          sheet,
          found: ascii(bytes, nameEnd, end).trim().slice(0, 40),
        });
      }
      ({ row, column, typePlace, style } = cell);
      if (row >= rows) rows = row + 1;
      if (column >= columns) columns = column + 1;
      if (!empty) cells += 1;
    } else if (length === 1 && initial === 0x76 && !closing && !empty) {
      if (typePlace >= 0 && !isTextIndex(bytes, end + 1, texts)) {
        bytes[typePlace] = 0x65;
        brokenTexts.push({ row, column });
      }
      if (struck.has(style)) struckThrough.push(a1(row, column));
    } else if (length === 1 && initial === 0x74 && inPhonetic) {
      bytes[nameStart] = 0x78;
    } else if (length === 3 && initial === 0x72 && bytes[nameStart + 1] === 0x6f && !closing) {
      row = rowNumber(bytes, nameEnd, end) ?? row + 1;
      column = -1;
    } else if (length === 3 && initial === 0x72 && bytes[nameStart + 1] === 0x50 && bytes[nameStart + 2] === 0x68) {
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

/** Reads `r`, `s` and `t` of a `<c>`; without `r` it is the cell after the last one. */
const readCell = (bytes: Uint8Array, from: number, to: number, lastRow: number, lastColumn: number) => {
  let [row, column, typePlace, style] = [lastRow, lastColumn + 1, -1, -1];
  for (let place = from; place < to - 3; place += 1) {
    if ((bytes[place] ?? 0) > 0x20) {
      place = endOfAttribute(bytes, place, to);
      continue;
    }
    const [name, equals, mark] = [bytes[place + 1], bytes[place + 2], bytes[place + 3]];
    if (equals !== 0x3d || (mark !== quote && mark !== apostrophe)) continue;
    const start = place + 4;
    if (name === 0x72) {
      [row, column] = reference(bytes, start, mark);
    } else if (name === 0x73) {
      style = digits(bytes, start);
    } else if (name === 0x74 && bytes[start] === 0x73 && bytes[start + 1] === mark) {
      typePlace = start;
    }
    place = bytes.indexOf(mark, start);
    if (place < 0 || place >= to) break;
  }
  return { row, column, typePlace, style };
};

const endOfAttribute = (bytes: Uint8Array, from: number, to: number): number => {
  let within = 0;
  for (let place = from; place < to; place += 1) {
    const byte = bytes[place] ?? 0;
    if (within !== 0) {
      if (byte === within) within = 0;
    } else if (byte === quote || byte === apostrophe) within = byte;
    else if (byte <= 0x20) return place - 1;
  }
  return to;
};

/** 0-based row and column; −1 where it is none. */
const reference = (bytes: Uint8Array, start: number, mark: number): [number, number] => {
  let place = start;
  let column = 0;
  for (; place < start + 8; place += 1) {
    const letter = (bytes[place] ?? 0) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  const first = place;
  let row = 0;
  for (; place < first + 9; place += 1) {
    const digit = (bytes[place] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) break;
    row = row * 10 + digit;
  }
  return bytes[place] === mark ? [row - 1, column - 1] : [-1, -1];
};

const digits = (bytes: Uint8Array, start: number): number => {
  let number = 0;
  for (let place = start; place < start + 9; place += 1) {
    const digit = (bytes[place] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return place === start ? -1 : number;
    number = number * 10 + digit;
  }
  return Number.MAX_SAFE_INTEGER;
};

const isTextIndex = (bytes: Uint8Array, start: number, texts: number): boolean => {
  const index = digits(bytes, start);
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
