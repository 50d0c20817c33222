import { answerState } from '../../src/answers';
import { criterionIndexOf, type Scheme } from '../../src/schemes';

/** The states of a municipality that meets the criteria chosen and no other. */
export const statesMeeting = (scheme: Scheme, isMet: (id: string) => boolean): Uint8Array =>
  Uint8Array.from(criterionIndexOf(scheme).all, ({ criterion }) =>
    isMet(criterion.id) ? answerState.met : answerState.unmet,
  );
