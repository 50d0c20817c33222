import type { AskedCell, Problem } from '../../problems';
import { criteriaInWords, criterionIndexOf, sumAtStake, type Scheme } from '../../schemes';
import { cellKey, type Decision } from './decision';

/** Problems after decisions: what is still open, and what each decision settled of which problem. */
export interface Settling {
  readonly open: readonly Problem[];
  /** Each narrowed to the cells of its decision. */
  readonly settled: ReadonlyMap<Decision, readonly Problem[]>;
}

/** The cells a person can decide for a problem to be settled: those it asks about, else its own; none where it has none. */
export const cellsOfProblem = ({ asked, sheet, cell }: Problem): readonly AskedCell[] => {
  if (asked !== undefined) return asked.cells;
  return sheet === undefined || cell === undefined ? [] : [{ sheet, cell, text: '' }];
};

/**
 * Takes from problems the cells that are decided (`decisionAt` by {@link cellKey}): a problem with further cells goes on with
 * them, one without is settled. Refusals and what is told for the record are never settled.
 */
export const settling = (
  problems: readonly Problem[],
  decisionAt: ReadonlyMap<string, Decision>,
  scheme: Scheme,
): Settling => {
  if (decisionAt.size === 0) return { open: problems, settled: new Map() };
  const settled = new Map<Decision, Problem[]>();
  const open = problems.flatMap((problem) => {
    if (problem.severity !== 'check') return [problem];
    const cells = cellsOfProblem(problem);
    const rest: AskedCell[] = [];
    const decided = new Map<Decision, AskedCell[]>();
    for (const cell of cells) {
      const decision = decisionAt.get(cellKey(cell));
      if (decision === undefined) rest.push(cell);
      else decided.set(decision, [...(decided.get(decision) ?? []), cell]);
    }
    if (decided.size === 0) return [problem];
    for (const [decision, own] of decided) {
      settled.set(decision, [...(settled.get(decision) ?? []), narrowed(problem, own, scheme)]);
    }
    return rest.length === 0 ? [] : [narrowed(problem, rest, scheme)];
  });
  return { open, settled };
};

/** These count columns, not the cells they ask about. */
const countsColumns: ReadonlySet<Problem['name']> = new Set<Problem['name']>([
  'header-not-answers',
  'ticks-beside-answers',
  'several-sheets',
]);

/** So many places stand in a sentence. */
const mostCells = 8;

/** The same problem of some of its cells: place, points and counts are theirs. */
const narrowed = (problem: Problem, cells: readonly AskedCell[], scheme: Scheme): Problem => {
  const [first, ...others] = cells;
  const { asked, criterion, ...rest } = problem;
  if (asked === undefined || first === undefined || cells.length === asked.cells.length) return problem;
  const { byId } = criterionIndexOf(scheme);
  const entriesOf = (own: readonly AskedCell[]) => own.flatMap((one) => byId.get(one.criterion ?? '') ?? []);
  const parts = new Set(cells.map(({ part }) => part));
  const points = [...parts].reduce(
    (sum: number, part) => sum + sumAtStake(entriesOf(cells.filter((one) => one.part === part))),
    0,
  );
  const only = others.length === 0 ? first.criterion : criterion;
  const named = cells.slice(0, mostCells).map(({ cell }) => cell);
  const known = problem.facts;
  return {
    ...rest,
    // A question of a header or of a note stays where that is written.
    ...(asked.by === 'reading' || rest.cell === undefined ? {} : { sheet: first.sheet, cell: first.cell }),
    ...(only === undefined ? {} : { criterion: only }),
    ...(rest.pointsAtStake === undefined ? {} : { pointsAtStake: points }),
    asked: { ...asked, cells },
    facts: {
      ...known,
      ...('count' in known && !countsColumns.has(problem.name) ? { count: cells.length } : {}),
      ...('differences' in known ? { differences: cells.length } : {}),
      ...('cells' in known ? { cells: `${named.join('、')}${cells.length > mostCells ? ' …' : ''}` } : {}),
      ...('criteria' in known ? { criteria: criteriaInWords(entriesOf(cells)) } : {}),
      ...('branches' in known
        ? {
            branches: entriesOf(cells)
              .map((entry) => entry.criterion.label)
              .join('・'),
          }
        : {}),
    },
  };
};
