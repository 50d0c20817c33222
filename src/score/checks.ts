import { answerState, askedAt, type MunicipalityAnswers, type PrintedSum, type SumTarget } from '../answers';
import { at, rangeInWords } from '../kernel';
import { problem, type Problem } from '../problems';
import { blockKey, blockName, criteriaInWords, criterionIndexOf, criterionNotation, type Scheme } from '../schemes';
import { compileScheme } from './compiledScheme';
import { measureSteps } from './measureSteps';
import { timesByState, type OpenAnswers } from './runs';
import { earnedPoints, pointsOf, type ScoreRange, type ScoreTable } from './scoreTable';

/**
 * Holds a municipality's answers against what must be true of them: printed sums equal ours, 推Ⅰ活動1 follows from the
 * total (R8), and a narrower tier is never met without the wider one. Changes nothing; says what differs.
 */
export const checkAnswers = (
  scheme: Scheme,
  answers: MunicipalityAnswers,
  { least, most }: ScoreRange,
): readonly Problem[] => [
  ...answers.sums.flatMap((sum) => checkSum(scheme, answers, sum, least, most)),
  ...checkOwnTotal(scheme, answers, least, most),
  ...checkTierGaps(scheme, answers),
];

/** 推Ⅰ活動1 as answered against what follows from the total without it (R8), once that total is certain. */
const checkOwnTotal = (
  scheme: Scheme,
  answers: MunicipalityAnswers,
  least: ScoreTable,
  most: ScoreTable,
): readonly Problem[] => {
  const { ownTotal, firstCriterion, endCriterion } = compileScheme(scheme);
  if (ownTotal === undefined || least.ownTotals[0] !== most.ownTotals[0]) return [];
  const { all } = criterionIndexOf(scheme);
  const own = all.slice(firstCriterion[ownTotal.indicator], endCriterion[ownTotal.indicator]);
  const total = at(least.ownTotals, 0);
  const reached = (step: number): boolean => total >= at(ownTotal.cutOffs, step);
  const wrong = own.find(({ index }, step) => {
    const state = answers.states[index];
    return state === (reached(step) ? answerState.unmet : answerState.met);
  });
  if (wrong === undefined) return [];
  const sumOf = (counts: (index: number, step: number) => boolean): string =>
    `${own.reduce((sum, { index, criterion }, step) => sum + (counts(index, step) ? criterion.points : 0), 0)}点`;
  return [
    problem(
      'own-total-differs',
      {
        ...answers.cellOf(wrong.index),
        criterion: wrong.criterion.id,
        found: sumOf((index) => answers.states[index] === answerState.met),
        expected: sumOf((_, step) => reached(step)),
      },
      { total },
    ),
  ];
};

/** Least and most points of what a sum may stand for. */
interface Span {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** A printed sum that is not ours, whatever it may be the sum of; names both figures. */
const checkSum = (
  scheme: Scheme,
  { states }: MunicipalityAnswers,
  sum: PrintedSum,
  least: ScoreTable,
  most: ScoreTable,
): readonly Problem[] => {
  const spans = sum.targets.flatMap((target) => spanOf(scheme, states, target, least, most) ?? []);
  const [likeliest] = spans;
  if (likeliest === undefined || spans.some((span) => sum.value >= span.least && sum.value <= span.most)) return [];
  return [
    problem(
      'subtotal-differs',
      { sheet: sum.sheet, cell: sum.cell, found: String(sum.value), expected: expectedOf(likeliest) },
      { block: likeliest.name },
    ),
  ];
};

const expectedOf = ({ least, most }: Span): string => rangeInWords(String(least), String(most));

const spanOf = (
  scheme: Scheme,
  states: Uint8Array,
  target: SumTarget,
  least: ScoreTable,
  most: ScoreTable,
): Span | undefined => {
  const compiled = compileScheme(scheme);
  if ('indicator' in target) {
    const place = scheme.indicators.findIndex(({ id }) => id === target.indicator);
    const indicator = scheme.indicators[place];
    if (indicator === undefined || place === compiled.ownTotal?.indicator) return undefined;
    const earned = (open: OpenAnswers) => earnedPoints(compiled, states, 0, place, timesByState[open]);
    return { name: `「${indicator.name}」`, least: earned('as-unmet'), most: earned('as-met') };
  }
  const at = compiled.blocks.findIndex(({ key }) => key === blockKey(target));
  const block = compiled.blocks[at];
  return block && { name: blockName(block), least: pointsOf(least, 0, at), most: pointsOf(most, 0, at) };
};

/** So many gaps are told one by one; more are one problem, as one cause made them (a column turned, a block copied). */
const mostGaps = 2;

/** Who is in the top 3割 is in the top 7割: a gap in the steps of one measure is a slip of the pen. */
const checkTierGaps = (scheme: Scheme, answers: MunicipalityAnswers): readonly Problem[] => {
  const { states, cellOf } = answers;
  const gaps = measureSteps(scheme).filter(
    ({ wider, narrower }) => states[wider.index] === answerState.unmet && states[narrower.index] === answerState.met,
  );
  const [first] = gaps;
  if (first === undefined || gaps.length <= mostGaps) {
    return gaps.map(({ wider, narrower }) =>
      problem('tier-gap', {
        ...cellOf(narrower.index),
        criterion: narrower.criterion.id,
        found: `${criterionNotation(narrower)} ${narrower.indicator.name}`,
        expected: criterionNotation(wider),
      }),
    );
  }
  const narrow = gaps.map(({ narrower }) => narrower);
  const asked = askedAt(answers, narrow);
  return [
    problem(
      'tier-gaps',
      { ...cellOf(first.narrower.index), asked: { by: 'accept', cells: asked } },
      { count: gaps.length, criteria: criteriaInWords(narrow) },
    ),
  ];
};
