import { groupedBy } from '../../kernel';
import { decisionProblem, type Problem, type Worded } from '../../problems';
import { cellAt, parseA1, type SheetContent } from '../../workbook';
import { blankWord, cellKey, judgementWords, rawText, stillSays, type Decision } from './decision';
import { nothingAsked } from './readDecisions';

/** A decision that does not count, and why: the problem is told with the others. */
export interface VoidDecision {
  readonly decision: Decision;
  readonly problem: Problem;
}

/** Decisions whose cells still say what they said, and those that do not count. */
export interface Holding {
  readonly holding: readonly Decision[];
  readonly void: readonly VoidDecision[];
  /** Repeated ones, which count once. */
  readonly notes: readonly Problem[];
}

/**
 * Sorts out which decisions hold, in whatever order they come: the cell is there and unchanged, and nobody decided otherwise
 * about it. A cell may bear ○ or × and besides that its reading may stand; these do not contradict each other.
 */
export const holdingOf = (decisions: readonly Decision[], sheets: readonly SheetContent[]): Holding => {
  const grids = new Map(sheets.map(({ name, grid }) => [name, grid]));
  const places = new Map(sheets.map(({ name }, at) => [name, at]));
  const gone: VoidDecision[] = [];
  const standing: Decision[] = [];
  for (const decision of inOrder(decisions, places)) {
    const grid = grids.get(decision.sheet);
    const place = parseA1(decision.cell);
    if (grid === undefined || place === undefined) gone.push(withoutEffect(decision, noSheet));
    else {
      const value = cellAt(grid, place.top, place.left);
      if (stillSays(decision.text, value)) standing.push(decision);
      else gone.push(changed(decision, rawText(value)));
    }
  }
  const notes: Problem[] = [];
  const holding: Decision[] = [];
  const kindOf = ({ judgement }: Decision): string => (judgement === 'accepted' ? 'accepted' : 'answer');
  for (const same of groupedBy(standing, (one) => `${kindOf(one)} ${cellKey(one)}`).values()) {
    const [first] = same;
    if (first === undefined) continue;
    if (same.some(({ judgement }) => judgement !== first.judgement)) gone.push(...disagreeing(same));
    else {
      holding.push(first);
      if (same.length > 1) notes.push(repeated(first, same.length));
    }
  }
  return { holding, void: gone, notes };
};

/** As the cells stand in the workbook; decisions about one cell by what they say, so that no order of theirs matters. */
const inOrder = (decisions: readonly Decision[], places: ReadonlyMap<string, number>): readonly Decision[] => {
  const key = (one: Decision): string => JSON.stringify([one.judgement, one.text, one.by, one.at, one.place?.cell]);
  const rank = ({ sheet, cell }: Decision): readonly number[] => {
    const { top, left } = parseA1(cell) ?? { top: 0, left: 0 };
    return [places.get(sheet) ?? places.size, top, left];
  };
  return decisions
    .map((decision) => ({ decision, rank: rank(decision), key: `${decision.sheet} ${key(decision)}` }))
    .sort((one, other) => {
      const at = one.rank.findIndex((value, place) => value !== other.rank[place]);
      if (at >= 0) return (one.rank[at] ?? 0) - (other.rank[at] ?? 0);
      return one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
    })
    .map(({ decision }) => decision);
};

const changed = (decision: Decision, now: string): VoidDecision => ({
  decision,
  problem: decisionProblem(
    'decision-void',
    {
      sheet: decision.sheet,
      cell: decision.cell,
      found: now || blankWord,
      expected: decision.text || blankWord,
      asked: nothingAsked,
    },
    { decided: judgementWords[decision.judgement] },
  ),
});

/** A decision that cannot be used for another reason than that its cell changed. */
export const withoutEffect = (decision: Decision, detail: Worded): VoidDecision => ({
  decision,
  problem: decisionProblem(
    'decision-without-effect',
    { sheet: decision.sheet, cell: decision.cell, found: decision.text || blankWord, asked: nothingAsked },
    { decided: judgementWords[decision.judgement], detail },
  ),
});

/** Decisions about one answer that say different things: one problem for all of them. */
export const disagreeing = (same: readonly Decision[]): readonly VoidDecision[] => {
  const [first] = same;
  if (first === undefined) return [];
  const found = same.map(({ sheet, cell, judgement }) => `${sheet}!${cell} ${judgementWords[judgement]}`).join('・');
  const place = { sheet: first.sheet, cell: first.cell, found, asked: nothingAsked };
  const problem = decisionProblem('decisions-disagree', place, { count: same.length });
  return same.map((decision) => ({ decision, problem }));
};

const repeated = ({ sheet, cell, judgement }: Decision, count: number): Problem =>
  decisionProblem('decision-repeated', { sheet, cell, found: judgementWords[judgement] }, { count });

const noSheet: Worded = {
  ja: 'そのシートがこのブックにありません',
  en: 'there is no such sheet in this workbook',
};
