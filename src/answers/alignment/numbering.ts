import { criterionIndexOf, type Indicator, type Scheme } from '../../schemes';
import type { IndicatorRun } from './indicatorRuns';
import { nameReaderOf } from './indicatorNames';

/** How a form counts its indicators: anew in each group as the notice does, or on through a goal, a grant, everything. */
export type Numbering = 'group' | 'goal' | 'grant' | 'all';

/** The number an indicator bears under a numbering; undefined = the form's numbers say nothing. */
export type NumberOf = (indicator: Indicator) => number | undefined;

const numberings: readonly Numbering[] = ['group', 'goal', 'grant', 'all'];

/** So many of the runs whose names are known must bear the number of their indicator. */
const mostOf = 0.8;

/**
 * Which numbering a form's numbers follow, told by the runs whose names are known; as in the notice where no name is. A
 * form whose numbers fit none says nothing by its numbers.
 */
export const numberingOf = (scheme: Scheme, runs: readonly IndicatorRun[]): NumberOf => {
  const readName = nameReaderOf(scheme);
  const named = runs.flatMap(({ labels: { name, number } }) => {
    const indicator = name === undefined || number === undefined ? undefined : readName(name).indicator;
    return indicator === undefined || number === undefined ? [] : [{ indicator, number }];
  });
  if (named.length === 0) return byGroup;
  let [best, most] = [noNumber, 0];
  for (const numbering of numberings) {
    const numberOf = countersOf(scheme)[numbering];
    let fits = 0;
    for (const { indicator, number } of named) if (numberOf(indicator) === number) fits += 1;
    const share = fits / named.length;
    if (share >= mostOf && share > most) [best, most] = [numberOf, share];
  }
  return best;
};

const byGroup: NumberOf = ({ number }) => number;
const noNumber: NumberOf = () => undefined;

const made = new WeakMap<Scheme, Readonly<Record<Numbering, NumberOf>>>();

const countersOf = (scheme: Scheme): Readonly<Record<Numbering, NumberOf>> => {
  const known = made.get(scheme);
  if (known !== undefined) return known;
  const all = [...criterionIndexOf(scheme).indicatorById.values()];
  const counted = (key: (indicator: Indicator) => string): NumberOf => {
    const counts = new Map<string, number>();
    const numbers = new Map<string, number>();
    for (const indicator of all) {
      const count = (counts.get(key(indicator)) ?? 0) + 1;
      counts.set(key(indicator), count);
      numbers.set(indicator.id, count);
    }
    return ({ id }) => numbers.get(id);
  };
  const counters: Readonly<Record<Numbering, NumberOf>> = {
    group: byGroup,
    goal: counted(({ grant, goal }) => `${grant} ${goal}`),
    grant: counted(({ grant }) => grant),
    all: counted(() => ''),
  };
  made.set(scheme, counters);
  return counters;
};
