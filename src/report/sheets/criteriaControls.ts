import type { MunicipalityResult, Results } from '../../evaluation';
import {
  alternativesOf,
  blockName,
  countsIn,
  grants,
  indicatorNotation,
  samePlace,
  type Block,
  type Indicator,
} from '../../schemes';
import type { FormulaWord } from '../../workbook';
import { cellKeys } from '../cellKeys';
import { fromRules } from '../figureSources';
import { computed } from '../origins';
import { linked, sumOfPrinted, type Control, type Term } from './controls';
import { call, downFrom, numeral, sumOfCells, type PrintedCell, type PrintedCells } from './printedCells';

/** Of more municipalities, indicators are checked within their groups only: 70 rows for each would fill a book. */
const mostWithIndicators = 3;

/** A municipality by its place among the results, and the sheets written along. */
export interface Checked {
  readonly printed: PrintedCells;
  readonly at: number;
}

/**
 * From the criteria of the sheet 指標別 up to the groups of 得点: answers to the points of each indicator, never above its
 * maximum, and these to the group. None where the criteria stand on no sheet as a list.
 */
export const criteriaControls = (
  results: Results,
  { blocks }: MunicipalityResult,
  checked: Checked,
): readonly Control[] => {
  const { scheme } = results;
  if (results.subject === 'facts') return [];
  const groups = blocks.filter(({ block }) => block.group !== null);
  const few = results.municipalities.length <= mostWithIndicators;
  return [
    ...(few ? scheme.indicators.flatMap((indicator) => indicatorControl(results, indicator, checked)) : []),
    ...groups.flatMap(({ block, points }) => {
      const indicators = scheme.indicators.filter((indicator) => samePlace(indicator, block));
      return groupControls(block, points, indicators, checked);
    }),
  ];
};

/** What the answers of an indicator are worth, against the points of its criteria. */
const indicatorControl = (results: Results, indicator: Indicator, { printed, at }: Checked): readonly Control[] => {
  const { criteria, maxPoints } = indicator;
  const firstOf = (what: 'max' | 'answer' | 'points'): PrintedCell | undefined =>
    printed.find('criteria', cellKeys.criteria(what, at, indicator.id));
  const [maximum, answer, points] = [firstOf('max'), firstOf('answer'), firstOf('points')];
  if (maximum === undefined || answer === undefined || points === undefined) return [];
  const ways = alternativesOf(indicator).map((alternative) => {
    const first = criteria.findIndex(({ id }) => id === alternative[0]?.id);
    return {
      first,
      count: alternative.length,
      isRun: alternative.every(({ id }, next) => criteria[first + next]?.id === id),
    };
  });
  if (!ways.every(({ isRun }) => isRun)) return [];
  const met: FormulaWord = '○';
  const worths = ways.map(({ first, count }) => {
    const answers = printed.below(answer, count, first);
    return {
      formula: call('SUMIFS', downFrom(maximum.place, count, first), downFrom(answer.place, count, first), {
        kind: 'word',
        word: met,
      }),
      value: printed
        .below(maximum, count, first)
        .reduce((sum, { value }, next) => (answers[next]?.value === met ? sum + Number(value) : sum), 0),
    };
  });
  const [only] = worths;
  if (only === undefined) return [];
  const worth: Term = {
    value: Math.max(...worths.map(({ value }) => value)),
    source: computed('シート「指標別」の、回答が○の枝番の配点の合計（いくつかの区分から採るときは高い方）'),
    formula: worths.length === 1 ? only.formula : call('MAX', ...worths.map(({ formula }) => formula)),
  };
  return [
    {
      label: `${indicatorNotation(indicator)} ＝ ○の枝番の配点（${ways.length > 1 ? '高い方、' : ''}上限${maxPoints}）`,
      operation: 'least',
      terms: [worth, { value: maxPoints, source: fromRules(results.scheme, indicator.name) }],
      printed: pointsIn(points, indicator, printed),
      style: 'integer',
    },
  ];
};

/** The points of all criteria of an indicator on the sheet 指標別. */
const pointsIn = (first: PrintedCell, { criteria }: Indicator, { below }: PrintedCells) => ({
  value: sumOfCells(below(first, criteria.length)),
  source: computed('シート「指標別」の枝番の得点の合計'),
  formula: call('SUM', downFrom(first.place, criteria.length)),
});

const analysisSum = computed('シート「指標別分析」の得点の合計');

/** A group from its criteria, indicator by indicator, and from 指標別分析 where that is written; under each grant it counts in. */
const groupControls = (
  block: Block,
  points: number,
  indicators: readonly Indicator[],
  { printed, at }: Checked,
): readonly Control[] => {
  const firsts = indicators.flatMap((indicator) => {
    const first = printed.find('criteria', cellKeys.criteria('points', at, indicator.id));
    return first === undefined ? [] : [{ indicator, sum: pointsIn(first, indicator, printed) }];
  });
  const wholes = grants
    .filter((grant) => countsIn(grant, block))
    .map((grant) =>
      linked(printed, { value: points, source: computed('得点') }, 'score', cellKeys.score('points', at, block, grant)),
    );
  if (firsts.length < indicators.length || firsts.length === 0) return [];
  const fromCriteria: Term = {
    value: firsts.reduce((total, { indicator, sum }) => total + Math.min(sum.value, indicator.maxPoints), 0),
    source: computed('シート「指標別」の枝番の得点の合計（指標ごとの上限まで）'),
    formula: call('SUM', ...firsts.map(({ indicator, sum }) => call('MIN', sum.formula, numeral(indicator.maxPoints)))),
  };
  const analysed = indicators.flatMap(({ id }) => printed.find('analysis', cellKeys.analysis(id)) ?? []);
  const fromAnalysis = analysed.length < indicators.length ? undefined : sumOfPrinted(analysed, analysisSum);
  const controls = (words: string, term: Term): readonly Control[] =>
    wholes.map((whole) => ({
      label: `${blockName(block)} ＝ ${words}`,
      operation: 'sum',
      terms: [term],
      printed: whole,
      style: 'integer',
    }));
  return [
    ...controls('指標別の得点', fromCriteria),
    ...(fromAnalysis === undefined ? [] : controls('指標別分析の得点', fromAnalysis)),
  ];
};
