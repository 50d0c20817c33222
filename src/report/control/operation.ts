/**
 * How the terms of one control come to its result: `sum` of all · `last-twice` sum with the last term twice (目標Ⅳ counts
 * in both grants) · `difference` first less second · `ratio` first by second · `rate-change` first in percent of the
 * second, less third in percent of the fourth.
 */
export type Operation = 'sum' | 'last-twice' | 'difference' | 'ratio' | 'rate-change';

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
