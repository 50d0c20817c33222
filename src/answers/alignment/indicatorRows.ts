import { foldLabel } from '../../kernel';
import type { Indicator, Scheme } from '../../schemes';
import { printedPoints, type AnswerTable } from '../tables/answerTable';
import { noLabels } from '../tables/carriedLabels';
import { readRow } from '../tables/rowLabels';
import { indicatorRuns, type AskingRow } from './indicatorRuns';
import { placeRuns } from './placeRuns';

/** A row that stands for a whole indicator. */
export interface IndicatorRow {
  /** 0-based. */
  readonly row: number;
  readonly indicator: Indicator;
}

/** Fewer rows than this are no list of indicators. */
const fewestRows = 5;

/**
 * The rows of a table that names indicators and no branches; a row whose printed full marks are not the indicator's, or that
 * names one a second time, is none. Empty for any other table.
 */
export const indicatorRowsOf = (table: AnswerTable, scheme: Scheme): readonly IndicatorRow[] => {
  const goalNames = new Map(scheme.goals.map(({ name, goal }) => [foldLabel(name), goal]));
  const carried = noLabels();
  const rows: AskingRow[] = [];
  for (let row = table.headerRow + 1; row <= table.lastRow; row += 1) {
    const reading = readRow(table, goalNames, carried, row);
    if (reading.kind !== 'labels') continue;
    const { labels } = reading;
    if (labels.name === undefined && labels.number === undefined) continue;
    if (labels.asks) return [];
    rows.push({ row, labels, points: printedPoints(table, row) });
  }
  const runs = rows.flatMap((row) => indicatorRuns([row]));
  const seen = new Set<string>();
  const found = placeRuns(scheme, runs, table.title.place ?? {}).flatMap(
    ({ run, indicator, by }): readonly IndicatorRow[] => {
      const [first] = run.rows;
      if (first === undefined || indicator === undefined || by !== 'labels' || seen.has(indicator.id)) return [];
      if (first.points !== undefined && first.points !== indicator.maxPoints) return [];
      seen.add(indicator.id);
      return [{ row: first.row, indicator }];
    },
  );
  return found.length < fewestRows ? [] : found;
};
