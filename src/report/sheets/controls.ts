import type { Yen } from '../../kernel';
import type { Figure } from '../../schemes';
import type { FigureSource, Formula, FormulaPlace, NumberStyle } from '../../workbook';
import { computed, sourceOf, type Known } from '../origins';
import { bothEnds, endOf, isOpen } from './bothEnds';
import { call, infix, numeral, sumOfCells, type PrintedCell, type PrintedCells } from './printedCells';
import { figuresInText } from './printedTexts';
import type { Control, Operation, Term } from './terms';

export type { Control, Term } from './terms';

/** A figure as a term; `what` is how the sheets call it. */
export const termOf = (figure: Figure, what?: string): Term => ({
  value: figure.value,
  source: sourceOf(figure, what),
});

/** A printed cell as a term, a figure in a text as the figure; undefined where it says nothing. */
export const termIn = (found: PrintedCell | undefined): Term | undefined => {
  const value = found?.cell.value;
  if (found === undefined || (typeof value !== 'number' && typeof value !== 'string')) return undefined;
  return figuresInText(found) ?? { value, source: found.cell.source ?? computed('印刷した値'), formula: found.place };
};

/** The sum of printed cells; a word with both its ends where one of them has two. */
export const sumOfPrinted = (cells: readonly PrintedCell[], source: FigureSource): Term =>
  cells.every(({ cell: { value } }) => typeof value === 'number')
    ? {
        value: sumOfCells(cells.map(({ cell }) => cell)),
        source,
        formula: call('SUM', ...cells.map(({ place }) => place)),
      }
    : sumOfTerms(
        cells.flatMap((one) => termIn(one) ?? []),
        source,
      );

/** The sum of terms in one cell, end by end where one of them has two; none of its ends where one is not known. */
export const sumOfTerms = (terms: readonly Term[], source: FigureSource): Term => {
  const sumAt = (end: 'low' | 'high'): Term | undefined => {
    const ends = terms.flatMap((term) => endOf(term, end) ?? []);
    if (ends.length < terms.length) return undefined;
    const formulas = ends.flatMap(({ formula }) => (formula === undefined || formula === 'carried' ? [] : [formula]));
    const value = ends.reduce((sum, term) => sum + Number(term.value), 0);
    return { value, source, ...(formulas.length < ends.length ? {} : { formula: call('SUM', ...formulas) }) };
  };
  const [low, high] = [sumAt('low'), sumAt('high')];
  if (!terms.some(isOpen) && low !== undefined) return low;
  return { value: twoEnds, source, ...(low === undefined || high === undefined ? {} : { ends: { low, high } }) };
};

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
  const whole: Control = { label, operation: 'sum', terms, printed, style };
  if (terms.length <= mostTerms) return [whole];
  // What is carried to the next line is one figure: each end has lines of its own.
  if ([...terms, printed].some(isOpen))
    return bothEnds(whole).flatMap(({ label: named, terms: parts, printed: sum = printed }) =>
      [...parts, sum].some(isOpen)
        ? [{ ...whole, label: named, terms: [sumOfTerms(parts, computed('項の計'))] }]
        : sumControls(named, parts, sum, style),
    );
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
