import type { Yen } from '../../kernel';
import type { Figure } from '../../schemes';
import type { FigureSource, NumberStyle } from '../../workbook';
import { computed, sourceOf, type Known } from '../origins';

/** One figure that can be worked out again: its terms, and what another sheet prints for it. */
export interface Control {
  /** What is checked, in the words of its terms: 「推進 ＝ Ⅰ＋Ⅱ＋Ⅲ＋Ⅳ」. */
  readonly label: string;
  readonly operation: Operation;
  /** At most {@link mostTerms}. */
  readonly terms: readonly Term[];
  /** From the field the other sheets print, never from the terms; absent where the next control carries on. */
  readonly printed?: Term;
  /** Of result, printed figure and difference. */
  readonly style: NumberStyle;
}

/** A figure as a cell of the sheet holds it. */
export interface Term {
  readonly value: number;
  readonly source: FigureSource;
}

/** A figure as a term; `what` is how the sheets call it. */
export const termOf = (figure: Figure, what?: string): Term => ({
  value: figure.value,
  source: sourceOf(figure, what),
});

/** So many terms fit beside each other on a landscape page; longer sums are carried to the next line. */
export const mostTerms = 4;

/** A sum of any number of terms: where they are too many, each further control begins with the result of the one before. */
export const sumControls = (
  label: string,
  terms: readonly Term[],
  printed: Term,
  style: NumberStyle = 'integer',
): readonly Control[] => {
  if (terms.length <= mostTerms) return [{ label, operation: 'sum', terms, printed, style }];
  const now = terms.slice(0, mostTerms);
  const carried: Term = {
    value: now.reduce((sum, { value }) => sum + value, 0),
    source: computed('前の行の計算結果を繰り越し'),
  };
  return [
    { label: `${label}（途中まで。次の行へ）`, operation: 'sum', terms: now, style },
    ...sumControls(label, [carried, ...terms.slice(mostTerms)], printed, style),
  ];
};

/** An amount as the number a cell holds; undefined where that number would not be exact. */
export const yenTerm = (amount: Yen | undefined, from: Known): Term | undefined => {
  const value = Number(amount ?? NaN);
  return Number.isSafeInteger(value) ? { value, source: sourceOf(from) } : undefined;
};

/** All of them, or nothing where one is not known. */
export const allKnown = (figures: readonly (Term | undefined)[]): readonly Term[] | undefined => {
  const known = figures.filter((figure) => figure !== undefined);
  return known.length === figures.length ? known : undefined;
};

/**
 * How the terms of one control come to its result: `sum` of all · `last-twice` sum with the last term twice (目標Ⅳ counts
 * in both grants) · `difference` first less second · `ratio` first by second · `rate-change` first in percent of the
 * second, less third in percent of the fourth.
 */
type Operation = 'sum' | 'last-twice' | 'difference' | 'ratio' | 'rate-change';

/** The result, in the very order of operations that {@link formulaOf} writes down. */
export const resultOf = (operation: Operation, terms: readonly number[]): number => {
  const [first = 0, second = 0, third = 0, fourth = 0] = terms;
  switch (operation) {
    case 'sum':
      return sumOf(terms);
    case 'last-twice':
      return sumOf(terms.slice(0, -1)) + (terms.at(-1) ?? 0) * 2;
    case 'difference':
      return first - second;
    case 'ratio':
      return first / second;
    case 'rate-change':
      return (first * 100) / second - (third * 100) / fourth;
  }
};

/** The same as a spreadsheet writes it, from the addresses of the terms; without the `=` it is text. */
export const formulaOf = (operation: Operation, cells: readonly string[]): string => {
  const [first = '', second = '', third = '', fourth = ''] = cells;
  switch (operation) {
    case 'sum':
      return cells.join('+');
    case 'last-twice':
      return `${cells.join('+')}*2`;
    case 'difference':
      return `${first}-${second}`;
    case 'ratio':
      return `${first}/${second}`;
    case 'rate-change':
      return `${first}*100/${second}-${third}*100/${fourth}`;
  }
};

const sumOf = (terms: readonly number[]): number => terms.reduce((sum, term) => sum + term, 0);
