import { foldLabel, type FiscalYear } from '../../kernel';
import type { Scheme } from '../../schemes';
import { printedPoints, type AnswerTable, type RowTexts } from '../tables/answerTable';
import { rowLabelReader, type GoalNames } from '../tables/rowLabels';
import type { AskingRow } from './indicatorRuns';
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
  readonly sums: readonly LabelledSum[];
  /** The rows another time answered, by the heading that says so. */
  readonly elsewhen: ReadonlyMap<string, readonly number[]>;
}

/** The rows of a table, as far as they are of the year of a scheme; their labels are read once for all years. */
export const rowsOfYear = (table: AnswerTable, scheme: Scheme): RowsOfYear => {
  const { fiscalYear } = scheme;
  const asking: AskingRow[] = [];
  const sums: LabelledSum[] = [];
  const elsewhen = new Map<string, number[]>();
  let heading: string | undefined;
  for (const one of labelledRows(table, scheme)) {
    if (one.kind === 'between') {
      heading = timeAfter(one.times, fiscalYear, heading);
      if (one.aside !== undefined && heading === undefined) sums.push({ row: one.row, texts: one.aside });
      continue;
    }
    const year = one.kind === 'asks' ? one.labels.year : one.year;
    if (year !== undefined && year !== fiscalYear) continue;
    if (one.kind === 'sum') {
      if (heading === undefined) sums.push(one);
    } else if (heading === undefined) asking.push(one);
    else {
      const rows = elsewhen.get(heading);
      if (rows === undefined) elsewhen.set(heading, [one.row]);
      else rows.push(one.row);
    }
  }
  return { asking, sums, elsewhen };
};

const made = new WeakMap<AnswerTable, Map<string, readonly LabelledRow[]>>();

/** Years that call their goals alike read the labels alike. */
const labelledRows = (table: AnswerTable, { goals }: Scheme): readonly LabelledRow[] => {
  const key = JSON.stringify(goals.map(({ name, goal }) => [name, goal]));
  const known = made.get(table) ?? new Map<string, readonly LabelledRow[]>();
  made.set(table, known);
  const rows = known.get(key) ?? readRows(table, new Map(goals.map(({ name, goal }) => [foldLabel(name), goal])));
  known.set(key, rows);
  return rows;
};

const readRows = (table: AnswerTable, goalNames: GoalNames): readonly LabelledRow[] => {
  const readRow = rowLabelReader(table, goalNames);
  const rows: LabelledRow[] = [];
  for (let row = table.headerRow + 1; row <= table.lastRow; row += 1) {
    const reading = readRow(row);
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
