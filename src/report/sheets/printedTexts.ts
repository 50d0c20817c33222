import type { Formula } from '../../workbook';
import { computed } from '../origins';
import type { Term } from './terms';
import { call, infix, numeral, type PrintedCell } from './printedCells';

/*
 * Figures that a sheet prints within a text: 「313点（39.1％）」, 「387～400」, 「43.8%～62.5%」, 「△24.4～＋12.4」. A formula takes
 * them out of the cell as it stands, so that a changed text is found like a changed number.
 */

const figure = '([＋△±]?[\\d,]+(?:\\.\\d+)?%?)';
const printedText = new RegExp(`^${figure}(?:～\\n?${figure})?(点|$)`);

/** What a printed text says: one figure, or two ends; undefined where it is no figure. */
export const figuresInText = ({ cell, place }: PrintedCell): Term | undefined => {
  const { value, source = computed('印刷した値') } = cell;
  const [, low, high, unit] = typeof value === 'string' ? (printedText.exec(value) ?? []) : [];
  if (typeof value !== 'string' || low === undefined) return undefined;
  const whole: Formula = unit === '点' ? call('LEFT', place, before('点', place)) : place;
  const isSigned = /[＋△±]/.test(low + (high ?? ''));
  const of = (text: string, formula: Formula): Term => ({
    value: numberOf(text),
    source,
    formula: call('VALUE', isSigned ? unsigned(formula) : formula),
    ...decimalsOf(text),
  });
  if (high === undefined) return of(low, whole);
  return {
    value,
    source,
    formula: place,
    ends: {
      low: of(low, call('LEFT', whole, before('～', whole))),
      high: of(high, call('CLEAN', call('MID', whole, infix(find('～', whole), '+', numeral(1)), numeral(longest)))),
    },
  };
};

/** More signs than any figure has. */
const longest = 20;

const find = (sign: '点' | '～', text: Formula): Formula => call('FIND', { kind: 'word', word: sign }, text);

const before = (sign: '点' | '～', text: Formula): Formula => infix(find(sign, text), '-', numeral(1));

/** ＋ and ± are left out, △ is a minus, as the paper has it. */
const unsigned = (text: Formula): Formula =>
  ([['＋', ''], ['±', ''], ['△', '-']] as const).reduce(
    (left, [sign, instead]) => call('SUBSTITUTE', left, { kind: 'word', word: sign }, { kind: 'word', word: instead }),
    text,
  ); // prettier-ignore

const numberOf = (text: string): number => {
  const value = Number(text.replace('△', '-').replace(/[＋±,%]/g, ''));
  return text.endsWith('%') ? value / 100 : value;
};

/** What is printed rounded is compared rounded. */
const decimalsOf = (text: string): { readonly decimals?: number } => {
  const places = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return places === 0 ? {} : { decimals: places + (text.endsWith('%') ? 2 : 0) };
};
