import type { AnswerCell } from '../answers';
import { criterionIndexOf, timesIn, type BlockPlace, type Origin, type Scheme } from '../schemes';

/** Where scored points of a block come from: its first answer, or the row of the national table on the sheet `table`. */
export const scoredOrigin = (
  scheme: Scheme,
  block: BlockPlace,
  cellOf: (index: number) => AnswerCell | undefined,
  table?: string,
): Origin => ({ kind: 'scored', block, table, place: firstAnswer(scheme, block, cellOf) });

const firstAnswer = (
  scheme: Scheme,
  block: BlockPlace,
  cellOf: (index: number) => AnswerCell | undefined,
): AnswerCell | undefined => {
  const counted = criterionIndexOf(scheme).all.filter(({ indicator }) => timesIn(block, indicator) > 0);
  // The common goal counts in each grant; a cell of the grant's own goals says more.
  const own = counted.filter(({ indicator }) => indicator.grant === block.grant);
  for (const { index } of own.length > 0 ? own : counted) {
    const place = cellOf(index);
    if (place !== undefined) return place;
  }
  return undefined;
};
