import { groupedBy } from '../kernel';
import { problem, type Problem } from '../problems';
import {
  blockKey,
  blockName,
  criterionIndexOf,
  isCommon,
  isComputed,
  pointsAtStake,
  type IndexedCriterion,
  type Scheme,
} from '../schemes';
import { answerState, type AnswerStateCode } from './answerState';
import type { AnswerCell } from './answers';
import { cellOfPlace, textOfPlace, type AnswerPlace } from './columns/cells';
import type { ColumnReading } from './columns/readAnswerGroups';
import type { ColumnAnswer } from './columns/readGroup';

interface MergedAnswers {
  readonly states: Uint8Array;
  /** Where criterion `index` was read. */
  readonly cellOf: (index: number) => AnswerCell | undefined;
  /** Keys of blocks without a single mark where others are answered. */
  readonly unmarked: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * Puts the columns of one municipality together: answers may be spread over sheets, and a common goal may stand under both grants.
 * Two cells that disagree are held, never chosen between.
 */
export const mergeColumns = (scheme: Scheme, columns: readonly ColumnReading[]): MergedAnswers => {
  const { all } = criterionIndexOf(scheme);
  const { byCriterion, unmarked, problems } = sheetAnswers(all, columns);
  const states = new Uint8Array(all.length);
  const places: (AnswerPlace | undefined)[] = [];
  const conflicts: Conflict[] = [];
  for (const entry of all) {
    const settled = settleCriterion(entry, byCriterion[entry.index] ?? []);
    states[entry.index] = settled?.state ?? answerState.unanswered;
    places.push(settled?.at);
    if (settled?.conflict !== undefined) conflicts.push(settled.conflict);
  }
  const cellOf = (index: number): AnswerCell | undefined => {
    const at = places[index];
    return at === undefined ? undefined : cellOfPlace(at);
  };
  return {
    states,
    cellOf,
    unmarked,
    problems: [...copies(conflicts), ...conflicts.map(({ problem: disagreement }) => disagreement), ...problems],
  };
};

/** Sheets that differ in more than the common goal, which may stand on both grants' sheets, are copies of one form (row 62). */
const copies = (conflicts: readonly Conflict[]): readonly Problem[] => {
  const across = conflicts.filter(({ sheets }) => sheets.length > 1);
  if (across.every(({ entry }) => isCommon(entry.indicator))) return [];
  const sheets = [...new Set(across.flatMap((conflict) => conflict.sheets))];
  const points = across.reduce((sum, conflict) => sum + (conflict.problem.pointsAtStake ?? 0), 0);
  return [
    problem(
      'several-sheets',
      { ...(sheets[0] === undefined ? {} : { sheet: sheets[0] }), found: sheets.join('・'), pointsAtStake: points },
      { count: sheets.length, differences: across.length },
    ),
  ];
};

/** Two cells that answer one criterion differently. */
interface Conflict {
  readonly entry: IndexedCriterion;
  readonly problem: Problem;
  /** The sheets the two cells stand on, each once. */
  readonly sheets: readonly string[];
}

interface SettledCriterion {
  readonly state: AnswerStateCode;
  readonly at: AnswerPlace;
  readonly conflict?: Conflict;
}

/**
 * One state from all the cells that answer a criterion. A blank on one sheet is never filled from another: where both
 * answer the block, the criterion is unanswered. Undefined without cells.
 */
const settleCriterion = (entry: IndexedCriterion, answers: readonly SheetAnswer[]): SettledCriterion | undefined => {
  const [only, second] = answers;
  if (only === undefined) return undefined;
  if (second === undefined) return { state: only.state, at: only };
  const left = answers.find(({ state }) => state === answerState.unanswered);
  if (left !== undefined) return { state: answerState.unanswered, at: left };
  const other = answers.find(({ state }) => state !== only.state);
  if (other === undefined) return { state: only.state, at: only };
  const { criterion, indicator } = entry;
  const disagreement = problem(
    'answers-disagree',
    {
      ...cellOfPlace(other),
      found: textOrBlank(other),
      expected: textOrBlank(only),
      criterion: criterion.id,
      pointsAtStake: pointsAtStake(indicator, criterion.points),
    },
    { other: Object.values(cellOfPlace(only)).join('!') },
  );
  const sheets = [...new Set([only.sheet.name, other.sheet.name])];
  return { state: answerState.held, at: only, conflict: { entry, problem: disagreement, sheets } };
};

const textOrBlank = (answer: SheetAnswer): string => (answer.blank ? '空欄' : textOfPlace(answer));

/** An answer whose blanks are settled. */
interface SheetAnswer extends Omit<ColumnAnswer, 'state'> {
  readonly state: AnswerStateCode;
  /** The cell is empty; its state follows from the rest of the sheet. */
  readonly blank: boolean;
}

/**
 * Settles the blanks of one municipality, sheet by sheet: beside an explicit "no" a blank is unanswered, among "yes" marks
 * only it is a "no" (rules/design.md#blanks-and-numbers) — but in a block without a single mark, and behind the last mark of
 * a sheet that leaves the blocks at its end out, it is unanswered. A sheet says nothing of a block it leaves wholly empty where
 * another sheet answers it.
 */
const sheetAnswers = (
  all: readonly IndexedCriterion[],
  columns: readonly ColumnReading[],
): {
  readonly byCriterion: readonly (readonly SheetAnswer[])[];
  /** Keys of blocks whose blanks would be a "no" but for want of a single mark. */
  readonly unmarked: ReadonlySet<string>;
  readonly problems: readonly Problem[];
} => {
  const byCriterion: SheetAnswer[][] = all.map(() => []);
  const problems: Problem[] = [];
  const sheets = groupedBy(columns, ({ sheet }) => sheet);
  const marked = new Map([...sheets].map(([sheet, readings]) => [sheet, markedBlocks(readings)]));
  const anywhere = new Set([...marked.values()].flatMap((blocks) => [...blocks]));
  const unmarked = new Set<string>();
  for (const [sheet, readings] of sheets) {
    const answers = readings.flatMap((reading) => reading.answers);
    const here = marked.get(sheet) ?? new Set();
    const whole = here.size === 0 || sheets.size === 1 ? undefined : wholeFormOf(sheet, sheets, marked);
    if (whole !== undefined && answers[0] !== undefined) {
      problems.push(problem('part-beside-form', { ...cellOfPlace(answers[0]), found: whole }));
    }
    const blanksMeanNo = readings.some(({ saysYes }) => saysYes) && !readings.some(({ saysNo }) => saysNo);
    const left = answers.filter(({ criterion }) => !here.has(blockOf(criterion)) && !anywhere.has(blockOf(criterion)));
    const last = Math.max(...answers.flatMap(({ state, row }) => (state === 'blank' ? [] : row)));
    const lastMarked = left.some(({ row }) => row > last) ? last : Infinity;
    const said = new Set(answers.filter(({ state }) => state !== 'blank').map(({ criterion }) => criterion.index));
    const own = new Set(answers.flatMap(({ elsewhere, criterion }) => (elsewhere === true ? [] : criterion.index)));
    const asNo: ColumnAnswer[] = [];
    for (const answer of answers) {
      // 再掲: the other row of the sheet speaks for both.
      if (answer.elsewhere === true && own.has(answer.criterion.index)) continue;
      const { criterion, state, row } = answer;
      const block = blockOf(criterion);
      if (state !== 'blank') {
        const known = whole === undefined ? state : answerState.held;
        byCriterion[criterion.index]?.push(settledAs(answer, known, false));
      } else if (!said.has(criterion.index) && (here.has(block) || !anywhere.has(block))) {
        const isNo = blanksMeanNo && answer.elsewhere !== true && here.has(block) && row < lastMarked;
        if (isNo) asNo.push(answer);
        if (blanksMeanNo && !here.has(block)) unmarked.add(block);
        byCriterion[criterion.index]?.push(settledAs(answer, isNo ? answerState.unmet : answerState.unanswered, true));
      }
    }
    const [first] = asNo;
    if (first !== undefined) {
      problems.push(problem('blank-means-no', cellOfPlace(first), { count: asNo.length }));
    }
  }
  return { byCriterion, unmarked, problems: [...problems, ...withoutMark(all, unmarked)] };
};

/**
 * The sheet that has rows for every block of `sheet` and left them all blank, while it answers others: a part beside a whole
 * form, which may be this year's answers or any other's (rules/design.md#grounds).
 */
const wholeFormOf = (
  sheet: string,
  sheets: ReadonlyMap<string, readonly ColumnReading[]>,
  marked: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined => {
  const blocksOf = (name: string): ReadonlySet<string> =>
    new Set((sheets.get(name) ?? []).flatMap(({ answers }) => answers.map(({ criterion }) => blockOf(criterion))));
  const own = blocksOf(sheet);
  return [...sheets.keys()].find((other) => {
    const rows = other === sheet ? undefined : blocksOf(other);
    const said = marked.get(other);
    return (
      rows !== undefined &&
      said !== undefined &&
      said.size > 0 &&
      [...own].every((block) => rows.has(block) && !said.has(block))
    );
  });
};

/** The blocks in which a sheet bears any mark. */
const markedBlocks = (readings: readonly ColumnReading[]): ReadonlySet<string> =>
  new Set(
    readings.flatMap(({ answers }) =>
      answers.flatMap(({ state, criterion }) => (state === 'blank' ? [] : blockOf(criterion))),
    ),
  );

const keys = new WeakMap<IndexedCriterion, string>();

/** The key of a criterion's block, put together once: every answer of every column asks for it. */
const blockOf = (entry: IndexedCriterion): string => {
  const known = keys.get(entry) ?? blockKey(entry.indicator);
  keys.set(entry, known);
  return known;
};

const withoutMark = (all: readonly IndexedCriterion[], blocks: ReadonlySet<string>): readonly Problem[] => {
  if (blocks.size === 0) return [];
  const open = all.filter((entry) => blocks.has(blockOf(entry)) && !isComputed(entry.indicator));
  const [first] = open;
  if (first === undefined) return [];
  const names = [...new Map(open.map((entry) => [blockOf(entry), blockName(entry.indicator)])).values()];
  const pointsAt = open.reduce((sum, { criterion, indicator }) => sum + pointsAtStake(indicator, criterion.points), 0);
  return [problem('block-without-mark', { found: names.join('・'), pointsAtStake: pointsAt })];
};

const settledAs = (
  { criterion, sheet, row, column }: ColumnAnswer,
  state: AnswerStateCode,
  blank: boolean,
): SheetAnswer => ({
  criterion,
  sheet,
  row,
  column,
  state,
  blank,
});
