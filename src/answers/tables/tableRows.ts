import type { Problem } from '../../problems';
import type { IndexedCriterion } from '../../schemes';
import type { SumTarget } from './sumTargets';

/** A row of a table that was recognised as a criterion of the scheme. */
export interface CriterionRow {
  /** 0-based. */
  readonly row: number;
  readonly criterion: IndexedCriterion;
}

/** A row of a table that holds a sum, and what it may be the sum of. */
export interface SumRow {
  readonly row: number;
  readonly targets: readonly SumTarget[];
}

/** The rows of a table, held against the criteria of its year. */
export interface TableRows {
  readonly criteria: readonly CriterionRow[];
  /** 0-based rows that ask for an answer and are no criterion of the scheme. */
  readonly strangers: readonly number[];
  readonly sums: readonly SumRow[];
  readonly problems: readonly Problem[];
}
