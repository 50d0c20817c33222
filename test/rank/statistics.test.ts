import fc from 'fast-check';
import { blockStatistics, groupTotals, statisticsOf, summaryColumns } from '../../src/rank';
import { halfUp, printedPercent } from '../../src/kernel';
import { nationalOf, schemeOf } from '../../src/schemes';
import { scoreTable } from '../../src/score';
import { syntheticNation } from '../fixtures/syntheticNation';

describe('rounding for printing', () => {
  it.each([
    [1.005, 2, '1.01'],
    [0.5, 0, '1'],
    [-0.5, 0, '-1'],
    [-0.04, 1, '0.0'],
    [2.675, 2, '2.68'],
    [46.345203905801, 1, '46.3'],
    [0.1 + 0.2, 1, '0.3'],
    [99.95, 1, '100.0'],
    [1e-9, 2, '0.00'],
    [0, 1, '0.0'],
    [422.35496840896036, 2, '422.35'],
    [123456789012345, 0, '123456789012345'],
  ])('%p to %p places is %p', (value, decimals, printed) => {
    expect(halfUp(value, decimals)).toBe(printed);
  });
  it('rounds whole hundredths as written, half up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (thousandths) => {
        const expected = Math.floor((thousandths + 5) / 10);
        expect(halfUp(thousandths / 1000, 2)).toBe((expected / 100).toFixed(2));
      }),
    );
  });
  it('takes percentages from unrounded means: 46.345/64 is 72.4 %, 46.3/64 would be 72.3 % (rules/grants.md#statistics)', () => {
    expect(printedPercent(46.34520390580126, 64, 1)).toBe('72.4%');
    expect(printedPercent(46.3, 64, 1)).toBe('72.3%');
    expect(printedPercent(1968, 2185, 1)).toBe('90.1%');
  });
  it('refuses what cannot be printed', () => {
    expect(() => halfUp(NaN, 1)).toThrow('halfUp');
  });
});

describe('statistics', () => {
  it('are those of the published distribution of R8: mean, median, population SD, extremes', () => {
    const r8 = (nationalOf('R8')?.distribution ?? []).flatMap(([points, times]) =>
      new Array<number>(times).fill(points),
    );
    const { mean, median, sdPopulation, min, max, sum } = statisticsOf(r8);
    expect([sum, median, min, max]).toEqual([792375, 469, 47, 657]);
    expect(Math.abs(mean - 455.12636415852955)).toBeLessThan(1e-9);
    expect(sdPopulation.toFixed(5)).toBe('87.69567');
  });
  it('take quartiles as medians of the halves, the middle value in neither', () => {
    expect(statisticsOf([1, 2, 3, 4, 5])).toMatchObject({ lowerQuartile: 1.5, median: 3, upperQuartile: 4.5 });
    expect(statisticsOf([4, 1, 3, 2])).toMatchObject({ lowerQuartile: 1.5, median: 2.5, upperQuartile: 3.5 });
    expect(statisticsOf([7])).toMatchObject({ lowerQuartile: 7, median: 7, upperQuartile: 7, sdPopulation: 0 });
  });
  it('do not depend on the order of the values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 800 }), { minLength: 1 }), (values) => {
        expect(statisticsOf(values.toReversed())).toEqual(statisticsOf(values));
      }),
    );
  });
  it('of no values are a bug', () => {
    expect(() => statisticsOf([])).toThrow('statisticsOf');
  });
});

describe.each(['R6', 'R7', 'R8'] as const)('a nation with the published counts of %s', (year) => {
  const { scheme, states, national } = syntheticNation({ year });
  const table = scoreTable(scheme, states, 1741);
  it('has every published block mean to 1e-9', () => {
    const ours = new Map(blockStatistics(table).map(({ block, mean }) => [block.key, mean]));
    for (const block of national.blocks) {
      const key = `${block.grant ?? 'all'}/${block.goal ?? 'all'}/${block.group ?? 'all'}`;
      expect(Math.abs((ours.get(key) ?? NaN) - block.mean)).toBeLessThan(1e-9);
    }
  });
  it('has the published totals of the groups over both grants', () => {
    for (const total of groupTotals(table)) {
      const published = national.groupTotals?.find(({ group }) => group === total.group);
      expect(Math.abs(total.mean - (published?.mean ?? NaN))).toBeLessThan(1e-9);
    }
  });
});

describe('the 26 columns of 天草市 資料3', () => {
  const scheme = schemeOf('R6');
  const national = nationalOf('R6');
  if (!scheme.ok || national === undefined) throw new Error('no scheme of R6');
  const columns = summaryColumns(scheme.value, national);
  const printed = (line: (column: (typeof columns)[number]) => string | number): string => columns.map(line).join(' ');
  it('print 配点, 平均点, 平均得点率 and 中央値 as the paper does', () => {
    expect(printed(({ maxPoints }) => maxPoints.value)).toBe(
      '64 36 100 68 32 100 64 36 100 100 400 52 48 100 64 36 100 68 32 100 100 400 380 220 200 800',
    );
    expect(printed(({ mean }) => halfUp(mean!.value, 1))).toBe(
      '46.3 9.8 56.2 42.4 17.5 59.8 33.8 7.2 41.0 48.6 205.6 31.4 20.1 51.5 42.4 12.1 54.5 49.3 12.8 62.1 48.6 216.7 245.7 79.5 97.2 422.4',
    );
    expect(printed(({ mean, maxPoints }) => printedPercent(mean!.value, maxPoints.value, 1))).toBe(
      '72.4% 27.3% 56.2% 62.3% 54.6% 59.8% 52.9% 20.0% 41.0% 48.6% 51.4% 60.4% 41.9% 51.5% 66.3% 33.6% 54.5% 72.5% 40.0% 62.1% 48.6% 54.2% 64.6% 36.1% 48.6% 52.8%',
    );
    expect(printed(({ median }) => median!.value)).toBe(
      '48 9 58 44 16 60 34 6 41 50 209 33 20 52 44 12 56 53 12 66 50 222 252 80 100 428',
    );
  });
  it('cite the document of each figure: the rules of a goal, the sums over both grants, what is published', () => {
    const kinds = (pick: (column: (typeof columns)[number]) => string | undefined) => [...new Set(columns.map(pick))];
    expect(kinds(({ maxPoints }) => maxPoints.origin.kind)).toEqual(['rules', 'sum-over-grants']);
    expect(kinds(({ mean }) => mean?.origin.kind)).toEqual(['published', 'from-published']);
    const goalII = scheme.value.goals.find(({ grant, goal }) => grant === 'support' && goal === 2);
    const column = columns.find(({ grant, goal, group }) => grant === 'support' && goal === 2 && group === null);
    expect(column?.maxPoints.origin).toMatchObject({ cited: { place: goalII?.source.place } });
    expect(summaryColumns(scheme.value, undefined).every(({ mean, median }) => !mean && !median)).toBe(true);
  });
});
