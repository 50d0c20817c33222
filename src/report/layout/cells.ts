import { inGroups, inThousandYen, rangeInWords, type Yen } from '../../kernel';
import { goalNumeral, grantNames, groupNames, type Indicator } from '../../schemes';
import type { CellValue, FigureSource, Look, ModelCell, NumberStyle } from '../../workbook';
import { emsIn, linesNeeded, mostLines } from './textLines';

/** What a figure of a sheet has beside its value and its look. */
export interface FigureParts {
  /** How it is shown; absent = as it is. */
  readonly number?: NumberStyle | undefined;
  /** Where it comes from; a sentence with a figure says it too. */
  readonly source?: FigureSource | undefined;
}

/** A cell of a sheet model; a figure says where it comes from, an empty cell says nothing. */
export const cell = (value: CellValue, look: Look = 'plain', { number, source }: FigureParts = {}): ModelCell => ({
  value,
  look,
  ...(number === undefined ? {} : { number }),
  ...(source === undefined || value === null ? {} : { source }),
});

/**
 * A figure that open answers leave between two ends: a number where both are the same, else both in words, as `printed`. Never the
 * lower end alone, which would read as final.
 */
export const rangeCell = (
  [least, most]: readonly [number, number],
  look: Look,
  parts: FigureParts,
  printed: (value: number) => string = String,
): ModelCell =>
  least === most
    ? cell(least, look, parts)
    : cell(rangeInWords(printed(least), printed(most)), 'center', { source: parts.source });

/** A cell that formulas of the sheet 検算 find by its key (src/report/cellKeys.ts). */
export const keyed = (one: ModelCell, key: string): ModelCell => ({ ...one, key });

/** A rank: a number where it is known, else the band it lies in; empty where there is none. */
export const rankCell = (
  band: { readonly low: number; readonly high: number } | null,
  look: Look,
  source: FigureSource | undefined,
): ModelCell =>
  band === null ? cell(null, look) : rangeCell([band.low, band.high], look, { number: 'integer', source }, inGroups);

/** The column heads of a table. */
export const headerCells = (texts: readonly string[]): readonly ModelCell[] =>
  texts.map((text) => cell(text, 'header'));

/** Which indicator a row is about: 交付金, 目標, 指標群, 番号, 指標. */
export const indicatorCells = ({ grant, goal, group, number, name }: Indicator): readonly ModelCell[] => [
  cell(grantNames[grant].short, 'center'),
  cell(goalNumeral(goal), 'center'),
  cell(groupNames[group].short, 'center'),
  cell(number, 'center', { number: 'integer' }),
  cell(name, 'side'),
];

/** `count` cells of nothing in one look. */
export const blanks = (count: number, look: Look = 'plain'): readonly ModelCell[] =>
  Array.from({ length: count }, () => cell(null, look));

/** A row padded with empty cells to `width`. */
export const padded = (cells: readonly ModelCell[], width: number, look: Look = 'plain'): readonly ModelCell[] => [
  ...cells,
  ...blanks(Math.max(0, width - cells.length), look),
];

/** 581 → ５８１, 422.36 → ４２２．３６, 52.8% → ５２．８％: figures within sentences, as council papers set them. */
export const fullWidth = (text: string): string =>
  text.replace(/[0-9.,%]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** One digit full-width, more half-width, as office papers set numbers within tables: ３位, 48位. */
export const officeWidth = (count: number): string => {
  const text = count.toLocaleString('en-US');
  return text.length === 1 ? fullWidth(text) : text;
};

/**
 * A list spread over as many cells as it needs, one entry a line, so that none is higher than a row may be; an entry too
 * long for one cell goes on in the next. One empty cell for an empty list.
 */
export const spreadList = (entries: readonly string[], width: number): readonly string[] => {
  const cells: string[] = [];
  let current: string[] = [];
  let used = 0;
  for (const piece of entries.flatMap((entry) => piecesOf(entry, width))) {
    const lines = linesNeeded(piece, width);
    if (used > 0 && used + lines > mostLines) {
      cells.push(current.join('\n'));
      [current, used] = [[], 0];
    }
    current.push(piece);
    used += lines;
  }
  return [...cells, current.join('\n')];
};

/** Parts of one entry that each fit a cell. */
const piecesOf = (entry: string, width: number): readonly string[] => {
  if (linesNeeded(entry, width) <= mostLines) return [entry];
  const signs = Array.from(entry.replaceAll('\n', ' '));
  const most = Math.floor(emsIn(width) - 1) * mostLines;
  return Array.from({ length: Math.ceil(signs.length / most) }, (_, at) =>
    signs.slice(at * most, (at + 1) * most).join(''),
  );
};

/** An amount in yen, as a number a person can go on calculating with; －  where nothing is known. */
export const yenCell = (amount: Yen | undefined, look: Look = 'body', source?: FigureSource): ModelCell =>
  amount === undefined ? cell(unknown, 'center') : cell(Number(amount), look, { number: 'integer', source });

/** An amount in yen; the band in words where there is no one figure. */
export const yenOrBandCell = (
  { yen, low, high }: { readonly yen: Yen | null; readonly low: Yen; readonly high: Yen },
  look: Look = 'body',
  source?: FigureSource,
): ModelCell =>
  yen === null
    ? cell(bandText({ low, high }), look === 'total' ? 'total-paper' : 'center', { source })
    : yenCell(yen, look, source);

/** 「2,029千円～3,188千円」. */
export const bandText = ({ low, high }: { readonly low: Yen; readonly high: Yen }): string =>
  rangeInWords(inThousandYen(low), inThousandYen(high));

/**
 * Whole thousands, odd yen cut towards zero before formatting, so that nothing ever prints as △0
 * (rules/excel.md#printing).
 */
export const thousandYenCell = (amount: Yen | undefined, look: Look = 'body', source?: FigureSource): ModelCell =>
  amount === undefined
    ? cell(unknown, 'center')
    : cell(Number(amount / 1000n), look, { number: 'thousand-yen', source });

/** A change in thousands with its sign. */
export const changeCell = (amount: Yen | undefined, look: Look = 'body', source?: FigureSource): ModelCell =>
  amount === undefined
    ? cell(unknown, 'center')
    : cell(Number(amount / 1000n), look, { number: 'signed-thousand-yen', source });

const unknown = '－';
