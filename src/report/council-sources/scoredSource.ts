import { type AnswerCell } from '../../answers';
import { type Block, criterionIndexOf, type Indicator, type Scheme } from '../../schemes';
import type { FigureSource } from '../../workbook';
import { blockWords, fromAnswers, fromTableRow } from '../sources';
import type { MunicipalityResult, Results } from '../../evaluation';

type Part = Pick<Block, 'grant' | 'goal' | 'group'>;

/** Points that were scored: from the answers, with the first answer of the block, or from a row of a national table. */
export const scoredSource = (results: Results, own: Pick<MunicipalityResult, 'cellOf'>, block: Part): FigureSource => {
  const place = firstAnswer(results.scheme, own, block);
  const isTotal = block.grant === null && block.group === null;
  const what = isTotal ? blockWords(block) : `${blockWords(block)}の得点`;
  return results.subject === 'nation' ? fromTableRow(results.nation, what, place) : fromAnswers(what, place);
};

const firstAnswer = (
  scheme: Scheme,
  { cellOf }: Pick<MunicipalityResult, 'cellOf'>,
  block: Part,
): AnswerCell | undefined => {
  const counted = criterionIndexOf(scheme).all.filter(({ indicator }) => isIn(block, indicator));
  // The common goal counts in each grant; a cell of the grant's own goals says more.
  const own = counted.filter(({ indicator }) => indicator.grant === block.grant);
  for (const { index } of own.length > 0 ? own : counted) {
    const place = cellOf(index);
    if (place !== undefined) return place;
  }
  return undefined;
};

const isIn = ({ grant, goal, group }: Part, indicator: Indicator): boolean =>
  (grant === null || indicator.grant === grant || (goal === null && indicator.grant === 'common')) &&
  (goal === null || indicator.goal === goal) &&
  (group === null || indicator.group === group);
