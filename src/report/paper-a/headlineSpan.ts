import { grants } from '../../schemes';
import { inThousandYen, moneyGrantName } from '../../allocation';
import type { FigureSource } from '../../workbook';
import { totalYenOf, yenParts } from '../../years';
import {
  amountWordOf,
  estimateCaution,
  estimateOf,
  provisionalSentence,
  totalBand,
  type CouncilFacts,
} from '../council';
import { fromSettings } from '../figureSources';
import { together } from '../origins';
import { type Span, span, fullWidth } from '../layout';

/** The sentences that say the amount, its places and what is still open, with where they come from. */
export const headlineSpan = (facts: CouncilFacts, width: number): Span =>
  span(`${amountSentence(facts)}${provisionalSentence(facts)}`, width, 'paragraph', undefined, headlineSource(facts));

const knownRows = ({ thisYear }: CouncilFacts) => yenParts.filter((row) => thisYear.yen[row] !== undefined);

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
  return `${places.length === 0 ? '' : `${places.join('、')}となる `}${inThousandYen(total.value)}${end}`;
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
      : [`${moneyGrantName(row)}の${amountWordOf(facts, row)}は${inThousandYen(amount.value)}です。`];
  });
  if (known.length === 0) return `${name}の交付額は、まだ入力されていません。`;
  const missing = grants.filter((row) => thisYear.yen[row] === undefined);
  return `${known.join('')}${missing.map(moneyGrantName).join('と')}の額がまだ入力されていないため、合計は出していません。`;
};

const headlineSource = ({ thisYear, settings, own }: CouncilFacts): FigureSource | undefined => {
  const { national, withoutDesignated } = settings?.amountRank ?? {};
  const points = own?.provisional === true ? thisYear.points.total?.points : undefined;
  const total = totalYenOf(thisYear);
  if (total === undefined)
    return together(...yenParts.map((part) => [moneyGrantName(part), thisYear.yen[part]] as const), [
      '得点の範囲',
      points,
    ]);
  return together(
    ['合計の金額', total],
    ['金額の全国順位', national === undefined ? undefined : fromSettings(settings, 'amountRank.national')],
    [
      '政令市を除いた順位',
      withoutDesignated === undefined ? undefined : fromSettings(settings, 'amountRank.withoutDesignated'),
    ],
    ['得点の範囲', points],
  );
};
