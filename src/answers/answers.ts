import { problem, type AskedCell, type Problem } from '../problems';
import { criterionIndexOf, isComputed, pointsAtStake, type IndexedCriterion, type Scheme } from '../schemes';
import { answerState } from './answerState';
import type { MunicipalityIdentity } from './municipality/register';
import type { BesideTexts } from './besideTexts';
import type { SheetReading } from './reading';
import type { PrintedSum } from './columns/readGroup';

/** Everything one workbook (or table) answered, for one fiscal year. */
export interface Answers {
  readonly scheme: Scheme;
  readonly municipalities: readonly MunicipalityAnswers[];
  /** The sheets the answers were read from. */
  readonly sheets: readonly SheetReading[];
  /** Municipalities whose answers stand there and were not read, since another was chosen. */
  readonly leftOut: readonly string[];
  readonly problems: readonly Problem[];
}

/** The answers of one municipality, criterion by criterion in the order of the scheme. */
export interface MunicipalityAnswers {
  readonly identity: MunicipalityIdentity;
  /** 第1号被保険者数, where the workbook says so. */
  readonly insured: number | null;
  /** One `answerState` code per criterion. */
  readonly states: Uint8Array;
  /** Whether a row or column holds criterion `index`. */
  readonly isFound: (index: number) => boolean;
  /** Where criterion `index` was read; undefined when nothing holds it. Puts an address into words: not for every cell. */
  readonly cellOf: (index: number) => AnswerCell | undefined;
  /** Every cell that answers criterion `index`, and what stands in that of `cellOf`, as long as the workbook is in hand. */
  readonly cellsOf?: ((index: number) => readonly AnswerCell[]) | undefined;
  readonly textOf?: ((index: number) => string) | undefined;
  /** What the form says of criterion `index` beside its answer, as long as the workbook is in hand. */
  readonly besideOf?: ((index: number) => BesideTexts) | undefined;
  /** What a person decided criterion `index` to be (判定). */
  readonly decidedOf?: (index: number) => 'met' | 'unmet' | undefined;
  /** Keys of blocks without a single mark: told as such (E-267), not branch by branch. */
  readonly unmarked?: ReadonlySet<string>;
  /** Sums printed beside the answers, to be compared with ours. */
  readonly sums: readonly PrintedSum[];
}

export interface AnswerCell {
  /** The file, where the answers of one municipality come from several. */
  readonly file?: string;
  readonly sheet: string;
  readonly cell: string;
}

/** What is to be said of one municipality's answers as they are: who it is, and what was left out. */
export const doubtsOf = (scheme: Scheme, town: Omit<MunicipalityAnswers, 'insured' | 'sums'>): readonly Problem[] => {
  const { identity, isFound, unmarked } = town;
  const { all } = criterionIndexOf(scheme);
  const isTold = unmarked === undefined || unmarked.size === 0;
  const told = isTold ? all : all.filter(({ block }) => !unmarked.has(block));
  return [...identity.notes, ...fewCriteria(criteriaCoverage(scheme, isFound)), ...leftOut(told, town)];
};

/** Rows for less than this share of the criteria are a question of their own (rules/design.md#grounds). */
const mostOfCriteria = 0.8;

const fewCriteria = ({ found, of }: CriteriaCoverage): readonly Problem[] =>
  found > 0 && found < of * mostOfCriteria ? [problem('few-criteria', {}, { count: found, of })] : [];

/** How many of the criteria that are asked for have a row or a column, of how many. */
export interface CriteriaCoverage {
  readonly found: number;
  readonly of: number;
}

/** The coverage of one municipality's answers; `isFound` tells of a criterion by its index. */
export const criteriaCoverage = (scheme: Scheme, isFound: (index: number) => boolean): CriteriaCoverage => {
  let [found, asked] = [0, 0];
  for (const { index, indicator } of criterionIndexOf(scheme).all) {
    if (isComputed(indicator)) continue;
    asked += 1;
    if (isFound(index)) found += 1;
  }
  return { found, of: asked };
};

/** One problem for each indicator with answers left out, and one for missing rows, with the points they can still bring. */
const leftOut = (
  all: readonly IndexedCriterion[],
  town: Pick<MunicipalityAnswers, 'states' | 'cellOf' | 'textOf'>,
): readonly Problem[] => {
  const { states, cellOf } = town;
  const open = new Map<string, IndexedCriterion[]>();
  for (const entry of all) {
    if (states[entry.index] !== answerState.unanswered || isComputed(entry.indicator)) continue;
    const key = `${entry.indicator.id} ${cellOf(entry.index) === undefined ? 'missing' : 'empty'}`;
    const same = open.get(key);
    if (same === undefined) open.set(key, [entry]);
    else same.push(entry);
  }
  return [...open.values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    const cell = cellOf(first.index);
    const points = entries.reduce((sum, { criterion }) => sum + criterion.points, 0);
    return [
      problem(
        cell === undefined ? 'missing-criteria' : 'unanswered',
        {
          ...cell,
          criterion: first.criterion.id,
          expected: '○ か ×',
          pointsAtStake: pointsAtStake(first.indicator, points),
          asked: cell === undefined ? undefined : { by: 'met-unmet', cells: askedAt(town, entries) },
        },
        {
          name: first.indicator.name,
          branches: entries.map(({ criterion }) => criterion.label).join('・'),
        },
      ),
    ];
  });
};

/** The cells of these criteria as a person may decide them; none where the workbook is not in hand any more. */
export const askedAt = (
  { cellOf, textOf }: Pick<MunicipalityAnswers, 'cellOf' | 'textOf'>,
  entries: readonly IndexedCriterion[],
): readonly AskedCell[] =>
  textOf === undefined
    ? []
    : entries.flatMap(({ index, criterion }) => {
        const cell = cellOf(index);
        return cell === undefined ? [] : [{ ...cell, text: textOf(index), criterion: criterion.id }];
      });
