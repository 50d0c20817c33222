import { at } from '../kernel';
import { criterionIndexOf, type NationalFigures, type Scheme } from '../schemes';
import { publishedRanks } from './ranks';
import type { Standpoint } from './standpoint';

/** How many municipalities have a criterion, as it was published of the year. */
export const havingAsPublished = (scheme: Scheme, national: NationalFigures | undefined): Standpoint['havingIt'] => {
  const published = new Map(national?.criteria);
  const { all } = criterionIndexOf(scheme);
  return (criterion) => {
    const count = published.get(at(all, criterion).criterion.id);
    return count === undefined || national === undefined ? undefined : { count, of: national.municipalities };
  };
};

/** Where only answers are known: no table to rank in, and nobody's 第1号被保険者 to estimate money by. */
export const publishedStandpoint = (
  scheme: Scheme,
  states: Uint8Array,
  national: NationalFigures | undefined,
): Standpoint => ({
  scheme,
  states,
  ranks: publishedRanks(national),
  money: undefined,
  havingIt: havingAsPublished(scheme, national),
});
