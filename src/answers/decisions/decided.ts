import type { AskedCell, Problem, Worded } from '../../problems';
import {
  blockName,
  criterionIndexOf,
  criterionNotation,
  sumAtStake,
  type IndexedCriterion,
  type Scheme,
} from '../../schemes';
import { doubtsOf, type AnswerCell, type Answers, type MunicipalityAnswers } from '../answers';
import { answerState, isOpenState } from '../answerState';
import { cellKey, type Decision, type Judgement } from './decision';
import { disagreeing, withoutEffect, type Holding, type VoidDecision } from './holding';
import { cellsOfProblem, settling } from './settle';

/** Decisions as they were applied to the answers of a workbook. */
export interface Decided {
  /** Those that count, as their cells stand in the workbook. */
  readonly inForce: readonly Decision[];
  readonly void: readonly VoidDecision[];
  /** What is to be said of decisions themselves. */
  readonly notes: readonly Problem[];
  /** What each settled of the problems of reading, narrowed to its cells. */
  readonly settled: ReadonlyMap<Decision, readonly Problem[]>;
  /** What the answer of each is worth at most; nothing for a reading that may stand. */
  readonly points: ReadonlyMap<Decision, number>;
}

/** A decision about a cell that a problem asks about, by whom and when if that is known. */
export const decisionOn = (
  scheme: Scheme,
  { sheet, cell, text, criterion }: AskedCell,
  judgement: Judgement,
  who: Pick<Decision, 'by' | 'at'> = {},
): Decision => {
  const entry = criterionIndexOf(scheme).byId.get(criterion ?? '');
  return {
    sheet,
    cell,
    text,
    judgement,
    ...(entry === undefined ? {} : { criterion: criterionNotation(entry) }),
    ...who,
  };
};

/** 推進Ⅱ体制・取組1 ア: as decisions were written at first. */
const writtenBefore = ({ indicator, criterion }: IndexedCriterion): string =>
  `${blockName(indicator)}${String(indicator.number)} ${criterion.label}`;

/**
 * The answers as decided: the criterion of a decided cell takes that state, whatever other cells say of it, and what was asked
 * of the cell is asked no more. A decision settles its own answer only: it is no mark by which blanks or other columns are read.
 * An answer that is in no doubt is not decided against, and a reading that is open cannot stand.
 */
export const answersDecided = (
  answers: Answers,
  { holding: given, void: goneBefore, notes }: Holding,
): { readonly answers: Answers; readonly decided: Decided } => {
  const { scheme } = answers;
  if (given.length === 0) {
    const none = { inForce: [], void: goneBefore, notes, settled: new Map(), points: new Map() };
    return { answers, decided: none };
  }
  const targetsOf = targetsIn(answers, new Set(given.map(cellKey)));
  const isMoved = movedIn(scheme, targetsOf);
  const holding = given.filter((one) => !isMoved(one));
  const gone = [...goneBefore, ...given.filter(isMoved).map((one) => withoutEffect(one, otherCriterion))];
  const unanswered = answers.municipalities.flatMap((town) =>
    doubtsOf(scheme, town).filter(({ name }) => name === 'unanswered'),
  );
  const questions = [...answers.problems, ...unanswered];
  const asked = new Map<string, Problem['asked']>();
  for (const problem of questions) {
    if (problem.severity !== 'check') continue;
    for (const cell of cellsOfProblem(problem)) asked.set(cellKey(cell), problem.asked);
  }
  const split = (judged: (decision: Decision) => boolean): readonly Decision[] => holding.filter(judged);
  const answering = judgedAnswers(
    answers,
    split(({ judgement }) => judgement !== 'accepted'),
    targetsOf,
    (decision) => asked.has(cellKey(decision)),
  );
  const isOpen = (decision: Decision): boolean => {
    const targets = targetsOf(decision);
    return targets.some((target) => !answering.byTarget.has(targetKey(target)) && openAt(answers, target));
  };
  const accepted = split(({ judgement }) => judgement === 'accepted');
  const standing = accepted.filter((one) => !isOpen(one));
  const decisionAt = new Map<string, Decision>();
  for (const one of answering.inForce) {
    for (const { town, index } of targetsOf(one)) {
      for (const cell of cellsAt(answers.municipalities[town], index)) decisionAt.set(cellKey(cell), one);
    }
  }
  for (const one of [...standing, ...answering.inForce]) decisionAt.set(cellKey(one), one);
  const { settled } = settling(questions, decisionAt, scheme);
  const { open } = settling(answers.problems, decisionAt, scheme);
  const counting = new Set([...answering.inForce, ...standing]);
  const { all } = criterionIndexOf(scheme);
  return {
    answers: {
      ...answers,
      municipalities: answers.municipalities.map((town, at) => decidedTown(town, at, answering.byTarget)),
      problems: open,
    },
    decided: {
      inForce: holding.filter((one) => counting.has(one)),
      void: [...gone, ...answering.void, ...accepted.filter(isOpen).map((one) => withoutEffect(one, stillOpen))],
      notes,
      settled,
      points: new Map(
        answering.inForce.map((one) => [one, sumAtStake(targetsOf(one).flatMap(({ index }) => all[index] ?? []))]),
      ),
    },
  };
};

/** The answer of one municipality to one criterion, both by their place. */
interface Target {
  readonly town: number;
  readonly index: number;
}

type TargetsOf = (decision: Decision) => readonly Target[];

const targetKey = ({ town, index }: Target): string => `${String(town)} ${String(index)}`;

const openAt = ({ municipalities }: Answers, { town, index }: Target): boolean =>
  isOpenState(municipalities[town]?.states[index]);

const cellsAt = (town: MunicipalityAnswers | undefined, index: number): readonly AnswerCell[] =>
  town?.cellsOf?.(index) ?? [town?.cellOf(index) ?? []].flat();

/** Which answers the wanted cells give: those they are read for, else, of one municipality, those they were asked about for. */
const targetsIn = ({ scheme, municipalities, problems }: Answers, wanted: ReadonlySet<string>): TargetsOf => {
  const { all, byId } = criterionIndexOf(scheme);
  const found = new Map<string, Target[]>();
  const add = (key: string, target: Target): void => {
    if (wanted.has(key)) found.set(key, [...(found.get(key) ?? []), target]);
  };
  for (const [town, one] of municipalities.entries()) {
    for (const { index } of all) for (const cell of cellsAt(one, index)) add(cellKey(cell), { town, index });
  }
  if (municipalities.length === 1) {
    const read = new Set(found.keys());
    for (const { asked } of problems) {
      for (const cell of asked?.cells ?? []) {
        const index = byId.get(cell.criterion ?? '')?.index;
        const key = cellKey(cell);
        const isKnown = read.has(key) || found.get(key)?.some((one) => one.index === index) === true;
        if (index !== undefined && !isKnown) add(key, { town: 0, index });
      }
    }
  }
  return (decision) => found.get(cellKey(decision)) ?? [];
};

/**
 * Tells of decisions recorded with a criterion in our words that their cell does not answer any more: rows were put in above it,
 * and the same text stands there by chance.
 */
const movedIn = (scheme: Scheme, targetsOf: TargetsOf): ((decision: Decision) => boolean) => {
  const indexOf = new Map(
    criterionIndexOf(scheme).all.flatMap((entry) => [
      [writtenBefore(entry), entry.index],
      [criterionNotation(entry), entry.index],
    ]),
  );
  return (decision) => {
    const index = indexOf.get(decision.criterion ?? '');
    const targets = targetsOf(decision);
    return index !== undefined && targets.length > 0 && !targets.some((target) => target.index === index);
  };
};

interface JudgedAnswers {
  readonly inForce: readonly Decision[];
  readonly void: readonly VoidDecision[];
  /** By {@link targetKey}. */
  readonly byTarget: ReadonlyMap<string, 'met' | 'unmet'>;
}

const judgedAnswers = (
  answers: Answers,
  decisions: readonly Decision[],
  targetsOf: TargetsOf,
  isAsked: (decision: Decision) => boolean,
): JudgedAnswers => {
  const gone: VoidDecision[] = [];
  const byTarget = new Map<string, Decision[]>();
  const usable: Decision[] = [];
  for (const decision of decisions) {
    const targets = targetsOf(decision);
    const doubtful = isAsked(decision) || targets.some((target) => openAt(answers, target));
    const plain = targets.some(
      ({ town, index }) => answers.municipalities[town]?.states[index] !== stateOf(decision.judgement),
    );
    if (targets.length === 0) gone.push(withoutEffect(decision, noAnswer));
    else if (!doubtful && plain) gone.push(withoutEffect(decision, noDoubt));
    else {
      usable.push(decision);
      for (const target of targets) {
        byTarget.set(targetKey(target), [...(byTarget.get(targetKey(target)) ?? []), decision]);
      }
    }
  }
  const disputed = [...byTarget.values()].filter((same) => new Set(same.map(({ judgement }) => judgement)).size > 1);
  const left = new Set(disputed.flat());
  const states = new Map<string, 'met' | 'unmet'>();
  for (const [key, same] of byTarget) {
    const [first] = same.filter((one) => !left.has(one));
    if (first !== undefined && first.judgement !== 'accepted') states.set(key, first.judgement);
  }
  return {
    inForce: usable.filter((one) => !left.has(one)),
    void: [...gone, ...disputed.flatMap(disagreeing)],
    byTarget: states,
  };
};

const stateOf = (judgement: Judgement): number => (judgement === 'met' ? answerState.met : answerState.unmet);

const decidedTown = (
  town: MunicipalityAnswers,
  at: number,
  byTarget: ReadonlyMap<string, 'met' | 'unmet'>,
): MunicipalityAnswers => {
  const decidedOf = (index: number): 'met' | 'unmet' | undefined => byTarget.get(targetKey({ town: at, index }));
  return {
    ...town,
    decidedOf,
    states: town.states.map((state, index) => {
      const judged = decidedOf(index);
      return judged === undefined ? state : answerState[judged];
    }),
  };
};

const noAnswer: Worded = {
  ja: 'このセルは回答として読まれていません',
  en: 'this cell is not read as an answer',
};
const otherCriterion: Worded = {
  ja: 'このセルは、いまは別の指標の回答です（行が動いたようです）',
  en: 'the cell now answers another criterion (rows seem to have moved)',
};
const noDoubt: Worded = {
  ja: 'このセルの回答は疑いなく読めていて、判定と違います。回答の方が誤りなら、回答を直してください',
  en: 'the answer there is in no doubt and says otherwise; correct the answer if it is wrong',
};
const stillOpen: Worded = {
  ja: 'このセルの読み方はまだ決まっていません。○ か × で判定してください',
  en: 'how the cell is read is still open; decide ○ or ×',
};

/** Decisions of a workbook without answers, in which only readings can stand. */
export const withoutAnswers = ({ holding, void: gone, notes }: Holding): Decided => ({
  inForce: holding.filter(({ judgement }) => judgement === 'accepted'),
  void: [...gone, ...holding.flatMap((one) => (one.judgement === 'accepted' ? [] : [withoutEffect(one, noAnswer)]))],
  notes,
  settled: new Map(),
  points: new Map(),
});
