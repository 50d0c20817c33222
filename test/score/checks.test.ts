import { answerState, type SumTarget } from '../../src/answers';
import { answerable, partsOf } from '../../src/problems';
import { criterionIndexOf } from '../../src/schemes';
import { checkAnswers, scoreRange } from '../../src/score';
import { answerForm, schemeFor } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';
import { statesMeeting, statesTotalling } from '../builders/states';

const problemsOf = (year: string, met: readonly string[]) =>
  problemsIn(year, (id) => ([...met, 'S1p1a'].includes(id) ? '○' : '×'));

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
    expect(problemsOf('R7', ['P2a1b'])).toEqual([
      ['tier-gap', 'P2a1b', '推進Ⅱ活動1 イ ケアプラン点検の実施状況', '推進Ⅱ活動1 ア'],
    ]);
    expect(problemsOf('R7', ['P2a1a', 'P2a1b'])).toEqual([]);
  });

  it('tells three gaps and more as one, with the first of them; each cell may stand by itself', () => {
    const gaps = evaluated([
      {
        grid: answerForm({
          year: 'R7',
          municipality: '北塩原村',
          prefecture: '福島県',
          mark: ({ id }) => (['P2a1b', 'P3a2c', 'S1a2a3', 'S3a1a2', 'S1p1a'].includes(id) ? '○' : '×'),
        }),
      },
    ]).problems.filter(({ name }) => name.startsWith('tier-gap'));
    expect(gaps.map((gap) => [gap.code, partsOf(gap).what, answerable(gap)])).toEqual([
      [
        'E-593',
        '上位の区分が該当なのに、それより広い区分が非該当の箇所が4件あります（推進Ⅱ活動1 イ、推進Ⅲ活動2 ウ、支援Ⅰ活動2 ア③ ほか）',
        'accept',
      ],
    ]);
    expect(gaps[0]?.asked?.cells.map(({ criterion }) => criterion)).toEqual(['P2a1b', 'P3a2c', 'S1a2a3', 'S3a1a2']);
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

test.each([
  [411, '○×××', ['3点', '0点']],
  [411, '××××', undefined],
  [412, '○×××', undefined],
  [412, '××××', ['0点', '3点']],
  [412, '○○××', ['6点', '3点']],
  [550, '○○○○', undefined],
])('推Ⅰ活動1 of R8 beside a total of %d, answered %s: %j', (total, marks, said) => {
  const r8 = schemeFor('R8');
  const states = statesTotalling(r8, total);
  const own = criterionIndexOf(r8).all.filter(({ indicator }) => indicator.id === 'P1a1');
  for (const [at, { index }] of own.entries()) if (marks[at] === '○') states[index] = answerState.met;
  const found = checkAnswers(r8, { ...kitashiobara, states, sums: [] }, scoreRange(r8, states))
    .filter(({ name }) => name === 'own-total-differs')
    .map((problem) => [problem.found, problem.expected]);
  expect(found).toEqual(said === undefined ? [] : [said]);
});

const kitashiobara = {
  identity: { name: '北塩原村', kind: 'municipality', prefecture: '福島県', code: undefined, notes: [] },
  insured: null,
  isFound: () => false,
  cellOf: () => undefined,
} as const;

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
        ...kitashiobara,
        states,
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
