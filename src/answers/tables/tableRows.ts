import { foldLabel } from '../../kernel';
import { problem, type Problem } from '../../problems';
import { criterionIndexOf, grantOfGoal, soleGroupOf, type IndexedCriterion, type Scheme } from '../../schemes';
import { a1, cellAt, type CellValue } from '../../workbook';
import { readNumber } from '../numbers';
import { rowLabelReader, type RowLabels } from './rowLabels';
import { sumTargets, type SumTarget } from './sumTargets';
import { firstColumn, type AnswerTable } from './answerTable';

/** A row of a table that was recognised as a criterion of the scheme. */
export interface CriterionRow {
  readonly row: number;
  readonly criterion: IndexedCriterion;
}

/** A row of a table that holds a sum, and what it may be the sum of. */
export interface SumRow {
  readonly row: number;
  readonly targets: readonly SumTarget[];
}

export interface TableRows {
  readonly criteria: readonly CriterionRow[];
  readonly sums: readonly SumRow[];
  readonly problems: readonly Problem[];
}

/** More rows than this that nobody knows are not listed one by one. */
const mostUnknown = 200;

/** Recognises the rows of a table of one fiscal year; rows of other years are passed over, unknown criteria reported. */
export const readTableRows = (table: AnswerTable, scheme: Scheme): TableRows => {
  const readRow = rowLabelReader(table, new Map(scheme.goals.map(({ name, goal }) => [foldLabel(name), goal])));
  const criteria: CriterionRow[] = [];
  const sums: SumRow[] = [];
  const problems: Problem[] = [];
  const unknown: Problem[] = [];
  let above: IndexedCriterion | undefined;
  for (let row = table.headerRow + 1; row <= table.lastRow; row += 1) {
    const reading = readRow(row);
    if (reading.kind === 'empty' || isOtherYear(reading, scheme)) continue;
    if (reading.kind === 'sum') {
      sums.push({ row, targets: sumTargets(scheme, reading.texts, above) });
      continue;
    }
    const criterion = reading.unread === undefined ? criterionOf(reading, scheme) : undefined;
    if (criterion === undefined) {
      if (unknown.length < mostUnknown) unknown.push(...unknownCriterion(table, row, reading));
      continue;
    }
    above = criterion;
    criteria.push({ row, criterion });
    problems.push(...contradictions(table, row, reading, criterion, scheme));
  }
  return { criteria, sums, problems: [...problems, ...unknown] };
};

const isOtherYear = ({ year }: { readonly year?: string }, { fiscalYear }: Scheme): boolean =>
  year !== undefined && year !== fiscalYear;

/** By id, else by labels; a row whose id and labels name two different criteria is nobody's. */
const criterionOf = (labels: RowLabels, scheme: Scheme): IndexedCriterion | undefined => {
  const byLabels = criterionOfLabels(labels, scheme);
  if (labels.id === undefined) return byLabels;
  const byId = criterionIndexOf(scheme).byId.get(labels.id);
  return byLabels === undefined || byLabels === byId ? byId : undefined;
};

const criterionOfLabels = (labels: RowLabels, scheme: Scheme): IndexedCriterion | undefined => {
  const { goal, branch, name, number } = labels;
  if (goal === undefined || branch === undefined) return undefined;
  const group = labels.group ?? soleGroupOf(scheme, goal, labels.grant);
  const grant = labels.grant ?? grantOfGoal(scheme, goal, undefined);
  if (group === undefined || grant === undefined) return undefined;
  const { byId, indicatorNamed, indicatorNumbered } = criterionIndexOf(scheme);
  const place = { grant, goal, group };
  const named = name === undefined ? undefined : indicatorNamed(place, name);
  const indicator = number === undefined ? named : indicatorNumbered(place, number);
  return indicator && byId.get(`${indicator.id}${branch}`);
};

/** A row that asks for an answer, bears one, and is no criterion of this year. */
const unknownCriterion = (table: AnswerTable, row: number, labels: RowLabels): readonly Problem[] => {
  const { id, branch, unread } = labels;
  const answered = table.answerColumns.some(({ column }) => (cellAt(table.sheet.grid, row, column) ?? '') !== '');
  if (!answered || (id ?? branch ?? unread) === undefined) return [];
  const found = unread ?? id ?? describe(labels);
  return [problem('unknown-criterion', { sheet: table.sheet.name, cell: a1(row, firstColumn(table)), found })];
};

const describe = ({ goal, number, name, branch }: RowLabels): string =>
  `目標${goal ?? '?'} 指標${number ?? '?'} ${name ?? ''} 枝番${branch ?? '?'}`;

/** The name or the points printed beside a criterion speak against it: another year's form, or a shifted row. */
const contradictions = (
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
