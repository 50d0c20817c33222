import { estimatorOf } from '../../src/allocation';
import { answerState } from '../../src/answers';
import { publishedStandpoint, type Standpoint } from '../../src/outlook';
import { criterionIndexOf, nationalOf, timesCounted, type Scheme } from '../../src/schemes';
import { explainScore } from '../../src/score';

/** What a municipality of so many insured persons looks out from, with published figures and without a table. */
export const standpointOf = (scheme: Scheme, states: Uint8Array, insured = 1_000): Standpoint => {
  const money = estimatorOf(scheme.fiscalYear, insured);
  if (!money.ok) throw new Error('standpointOf: no money');
  return {
    ...publishedStandpoint(scheme, states, nationalOf(scheme.fiscalYear)),
    money: { ...money.value, basis: 'estimate' },
  };
};

/** The total, criterion by criterion: the other way to count than the one the outlook uses. */
export const totalOf = (scheme: Scheme, states: Uint8Array): number =>
  explainScore(scheme, states).reduce((sum, { points, indicator }) => sum + points * timesCounted(indicator), 0);

/** Invented answers: each criterion met at this chance, narrower steps only above wider ones. */
export const inventedStates = (scheme: Scheme, random: () => number, chance = 0.6): Uint8Array => {
  const { all } = criterionIndexOf(scheme);
  return Uint8Array.from(all, () => (random() < chance ? answerState.met : answerState.unmet));
};
