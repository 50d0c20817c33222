import { answerState } from '../../../src/answers';
import { municipalitiesOf, type MunicipalityResult, type WorkbookResults } from '../../../src/evaluation';
import type { Result } from '../../../src/problems';
import type { Form } from './form';
import type { Truth } from './truth';

/** How the reading of a form ended, and why it is wrong where it is. */
export interface Verdict {
  readonly ending: 'right' | 'asked' | 'refused' | 'wrong';
  readonly fault: string;
}

/** Holds what came out against the truth: final and true, or provisional around it, or refused; all else is wrong. */
export const verdictOn = (form: Form, outcome: Result<WorkbookResults>): Verdict => {
  if (!outcome.ok) return outcome.problems.length > 0 ? is('refused') : wrong('refused without a word');
  const results = outcome.value;
  const list = municipalitiesOf(results);
  if (list.length !== form.truths.length)
    return wrong(
      `${list.map(shown).join(', ')} for ${form.truths.map(({ municipality }) => municipality.name).join(', ')}`,
    );
  const ofTowns = form.truths.map((truth) => ofTown(form, truth, list));
  const worst = ofTowns.find(({ ending }) => ending === 'wrong') ?? ofTowns.find(({ ending }) => ending === 'asked');
  if (worst !== undefined) return worst;
  if (results.scheme.fiscalYear !== form.year) return wrong(`scored as ${results.scheme.fiscalYear}`);
  if (form.contradicts && results.problems.every(({ severity }) => severity === 'info'))
    return wrong('a figure that contradicts the answers is not told');
  return is('right');
};

const ofTown = (form: Form, truth: Truth, list: readonly MunicipalityResult[]): Verdict => {
  const { name } = truth.municipality;
  // A form whose municipality is not recognised may still be scored, under no name at all.
  const nameless = list.length === 1 && list[0]?.identity.name === '（市町村名なし）' ? list[0] : undefined;
  const one = list.find(({ identity }) => identity.name === name) ?? nameless;
  if (one === undefined) return wrong(`${list.map(shown).join(', ')} for ${name}`);
  if (one.provisional) {
    const { least, most } = one.range;
    return least <= truth.total && truth.total <= most ? is('asked') : wrong(`${shown(one)} for ${truth.total}`);
  }
  if (one.total !== truth.total) return wrong(`${shown(one)} for ${truth.total}`);
  const differing = one
    .awards()
    .filter(
      ({ criterion, state }) =>
        (state === answerState.met) !== truth.met.has(criterion.id) && !isOwnTotal(form, criterion.id),
    );
  return differing.length === 0 || !form.answers
    ? is('right')
    : wrong(`${shown(one)}, but other answers: ${differing.map(({ criterion }) => criterion.id).join(', ')}`);
};

/** The points of 推Ⅰ活動1 follow from the total, whatever its cells say. */
const isOwnTotal = ({ year }: Form, id: string): boolean => year === 'R8' && id.startsWith('P1a1');

const is = (ending: Verdict['ending']): Verdict => ({ ending, fault: '' });
const wrong = (fault: string): Verdict => ({ ending: 'wrong', fault });

const shown = ({ identity, provisional, range, total }: MunicipalityResult): string =>
  `${identity.name} ${provisional ? `${range.least}–${range.most}` : total}`;
