import { inThousandYen } from '../../allocation';
import type { FigureSource } from '../../workbook';
import { toldSource, totalAmountSource } from '../council-sources';
import type { CouncilFacts } from '../council';
import { together } from '../sources';
import { type Span, span, fullWidth } from '../layout';
import { totalYenOf } from './totalYenOf';

/** The sentence that says the amount and its places, with where they come from. */
export const headlineSpan = (facts: CouncilFacts, width: number): Span =>
  span(headline(facts), width, 'paragraph', undefined, headlineSource(facts));

const headline = (facts: CouncilFacts): string => {
  const { thisYear, settings, basis, name } = facts;
  const total = totalYenOf(thisYear);
  if (total === undefined) return `${name}の交付額は、まだ入力されていません。`;
  const { national, withoutDesignated } = settings?.amountRank ?? {};
  const places = [
    ...(national === undefined ? [] : [`全国の市町村で${fullWidth(String(national))}位`]),
    ...(withoutDesignated === undefined ? [] : [`政令市を除けば${fullWidth(String(withoutDesignated))}位`]),
  ];
  const end = basis === 'notice' ? 'の交付が見込まれます。' : 'と見込んでいます（国の通知による額ではありません）。';
  return `${places.length === 0 ? '' : `${places.join('、')}となる `}${inThousandYen(total)}${end}`;
};

const headlineSource = (facts: CouncilFacts): FigureSource | undefined => {
  if (totalYenOf(facts.thisYear) === undefined) return undefined;
  const { national, withoutDesignated } = facts.settings?.amountRank ?? {};
  return together(
    ['合計の金額', totalAmountSource(facts, 'thisYear')],
    ['金額の全国順位', national === undefined ? undefined : toldSource(facts, 'amountRank.national')],
    [
      '政令市を除いた順位',
      withoutDesignated === undefined ? undefined : toldSource(facts, 'amountRank.withoutDesignated'),
    ],
  );
};
