import { eligibleCategories, inYen } from '../../allocation';
import { type Grant, grantNames, grants } from '../../schemes';
import { sourceOf } from '../origins';
import { amountWordOf, basisOf, estimateNote, type CouncilFacts } from '../council';
import { type Line, line, span, userSpan, fullWidth } from '../layout';
import { programmeLines } from './programmeLines';

/** ４ 使途: per grant 対象経費, 内示金額, 充当先 in the user's words, and the programmes of the settings in one cell. */
export const useLines = (facts: CouncilFacts, columnWidths: readonly number[], section: number): readonly Line[] => [
  line(span(`${fullWidth(String(section))} ${facts.year} 交付金の使途について`, columnWidths.length, 'heading')),
  ...grants.flatMap((grant, at) => grantLines(facts, grant, at, columnWidths)),
];

const grantLines = (
  facts: CouncilFacts,
  grant: Grant,
  at: number,
  columnWidths: readonly number[],
): readonly Line[] => {
  const width = columnWidths.length;
  const { thisYear, own } = facts;
  const amountWord = amountWordOf(facts, grant);
  const amount = thisYear.yen[grant];
  const costs = eligibleCategories(facts.results.scheme.fiscalYear, grant)?.join('、');
  const frame = grant === 'promotion' && thisYear.yen.outcomeOriented !== undefined;
  const word = basisOf(own?.grants, grant) === 'notice' ? amountWord.replace(/額$/, '金額') : amountWord;
  return [
    line(span(`（${fullWidth(String(at + 1))}）${grantNames[grant].full}`, width, 'strong')),
    line(
      span('ア 対象経費', 1, 'paragraph'),
      span(costs === undefined ? '－' : `${costs}に係る経費`, width - 1, 'paragraph'),
    ),
    line(
      span(`イ ${word}`, 1, 'paragraph'),
      span(
        amount === undefined
          ? '－'
          : `${inYen(amount.value)}${frame ? '（成果指向型配分枠を除く）' : ''}${estimateNote(facts, grant)}`,
        width - 1,
        'paragraph',
        undefined,
        sourceOf(amount),
      ),
    ),
    line(span('ウ 充当先', 1, 'paragraph'), userSpan('対象経費のうち、次の事業を中心に充てます。', width - 1)),
    line(span('主な充当先事業', width, 'strong')),
    ...programmeLines(facts, grant, columnWidths),
  ];
};
