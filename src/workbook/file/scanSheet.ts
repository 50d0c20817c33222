import { a1 } from '..';
import { FileFault, limits } from './fault';
import { afterPrefix, afterSpecial, ascii, endOfName, endOfTag } from './tagBytes';

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

const [lower, slash, bang, question] = [0x3c, 0x2f, 0x21, 0x3f];

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
  let columnSpans = 0;
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
    } else if (length === 3 && initial === 0x63 && ascii(bytes, nameStart, nameEnd) === 'col') {
      columnSpans += spanOf(ascii(bytes, nameEnd, end));
      if (columnSpans > 2 * limits.columns) throw new FileFault('file-suspicious', '<col>', { sheet });
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

const isTextIndex = (bytes: Uint8Array, start: number, texts: number): boolean => {
  const index = readDigits(bytes, start);
  return index >= 0 && index < texts && bytes[start + String(index).length] === lower;
};

const rowNumber = (bytes: Uint8Array, from: number, to: number): number | undefined => {
  const written = / r=["'](\d{1,12})["']/.exec(ascii(bytes, from, Math.min(to, from + 400)))?.[1];
  return written === undefined || Number(written) === 0 ? undefined : Number(written) - 1;
};

/** How many columns a `<col>` speaks for; overlapping ones would be walked again and again. */
const spanOf = (attributes: string): number => {
  const [first, last] = ['min', 'max'].map((name) =>
    Number(new RegExp(` ${name}=["'](\\d{1,9})`).exec(attributes)?.[1] ?? 1),
  );
  return Math.max(0, Math.min(last ?? 1, limits.columns) - (first ?? 1) + 1);
};

/**
 * A cursor over the cells of a sheet part. It is changed in place, against the habit of this house: one object for each of
 * 2.8 million cells would cost more than reading them.
 */
interface CellTag {
  row: number;
  column: number;
  /** Where the `s` of `t="s"` stands; −1 when the cell holds no shared text. */
  typePlace: number;
  /** −1 when there is none. */
  style: number;
  /** Of the closing `>`; −1 when the tag never ends. */
  end: number;
}

const [quote, apostrophe, greater, equals] = [0x22, 0x27, 0x3e, 0x3d];

/**
 * Reads `r`, `s` and `t` of a `<c`, from behind its name. Without `r` it is the cell after the last one; with an `r` that
 * is no address, row or column is −1.
 */
const readCellTag = (bytes: Uint8Array, from: number, cell: CellTag): void => {
  cell.column += 1;
  cell.typePlace = -1;
  cell.style = -1;
  cell.end = -1;
  const size = bytes.length;
  let name = 0;
  let nameLength = 0;
  for (let place = from; place < size; place += 1) {
    const byte = bytes[place] ?? 0;
    if (byte === greater) {
      cell.end = place;
      return;
    }
    if (byte <= 0x20) nameLength = 0;
    else if (byte === quote || byte === apostrophe) {
      if (nameLength === 1) readAttribute(bytes, name, place + 1, cell);
      place = closingMark(bytes, place + 1, byte);
      nameLength = 0;
    } else if (byte !== equals) {
      name = byte;
      nameLength += 1;
    }
  }
};

const closingMark = (bytes: Uint8Array, from: number, mark: number): number => {
  const size = bytes.length;
  let place = from;
  while (place < size && bytes[place] !== mark) place += 1;
  return place;
};

const readAttribute = (bytes: Uint8Array, name: number, start: number, cell: CellTag): void => {
  if (name === 0x72) readReference(bytes, start, cell);
  else if (name === 0x73) cell.style = readDigits(bytes, start);
  else if (name === 0x74 && bytes[start] === 0x73 && isMark(bytes[start + 1])) cell.typePlace = start;
};

/** B12 → row 11, column 1; more than eight letters or digits are no address. */
const readReference = (bytes: Uint8Array, start: number, cell: CellTag): void => {
  let place = start;
  let column = 0;
  for (; place < start + 8; place += 1) {
    const letter = (bytes[place] ?? 0) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  const firstDigit = place;
  let row = 0;
  for (; place < firstDigit + 9; place += 1) {
    const digit = (bytes[place] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) break;
    row = row * 10 + digit;
  }
  const whole = isMark(bytes[place]);
  cell.row = whole ? row - 1 : -1;
  cell.column = whole ? column - 1 : -1;
};

const isMark = (byte: number | undefined): boolean => byte === quote || byte === apostrophe;

/** The whole number that starts here; −1 when none does, more than any limit when it has over nine digits. */
const readDigits = (bytes: Uint8Array, start: number): number => {
  let number = 0;
  for (let place = start; place < start + 9; place += 1) {
    const digit = (bytes[place] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return place === start ? -1 : number;
    number = number * 10 + digit;
  }
  return Number.MAX_SAFE_INTEGER;
};
