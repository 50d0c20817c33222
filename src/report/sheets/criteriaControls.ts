import type { MunicipalityResult, Results } from '../../evaluation';
import {
  alternativesOf,
  blockName,
  countsIn,
  grants,
  indicatorNotation,
  isComputed,
  samePlace,
  type Block,
  type Indicator,
} from '../../schemes';
import type { Formula, FormulaWord } from '../../workbook';
import { cellKeys } from '../cellKeys';
import { fromRules } from '../figureSources';
import { computed } from '../origins';
import { linked, sumOfPrinted, sumOfTerms, type Control, type Term } from './controls';
import { call, downFrom, numeral, sumOfCells, type PrintedCell, type PrintedCells } from './printedCells';

/** Of more municipalities, the indicators of a group share a row: 70 rows for each would fill a book. */
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
      return [
        ...(few ? [] : answersControl(block, indicators, checked)),
        ...groupControls(block, points, indicators, checked),
      ];
    }),
  ];
};

/** What the answers of an indicator are worth, against the points of its criteria. */
const indicatorControl = (results: Results, indicator: Indicator, { printed, at }: Checked): readonly Control[] => {
  const worth = worthOf(indicator, ['○'], { printed, at });
  const points = printed.find('criteria', cellKeys.criteria('points', at, indicator.id));
  if (worth === undefined || points === undefined) return [];
  const { maxPoints } = indicator;
  return [
    {
      label: `${indicatorNotation(indicator)} ＝ ○の枝番の配点（${alternativesOf(indicator).length > 1 ? '高い方、' : ''}上限${maxPoints}）`,
      operation: 'least',
      terms: [worth, { value: maxPoints, source: fromRules(results.scheme, indicator.name) }],
      printed: pointsIn(points, indicator, printed),
      style: 'integer',
    },
  ];
};

/** The same for all indicators of a group in one row. */
const answersControl = (
  block: Block,
  indicators: readonly Indicator[],
  { printed, at }: Checked,
): readonly Control[] => {
  const parts = indicators.flatMap((indicator) => {
    const worth = worthOf(indicator, ['○'], { printed, at });
    const points = printed.find('criteria', cellKeys.criteria('points', at, indicator.id));
    return worth === undefined || points === undefined
      ? []
      : [{ worth: capped(worth, indicator), points: pointsIn(points, indicator, printed) }];
  });
  if (parts.length < indicators.length || parts.length === 0) return [];
  return [
    {
      label: `${blockName(block)} ＝ ○の枝番の配点（上限まで）`,
      operation: 'sum',
      terms: [
        sumOfTerms(
          parts.map(({ worth }) => worth),
          computed('シート「指標別」の、回答が○の枝番の配点の合計（指標ごとの上限まで）'),
        ),
      ],
      printed: sumOfTerms(
        parts.map(({ points }) => points),
        computed('シート「指標別」の枝番の得点の合計'),
      ),
      style: 'integer',
    },
  ];
};

/** The maxima of the criteria with one of those answers; of several ways to score, the better. */
const worthOf = (
  indicator: Indicator,
  answers: readonly FormulaWord[],
  { printed, at }: Checked,
): (Term & { readonly formula: Formula }) | undefined => {
  const { criteria } = indicator;
  const [maximum, answer] = (['max', 'answer'] as const).map((what) =>
    printed.find('criteria', cellKeys.criteria(what, at, indicator.id)),
  );
  if (maximum === undefined || answer === undefined) return undefined;
  const ways = alternativesOf(indicator).map((alternative) => {
    const first = criteria.findIndex(({ id }) => id === alternative[0]?.id);
    return {
      first,
      count: alternative.length,
      isRun: alternative.every(({ id }, next) => criteria[first + next]?.id === id),
    };
  });
  if (!ways.every(({ isRun }) => isRun)) return undefined;
  const worths = ways.map(({ first, count }) => {
    const given = printed.below(answer, count, first);
    const sums = answers.map((word) =>
      call('SUMIFS', downFrom(maximum.place, count, first), downFrom(answer.place, count, first), {
        kind: 'word',
        word,
      }),
    );
    return {
      formula: sums.length === 1 && sums[0] !== undefined ? sums[0] : call('SUM', ...sums),
      value: printed
        .below(maximum, count, first)
        .reduce(
          (sum, { value }, next) => (answers.some((word) => given[next]?.value === word) ? sum + Number(value) : sum),
          0,
        ),
    };
  });
  const [only] = worths;
  if (only === undefined) return undefined;
  return {
    value: Math.max(...worths.map(({ value }) => value)),
    source: computed('シート「指標別」の、回答が○の枝番の配点の合計（いくつかの区分から採るときは高い方）'),
    formula: worths.length === 1 ? only.formula : call('MAX', ...worths.map(({ formula }) => formula)),
  };
};

const capped = (term: Term & { readonly formula: Formula }, { maxPoints }: Indicator): Term => ({
  value: Math.min(Number(term.value), maxPoints),
  source: term.source,
  formula: call('MIN', term.formula, numeral(maxPoints)),
});

/** The points of all criteria of an indicator on the sheet 指標別. */
const pointsIn = (first: PrintedCell, { criteria }: Indicator, { below }: PrintedCells) => ({
  value: sumOfCells(below(first, criteria.length)),
  source: computed('シート「指標別」の枝番の得点の合計'),
  formula: call('SUM', downFrom(first.place, criteria.length)),
});

/** Answers that may yet turn out to be ○. */
const openAnswers: readonly FormulaWord[] = ['○', '未回答', '要確認'];

/** All that open answers allow; undefined where an indicator follows from the total and not from its own answers. */
const mostOf = (indicators: readonly Indicator[], checked: Checked): Term | undefined => {
  const parts = indicators.flatMap((indicator) => {
    const worth = isComputed(indicator) ? undefined : worthOf(indicator, openAnswers, checked);
    return worth === undefined ? [] : [capped(worth, indicator)];
  });
  return parts.length < indicators.length
    ? undefined
    : sumOfTerms(parts, computed('シート「指標別」の、回答が○か未確定の枝番の配点の合計（指標ごとの上限まで）'));
};

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
  const most = mostOf(indicators, { printed, at });
  const open: Term = { ...fromCriteria, ends: { low: fromCriteria, ...(most === undefined ? {} : { high: most }) } };
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
    ...controls('指標別の得点', open),
    ...(fromAnalysis === undefined ? [] : controls('指標別分析の得点', fromAnalysis)),
  ];
};
