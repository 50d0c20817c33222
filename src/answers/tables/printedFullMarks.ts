import { foldText } from '../../kernel';
import { cellAt } from '../../workbook';
import { isSumLabel } from '../labels';
import { readNumber } from '../marks';
import type { AnswerTable } from './answerTable';
import { labelColumns, rowTextsAt } from './rowTexts';

/** Every number that may be the full marks of the form: after 満点 in the title, or the 配点 beside a sum. */
export const printedFullMarks = (table: AnswerTable): readonly number[] => [
  ...table.title.texts.flatMap(fullMarksIn),
  ...pointsOfSums(table),
];

const fullMarksIn = (text: string): readonly number[] =>
  [...foldText(text).matchAll(/満点\D{0,4}([\d,]{3,6})|([\d,]{3,6})\s?点?満点/g)]
    .map(([, after, before]) => Number((after ?? before ?? '').replaceAll(',', '')))
    .filter(Number.isInteger);

const pointsOfSums = (table: AnswerTable): readonly number[] => {
  const points = table.columns.get('points');
  if (points === undefined) return [];
  const found: number[] = [];
  for (let row = table.headerRow + 1; row <= table.lastRow; row += 1) {
    const reading = readNumber(cellAt(table.sheet.grid, row, points));
    if (reading.kind !== 'number' || reading.value < fewestFullMarks) continue;
    const texts = rowTextsAt(table, row);
    if (texts === undefined || labelColumns.some((role) => isSumLabel(texts[role]))) found.push(reading.value);
  }
  return found;
};

/** No year's full marks are fewer; spares the look at the labels of every criterion. */
const fewestFullMarks = 100;
