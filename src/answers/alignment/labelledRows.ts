import { foldLabel, type FiscalYear } from '../../kernel';
import type { Scheme } from '../../schemes';
import { printedPoints, type AnswerTable, type RowTexts } from '../tables/answerTable';
import { noLabels } from '../tables/carriedLabels';
import { readRow, type GoalNames } from '../tables/rowLabels';
import { indicatorRuns, type AskingRow, type IndicatorRun } from './indicatorRuns';
import { timeAfter, timesIn, type TimeHeading } from './otherTimes';
import { sumLabelAside, type LabelledSum } from './sumRows';

/** A row of a table that says something by itself, whatever year the table may be of. */
type LabelledRow =
  | ({ readonly kind: 'asks' } & AskingRow)
  | ({ readonly kind: 'sum'; readonly year: FiscalYear | undefined } & LabelledSum)
  | {
      readonly kind: 'between';
      readonly row: number;
      readonly times: readonly TimeHeading[];
      /** The label of a sum outside the columns of labels. */
      readonly aside: RowTexts | undefined;
    };

/** The rows of a table that are of one year. */
export interface RowsOfYear {
  readonly asking: readonly AskingRow[];
  /** Those that name no criterion outright and can be read, run by run. */
  readonly runs: readonly IndicatorRun[];
  readonly sums: readonly LabelledSum[];
  /** The rows another time answered, by the heading that says so. */
  readonly elsewhen: ReadonlyMap<string, readonly number[]>;
}

/** What the rows of a table say, read with the names that a scheme gives its goals. */
interface TableLabels {
  readonly rows: readonly LabelledRow[];
  /** The rows, where none of them says anything of its year: all are of every year. */
  readonly ofAnyYear: RowsOfYear | undefined;
}

/** The rows of a table, as far as they are of the year of a scheme; their labels are read once for all years. */
export const rowsOfYear = (table: AnswerTable, scheme: Scheme): RowsOfYear => {
  const { rows, ofAnyYear } = labelsOf(table, scheme);
  return ofAnyYear ?? sorted(rows, scheme.fiscalYear);
};

const made = new WeakMap<AnswerTable, Map<string, TableLabels>>();

/** Years that call their goals alike read the labels alike. */
const labelsOf = (table: AnswerTable, { goals }: Scheme): TableLabels => {
  const key = JSON.stringify(goals.map(({ name, goal }) => [name, goal]));
  const known = made.get(table) ?? new Map<string, TableLabels>();
  made.set(table, known);
  const labels = known.get(key) ?? readLabels(table, new Map(goals.map(({ name, goal }) => [foldLabel(name), goal])));
  known.set(key, labels);
  return labels;
};

const readLabels = (table: AnswerTable, goalNames: GoalNames): TableLabels => {
  const rows = readRows(table, goalNames);
  return { rows, ofAnyYear: rows.some(saysYear) ? undefined : sorted(rows, undefined) };
};

const saysYear = (one: LabelledRow): boolean =>
  one.kind === 'between' ? one.times.length > 0 : yearOf(one) !== undefined;

const yearOf = (one: Exclude<LabelledRow, { readonly kind: 'between' }>): FiscalYear | undefined =>
  one.kind === 'asks' ? one.labels.year : one.year;

const sorted = (rows: readonly LabelledRow[], fiscalYear: FiscalYear | undefined): RowsOfYear => {
  const asking: AskingRow[] = [];
  const sums: LabelledSum[] = [];
  const elsewhen = new Map<string, number[]>();
  let heading: string | undefined;
  for (const one of rows) {
    if (one.kind === 'between') {
      heading = timeAfter(one.times, fiscalYear, heading);
      if (one.aside !== undefined && heading === undefined) sums.push({ row: one.row, texts: one.aside });
      continue;
    }
    const year = yearOf(one);
    if (year !== undefined && year !== fiscalYear) continue;
    if (one.kind === 'sum') {
      if (heading === undefined) sums.push(one);
    } else if (heading === undefined) asking.push(one);
    else {
      const here = elsewhen.get(heading);
      if (here === undefined) elsewhen.set(heading, [one.row]);
      else here.push(one.row);
    }
  }
  const named = asking.filter(({ labels }) => labels.id === undefined && labels.unread === undefined);
  return { asking, runs: indicatorRuns(named), sums, elsewhen };
};

const readRows = (table: AnswerTable, goalNames: GoalNames): readonly LabelledRow[] => {
  const carried = noLabels();
  const rows: LabelledRow[] = [];
  for (let row = table.headerRow + 1; row <= table.lastRow; row += 1) {
    const reading = readRow(table, goalNames, carried, row);
    if (reading.kind === 'sum') rows.push({ kind: 'sum', row, year: reading.year, texts: reading.texts });
    else if (reading.kind === 'labels' && (reading.labels.asks || reading.labels.unread !== undefined)) {
      rows.push({ kind: 'asks', row, labels: reading.labels, points: printedPoints(table, row) });
    } else {
      const times = timesIn(table.sheet.grid[row] ?? []);
      const aside = reading.kind === 'empty' ? sumLabelAside(table, row) : undefined;
      if (times.length > 0 || aside !== undefined) rows.push({ kind: 'between', row, times, aside });
    }
  }
  return rows;
};
