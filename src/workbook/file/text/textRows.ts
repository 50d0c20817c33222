import type { Steps } from '../../../kernel';
import { FileFault, limits } from '../fault';
import type { CellValue } from '../..';

/** Lines of separated text as Excel lays them out on a sheet. */
interface TextRows {
  /** What is blank at the end of a line or of the text takes no place. */
  readonly rows: readonly (readonly CellValue[])[];
  /** Where a quotation mark opens that is never closed, so that the rest of the text lies in one cell; the line is 1-based. */
  readonly openQuote?: { readonly row: number; readonly column: number; readonly line: number };
}

/** The longest text a cell can hold; more is cut, as Excel would. */
const longestText = 32_767;
/** Of a text, split in a few milliseconds. */
const unitsOfStep = 1 << 16;
const noCells: readonly CellValue[] = [];
const [quote, carriageReturn, lineFeed] = [0x22, 0x0d, 0x0a];

/**
 * Splits a text into rows of cells (RFC 4180, and what Excel does beyond it: a line `sep=;` names the separator and is no
 * row; what follows a closing quotation mark still belongs to the cell; any line end). Cells and rows are counted while the
 * text is read, before they take memory; throws {@link FileFault} beyond the caps of rules/bad-inputs.md#caps.
 */
export function* readingRows(text: string): Steps<TextRows> {
  const told = /^sep=([^\r\n])(?:\r\n?|\n|$)/i.exec(text);
  const separator = (told?.[1] ?? separatorOf(text)).charCodeAt(0);
  const rows: (readonly CellValue[])[] = [];
  const budget = { cells: 0, slots: 0 };
  let [place, row, line] = [told?.[0].length ?? 0, 0, told === null ? 1 : 2];
  let openQuote: TextRows['openQuote'];
  let nextStep = unitsOfStep;
  while (place < text.length) {
    let cells: CellValue[] | undefined;
    for (let column = 0; ; column += 1) {
      if (place >= nextStep) {
        nextStep = place + unitsOfStep;
        yield;
      }
      const { value, next, closed, lines } = field(text, place, separator);
      if (!closed) openQuote = { row, column, line };
      line += lines;
      place = next;
      if (value !== '') {
        spend(budget, row, column, cells?.length ?? 0);
        cells ??= [];
        while (cells.length < column) cells.push(null);
        cells.push(value);
      }
      if (text.charCodeAt(place) !== separator) break;
      place += 1;
    }
    if (cells !== undefined) {
      while (rows.length < row) rows.push(noCells);
      rows.push(cells);
    }
    if (text.charCodeAt(place) === carriageReturn && text.charCodeAt(place + 1) === lineFeed) place += 1;
    place += 1;
    [row, line] = [row + 1, line + 1];
  }
  return openQuote === undefined ? { rows } : { rows, openQuote };
}

const spend = (budget: { cells: number; slots: number }, row: number, column: number, before: number): void => {
  budget.cells += 1;
  budget.slots += column + 1 - before;
  const beyond = row >= limits.rows || column >= limits.columns;
  if (beyond || budget.cells > limits.cells || budget.slots > limits.slots)
    throw new FileFault('sheet-too-large', '', { found: `${row + 1} × ${column + 1}` });
};

interface Field {
  readonly value: string;
  /** At the separator or line end behind it, or at the end of the text. */
  readonly next: number;
  readonly closed: boolean;
  /** Line ends inside. */
  readonly lines: number;
}

const field = (text: string, start: number, separator: number): Field => {
  if (text.charCodeAt(start) !== quote) {
    const next = bareEnd(text, start, separator);
    return { value: text.slice(start, Math.min(next, start + longestText)), next, closed: true, lines: 0 };
  }
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && text.charCodeAt(end + 1) === quote) end = text.indexOf('"', end + 2);
  const closed = end >= 0;
  if (!closed) end = text.length;
  // Twice the length, as every mark inside may be doubled; one pair cut in two would lie beyond what is kept.
  const inside = text.slice(start + 1, Math.min(end, start + 3 + 2 * longestText)).replaceAll('""', '"');
  const next = closed ? bareEnd(text, end + 1, separator) : end;
  const behind = closed ? text.slice(end + 1, Math.min(next, end + 1 + longestText)) : '';
  return { value: (inside + behind).slice(0, longestText), next, closed, lines: lineEnds(text, start, end) };
};

const bareEnd = (text: string, start: number, separator: number): number => {
  for (let place = start; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    if (unit === separator || unit === carriageReturn || unit === lineFeed) return place;
  }
  return text.length;
};

const lineEnds = (text: string, start: number, end: number): number => {
  let count = 0;
  for (let place = start; place < end; place += 1) {
    const unit = text.charCodeAt(place);
    if (unit === lineFeed || (unit === carriageReturn && text.charCodeAt(place + 1) !== lineFeed)) count += 1;
  }
  return count;
};

/** The separator that most evenly divides the first lines; quoted text does not count. */
const separatorOf = (text: string): string => {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n?|\n/, 20)
    .filter((line) => line !== '');
  const counts = [',', '\t', ';'].map((mark) => ({ mark, lines: lines.filter((line) => line.includes(mark)).length }));
  return counts.sort((one, other) => other.lines - one.lines)[0]?.mark ?? ',';
};
