import { groupedBy } from '../kernel';
import { problem, type Problem } from '../problems';
import {
  blockName,
  criterionIndexOf,
  isCommon,
  isComputed,
  pointsAtStake,
  sumAtStake,
  type IndexedCriterion,
  type Scheme,
} from '../schemes';
import { answerState, type AnswerStateCode } from './answerState';
import type { AnswerCell } from './answers';
import { askedOf, cellOfPlace, rawTextOfPlace, textOfPlace, type AnswerPlace } from './columns/cells';
import type { ColumnReading } from './columns/readAnswerGroups';
import type { ColumnAnswer } from './columns/readGroup';

interface MergedAnswers {
  readonly states: Uint8Array;
  /** Whether a row holds criterion `index`, and which cell it was read from. */
  readonly isFound: (index: number) => boolean;
  readonly cellOf: (index: number) => AnswerCell | undefined;
  /** Every cell that answers criterion `index`: of a common goal there may be two. */
  readonly cellsOf: (index: number) => readonly AnswerCell[];
  /** What stands in the cell it was read from. */
  readonly textOf: (index: number) => string;
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
    const settled = settleCriterion(entry, byCriterion[entry.index]);
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
    isFound: (index) => places[index] !== undefined,
    cellOf,
    cellsOf: (index) => (byCriterion[index] ?? []).map(cellOfPlace),
    textOf: (index) => {
      const at = places[index];
      return at === undefined ? '' : rawTextOfPlace(at);
    },
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
      {
        ...(sheets[0] === undefined ? {} : { sheet: sheets[0] }),
        found: sheets.join('・'),
        pointsAtStake: points,
        asked: { by: 'reading', cells: across.flatMap((conflict) => conflict.problem.asked?.cells ?? []) },
      },
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
const settleCriterion = (
  entry: IndexedCriterion,
  answers: readonly SheetAnswer[] | undefined,
): SettledCriterion | undefined => {
  const only = answers?.[0];
  if (answers === undefined || only === undefined) return undefined;
  if (answers.length === 1) return { state: only.state, at: only };
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
      asked: askedOf('met-unmet', [other]),
    },
    {
      other: Object.values(cellOfPlace(only)).join('!'),
      detail: isCommon(indicator) ? bothGrants : { ja: '', en: '' },
    },
  );
  const sheets = [...new Set([only.sheet.name, other.sheet.name])];
  return { state: answerState.held, at: only, conflict: { entry, problem: disagreement, sheets } };
};

const bothGrants = { ja: '（目標Ⅳは両交付金に共通です）', en: ' (goal Ⅳ is common to both grants)' };

const textOrBlank = (answer: SheetAnswer): string => (answer.blank === true ? '空欄' : textOfPlace(answer));

/** An answer whose blanks are settled. */
interface SheetAnswer extends Omit<ColumnAnswer, 'state'> {
  readonly state: AnswerStateCode;
  /** The cell is empty; its state follows from the rest of the sheet. */
  readonly blank?: true;
}

/**
 * Settles the blanks of one municipality, sheet by sheet: beside an explicit "no" a blank is unanswered, among "yes" marks
 * only it is a "no" (rules/design.md#blanks-and-numbers); no other row of the sheet fills it — but in a block without a single mark, and behind the last mark of
 * a sheet that leaves the blocks at its end out, it is unanswered. A sheet says nothing of a block it leaves wholly empty where
 * another sheet answers it.
 */
const sheetAnswers = (
  all: readonly IndexedCriterion[],
  columns: readonly ColumnReading[],
): {
  /** By the index of the criterion; nothing for one without cells. */
  readonly byCriterion: readonly (readonly SheetAnswer[] | undefined)[];
  /** Keys of blocks whose blanks would be a "no" but for want of a single mark. */
  readonly unmarked: ReadonlySet<string>;
  readonly problems: readonly Problem[];
} => {
  const byCriterion: (SheetAnswer[] | undefined)[] = [];
  const add = (index: number, answer: SheetAnswer): void => {
    const known = byCriterion[index];
    if (known === undefined) byCriterion[index] = [answer];
    else known.push(answer);
  };
  const problems: Problem[] = [];
  const sheets = groupedBy(columns, ({ sheet }) => sheet);
  const marked = new Map([...sheets].map(([sheet, readings]) => [sheet, markedBlocks(readings)]));
  const anywhere = new Set([...marked.values()].flatMap((blocks) => [...blocks]));
  const unmarked = new Set<string>();
  for (const [sheet, readings] of sheets) {
    const answers = readings.length === 1 ? (readings[0]?.answers ?? []) : readings.flatMap((one) => one.answers);
    const blanks = answers.filter((answer) => !isSaid(answer));
    const here = marked.get(sheet) ?? new Set();
    const whole = here.size === 0 || sheets.size === 1 ? undefined : wholeFormOf(sheet, sheets, marked);
    if (whole !== undefined && answers[0] !== undefined) {
      const asked = askedOf('reading', answers.filter(isSaid));
      problems.push(problem('part-beside-form', { ...cellOfPlace(answers[0]), found: whole, asked }));
    }
    const blanksMeanNo = readings.some(({ saysYes }) => saysYes) && !readings.some(({ saysNo }) => saysNo);
    const left = blanks.filter(({ criterion: { block } }) => !here.has(block) && !anywhere.has(block));
    const last = left.length === 0 ? Infinity : lastRowOf(answers.filter(isSaid));
    const lastMarked = left.some(({ row }) => row > last) ? last : Infinity;
    // On most sheets nothing is blank or refers to another row, and nobody asks what its other rows say.
    const said = blanks.length === 0 ? noCriteria : criteriaOf(answers.filter(isSaid));
    const own = answers.some(refers) ? criteriaOf(answers.filter((answer) => !refers(answer))) : noCriteria;
    const asNo: ColumnAnswer[] = [];
    for (const answer of answers) {
      const { criterion, row } = answer;
      const { index, block } = criterion;
      // 再掲: the other row of the sheet speaks for both.
      if (refers(answer) && own.has(index)) continue;
      if (isSaid(answer)) add(index, whole === undefined ? answer : settledAs(answer, answerState.held));
      // Only a common goal stands twice on purpose; any other second row may be an example's, last year's, another town's.
      else if (!(said.has(index) && isCommon(criterion.indicator)) && (here.has(block) || !anywhere.has(block))) {
        const isNo = blanksMeanNo && !refers(answer) && here.has(block) && row < lastMarked;
        if (isNo) asNo.push(answer);
        if (blanksMeanNo && !here.has(block)) unmarked.add(block);
        add(index, { ...settledAs(answer, isNo ? answerState.unmet : answerState.unanswered), blank: true });
      }
    }
    const [first] = asNo;
    if (first !== undefined) {
      problems.push(problem('blank-means-no', cellOfPlace(first), { count: asNo.length }));
    }
  }
  return { byCriterion, unmarked, problems: [...problems, ...withoutMark(all, unmarked, byCriterion)] };
};

const isSaid = (answer: ColumnAnswer): answer is ColumnAnswer & { readonly state: AnswerStateCode } =>
  answer.state !== 'blank';

const refers = ({ elsewhere }: ColumnAnswer): boolean => elsewhere === true;

const noCriteria: ReadonlySet<number> = new Set();

const criteriaOf = (answers: readonly ColumnAnswer[]): ReadonlySet<number> =>
  new Set(answers.map(({ criterion }) => criterion.index));

const lastRowOf = (answers: readonly ColumnAnswer[]): number => Math.max(...answers.map(({ row }) => row));

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
    new Set((sheets.get(name) ?? []).flatMap(({ answers }) => answers.map(({ criterion }) => criterion.block)));
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
const markedBlocks = (readings: readonly ColumnReading[]): ReadonlySet<string> => {
  const blocks = new Set<string>();
  let before: string | undefined;
  for (const { answers } of readings) {
    for (const answer of answers) {
      const { block } = answer.criterion;
      // The rows of a block stand together: most need no look at the set.
      if (block === before || !isSaid(answer)) continue;
      blocks.add(block);
      before = block;
    }
  }
  return blocks;
};

const withoutMark = (
  all: readonly IndexedCriterion[],
  blocks: ReadonlySet<string>,
  byCriterion: readonly (readonly SheetAnswer[] | undefined)[],
): readonly Problem[] => {
  if (blocks.size === 0) return [];
  const open = all.filter((entry) => blocks.has(entry.block) && !isComputed(entry.indicator));
  const [first] = open;
  if (first === undefined) return [];
  const names = [...new Map(open.map(({ block, indicator }) => [block, blockName(indicator)])).values()];
  const asked = askedOf(
    'met-unmet',
    open.flatMap(({ index }) => byCriterion[index]?.[0] ?? []),
  );
  return [problem('block-without-mark', { found: names.join('・'), pointsAtStake: sumAtStake(open), asked })];
};

const settledAs = ({ criterion, sheet, row, column }: ColumnAnswer, state: AnswerStateCode): SheetAnswer => ({
  criterion,
  sheet,
  row,
  column,
  state,
});
