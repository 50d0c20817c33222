import type { RowLabels } from '../tables/rowLabels';

/** A row that asks for an answer, as its cells describe it. */
export interface AskingRow {
  /** 0-based row of the sheet. */
  readonly row: number;
  readonly labels: RowLabels;
  /** The points printed beside it. */
  readonly points: number | undefined;
}

/** Rows that follow each other and belong to one indicator, whichever that is. */
export interface IndicatorRun {
  readonly labels: RowLabels;
  readonly rows: readonly AskingRow[];
}

const told = ['grant', 'goal', 'group', 'number', 'name'] as const;

/**
 * Rows told apart where what they say of their indicator changes; where they say neither number nor name, also where the
 * branches begin anew (エ, then ア).
 */
export const indicatorRuns = (rows: readonly AskingRow[]): readonly IndicatorRun[] => {
  const runs: { labels: RowLabels; rows: AskingRow[] }[] = [];
  for (const one of rows) {
    const run = runs.at(-1);
    const before = run?.rows.at(-1);
    if (run !== undefined && before !== undefined && continues(before.labels, one.labels)) run.rows.push(one);
    else runs.push({ labels: one.labels, rows: [one] });
  }
  return runs;
};

const continues = (before: RowLabels, now: RowLabels): boolean => {
  if (told.some((label) => before[label] !== now[label])) return false;
  if (now.number !== undefined || now.name !== undefined) return true;
  return placeOfBranch(now) > placeOfBranch(before);
};

/** Orders branches within an indicator: ア ア① ア② イ. */
const placeOfBranch = ({ branch, counted }: RowLabels): number => {
  if (branch !== undefined) return (branch.charCodeAt(0) - 96) * 10 + Number(branch.slice(1) || 0);
  return counted === undefined ? Number.MAX_SAFE_INTEGER : counted.first * 10 + (counted.second ?? 0);
};
