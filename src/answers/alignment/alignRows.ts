import { criterionIndexOf, type IndexedCriterion, type Scheme } from '../../schemes';
import type { AnswerTable } from '../tables/answerTable';
import type { CriterionRow } from '../tables/tableRows';
import { criterionOfRow, wayOfBranches } from './branches';
import { indicatorRuns, type AskingRow, type PlacedRun } from './indicatorRuns';
import { rowsOfYear, type RowsOfYear } from './labelledRows';
import { placeRuns } from './placeRuns';

/** The rows of a table held against the criteria of a scheme. */
export interface Alignment extends RowsOfYear {
  /** The runs that were placed by their labels and their order. */
  readonly placed: readonly PlacedRun[];
  readonly criteria: readonly CriterionRow[];
  readonly criterionOf: ReadonlyMap<number, IndexedCriterion>;
  /** The rows that ask for an answer and are no criterion of the scheme. */
  readonly strangers: readonly AskingRow[];
}

const made = new WeakMap<AnswerTable, Map<Scheme, Alignment>>();

/**
 * Recognises the rows of a table as criteria of a scheme by all they say together: names, numbers, branches, points,
 * headings, and their order. Done once for a table and a scheme: who decides the year asks for it, and who reads the answers.
 */
export const alignmentOf = (table: AnswerTable, scheme: Scheme): Alignment => {
  const known = made.get(table) ?? new Map<Scheme, Alignment>();
  made.set(table, known);
  const alignment = known.get(scheme) ?? alignRows(table, scheme);
  known.set(scheme, alignment);
  return alignment;
};

const alignRows = (table: AnswerTable, scheme: Scheme): Alignment => {
  const rows = rowsOfYear(table, scheme);
  const placed = placeRuns(scheme, rows.runs, table.title.place ?? {});
  const criterionOf = new Map<number, IndexedCriterion>();
  for (const one of placed) setEntries(scheme, one, criterionOf);
  identify(rows.asking, scheme, criterionOf);
  const criteria: CriterionRow[] = [];
  const strangers: AskingRow[] = [];
  for (const one of rows.asking) {
    const criterion = criterionOf.get(one.row);
    if (criterion === undefined) strangers.push(one);
    else criteria.push({ row: one.row, criterion });
  }
  return { ...rows, placed, criteria, criterionOf, strangers };
};

/** The criteria of a run's rows, by row. */
const setEntries = (
  scheme: Scheme,
  { run, indicator }: PlacedRun,
  criterionOf: Map<number, IndexedCriterion>,
): void => {
  if (indicator === undefined) return;
  const { byId } = criterionIndexOf(scheme);
  const way = wayOfBranches(run.rows, indicator);
  for (const [at, row] of run.rows.entries()) {
    const criterion = criterionOfRow(way, indicator, row, at);
    const entry = criterion && byId.get(criterion.id);
    if (entry !== undefined) criterionOf.set(row.row, entry);
  }
};

/** A row that names an id is that criterion, unless its labels name another. */
const identify = (asking: readonly AskingRow[], scheme: Scheme, criterionOf: Map<number, IndexedCriterion>): void => {
  const withId = asking.filter(({ labels }) => labels.id !== undefined);
  if (withId.length === 0) return;
  const { byId } = criterionIndexOf(scheme);
  const runs = indicatorRuns(withId.filter(({ labels }) => labels.branch !== undefined && labels.unread === undefined));
  const labelled = new Map<number, IndexedCriterion>();
  for (const one of placeRuns(scheme, runs, {})) setEntries(scheme, one, labelled);
  for (const { row, labels } of withId) {
    const entry = byId.get(labels.id ?? '');
    const other = labelled.get(row);
    if (entry !== undefined && labels.unread === undefined && (other === undefined || other === entry)) {
      criterionOf.set(row, entry);
    }
  }
};
