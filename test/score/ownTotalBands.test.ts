import { answerState } from '../../src/answers';
import { checkAnswers, scoreRange } from '../../src/score';
import { criterionIndexOf, type Scheme } from '../../src/schemes';
import { schemeFor } from '../builders/answerSheets';
import { goldenCases } from '../golden/cases';

const answersOf = (scheme: Scheme, states: Uint8Array) => ({
  identity: { name: '北塩原村' },
  insured: null,
  states,
  isFound: () => true,
  cellOf: () => ({ sheet: '回答', cell: 'H20' }),
  sums: [],
  problems: [],
});

const codesOf = (scheme: Scheme, states: Uint8Array): readonly string[] =>
  checkAnswers(scheme, answersOf(scheme, states) as never, scoreRange(scheme, states)).map(({ code }) => code);

const published = goldenCases
  .filter(([, { fiscalYear }]) => fiscalYear !== 'R8')
  .map(([name, { fiscalYear, scored }]) => {
    const scheme = schemeFor(fiscalYear);
    const states = Uint8Array.from(criterionIndexOf(scheme).all, ({ criterion }) =>
      (scored[criterion.id] ?? 0) > 0 ? answerState.met : answerState.unmet,
    );
    return [name, scheme, states] as const;
  });

test.each(published)(
  '%s: the published answers fit the cut-offs that follow from counts and ranks',
  (_, scheme, states) => {
    expect(codesOf(scheme, states)).not.toContain('E-316');
  },
);

test.each(published)('%s: a step too many or too few of 推進Ⅰ活動1 is asked about', (_, scheme, states) => {
  const own = criterionIndexOf(scheme).all.filter(({ indicator }) => indicator.rule.kind === 'tier-on-own-total');
  for (const { index } of own) {
    const changed = states.slice();
    changed[index] = states[index] === answerState.met ? answerState.unmet : answerState.met;
    expect(codesOf(scheme, changed)).toContain('E-316');
  }
});

test('an open answer elsewhere leaves the total open, and nothing is said', () => {
  const [, scheme, states] = published[0] ?? [];
  if (scheme === undefined || states === undefined) throw new Error('no case');
  const changed = states.slice();
  changed[0] = answerState.unanswered;
  const [own] = criterionIndexOf(scheme).all.filter(({ indicator }) => indicator.rule.kind === 'tier-on-own-total');
  changed[own?.index ?? 0] = states[own?.index ?? 0] === answerState.met ? answerState.unmet : answerState.met;
  expect(codesOf(scheme, changed)).not.toContain('E-316');
});
