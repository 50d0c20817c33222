import { addressIn } from './tables/turned';
import { foldText } from '../kernel';
import { problem, type Problem } from '../problems';
import { cellAt } from '../workbook';
import { readMark } from './marks';
import { listed } from './municipality/code';
import { municipalitiesMentioned } from './municipality/namesInText';
import type { AnswerColumn, AnswerTable } from './tables/answerTable';
import type { TableRows } from './tables/tableRows';

/** So many rows tell whether a column holds marks at all. */
const lookedAtRows = 40;

/**
 * The columns that hold marks under a header that sounds like a municipality and was not taken for one (磐梯, 小野町（確認済）,
 * ○○市): each is named, since a municipality must never leave a list without a word.
 */
export const strangers = (table: AnswerTable, { criteria }: TableRows, used: readonly number[]): readonly Problem[] => {
  const { sheet, headerRow, columns, answerColumns } = table;
  const isPlaceholder = ({ standIn, column }: AnswerColumn): boolean => standIn === 'nobody' && !used.includes(column);
  const placeholders = new Set(answerColumns.filter(isPlaceholder).map(({ column }) => column));
  const others = answerColumns.filter((answer) => !isPlaceholder(answer)).map(({ column }) => column);
  const read = new Set([...others, ...used, ...columns.values()]);
  return (sheet.grid[headerRow] ?? []).slice(0, mostColumns).flatMap((header, column) => {
    if (read.has(column) || typeof header !== 'string' || header === '') return [];
    const mentioned = municipalitiesMentioned(header);
    if (mentioned.length === 0 && !placeholders.has(column)) return [];
    const marked = criteria.slice(0, lookedAtRows).some(({ row }) => isMark(cellAt(sheet.grid, row, column)));
    if (!marked) return [];
    const candidates = mentioned.length === 0 ? '' : `（候補：${listed(...mentioned)}）`;
    const place = { sheet: sheet.name, cell: addressIn(sheet, headerRow, column), found: foldText(header) };
    return [problem('column-of-nobody', place, { candidates })];
  });
};

const mostColumns = 2000;

const isMark = (value: ReturnType<typeof cellAt>): boolean => {
  const { kind } = readMark(value);
  return kind === 'met' || kind === 'unmet';
};
