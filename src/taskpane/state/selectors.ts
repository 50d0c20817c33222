import type { Replaced } from '../../workbook';
import type { Busy, PreviewRow, PaneState } from './paneState';

/** How many doubts of a result a person has to decide; information is not counted. */
export const openProblems = ({ reading }: Pick<PaneState, 'reading'>): number =>
  reading?.outcome.ok === true
    ? reading.outcome.value.problems.filter(({ severity }) => severity !== 'info').length
    : 0;

/** Whole percent, rounded down so that 100 means done. */
export const percentDone = ({ share }: Busy): number => Math.floor(share * 100);

const mostNamed = 12;

/** The first of many addresses, as a list; empty where none is known. */
export const firstOf = (cells: readonly string[] | undefined): string =>
  (cells ?? []).length > mostNamed ? `${cells?.slice(0, mostNamed).join('、') ?? ''} …` : (cells ?? []).join('、');

/** What writing would lose of another year or other municipalities, over all sheets; undefined for nothing. */
export const lostOf = (preview: readonly PreviewRow[]): Replaced | undefined => {
  const lost = preview.flatMap(({ replaced }) => replaced ?? []);
  if (lost.length === 0) return undefined;
  return {
    year: lost.find(({ year }) => year !== undefined)?.year,
    municipalities: [...new Set(lost.flatMap(({ municipalities }) => municipalities))],
  };
};
