import { foldText } from '../../kernel';
import { cellAt, type SheetContent } from '../../workbook';
import { readMark } from '../marks';
import type { AnswerTable } from '../tables/answerTable';

/**
 * Texts around a table that may tell what its marks mean, each cell by itself and signs with the words beside or below them
 * (○|未実施); `lastCriterion` = its last 0-based row.
 */
export const notesAround = (table: AnswerTable, firstCriterion: number, lastCriterion: number): readonly string[] => {
  const { sheet, title, headerRow } = table;
  const rows = [
    ...rowsBetween(headerRow + 1, firstCriterion),
    ...rowsBetween(lastCriterion + 1, Math.min(table.lastRow + 1, lastCriterion + 1 + rowsBelow)),
  ];
  const texts = rows.flatMap((row) => textsOf(sheet.grid[row] ?? []));
  const beside = textsRightOf(table, firstCriterion, lastCriterion);
  return [
    ...title.texts,
    ...texts.filter((text) => text.length > 3),
    ...beside,
    ...signsWithWords(title.texts),
    ...signsWithWords(texts),
    ...signsOverWords(table),
  ];
};

const textsOf = (cells: SheetContent['grid'][number]): readonly string[] =>
  cells.flatMap((cell) => (typeof cell === 'string' && cell !== '' ? [cell] : []));

/** Longer texts are sentences, which speak for themselves. */
const longestWords = 20;

/** Short neighbouring texts as one, where one of them is a sign: 凡例|○|未実施|×|実施. */
export const signsWithWords = (texts: readonly string[]): readonly string[] => {
  const found: string[] = [];
  let run: string[] = [];
  const close = (): void => {
    if (run.length > 1 && run.some(isSign)) found.push(run.join(' '));
    run = [];
  };
  for (const text of texts) {
    if (text.length > longestWords) close();
    else run.push(text);
  }
  close();
  return found;
};

const isSign = (text: string): boolean => {
  if (text.length > 3) return false;
  const sign = foldText(text).replace(/印$/, '');
  const { kind } = readMark(sign);
  return Array.from(sign).length === 1 && (kind === 'met' || kind === 'unmet' || kind === 'ask');
};

/** A row of signs above the header, over a row of words: ○|× over 未実施|実施. */
const signsOverWords = ({ sheet, firstHeaderRow }: AnswerTable): readonly string[] =>
  rowsBetween(Math.max(0, firstHeaderRow - rowsAbove), firstHeaderRow - 1).flatMap((row) => {
    const pairs = (sheet.grid[row] ?? []).flatMap((cell, column) => {
      const below = cellAt(sheet.grid, row + 1, column);
      return typeof cell === 'string' && isSign(cell) && typeof below === 'string' && below.length <= longestWords
        ? [`${cell}：${below}`]
        : [];
    });
    return pairs.length === 0 ? [] : [pairs.join('、')];
  });

/** What stands right of the last header, each cell and all of them as one list: 1：非該当 over 2：該当. */
const textsRightOf = ({ sheet, headerRow }: AnswerTable, first: number, last: number): readonly string[] => {
  const width = (sheet.grid[headerRow] ?? []).findLastIndex((cell) => cell !== null && cell !== '') + 1;
  if (headerRow < 0 || width === 0) return [];
  const texts = rowsBetween(first, Math.min(last, first + rowsBeside) + 1).flatMap((row) =>
    textsOf((sheet.grid[row] ?? []).slice(width)),
  );
  const long = texts.filter((text) => text.length > 3);
  return texts.length > mostBeside ? [] : [...long, long.join('、'), ...signsWithWords(texts)];
};

/** A legend is short; a text in every row is a column. */
const rowsBeside = 40;
const mostBeside = 10;

const rowsAbove = 40;
const rowsBelow = 20;
const rowsBetween = (first: number, end: number): readonly number[] =>
  Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
