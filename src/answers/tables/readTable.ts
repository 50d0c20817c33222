import { problem, type FiscalYear, type Problem } from '../../kernel';
import type { GrantOrCommon, Group, Scheme } from '../../schemes';
import { a1, cellAt, type CellValue } from '../../workbook';
import { criterionIndexOf, indicatorId, nameKey, type CriterionIndex, type IndexedCriterion } from '../criterionIndex';
import { readNumber } from '../marks';
import type { AnswerTable } from './answerTable';
import { rowLabelReader, type RowLabels } from './rowLabels';

/** A row of a table that was recognised as a criterion of the scheme. */
export interface CriterionRow {
  readonly row: number;
  readonly criterion: IndexedCriterion;
}

/** A row of a table that holds a sum; grant, goal and group say of what (none = everything). */
export interface SumRow {
  readonly row: number;
  readonly grant?: GrantOrCommon;
  readonly goal?: number;
  readonly group?: Group;
  /** Only 小計 stands there: it may be any block that ends here. */
  readonly unplaced: boolean;
  /** The last criterion above it, for an unplaced sum. */
  readonly after?: IndexedCriterion;
}

export interface TableRows {
  readonly criteria: readonly CriterionRow[];
  readonly sums: readonly SumRow[];
  readonly problems: readonly Problem[];
}

/** Recognises the rows of a table of one fiscal year; rows of other years are passed over, unknown criteria reported. */
export const readTableRows = (table: AnswerTable, scheme: Scheme): TableRows => {
  const index = criterionIndexOf(scheme);
  const labelsAt = rowLabelReader(table);
  const criteria: CriterionRow[] = [];
  const sums: SumRow[] = [];
  const problems: Problem[] = [];
  let after: IndexedCriterion | undefined;
  for (let row = table.headerRow + 1; row <= table.lastRow; row += 1) {
    const labels = labelsAt(row);
    if (isOtherYear(labels.year, scheme.fiscalYear)) continue;
    if (labels.sum) {
      sums.push(sumRow(row, labels, after));
      continue;
    }
    const criterion = criterionOf(labels, index);
    if (criterion === undefined) {
      const unknown = unknownCriterion(table, row, labels);
      if (unknown !== undefined) problems.push(unknown);
      continue;
    }
    after = criterion;
    criteria.push({ row, criterion });
    problems.push(...contradictions(table, row, labels, criterion, index));
  }
  return { criteria, sums, problems };
};

const isOtherYear = (year: FiscalYear | undefined, wanted: FiscalYear): boolean =>
  year !== undefined && year !== wanted;

const sumRow = (
  row: number,
  { grant, goal, group, sumUnplaced }: RowLabels,
  after: IndexedCriterion | undefined,
): SumRow => ({
  row,
  ...(grant && { grant }),
  ...(goal === undefined ? {} : { goal }),
  ...(group && { group }),
  unplaced: sumUnplaced,
  ...(after && { after }),
});

const criterionOf = (labels: RowLabels, index: CriterionIndex): IndexedCriterion | undefined => {
  if (labels.id !== undefined) return index.byId.get(labels.id);
  const { goal, branch, name } = labels;
  const group = labels.group ?? (goal === 4 ? 'outcome' : undefined);
  const grant = labels.grant ?? (goal === 4 ? 'common' : undefined);
  if (goal === undefined || group === undefined || grant === undefined || branch === undefined) return undefined;
  const byName = name === undefined ? undefined : index.indicatorByName.get(nameKey({ grant, goal, group }, name));
  const id = labels.number === undefined ? byName?.id : indicatorId(grant, goal, group, labels.number);
  return id === undefined ? undefined : index.byId.get(`${id}${branch}`);
};

const unknownCriterion = (table: AnswerTable, row: number, labels: RowLabels): Problem | undefined => {
  const told = labels.id ?? (labels.branch === undefined ? undefined : describe(labels));
  if (told === undefined) return undefined;
  return problem('unknown-criterion', { sheet: table.sheet.name, cell: a1(row, firstColumn(table)), found: told });
};

const describe = ({ goal, number, name, branch }: RowLabels): string =>
  `目標${goal ?? '?'} 指標${number ?? '?'} ${name ?? ''} 枝番${branch ?? '?'}`;

const firstColumn = (table: AnswerTable): number => Math.min(...table.columns.values());

/** The name or the points printed beside a criterion speak against it: another year's form, or a shifted row. */
const contradictions = (
  table: AnswerTable,
  row: number,
  { name, grant, goal, group }: RowLabels,
  { criterion, indicator }: IndexedCriterion,
  index: CriterionIndex,
): readonly Problem[] => {
  const problems: Problem[] = [];
  const block = { grant: grant ?? indicator.grant, goal: goal ?? indicator.goal, group: group ?? indicator.group };
  const named = name === undefined ? undefined : index.indicatorByName.get(nameKey(block, name));
  if (named !== undefined && named.id !== indicator.id) {
    problems.push(
      problem('name-of-another-indicator', {
        sheet: table.sheet.name,
        cell: a1(row, table.columns.get('indicator') ?? firstColumn(table)),
        found: name,
        expected: indicator.name,
        criterion: criterion.id,
      }),
    );
  }
  const printed = printedPoints(table, row);
  if (printed !== undefined && printed !== criterion.points) {
    problems.push(
      problem('points-differ', {
        sheet: table.sheet.name,
        cell: a1(row, table.columns.get('points') ?? 0),
        found: String(printed),
        expected: String(criterion.points),
        criterion: criterion.id,
      }),
    );
  }
  return problems;
};

const printedPoints = (table: AnswerTable, row: number): number | undefined => {
  const column = table.columns.get('points');
  const cell: CellValue = column === undefined ? null : cellAt(table.sheet.grid, row, column);
  const reading = readNumber(cell);
  return reading.kind === 'number' ? reading.value : undefined;
};
