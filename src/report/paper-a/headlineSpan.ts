import { grants } from '../../schemes';
import { inThousandYen, moneyGrantName } from '../../allocation';
import type { FigureSource } from '../../workbook';
import { amountSource, pointsSource, toldSource, totalAmountSource } from '../council-sources';
import {
  amountWordOf,
  estimateCaution,
  estimateOf,
  provisionalSentence,
  totalBand,
  type CouncilFacts,
} from '../council';
import { together } from '../sources';
import { type Span, span, fullWidth } from '../layout';
import { totalYenOf } from './totalYenOf';

/** The sentences that say the amount, its places and what is still open, with where they come from. */
export const headlineSpan = (facts: CouncilFacts, width: number): Span =>
  span(`${amountSentence(facts)}${provisionalSentence(facts)}`, width, 'paragraph', undefined, headlineSource(facts));

const rows = ['promotion', 'outcomeOriented', 'support'] as const;

const knownRows = ({ thisYear }: CouncilFacts) => rows.filter((row) => thisYear.yen[row] !== undefined);

const amountSentence = (facts: CouncilFacts): string => {
  const { thisYear, settings, basis } = facts;
  const total = totalYenOf(thisYear);
  if (total === undefined) return partsSentence(facts);
  const { national, withoutDesignated } = settings?.amountRank ?? {};
  const places = [
    ...(national === undefined ? [] : [`全国の市町村で${fullWidth(String(national))}位`]),
    ...(withoutDesignated === undefined ? [] : [`政令市を除けば${fullWidth(String(withoutDesignated))}位`]),
  ];
  const end =
    basis === 'notice'
      ? 'の交付が見込まれます。'
      : `と見込んでいます（${estimateWords(facts) ?? '国の通知による額ではありません'}）。`;
  return `${places.length === 0 ? '' : `${places.join('、')}となる `}${inThousandYen(total)}${end}`;
};

/** The band of the total, and which grants are estimates where not all are. */
const estimateWords = (facts: CouncilFacts): string | undefined => {
  const band = totalBand(facts);
  if (band === undefined) return undefined;
  const known = knownRows(facts);
  const estimated = known.filter((row) => estimateOf(facts, row) !== undefined);
  const which = estimated.length === known.length ? '' : `${estimated.map(moneyGrantName).join('、')}の額は試算で、`;
  return `${which}${band}の${which === '' ? '試算です。' : '幅があります。試算は'}${estimateCaution}`;
};

/** What is there, and which amount a total still needs. */
const partsSentence = (facts: CouncilFacts): string => {
  const { thisYear, name } = facts;
  const known = knownRows(facts).flatMap((row) => {
    const amount = thisYear.yen[row];
    return amount === undefined
      ? []
      : [`${moneyGrantName(row)}の${amountWordOf(facts, row)}は${inThousandYen(amount)}です。`];
  });
  if (known.length === 0) return `${name}の交付額は、まだ入力されていません。`;
  const missing = grants.filter((row) => thisYear.yen[row] === undefined);
  return `${known.join('')}${missing.map(moneyGrantName).join('と')}の額がまだ入力されていないため、合計は出していません。`;
};

const headlineSource = (facts: CouncilFacts): FigureSource | undefined => {
  const { national, withoutDesignated } = facts.settings?.amountRank ?? {};
  const points = facts.own?.provisional === true ? pointsSource(facts, 'thisYear', 'total') : undefined;
  if (totalYenOf(facts.thisYear) === undefined)
    return together(...rows.map((row) => [moneyGrantName(row), amountSource(facts, 'thisYear', row)] as const), [
      '得点の範囲',
      points,
    ]);
  return together(
    ['合計の金額', totalAmountSource(facts, 'thisYear')],
    ['金額の全国順位', national === undefined ? undefined : toldSource(facts, 'amountRank.national')],
    [
      '政令市を除いた順位',
      withoutDesignated === undefined ? undefined : toldSource(facts, 'amountRank.withoutDesignated'),
    ],
    ['得点の範囲', points],
  );
};
