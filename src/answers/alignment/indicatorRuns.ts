import type { Indicator } from '../../schemes';
import type { RowLabels } from '../tables/carriedLabels';

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

/** The indicator a run was found to be. */
export interface PlacedRun {
  readonly run: IndicatorRun;
  /** Undefined when nothing, or more than one thing, fits. */
  readonly indicator: Indicator | undefined;
  /** What found it: its labels, or its place between runs that are known. */
  readonly by: 'labels' | 'order';
  /** The indicator its number names, where its name is that of `indicator`. */
  readonly numbered?: Indicator;
  /** The indicator that fits best, for a run that is nobody's. */
  readonly nearest?: Indicator;
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
  for (const label of told) if (before[label] !== now[label]) return false;
  if (now.number !== undefined || now.name !== undefined) return true;
  return placeOfBranch(now) > placeOfBranch(before);
};

/** Orders branches within an indicator: ア ア① ア② イ. */
const placeOfBranch = ({ branch, counted }: RowLabels): number => {
  if (branch !== undefined) return (branch.charCodeAt(0) - 96) * 10 + Number(branch.slice(1) || 0);
  return counted === undefined ? Number.MAX_SAFE_INTEGER : counted.first * 10 + (counted.second ?? 0);
};
