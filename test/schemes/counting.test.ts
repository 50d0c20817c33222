import {
  alternativesOf,
  atPlace,
  blockKey,
  blocksOf,
  countsIn,
  criterionIndexOf,
  figuresOf,
  goalsOf,
  grantOfGoal,
  groupMaximum,
  isComputed,
  mostPoints,
  nationalOf,
  pointsAtStake,
  soleGroupOf,
  timesCounted,
  timesIn,
  wholeOf,
  type BlockPlace,
  type Criterion,
  type GroupPlace,
  type Indicator,
  type Scheme,
} from '../../src/schemes';
import { grantMaximum, maximaIn } from '../../src/schemes/counting';
import { indicatorId, idsAsked } from '../../src/schemes/names';
import { schemeFor } from '../builders/answerSheets';

const whole = wholeOf(null);
const place = (grant: BlockPlace['grant'], goal: number | null = null, group: BlockPlace['group'] = null) => ({
  grant,
  goal,
  group,
});

/** A year in which goal Ⅳ is each grant's own, and goal Ⅰ is common. */
const turned = (year: string): Scheme => {
  const scheme = schemeFor(year);
  const move = <Part extends { readonly grant: string; readonly goal: number }>(part: Part) =>
    part.goal === 4
      ? { ...part, grant: 'support' as const }
      : part.goal === 1
        ? { ...part, grant: 'common' as const }
        : part;
  return { ...scheme, goals: scheme.goals.map(move), indicators: scheme.indicators.map(move) };
};

const process1 = place('promotion', 1, 'process');

describe('how often points count in a block', () => {
  const outcome = place('common', 4, 'outcome');
  it.each([
    // The own group, goal, grant and everything: once. Another's: not at all.
    [process1, process1, 1],
    [place('promotion', 1), process1, 1],
    [wholeOf('promotion'), process1, 1],
    [whole, process1, 1],
    [wholeOf('support'), process1, 0],
    [place('support', 1), process1, 0],
    [place('promotion', 2), process1, 0],
    [place('promotion', 1, 'activity'), process1, 0],
    // A group over both grants.
    [place(null, null, 'process'), process1, 1],
    [place(null, null, 'activity'), process1, 0],
    // Common: in its own block once, once in each grant, twice in everything; never in a grant's own goal.
    [outcome, outcome, 1],
    [place('common', 4), outcome, 1],
    [wholeOf('promotion'), outcome, 1],
    [wholeOf('support'), outcome, 1],
    [whole, outcome, 2],
    [place(null, null, 'outcome'), outcome, 2],
    [place('promotion', 4), outcome, 0],
    [place('common', 4), process1, 0],
    // Which goal is common is a matter of the data.
    [whole, place('common', 1, 'process'), 2],
    [whole, place('support', 4, 'outcome'), 1],
    [wholeOf('promotion'), place('support', 4, 'outcome'), 0],
  ])('%j holds %j %d times', (block, part, times) => {
    expect(timesIn(block, part)).toBe(times);
  });

  it('counts a common part in each grant, another only in its own', () => {
    expect([countsIn('promotion', outcome), countsIn('support', outcome), timesCounted(outcome)]).toEqual([
      true,
      true,
      2,
    ]);
    expect([countsIn('promotion', process1), countsIn('support', process1), timesCounted(process1)]).toEqual([
      true,
      false,
      1,
    ]);
  });

  it('puts at stake no more than the maximum, in both grants what is common', () => {
    expect(pointsAtStake({ grant: 'promotion', maxPoints: 20 }, 5)).toBe(5);
    expect(pointsAtStake({ grant: 'promotion', maxPoints: 20 }, 40)).toBe(20);
    expect(pointsAtStake({ grant: 'common', maxPoints: 20 }, 40)).toBe(40);
  });
});

describe.each(['R6', 'R7', 'R8'])('the blocks of %s', (year) => {
  const scheme = schemeFor(year);
  it('are the goals after their groups, the grants, and everything', () => {
    const ofGrant = (grant: string) =>
      [1, 2, 3].flatMap((goal) => [`${grant}/${goal}/process`, `${grant}/${goal}/activity`, `${grant}/${goal}/all`]);
    expect(blocksOf(scheme).map(({ key }) => key)).toEqual([
      ...ofGrant('promotion'),
      ...ofGrant('support'),
      'common/4/outcome',
      'common/4/all',
      'promotion/all/all',
      'support/all/all',
      'all/all/all',
    ]);
    for (const block of blocksOf(scheme)) expect(block.key).toBe(blockKey(block));
  });

  it('have as many points as their indicators, each as often as it counts', () => {
    for (const block of blocksOf(scheme)) {
      const points = scheme.indicators.reduce((sum, one) => sum + one.maxPoints * timesIn(block, one), 0);
      expect([block.key, points]).toEqual([block.key, block.maxPoints]);
    }
    expect(maximaIn(scheme)).toEqual({ promotion: 400, support: 400, total: 800 });
  });

  it('have their published figures; a goal with one group has those of the group', () => {
    const national = nationalOf(scheme.fiscalYear);
    for (const block of blocksOf(scheme))
      expect([block.key, figuresOf(national, block)?.mean]).toEqual([block.key, expect.any(Number)]);
    expect(figuresOf(national, place('common', 4))).toBe(figuresOf(national, place('common', 4, 'outcome')));
    expect(figuresOf(national, place('promotion', 4))).toBeUndefined();
    expect(figuresOf(undefined, whole)).toBeUndefined();
  });
});

it('adds groups over both grants: 体制 380, 活動 220, 成果 200', () => {
  const blocks = blocksOf(schemeFor('R8'));
  expect([groupMaximum(blocks, 'process'), groupMaximum(blocks, 'activity'), groupMaximum(blocks, 'outcome')]).toEqual([
    380, 220, 200,
  ]);
});

it('finds what is kept of a block, and throws where there is none', () => {
  const kept = [process1, place('promotion', 1), wholeOf('promotion')].map((block, points) => ({ block, points }));
  expect(atPlace(kept, wholeOf('promotion')).points).toBe(2);
  expect(() => atPlace(kept, wholeOf('support'))).toThrow('support/all/all');
});

it('does not take a goal for one of its two groups where only they are published', () => {
  const national = { blocks: [place('promotion', 1, 'process'), place('promotion', 1, 'activity')] };
  expect(figuresOf(national, place('promotion', 1))).toBeUndefined();
  expect(figuresOf({ blocks: [place('promotion', 1, 'process')] }, wholeOf('promotion'))).toBeUndefined();
  expect(figuresOf({ blocks: [place('common', 4)] }, place('common', 4, 'outcome'))).toBeUndefined();
  expect(figuresOf({ blocks: [place('promotion', null, 'process')] }, wholeOf('promotion'))).toBeUndefined();
});

describe('which goal is common', () => {
  it.each([
    // year as it is: Ⅳ is common whatever a label names; the other goals stay as named.
    [schemeFor('R8'), 4, 'promotion', 'common', 'outcome'],
    [schemeFor('R8'), 4, undefined, 'common', 'outcome'],
    [schemeFor('R8'), 1, 'support', 'support', undefined],
    [schemeFor('R8'), 1, undefined, undefined, undefined],
    // turned: Ⅰ is common, Ⅳ is not.
    [turned('R8'), 1, 'support', 'common', undefined],
    [turned('R8'), 4, 'support', 'support', 'outcome'],
    [turned('R8'), 4, undefined, undefined, 'outcome'],
    [turned('R8'), 9, 'support', 'support', undefined],
  ] as const)('follows the data (%#)', (scheme, goal, named, declared, sole) => {
    expect(grantOfGoal(scheme, goal, named)).toBe(declared);
    expect(soleGroupOf(scheme, goal, named)).toBe(sole);
  });

  it('tells the groups of one grant from those of the other', () => {
    const [first] = schemeFor('R8').goals;
    const goals = [
      { ...first!, grant: 'promotion' as const, groups: [{ group: 'process' as const, maxPoints: 60 }] },
      { ...first!, grant: 'support' as const, groups: [{ group: 'activity' as const, maxPoints: 60 }] },
    ];
    expect([
      soleGroupOf({ goals }, 1, 'promotion'),
      soleGroupOf({ goals }, 1, 'support'),
      soleGroupOf({ goals }, 1),
    ]).toEqual(['process', 'activity', undefined]);
  });

  it('decides what counts in a grant', () => {
    const goals = (scheme: Scheme, grant: 'promotion' | 'support') => goalsOf(scheme, grant).map(({ goal }) => goal);
    expect([goals(schemeFor('R8'), 'promotion'), goals(schemeFor('R8'), 'support')]).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]);
    expect(goals(turned('R8'), 'promotion')).toEqual([1, 2, 3, 1]);
    const [year, other] = [schemeFor('R8'), turned('R8')];
    const goalPoints = (goal: number, grant: string) =>
      year.goals.find((one) => one.goal === goal && one.grant === grant)?.maxPoints ?? NaN;
    expect(grantMaximum(year, 'promotion')).toBe(400);
    expect(grantMaximum(other, 'promotion')).toBe(400 - goalPoints(4, 'common') + goalPoints(1, 'support'));
    expect(grantMaximum(other, 'support')).toBe(400 + goalPoints(1, 'promotion'));
    const { promotion, support } = maximaIn(other);
    expect([promotion, support]).toEqual([grantMaximum(other, 'promotion'), grantMaximum(other, 'support')]);
    expect(promotion).not.toBe(support);
  });
});

describe('the criteria of a scheme', () => {
  const scheme = schemeFor('R8');
  const { all, byId, indicatorNamed, indicatorNumbered } = criterionIndexOf(scheme);
  const group = (grant: GroupPlace['grant'], goal: number, of: GroupPlace['group']) => ({ grant, goal, group: of });

  it('are numbered in the order of the file and found by id', () => {
    expect(all.map(({ index }) => index)).toEqual(all.map((_, at) => at));
    for (const entry of all) expect(byId.get(entry.criterion.id)).toBe(entry);
    expect(criterionIndexOf(scheme)).toBe(criterionIndexOf(scheme));
  });

  it('are found by the number and name of their indicator', () => {
    for (const indicator of scheme.indicators) {
      expect(indicatorNumbered(indicator, indicator.number)).toBe(indicator);
      expect(indicatorNamed(indicator, ` ${indicator.name}`)).toBe(indicator);
      expect(indicatorId(indicator, indicator.number)).toBe(indicator.id);
    }
  });

  it('are found under each grant where they are common, whatever group the number stands under', () => {
    const [first] = scheme.indicators.filter(({ goal }) => goal === 4);
    expect(indicatorNumbered(group('promotion', 4, 'outcome'), 1)).toBe(first);
    expect(indicatorNumbered(group('support', 4, 'process'), 1)).toBe(first);
    expect(indicatorNamed(group('support', 4, 'outcome'), first?.name ?? '')).toBe(first);
    expect(indicatorNamed(group('support', 4, 'process'), first?.name ?? '')).toBeUndefined();
    expect(indicatorNumbered(group('promotion', 1, 'outcome'), 1)).toBeUndefined();
    expect(indicatorNumbered(group('promotion', 4, 'outcome'), 99)).toBeUndefined();
    expect([idsAsked('C4o1'), idsAsked('P1p3a1')]).toEqual([['C4o1', 'P4o1', 'S4o1'], ['P1p3a1']]);
  });

  it('are worked out only on the own total, where its cut-offs are known', () => {
    expect(scheme.indicators.filter(isComputed).map(({ id }) => id)).toEqual(['P1a1']);
    expect(schemeFor('R7').indicators.filter(isComputed)).toEqual([]);
  });
});

describe('alternatives', () => {
  const criterion = (label: string, points: number): Criterion => ({ id: label, label, points });
  const a1 = criterion('ア①', 5);
  const a2 = criterion('ア②', 5);
  const b1 = criterion('イ①', 8);
  const best: Pick<Indicator, 'combine' | 'criteria'> = { combine: 'best-of-alternatives', criteria: [a1, b1, a2] };
  const sum: typeof best = { ...best, combine: 'sum' };

  it('are told apart by the first letter of the branch; what is added is one', () => {
    expect(alternativesOf(best)).toEqual([[a1, a2], [b1]]);
    expect(alternativesOf(sum)).toEqual([[a1, b1, a2]]);
  });

  it('do not add up', () => {
    expect([mostPoints(best), mostPoints(sum)]).toEqual([10, 18]);
    expect([mostPoints(best, new Set([a1, b1])), mostPoints(best, new Set([a1])), mostPoints(best, new Set())]).toEqual(
      [8, 5, 0],
    );
    expect(mostPoints(sum, new Set([a1, b1]))).toBe(13);
  });
});
