import type { Steps } from '../../../kernel';
import { a1, plainSheet, plainWorkbook, type WorkbookContent } from '../..';
import { decodingText } from './textEncoding';
import { readingRows } from './textRows';

/**
 * Reads .csv, .tsv and .txt as one sheet named after the file. Everything stays text: `0123` keeps its zero and `1/3`
 * does not become a date; what a text means is decided where answers are read.
 */
export function* readingTextFile(bytes: Uint8Array, fileName: string): Steps<WorkbookContent> {
  const { rows, openQuote } = yield* readingRows(yield* decodingText(bytes));
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '') || 'CSV';
  const sheet = plainSheet(name, rows);
  if (openQuote === undefined) return plainWorkbook(sheet);
  const { row, column, line } = openQuote;
  return plainWorkbook({ ...sheet, openQuote: { cell: a1(row, column), line } });
}
