import { amountAt, estimatorOf, preparePot, type Allocation } from '../allocation';
import { at, yen } from '../kernel';
import { havingAsPublished, noRanks, publishedRanks, ranksInTable, type MoneyView, type Standpoint } from '../outlook';
import { differsFromPublished, type Grant } from '../schemes';
import { isOfTheNation } from './fromAnswers';
import type { MunicipalityResult, ScoredResults } from './results';

/** What a municipality of some results looks out from: its ranks and money by the same grounds as the results themselves. */
export const standpointOf = (results: ScoredResults, municipality: MunicipalityResult): Standpoint => {
  const { scheme, national, nation } = results;
  const { nationRow: row } = municipality;
  const ranked = isOfTheNation(municipality.identity);
  return {
    scheme,
    states: Uint8Array.from(municipality.awards(), ({ state }) => state),
    ranks: !ranked
      ? noRanks
      : nation === undefined || row === undefined
        ? publishedRanks(national)
        : ranksInTable(nation, row, national),
    money: ranked ? moneyOf(results, municipality) : undefined,
    // As published: the rarity of a criterion is that of the year.
    havingIt: havingAsPublished(scheme, national),
  };
};

/** Shares of the whole nation where they were worked out, else the estimate; none where the results estimate none. */
const moneyOf = (
  { scheme, money: { allocation } }: ScoredResults,
  { nationRow, insured }: MunicipalityResult,
): MoneyView | undefined => {
  if (allocation !== undefined && nationRow !== undefined) return sharedMoney(allocation, nationRow);
  if (insured === null || differsFromPublished(scheme)) return undefined;
  const estimator = estimatorOf(scheme.fiscalYear, insured);
  return estimator.ok ? { ...estimator.value, basis: 'estimate' } : undefined;
};

/** To the yen: what the pots give at other points, everybody else's denominator moved along. */
const sharedMoney = ({ plan, municipalities }: Allocation, row: number): MoneyView => {
  const entries = municipalities.map(({ entry }) => entry);
  const { key } = at(entries, row);
  const potOf = (grant: Grant) => {
    const pot = preparePot(plan, grant, entries);
    // The same pot and entries were shared out before.
    if (!pot.ok) throw new Error(`sharedMoney: ${pot.problems.map(({ code }) => code).join()}`);
    return pot.value;
  };
  const pots = { promotion: potOf('promotion'), support: potOf('support') };
  const yenAt = (grant: Grant, points: number) => {
    const amount = amountAt(pots[grant], key, points);
    if (!amount.ok) throw new Error(`sharedMoney: ${amount.problems.map(({ code }) => code).join()}`);
    return amount.value;
  };
  return {
    basis: 'share',
    amount: (grant, points) => {
      const amount = yenAt(grant, points[grant]);
      return { low: amount, high: amount };
    },
    gain: (grant, from, to) => {
      const gained = yen(yenAt(grant, to) - yenAt(grant, from));
      return { low: gained, high: gained };
    },
  };
};
