import { foldText } from '../../kernel';
import { problem, type Problem, type ProblemNeeding } from '../../problems';
import { sumAtStake, type IndexedCriterion } from '../../schemes';
import { askedOf, askedTogether, cellOfPlace, textOfPlace, type AnswerPlace } from './cells';
import type { UnitAnswer } from './readUnit';

/** A cell with something to be said of it. */
export interface CellQuestion {
  readonly name: QuestionName;
  readonly place: AnswerPlace;
  readonly criterion: IndexedCriterion;
}

/** The problems that are told once for each spelling, with the number of cells. */
export type QuestionName = Extract<
  ProblemNeeding<'count'>,
  | 'annotated-mark'
  | 'ask-mark'
  | 'both-marked'
  | 'cell-error'
  | 'circled-number'
  | 'covered-answer'
  | 'merged-answer'
  | 'neither-chosen'
  | 'not-applicable'
  | 'number-too-large'
  | 'placeholder'
  | 'points-out-of-range'
  | 'struck-through'
  | 'triangle-mark'
  | 'turned-into-date'
  | 'uncalculated-answer'
  | 'undecided-boxes'
  | 'unreadable-mark'
  | 'unseen-answer'
>;

type Why = Extract<UnitAnswer['answer'], { readonly state: 'held' }>['why'];

/** The problem of a cell that is held. */
export const questionName = (why: Why): QuestionName => {
  switch (why) {
    case 'ask':
      return 'ask-mark';
    case 'both-marked':
      return 'both-marked';
    case 'neither':
      return 'neither-chosen';
    case 'undecided':
      return 'undecided-boxes';
    case 'uncalculated':
      return 'uncalculated-answer';
    case 'covered':
      return 'covered-answer';
    case 'swallowed':
      return 'merged-answer';
    case 'unseen':
      return 'unseen-answer';
    case 'points':
      return 'points-out-of-range';
    case 'triangle':
      return 'triangle-mark';
    case 'annotated':
      return 'annotated-mark';
    case 'cell-error':
      return 'cell-error';
    case 'date':
      return 'turned-into-date';
    case 'circled':
      return 'circled-number';
    case 'too-large':
      return 'number-too-large';
    case 'grouping':
    case 'european':
    case 'parentheses':
    case 'approximate':
    case 'dash':
    case 'not-a-number':
    case 'unreadable':
      return 'unreadable-mark';
  }
};

/** One problem for each spelling (for each kind, where the spellings are no question): the first cell, and all points. */
export const oncePerSpelling = (questions: readonly CellQuestion[]): readonly Problem[] => {
  const alike = new Map<string, CellQuestion[]>();
  for (const question of questions) {
    const key = `${question.name} ${bySpelling(question.name) ? foldText(textOfPlace(question.place)) : ''}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [question]);
    else known.push(question);
  }
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { name, place, criterion } = first;
    const texts = [...new Set(same.map((one) => foldText(textOfPlace(one.place))))];
    const found = texts.length > 1 ? texts.slice(0, mostTexts).join('・') : textOfPlace(place);
    return [
      problem(
        name,
        {
          ...cellOfPlace(place),
          found,
          ...(asksForMark(name) ? { expected: expectedAt(same) } : {}),
          criterion: same.length === 1 ? criterion.criterion.id : undefined,
          pointsAtStake: sumAtStake(same.map((one) => one.criterion)),
          asked: forTheRecord.has(name)
            ? undefined
            : askedOf(
                asksForMark(name) ? 'met-unmet' : 'accept',
                same.map((one) => ({ ...one.place, criterion: one.criterion })),
              ),
        },
        { count: same.length },
      ),
    ];
  });
};

const mostTexts = 5;
/** Told for the record: nobody has to decide. */
const forTheRecord: ReadonlySet<QuestionName> = new Set(['not-applicable', 'placeholder'] as const);

/** The same question of several tables of a book is one question. */
export const onceForTheBook = (problems: readonly Problem[]): readonly Problem[] => {
  const kept = new Map<string, Problem>();
  for (const [at, one] of problems.entries()) {
    const key = bookWide.has(one.name) ? `${one.name} ${foldText(one.found ?? '')}` : String(at);
    const known = kept.get(key);
    kept.set(key, known === undefined ? one : added(known, one));
  }
  return [...kept.values()];
};

const added = (one: Problem, other: Problem): Problem => {
  const { asked, ...rest } = one;
  return {
    ...rest,
    pointsAtStake: (one.pointsAtStake ?? 0) + (other.pointsAtStake ?? 0),
    facts: { ...one.facts, count: Number(one.facts['count']) + Number(other.facts['count']) },
    ...(asked === undefined || other.asked === undefined ? {} : { asked: askedTogether(asked, other.asked) }),
  };
};

/** What one word of the person settles wherever it stands. */
const bookWide: ReadonlySet<string> = new Set<QuestionName>([
  'ask-mark',
  'triangle-mark',
  'annotated-mark',
  'unreadable-mark',
  'undecided-boxes',
  'not-applicable',
  'placeholder',
]);

const bySpelling = (name: QuestionName): boolean =>
  name !== 'points-out-of-range' && name !== 'unseen-answer' && name !== 'both-marked' && name !== 'neither-chosen';

const asksForMark = (name: QuestionName): boolean =>
  name !== 'not-applicable' && name !== 'placeholder' && name !== 'struck-through';

const expectedAt = (same: readonly CellQuestion[]): string => {
  const points = new Set(same.map(({ criterion }) => criterion.criterion.points));
  const [only] = points;
  if (same[0]?.name !== 'points-out-of-range') return '○ か ×';
  return points.size === 1 ? `0 か ${String(only ?? 0)}` : '0 か配点';
};
