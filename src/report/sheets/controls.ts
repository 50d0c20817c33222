import type { Yen } from '../../kernel';
import type { Figure } from '../../schemes';
import type { FigureSource, Formula, FormulaPlace, NumberStyle } from '../../workbook';
import { computed, sourceOf, type Known } from '../origins';
import { call, infix, numeral, sumOfCells, type PrintedCell, type PrintedCells } from './printedCells';

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
  /** Of the terms; absent = whole numbers. */
  readonly termStyle?: NumberStyle;
}

/** A figure as a cell of the sheet holds it. */
export interface Term {
  /** A text where another sheet prints two ends: then nothing is judged. */
  readonly value: number | string;
  readonly source: FigureSource;
  /** How the cell comes to it; absent where no sheet prints it. */
  readonly formula?: Formula | 'carried';
}

/** A figure as a term; `what` is how the sheets call it. */
export const termOf = (figure: Figure, what?: string): Term => ({
  value: figure.value,
  source: sourceOf(figure, what),
});

/** A printed cell as a term; undefined where it says nothing. */
export const termIn = (found: PrintedCell | undefined): Term | undefined => {
  const value = found?.cell.value;
  return found === undefined || (typeof value !== 'number' && typeof value !== 'string')
    ? undefined
    : { value, source: found.cell.source ?? computed('印刷した値'), formula: found.place };
};

/** The sum of printed cells; a word where one of them has two ends, which no sum shows. */
export const sumOfPrinted = (cells: readonly PrintedCell[], source: FigureSource): Term =>
  cells.every(({ cell: { value } }) => typeof value === 'number')
    ? {
        value: sumOfCells(cells.map(({ cell }) => cell)),
        source,
        formula: call('SUM', ...cells.map(({ place }) => place)),
      }
    : { value: twoEnds, source };

/** Stands where a figure has two ends. */
export const twoEnds = '幅あり';

/** The term taken from where another sheet prints it, as it stands there; as it is where no sheet does. */
export const linked = <Known extends Term | undefined>(
  { find }: PrintedCells,
  term: Known,
  marker: string,
  key: string,
): Known | Term => {
  const found = termIn(find(marker, key));
  return term === undefined || found === undefined ? term : { ...found, source: term.source };
};

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
    value: now.reduce((sum, { value }) => sum + Number(value), 0),
    source: computed('前の行の計算結果を繰り越し'),
    formula: 'carried',
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

/** {@link sumControls} where all of it is known, else nothing: a sum of some terms is none. */
export const knownSum = (
  label: string,
  terms: readonly (Term | undefined)[],
  printed: Term | undefined,
): readonly Control[] => {
  const known = allKnown(terms);
  return known === undefined || printed === undefined ? [] : sumControls(label, known, printed);
};

/**
 * How the terms of one control come to its result: `sum` of all · `last-twice` sum with the last term twice (目標Ⅳ counts
 * in both grants) · `difference` first less second · `ratio` first by second · `least` the smallest of all · `rate-change`
 * first in percent of the second, less third in percent of the fourth.
 */
type Operation = 'sum' | 'last-twice' | 'difference' | 'ratio' | 'least' | 'rate-change';

/** The result, in the very order of operations that {@link resultFormula} writes down. */
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
    case 'least':
      return Math.min(...terms);
    case 'rate-change':
      return (first * 100) / second - (third * 100) / fourth;
  }
};

/** The same in the words of a reader, from the addresses of the terms: text. */
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
    case 'least':
      return `MIN(${cells.join(',')})`;
    case 'rate-change':
      return `${first}*100/${second}-${third}*100/${fourth}`;
  }
};

/** The same as a spreadsheet works it out, from the places of the terms. */
export const resultFormula = (operation: Operation, places: readonly FormulaPlace[]): Formula => {
  const [first, second, third, fourth] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined) throw new Error('resultFormula: no terms');
  const percent = (one = first, of = first): Formula => infix(infix(one, '*', numeral(100)), '/', of);
  switch (operation) {
    case 'sum':
      return call('SUM', ...places);
    case 'last-twice':
      return call('SUM', ...places, last);
    case 'difference':
      return infix(first, '-', second ?? first);
    case 'ratio':
      return infix(first, '/', second ?? first);
    case 'least':
      return call('MIN', ...places);
    case 'rate-change':
      return infix(percent(first, second), '-', percent(third, fourth));
  }
};

const sumOf = (terms: readonly number[]): number => terms.reduce((sum, term) => sum + term, 0);
