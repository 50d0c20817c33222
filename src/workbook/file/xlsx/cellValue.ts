import { serialToDate } from 'hucre';
import type { CellValue } from '../..';
import { decimalAt, digitsAt } from './cellBytes';
import { formatOf } from './cellFormats';
import { limits } from '../fault';
import { sharedText } from './sharedTexts';
import type { CellReader } from './sheetCell';
import { keptText, withoutEscapes } from '../xml/content';

/** A cell says that it holds something, and that is not there: it is shown as Excel shows a lost reference, and held. */
const lost = '#REF!';

/** Makes the value of the cell that was read. */
export const settleCell = (reader: CellReader): void => {
  const { cell, type, rich, memory, hasValue, hasFormula, hasText } = reader;
  const format = formatOf(reader.formats, reader.format);
  cell.value = null;
  cell.uncalculated = false;
  cell.struck = false;
  cell.unseen = false;
  if (type === 'inlineStr' || (hasText && !hasValue)) {
    if (hasText && type === 'inlineStr') {
      cell.value = (rich.text ?? withoutEscapes(keptText(memory, rich))).slice(0, limits.textLength);
      cell.struck = rich.struck;
      cell.unseen = rich.tiny || (rich.pale && format.isPale);
    } else if (hasText || !isBlank(reader)) cell.value = lost;
  } else if (type === 'str') {
    // ="" stores an empty text; without a formula it is nothing.
    const text = withoutEscapes(keptText(memory, reader.content)).slice(0, limits.textLength);
    if (hasValue && (hasFormula || text !== '')) cell.value = text;
  } else if (hasValue && !isBlank(reader)) cell.value = valueOf(reader);
  else if (hasValue && hasFormula && type === 's') cell.value = lost;
  cell.uncalculated = hasFormula && cell.value === null;
  cell.calculated = hasFormula && cell.value !== null;
  if (reader.format >= 0 && cell.value !== null && format.isStruck) cell.struck = true;
  if (format.hides !== undefined && cell.value !== null && cell.value !== '' && format.hides(cell.value))
    cell.unseen = true;
};

const ampersand = 0x26;

const isBlank = ({ cursor: { bytes }, content, memory }: CellReader): boolean => {
  if (content.text !== undefined) return content.text.trim() === '';
  for (let place = content.start; place < content.end; place += 1) {
    if (bytes[place] === ampersand) return keptText(memory, content).trim() === '';
    if ((bytes[place] ?? 0) > 0x20) return false;
  }
  return true;
};

/** What stands in `<v>`, which is not blank. */
const valueOf = (reader: CellReader): CellValue => {
  const { cell, content, memory, texts } = reader;
  switch (reader.type) {
    case 's': {
      const index = indexOf(reader);
      if (index < 0 || index >= texts.count) return lost;
      if (texts.struck.has(index)) cell.struck = true;
      const isPale = texts.pale.has(index) && formatOf(reader.formats, reader.format).isPale;
      if (texts.tiny.has(index) || isPale) cell.unseen = true;
      return sharedText(texts, index);
    }
    case 'b': {
      const text = keptText(memory, content).trim().toLowerCase();
      return text === '1' || text === 'true' ? true : text === '0' || text === 'false' ? false : lost;
    }
    case 'e':
      return keptText(memory, content);
    case 'd':
      return dateOf(keptText(memory, content));
    case 'n':
      return numberOf(reader);
    default:
      return lost;
  }
};

const indexOf = ({ cursor: { bytes }, content, memory }: CellReader): number => {
  const quick = content.text === undefined ? digitsAt(bytes, content.start, content.end) : -1;
  if (quick >= 0) return quick;
  const text = keptText(memory, content);
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
};

const isNumber = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

const numberOf = ({ cursor: { bytes }, content, memory, formats, format, date1904 }: CellReader): CellValue => {
  const quick = content.text === undefined ? decimalAt(bytes, content.start, content.end) : NaN;
  const text = Number.isNaN(quick) ? keptText(memory, content) : '';
  const number = Number.isNaN(quick) ? (isNumber.test(text) ? Number(text) : NaN) : quick;
  if (Number.isNaN(number)) return text.slice(0, limits.textLength);
  if (format < 0 || !formatOf(formats, format).isDate) return Number.isFinite(number) ? number : String(number);
  const date = serialToDate(number, date1904);
  return Number.isNaN(date.getTime()) ? '#NUM!' : date;
};

/** 2024-04-01 and 2024-04-01T12:00:00 as dates; a time alone, or what is no date, stays text. */
const dateOf = (text: string): CellValue => {
  const match = /^\s*(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?Z?\s*$/.exec(text);
  const date = new Date(match === null ? NaN : `${match[1] ?? ''}${match[2] ?? 'T00:00'}Z`);
  return Number.isNaN(date.getTime()) ? text : date;
};
