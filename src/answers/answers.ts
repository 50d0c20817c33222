import { problem, type Problem } from '../problems';
import { isComputed, pointsAtStake, type IndexedCriterion, type Scheme } from '../schemes';
import { answerState } from './answerState';
import type { MunicipalityIdentity } from './municipality/register';
import type { PrintedSum } from './columns/readGroup';

/** Everything one workbook (or table) answered, for one fiscal year. */
export interface Answers {
  readonly scheme: Scheme;
  readonly municipalities: readonly MunicipalityAnswers[];
  readonly problems: readonly Problem[];
}

/** The answers of one municipality, criterion by criterion in the order of the scheme. */
export interface MunicipalityAnswers {
  readonly identity: MunicipalityIdentity;
  /** 第1号被保険者数, where the workbook says so. */
  readonly insured: number | null;
  /** One `answerState` code per criterion. */
  readonly states: Uint8Array;
  /** Where criterion `index` was read; undefined when no row or column holds it. */
  readonly cellOf: (index: number) => AnswerCell | undefined;
  /** Sums printed beside the answers, to be compared with ours. */
  readonly sums: readonly PrintedSum[];
}

export interface AnswerCell {
  readonly sheet: string;
  readonly cell: string;
}

/** One problem for each indicator with answers left out, and one for missing rows, with the points they can still bring. */
export const leftOut = (
  all: readonly IndexedCriterion[],
  states: Uint8Array,
  cellOf: (index: number) => AnswerCell | undefined,
): readonly Problem[] => {
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
        },
        {
          name: first.indicator.name,
          branches: entries.map(({ criterion }) => criterion.label).join('・'),
        },
      ),
    ];
  });
};
