import type { Yen } from '../../kernel';
import type { FigureSource, NumberStyle } from '../../workbook';
import { computed } from '../sources';
import type { Operation } from './operation';

/** One figure that can be worked out again: its terms, and what another sheet prints for it. */
export interface Control {
  /** What is checked, in the words of its terms: 「推進 ＝ Ⅰ＋Ⅱ＋Ⅲ＋Ⅳ」. */
  readonly label: string;
  readonly operation: Operation;
  /** At most {@link mostTerms}. */
  readonly terms: readonly Figure[];
  /** From the field the other sheets print, never from the terms; absent where the next control carries on. */
  readonly printed?: Figure;
  /** Of result, printed figure and difference. */
  readonly style: NumberStyle;
}

export interface Figure {
  readonly value: number;
  readonly source: FigureSource;
}

/** So many terms fit beside each other on a landscape page; longer sums are carried to the next line. */
export const mostTerms = 4;

/** A sum of any number of terms: where they are too many, each further control begins with the result of the one before. */
export const sumControls = (
  label: string,
  terms: readonly Figure[],
  printed: Figure,
  style: NumberStyle = 'integer',
): readonly Control[] => {
  if (terms.length <= mostTerms) return [{ label, operation: 'sum', terms, printed, style }];
  const now = terms.slice(0, mostTerms);
  const carried: Figure = {
    value: now.reduce((sum, { value }) => sum + value, 0),
    source: computed('前の行の計算結果を繰り越し'),
  };
  return [
    { label: `${label}（途中まで。次の行へ）`, operation: 'sum', terms: now, style },
    ...sumControls(label, [carried, ...terms.slice(mostTerms)], printed, style),
  ];
};

/** An amount as the number a cell holds; undefined where that number would not be exact. */
export const yenFigure = (amount: Yen | undefined, source: FigureSource): Figure | undefined => {
  const value = Number(amount ?? NaN);
  return Number.isSafeInteger(value) ? { value, source } : undefined;
};

/** All of them, or nothing where one is not known. */
export const allKnown = (figures: readonly (Figure | undefined)[]): readonly Figure[] | undefined => {
  const known = figures.filter((figure) => figure !== undefined);
  return known.length === figures.length ? known : undefined;
};
