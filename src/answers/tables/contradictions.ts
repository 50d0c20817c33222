import { problem, type Problem } from '../../kernel';
import { criterionIndexOf, type IndexedCriterion, type Scheme } from '../../schemes';
import { a1, cellAt, type CellValue } from '../../workbook';
import { readNumber } from '../marks';
import { firstColumn, type AnswerTable } from './answerTable';
import type { RowLabels } from './rowLabels';

/** The name or the points printed beside a criterion speak against it: another year's form, or a shifted row. */
export const contradictions = (
  table: AnswerTable,
  row: number,
  labels: RowLabels,
  { criterion, indicator }: IndexedCriterion,
  scheme: Scheme,
): readonly Problem[] => {
  const { name } = labels;
  const block = {
    grant: labels.grant ?? indicator.grant,
    goal: labels.goal ?? indicator.goal,
    group: labels.group ?? indicator.group,
  };
  const named = name === undefined ? undefined : criterionIndexOf(scheme).indicatorNamed(block, name);
  const printed = printedPoints(table, row);
  return [
    ...(named === undefined || named.id === indicator.id
      ? []
      : [
          problem('name-of-another-indicator', {
            sheet: table.sheet.name,
            cell: a1(row, table.columns.get('indicator') ?? firstColumn(table)),
            found: name,
            expected: indicator.name,
            criterion: criterion.id,
          }),
        ]),
    ...(printed === undefined || printed === criterion.points
      ? []
      : [
          problem('points-differ', {
            sheet: table.sheet.name,
            cell: a1(row, table.columns.get('points') ?? 0),
            found: String(printed),
            expected: String(criterion.points),
            criterion: criterion.id,
          }),
        ]),
  ];
};

const printedPoints = (table: AnswerTable, row: number): number | undefined => {
  const column = table.columns.get('points');
  const cell: CellValue = column === undefined ? null : cellAt(table.sheet.grid, row, column);
  const reading = readNumber(cell);
  return reading.kind === 'number' ? reading.value : undefined;
};
