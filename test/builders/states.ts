import { answerState } from '../../src/answers';
import { criterionIndexOf, timesCounted, type Scheme } from '../../src/schemes';

/** The states of a municipality that meets the criteria chosen and no other. */
export const statesMeeting = (scheme: Scheme, isMet: (id: string) => boolean): Uint8Array =>
  Uint8Array.from(criterionIndexOf(scheme).all, ({ criterion }) =>
    isMet(criterion.id) ? answerState.met : answerState.unmet,
  );

/**
 * The states of a municipality whose total, before 推Ⅰ活動1, is `total`: the largest criteria that fit are met, none of
 * them with alternatives. Throws where the criteria cannot be added up to it.
 */
export const statesTotalling = (scheme: Scheme, total: number): Uint8Array => {
  const states = statesMeeting(scheme, () => false);
  const plain = criterionIndexOf(scheme)
    .all.filter(({ indicator }) => indicator.rule.kind !== 'tier-on-own-total' && indicator.combine === 'sum')
    .map(({ index, criterion, indicator }) => ({ index, worth: criterion.points * timesCounted(indicator) }))
    .sort((one, other) => other.worth - one.worth);
  let rest = total;
  for (const { index, worth } of plain) {
    if (worth > rest) continue;
    states[index] = answerState.met;
    rest -= worth;
  }
  if (rest > 0) throw new Error(`statesTotalling: ${rest} of ${total} points are left`);
  return states;
};
