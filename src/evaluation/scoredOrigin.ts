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
  let [hasOwn, other]: [boolean, AnswerCell | undefined] = [false, undefined];
  for (const { index, indicator } of criterionIndexOf(scheme).all) {
    if (timesIn(block, indicator) === 0) continue;
    // The common goal counts in each grant; a cell of the grant's own goals says more.
    if (indicator.grant !== block.grant) other ??= cellOf(index);
    else {
      hasOwn = true;
      const place = cellOf(index);
      if (place !== undefined) return place;
    }
  }
  return hasOwn ? undefined : other;
};
