/**
 * A cursor over the cells of a sheet part. It is changed in place, against the habit of this house: one object for each of
 * 2.8 million cells would cost more than reading them.
 */
export interface CellTag {
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
export const readCellTag = (bytes: Uint8Array, from: number, cell: CellTag): void => {
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
export const readDigits = (bytes: Uint8Array, start: number): number => {
  let number = 0;
  for (let place = start; place < start + 9; place += 1) {
    const digit = (bytes[place] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return place === start ? -1 : number;
    number = number * 10 + digit;
  }
  return Number.MAX_SAFE_INTEGER;
};
