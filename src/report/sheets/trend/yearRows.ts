import { totalOf } from '../../../allocation';
import type { MunicipalityResult, YearOfMunicipality } from '../../../evaluation';
import { fiscalYearLabel, rangeInWords } from '../../../kernel';
import type { PointsRange } from '../../../outlook';
import { atPlace, maximaIn, wholeOf } from '../../../schemes';
import { cellKeys } from '../../cellKeys';
import { keyedSpan, line, span, type Line, type Span } from '../../layout/layOut';
import { nationMeanIn, prefectureMeanIn } from '../../meanTotals';
import { rankInLines } from '../../members';
import { computed, fromAnswers } from '../../origins';
import { signedPoints } from '../../standingWords';
import { pointsSpan, rangeSpan, rateSpan } from './grid';

const headings: readonly (readonly [string, columns: number])[] = [
  ['年度', 1],
  ['推進', 2],
  ['支援', 2],
  ['総得点', 2],
  ['得点率', 2],
  ['全国平均', 2],
  ['県平均', 2],
  ['全国順位', 3],
  ['県内順位', 2],
  ['全国平均\nとの差', 2],
  ['交付額\n（千円）', 2],
];

/** One row a year, below a head. */
export const yearTable = (years: readonly YearOfMunicipality[]): readonly Line[] => [
  line(...headings.map(([text, columns]) => span(text, columns, 'header'))),
  ...years.map(yearLine),
];

/** From open answers counted as nothing to all that they could be. */
export const totalIn = ({ own }: YearOfMunicipality): PointsRange => rangeIn(own, null);

const rangeIn = ({ blocks }: MunicipalityResult, grant: 'promotion' | 'support' | null): PointsRange => {
  const { points: least, most } = atPlace(blocks, wholeOf(grant));
  return { least, most };
};

const yearLine = (year: YearOfMunicipality): Line => {
  const {
    results: { scheme },
    own,
  } = year;
  const total = { ...totalIn(year), maxPoints: maximaIn(scheme).total };
  const mean = nationMeanIn(year.results);
  const known = prefectureMeanIn(year.results, own);
  const { national: nation, prefecture } = own.rank;
  const of = (what: Parameters<typeof cellKeys.trend>[1], one: Span): Span =>
    keyedSpan(one, cellKeys.trend(scheme.fiscalYear, what));
  return line(
    span(fiscalYearLabel(scheme.fiscalYear), 1, 'side'),
    of('promotion', pointsSpan(rangeIn(own, 'promotion'), 2, fromAnswers('推進の合計'))),
    of('support', pointsSpan(rangeIn(own, 'support'), 2, fromAnswers('支援の合計'))),
    of('total', pointsSpan(total, 2, fromAnswers('総得点'), 'total')),
    rateSpan(total, 2, computed('総得点÷配点')),
    of('mean', span(mean?.mean ?? null, 2, 'body', { number: 'decimal1', source: mean?.source })),
    span(known?.mean ?? null, 2, 'body', { number: 'decimal1', source: known?.source }),
    span(nation === null ? null : rankInLines(nation), 3, 'paper-cell', {
      source: fromAnswers('全国順位'),
    }),
    span(prefecture === null ? null : rankInLines(prefecture), 2, 'paper-cell', {
      source: fromAnswers('県内順位'),
    }),
    of('distance', distanceSpan(total, mean?.mean)),
    span(amountText(own), 2, 'paper-cell', { source: fromAnswers('交付額') }),
  );
};

const distanceSpan = ({ least, most }: PointsRange, mean: number | undefined): Span => {
  const source = computed('総得点－全国平均');
  if (mean === undefined) return span(null, 2, 'body');
  return rangeSpan({ least: least - mean, most: most - mean }, 2, { number: 'signed-decimal1', source }, (apart) =>
    signedPoints(apart, 1).replace('～', '～\n'),
  );
};

const amountText = ({ grants }: MunicipalityResult): string | null => {
  if (grants === null) return null;
  const printed = (end: 'low' | 'high'): string => (totalOf(grants, end) / 1000n).toLocaleString('en-US');
  return rangeInWords(printed('low'), printed('high'));
};
