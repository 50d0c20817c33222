import { type AnswerCell } from '../../answers';
import { type BlockPlace, criterionIndexOf, type Scheme, timesIn } from '../../schemes';
import type { FigureSource } from '../../workbook';
import { blockWords, fromAnswers, fromTableRow } from '../sources';
import type { MunicipalityResult, Results } from '../../evaluation';

/** Points that were scored: from the answers, with the first answer of the block, or from a row of a national table. */
export const scoredSource = (
  results: Results,
  own: Pick<MunicipalityResult, 'cellOf'>,
  block: BlockPlace,
): FigureSource => {
  const place = firstAnswer(results.scheme, own, block);
  const isTotal = block.grant === null && block.group === null;
  const what = isTotal ? blockWords(block) : `${blockWords(block)}の得点`;
  return results.subject === 'nation' ? fromTableRow(results.nation, what, place) : fromAnswers(what, place);
};

const firstAnswer = (
  scheme: Scheme,
  { cellOf }: Pick<MunicipalityResult, 'cellOf'>,
  block: BlockPlace,
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
