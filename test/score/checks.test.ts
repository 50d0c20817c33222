import { answerState, type SumTarget } from '../../src/answers';
import { checkAnswers, scoreRange } from '../../src/score';
import { answerForm, schemeFor } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';
import { statesMeeting } from '../builders/states';

const problemsOf = (year: string, met: readonly string[]) => problemsIn(year, (id) => (met.includes(id) ? '○' : '×'));

const problemsIn = (year: string, markOf: (id: string) => string) =>
  evaluated([
    {
      grid: answerForm({
        year,
        municipality: '北塩原村',
        prefecture: '福島県',
        mark: ({ id }) => markOf(id),
      }),
    },
  ]).problems.map(({ name, criterion, found, expected }) => [name, criterion, found, expected]);

describe('checkAnswers', () => {
  it('says when a narrower tier is met without the wider one', () => {
    expect(problemsOf('R7', ['P2a1b'])).toEqual([['tier-gap', 'P2a1b', 'ケアプラン点検の実施状況 イ', 'ア']]);
    expect(problemsOf('R7', ['P2a1a', 'P2a1b'])).toEqual([]);
  });

  it('does not compare the steps of two measures', () => {
    expect(problemsOf('R7', ['S3a1b1'])).toEqual([]);
  });

  it('says when 推Ⅰ活動1 of R8 does not follow from the total, and scores what follows', () => {
    expect(problemsOf('R8', ['P1a1a'])).toEqual([['own-total-differs', 'P1a1a', '3点', '0点']]);
    expect(problemsOf('R8', [])).toEqual([]);
    expect(problemsOf('R7', ['P1a1a'])).toEqual([]);
  });

  it('holds 推Ⅰ活動1 of R8 against the total only once that total is certain', () => {
    const open = (id: string) => (id === 'P1p1a' ? '' : id === 'P1a1a' ? '○' : '×');
    const named = problemsIn('R8', open).map(([name]) => name);
    expect(named).toContain('unanswered');
    expect(named).not.toContain('own-total-differs');
  });
});

describe('a printed sum', () => {
  const scheme = schemeFor('R7');
  const states = statesMeeting(scheme, (id) => id === 'P1p1b');
  const met = scheme.indicators[0]?.criteria.map(({ points }) => points) ?? [];
  const [open = NaN, own = NaN] = met;
  states[0] = answerState.unanswered;
  const differs = (value: number, ...targets: readonly SumTarget[]) =>
    checkAnswers(
      scheme,
      {
        identity: { name: '北塩原村', kind: 'municipality', prefecture: '福島県', code: undefined, notes: [] },
        insured: null,
        states,
        cellOf: () => undefined,
        sums: [{ value, sheet: '回答', cell: 'H9', targets }],
      },
      scoreRange(scheme, states),
    ).map(({ found, expected }) => [found, expected]);
  const group: SumTarget = { grant: 'promotion', goal: 1, group: 'process' };

  it.each([
    // The first criterion is open: the sum may be with it or without it, and nothing below or above.
    [own, group, undefined],
    [own + open, group, undefined],
    [own - 1, group, `${own}～${own + open}`],
    [own + open + 1, group, `${own}～${own + open}`],
    [own + open, { indicator: 'P1p1' } as const, undefined],
    [own + open + 1, { indicator: 'P1p1' } as const, `${own}～${own + open}`],
    [1, { grant: 'support', goal: null, group: null } as const, '0'],
    // What the year does not have is nothing to compare with.
    [1, { indicator: 'P9p9' } as const, undefined],
  ])('of %d over %j is expected to be %s', (value, target, expected) => {
    expect(differs(value, target)).toEqual(expected === undefined ? [] : [[String(value), expected]]);
  });

  it('fits when one of the blocks it may stand for fits', () => {
    expect(differs(0, group, { grant: 'support', goal: null, group: null })).toEqual([]);
  });
});
