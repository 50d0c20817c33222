import {
  cellKey,
  decisionsIn,
  holdingOf,
  settling,
  type Decided,
  type Decision,
  type Holding,
  type VoidDecision,
} from '../answers';
import type { Problem } from '../problems';
import type { Scheme } from '../schemes';
import type { WorkbookContent } from '../workbook';

/** The decisions of one workbook, held against its cells. */
export interface BookDecisions extends Holding {
  /** The sheets they stand on. */
  readonly sheets: ReadonlySet<string>;
}

/** Those on the sheet 判定; where a person has decided further in the meantime (`now`), the whole list of these instead. */
export const bookDecisions = (content: WorkbookContent, now: readonly Decision[] | undefined): BookDecisions => {
  const { decisions, problems, sheets } = decisionsIn(content);
  const { holding, void: gone, notes } = holdingOf(now ?? decisions, content.sheets);
  return { holding, void: gone, notes: [...problems, ...notes], sheets };
};

/** A decision in force, and what it took from the open problems: each narrowed to its cells. */
export interface SettledDecision {
  /** The file, where several are in hand. */
  readonly file?: string;
  readonly decision: Decision;
  /** None where nothing doubtful is left at the cell. */
  readonly problems: readonly Problem[];
  /** The points it settles, at most. */
  readonly points: number;
}

/** What became of the decisions of a run. */
export interface DecisionsOutcome {
  readonly settled: readonly SettledDecision[];
  /** Those that do not count; their problems are among the open ones. */
  readonly void: readonly (VoidDecision & { readonly file?: string })[];
}

/** The decisions of one workbook of a run, by its file where several are in hand. */
export interface DecidedBook {
  readonly file?: string;
  readonly decided: Decided;
}

/**
 * What is said of the scored answers, after the readings that may stand: what was found after ○ and × had been decided is a new
 * doubt, which only such a decision settles. With what became of every decision, where there is any.
 */
export const withDecisions = <Run extends { readonly scheme: Scheme; readonly problems: readonly Problem[] }>(
  results: Run,
  books: readonly DecidedBook[],
): Run & { readonly decisions?: DecisionsOutcome } => {
  const told = books.filter(
    ({ decided: { inForce, void: gone, notes } }) => inForce.length + gone.length + notes.length > 0,
  );
  if (told.length === 0) return results;
  let open = results.problems;
  const settled: SettledDecision[] = [];
  for (const { file, decided } of told) {
    const standing = decided.inForce.filter(({ judgement }) => judgement === 'accepted');
    const ofFile = new Set(open.filter((one) => one.file === file));
    const late = settling([...ofFile], new Map(standing.map((one) => [cellKey(one), one])), results.scheme);
    const left = new Set(late.open);
    // In their places; a problem that goes on with fewer cells is a new one, and comes last.
    open = [...open.filter((one) => !ofFile.has(one) || left.has(one)), ...late.open.filter((one) => !ofFile.has(one))];
    for (const decision of decided.inForce) {
      const problems = [...(decided.settled.get(decision) ?? []), ...(late.settled.get(decision) ?? [])];
      const points =
        decided.points.get(decision) ?? Math.max(0, ...problems.map(({ pointsAtStake }) => pointsAtStake ?? 0));
      settled.push({ ...inFile(file), decision, problems, points });
    }
  }
  const gone = told.flatMap(({ file, decided }) => decided.void.map((one) => ({ ...inFile(file), ...one })));
  return {
    ...results,
    problems: [...open, ...told.flatMap(saidOf)],
    decisions: { settled, void: gone },
  };
};

const inFile = (file: string | undefined): { readonly file?: string } => (file === undefined ? {} : { file });

/** What is to be said of the decisions of a workbook themselves; of several that contradict each other once. */
const saidOf = ({ file, decided }: DecidedBook): readonly Problem[] =>
  [...new Set([...decided.void.map(({ problem }) => problem), ...decided.notes])].map((one) => ({
    ...one,
    ...inFile(file),
  }));
