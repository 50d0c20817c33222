import { parseCsv } from 'hucre/csv';
import { FileFault, limits } from './fault';
import { plainSheet, plainWorkbook, type CellValue, type WorkbookContent } from '..';

/**
 * Reads .csv, .tsv and .txt as one sheet named after the file. Everything stays text: `0123` keeps its zero and `1/3`
 * does not become a date; what a text means is decided where answers are read.
 */
export const readTextFile = (bytes: Uint8Array, fileName: string): WorkbookContent => {
  const text = decodeText(bytes);
  const rows = parseCsv(text, { delimiter: delimiterOf(text) });
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  if (cells > limits.cells || rows.length > limits.rows) {
    throw new FileFault('sheet-too-large', '', { found: `${rows.length} × ${rows[0]?.length ?? 0}` });
  }
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '') || 'CSV';
  const grid = rows.map((row) => row.map((value): CellValue => (value === '' ? null : value)));
  return plainWorkbook(plainSheet(name, grid));
};

/** UTF-8 if it is valid UTF-8, else UTF-16 with a mark, else Shift_JIS as Windows writes it (CP932). */
const decodeText = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = strictly(bytes, 'utf-8') ?? strictly(bytes, 'shift_jis');
  if (text === undefined || isGarbled(text)) throw new FileFault('file-garbled', '');
  return text;
};

const strictly = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** UTF-8 read as CP932 is full of 縺 繧 繝 and of replacement characters; EUC-JP read as CP932 is nearly all half-width kana. */
const isGarbled = (text: string): boolean => {
  const wide = text.match(/[^\u0000-\u007F]/g)?.length ?? 0;
  const odd = text.match(/[縺繧繝\u0080-\u009F\uE000-\uF8FF]/g)?.length ?? 0;
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  const narrowKana = text.match(/[\uFF61-\uFF9F]/g)?.length ?? 0;
  return lost * 20 > wide || (wide > 3 && (odd * 5 > wide || narrowKana * 5 > wide * 4));
};

/** The separator that most evenly divides the first lines; quoted text does not count. */
const delimiterOf = (text: string): string => {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const lines = head.split(/\r\n?|\n/, 20).filter((line) => line !== '');
  const counts = [',', '\t', ';'].map((mark) => ({
    mark,
    lines: lines.filter((line) => line.includes(mark)).length,
  }));
  return counts.sort((one, other) => other.lines - one.lines)[0]?.mark ?? ',';
};
