import {
  inThousandYen,
  inYen,
  totalOf,
  type GrantAmount,
  type GrantBasis,
  type MunicipalityGrants,
} from '../../allocation';
import type { MoneyGrant } from '../../settings';
import { basisAmountWords } from './basisAmountWords';
import type { CouncilFacts } from './councilFacts';

/** How one amount came about; one that only the settings know is a notice. */
export const basisOf = (grants: MunicipalityGrants | null | undefined, row: MoneyGrant): GrantBasis =>
  grants?.[row]?.basis ?? 'notice';

/** The word for one amount: as the settings call it where it was told, never so where it is a share or an estimate. */
export const amountWordOf = ({ own, noticeWord }: CouncilFacts, row: MoneyGrant): string => {
  const basis = basisOf(own?.grants, row);
  return basis === 'notice' ? noticeWord : basisAmountWords[basis];
};

/** The amount with its band, where it is an estimate; undefined where it is told, shared out or not known. */
export const estimateOf = ({ own }: CouncilFacts, row: MoneyGrant): GrantAmount | undefined => {
  const amount = own?.grants?.[row] ?? undefined;
  return amount?.basis === 'estimate' ? amount : undefined;
};

/** What every estimate says beside its band, so that nobody takes it for a notice. */
export const estimateCaution = '内示額ではないため、予算の根拠には使わないでください';

/** 「1,200円～1,800円の試算です。…」 of one estimate; empty for any other amount. */
export const estimateNote = (facts: CouncilFacts, row: MoneyGrant): string => {
  const amount = estimateOf(facts, row);
  return amount === undefined ? '' : `（${inYen(amount.low)}～${inYen(amount.high)}の試算です。${estimateCaution}）`;
};

/** The band of the total in thousand yen, told amounts counted as they are; undefined where nothing is estimated. */
export const totalBand = ({ own }: CouncilFacts): string | undefined => {
  const grants = own?.grants ?? undefined;
  if (grants === undefined) return undefined;
  const { promotion, support, outcomeOriented } = grants;
  if ([promotion, support, outcomeOriented].every((amount) => amount?.basis !== 'estimate')) return undefined;
  return `${inThousandYen(totalOf(grants, 'low'))}～${inThousandYen(totalOf(grants, 'high'))}`;
};
