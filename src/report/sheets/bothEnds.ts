import type { Control, Term } from './terms';

type End = 'low' | 'high';

/** One end of a term; undefined of a text that has none. */
export const endOf = (term: Term, end: End): Term | undefined =>
  term.ends !== undefined ? term.ends[end] : typeof term.value === 'number' ? term : undefined;

/** Whether a figure has two ends, or is none. */
export const isOpen = ({ value }: Term): boolean => typeof value !== 'number';

/**
 * A control of a figure that open answers leave between two ends, once for each end: the least of a difference is the least of
 * the first term less the most of the second. As it is where nothing is open; an end that cannot be told stays 暫定.
 */
export const bothEnds = (control: Control): readonly Control[] => {
  const { label, terms, printed, operation } = control;
  if (printed === undefined || ![...terms, printed].some(isOpen)) return [control];
  const crosses = (at: number): boolean =>
    (operation === 'difference' && at > 0) || (operation === 'rate-change' && at > 1);
  const ends = (['low', 'high'] as const).map((end): Control | undefined => {
    const other = end === 'low' ? 'high' : 'low';
    const known = terms.flatMap((term, at) => endOf(term, crosses(at) ? other : end) ?? []);
    const result = endOf(printed, end);
    return known.length < terms.length || result === undefined
      ? undefined
      : { ...control, label: `${label}（${endNames[end]}）`, terms: known, printed: result };
  });
  const [low, high] = ends;
  if (low === undefined && high === undefined) return [control];
  return (['low', 'high'] as const).map(
    (end, at): Control => ends[at] ?? { ...control, label: `${label}（${endNames[end]}）` },
  );
};

const endNames = { low: '下限', high: '上限' } as const;
