import fc from 'fast-check';
import {
  blockColumn,
  rankAt,
  rankBand,
  rankBandOfRange,
  rankAmong,
  rankNation,
  ranksOf,
  ranksWithin,
  neighboursOf,
  standingOf,
  scopesOf,
  peerScope,
  statisticsOf,
} from '../../src/rank';
import { groupsWithin } from '../../src/rank/ranks';
import { nationalOf } from '../../src/schemes';
import { compileScheme, scoreTable } from '../../src/score';
import { syntheticNation } from '../fixtures/syntheticNation';
import { seededRandom } from '../fixtures/seededRandom';
import { publishedRanks } from '../golden/cases';

/** 1 + the number of better ones, looking at all of them. */
const rankIn = (value: number, population: readonly number[], better: 'higher' | 'lower' = 'higher'): number =>
  population.filter((other) => (better === 'higher' ? other > value : other < value)).length + 1;
const nation = (count: number): Int16Array => new Int16Array(count);
const fukushima = [
  284, 291, 319, 328, 334, 335, 335, 347, 359, 368, 376, 377, 382, 388, 396, 404, 404, 419, 425, 426, 428, 433, 435,
  439, 441, 447, 449, 452, 453, 462, 465, 474, 481, 485, 487, 487, 487, 487, 488, 489, 491, 496, 513, 525, 528, 534,
  537, 538, 538, 540, 545, 547, 551, 552, 567, 574, 583, 584, 619,
];
const r8 = (nationalOf('R8')?.distribution ?? []).flatMap(([points, times]) => new Array<number>(times).fill(points));

describe('standard competition ranks', () => {
  it('are 1, 2, 2, 4', () => {
    expect([...ranksWithin(Uint16Array.of(9, 7, 7, 3), nation(4))]).toEqual([1, 2, 2, 4]);
    expect([...ranksOf([9n, 7n, null, 7n, 3n])]).toEqual([1, 2, 0, 2, 4]);
  });
  it('equal 1 + the number of better ones in the same group, by counting and by sorting', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: -1, max: 3 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(rows, fc.constantFrom('higher' as const, 'lower' as const), (given, better) => {
        const values = Uint16Array.from(given, ([value]) => value);
        const groups = Int16Array.from(given, ([, group]) => group);
        const naive = (way: 'higher' | 'lower') =>
          given.map(([value, group]) =>
            group < 0
              ? 0
              : rankIn(
                  value,
                  given.filter(([, other]) => other === group).map(([other]) => other),
                  way,
                ),
          );
        expect([...ranksWithin(values, groups)]).toEqual(naive('higher'));
        expect([
          ...ranksOf(
            given.map(([value, group]) => (group === 0 ? value : null)),
            better,
          ),
        ]).toEqual(naive(better).map((rank, row) => (given[row]?.[1] === 0 ? rank : 0)));
      }),
    );
  });
  it('count any number of rows: 20 is the rank of a last row behind 19, and 70,001 behind 70,000', () => {
    for (const ahead of [19, 70_000]) {
      const values = new Uint16Array(ahead + 1).fill(500);
      values[ahead] = 3;
      expect(ranksWithin(values, nation(values.length))[ahead]).toBe(ahead + 1);
    }
  });
});

describe('the rank index', () => {
  const { scheme, states, places } = syntheticNation({ year: 'R8' });
  const count = 300;
  const table = scoreTable(scheme, states.slice(0, count * compileScheme(scheme).criterionCount), count);
  const prefecture = { name: 'prefecture' as const, groups: Int16Array.from({ length: count }, (_, row) => row % 7 === 3 ? -1 : row % 5) }; // prettier-ignore
  const ranks = rankNation(table, [{ name: 'nation', groups: nation(count) }, prefecture]);
  it('gives the rank of any points in the place of any row, in every block and scope', () => {
    expect(places.length).toBeGreaterThan(count);
    fc.assert(
      fc.property(
        fc.nat(count - 1),
        fc.nat(table.compiled.blocks.length - 1),
        fc.nat(900),
        fc.boolean(),
        (row, block, points, own) => {
          const column = blockColumn(table, block);
          const wanted = own ? column[row]! : points;
          const others = (of: (at: number) => boolean) =>
            [...column].filter((_, at) => at !== row && of(at)).filter((one) => one > wanted).length + 1;
          const asked = own ? undefined : points;
          expect(rankAt(ranks, 'nation', block, row, asked)).toBe(others(() => true));
          expect(rankAt(ranks, 'prefecture', block, row, asked)).toBe(
            row % 7 === 3 ? undefined : others((at) => prefecture.groups[at] === prefecture.groups[row]),
          );
          expect(rankAt(ranks, 'peers', block, row, asked)).toBeUndefined();
        },
      ),
    );
  });
});

describe('scopes that lie within one another', () => {
  const { scheme, states } = syntheticNation({ year: 'R8' });
  const count = 40;
  const table = scoreTable(scheme, states.slice(0, count * compileScheme(scheme).criterionCount), count);
  const names = ['nation', 'prefecture', 'size-class', 'size-class-and-depopulation', 'peers'] as const;
  it('are counted like each alone, whoever is left out of one of them', () => {
    const divisions = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 4 }), fc.nat(count), fc.boolean()); // prettier-ignore
    let derived = 0;
    fc.assert(
      fc.property(fc.array(divisions, { minLength: 2, maxLength: names.length }), (given) => {
        const scopes = given.map(([among, joined, without, isLeftOut], at) => ({
          name: names[at]!,
          groups: Int16Array.from({ length: count }, (_, row) =>
            isLeftOut && row === without ? -1 : Math.floor(((row * 7) % among) / joined),
          ),
        }));
        const ranks = rankNation(table, scopes);
        derived += scopes.filter(
          ({ groups }) => scopes.filter((other) => groupsWithin(other.groups, groups) !== undefined).length > 1,
        ).length;
        for (const [at, scope] of scopes.entries()) {
          const [alone] = rankNation(table, [scope]).counts;
          expect(ranks.counts[at]).toEqual(alone);
        }
      }),
      // How many lie within another is chance; these runs have enough.
      { seed: 13 },
    );
    expect(derived).toBeGreaterThan(50);
  });
});

describe('the published distribution of R8', () => {
  it('gives every total its rank, by the band and by counting', () => {
    const values = Uint16Array.from(r8);
    const ranks = ranksWithin(values, nation(values.length));
    for (const [row, total] of r8.entries()) {
      const band = rankBand(nationalOf('R8'), total);
      expect(band).toEqual({ low: ranks[row], high: ranks[row], of: 1741, basis: 'distribution' });
    }
  });
  it.each([
    [
      'above everybody: first',
      [
        [600, 1],
        [500, 2],
      ],
      601,
      1,
    ],
    ['with everybody: level with them', [[600, 3]], 600, 1],
    [
      'after the tied',
      [
        [600, 2],
        [500, 1],
      ],
      500,
      3,
    ],
    [
      'below everybody: last, since one of them is itself',
      [
        [600, 1],
        [500, 2],
      ],
      0,
      3,
    ],
  ] as [string, [number, number][], number, number][])('%s', (_, distribution, total, rank) => {
    const national = { ...nationalOf('R8')!, municipalities: distribution.reduce((sum, [, count]) => sum + count, 0) };
    expect(rankBand({ ...national, distribution }, total)).toMatchObject({ low: rank, high: rank });
  });
  it('answers what-if questions: 447 is 1005th, 508 is 525th', () => {
    expect(rankIn(447, r8)).toBe(1005);
    expect(rankIn(508, r8)).toBe(525);
  });
});

describe('福島県 (rules/grants.md#prefecture-part)', () => {
  it('447 is 34th, 508 would be 18th of 59', () => {
    expect(rankIn(447, fukushima)).toBe(34);
    expect(rankIn(508, fukushima)).toBe(18);
  });
  it('has mean 456.4 and median 462', () => {
    const { mean, median, count } = statisticsOf(fukushima);
    expect([mean.toFixed(1), median, count]).toEqual(['456.4', 462, 59]);
  });
});

describe('every published rank', () => {
  const ranked = publishedRanks().flatMap(({ municipality, fiscalYear, total, nationalRank }) =>
    total === null || nationalRank === null || fiscalYear === 'R5'
      ? []
      : [{ municipality, fiscalYear, total, nationalRank }],
  );
  it('is inside the band, exact where the score is published', () => {
    expect(ranked.length).toBeGreaterThan(400);
    for (const { municipality, fiscalYear, total, nationalRank } of ranked) {
      const band = rankBand(nationalOf(fiscalYear), total);
      expect([municipality, fiscalYear, band?.low, band?.high]).toEqual([
        municipality,
        fiscalYear,
        nationalRank,
        nationalRank,
      ]);
    }
  });
  it('ties: 618 points are 12th for everybody who has them (R6: 八王子市, 東浦町)', () => {
    expect(rankBand(nationalOf('R6'), 618)).toMatchObject({ low: 12, high: 12 });
    const totals = [...Array.from({ length: 11 }, (_, at) => 663 - at), 618, 618, 617];
    expect([...ranksOf(totals)].slice(10)).toEqual([11, 12, 12, 14]);
  });
});

describe('rank bands from known pairs', () => {
  const template = nationalOf('R6');
  if (template === undefined) throw new Error('no figures of R6');
  // 700 points are first; three have the 600 of 10th place, two the 500 of 20th. 30 are ranked.
  const known = { ...template, municipalities: 30, knownRanks: [[700, 1, 1], [600, 10, 3], [500, 20, 2]] as [number, number, number][] }; // prettier-ignore
  it.each([
    ['above everybody', 701, 1, 1],
    ['as published', 700, 1, 1],
    ['after the one before, at the latest level with the next', 650, 2, 10],
    ['as published by three', 600, 10, 10],
    ['after all three of them', 550, 13, 20],
    ['as published by two', 500, 20, 20],
    ['after both, at the latest last', 0, 22, 30],
  ])('%s: %d points', (_, total, low, high) => {
    expect(rankBand(known, total)).toMatchObject({ low, high, of: 30, basis: 'known-pairs' });
  });
  it('reach from the rank of the most to that of the least points', () => {
    expect(rankBandOfRange(known, 500, 600)).toEqual({ low: 10, high: 20, of: 30, basis: 'known-pairs' });
    expect(rankBandOfRange(undefined, 500, 600)).toBeNull();
  });
  // Any nation of 1,741 totals, a few of whose score–rank pairs are published: the band must hold the true rank.
  const totals = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 40 });
  it('always hold the true rank, and are exact for a published score', () => {
    fc.assert(
      fc.property(totals, fc.array(fc.nat(39), { maxLength: 8 }), (values, picks) => {
        const published = new Map(
          picks.map((pick) => values[pick % values.length] ?? 0).map((points) => [points, picks] as const),
        );
        const knownRanks = [...published.keys()]
          .sort((one, other) => other - one)
          .map((points): [number, number, number] => [points, rankIn(points, values), 1]);
        const national = { ...template, municipalities: values.length, knownRanks };
        for (const total of values) {
          const band = rankBand(national, total);
          const rank = rankIn(total, values);
          expect(band !== null && band.low <= rank && rank <= band.high).toBe(true);
          if (published.has(total)) expect([band?.low, band?.high]).toEqual([rank, rank]);
        }
      }),
    );
  });
  it('never improve with fewer points', () => {
    for (const year of ['R6', 'R7', 'R8'] as const) {
      let last = { low: 0, high: 0 };
      for (let total = 800; total >= 0; total -= 1) {
        const band = rankBand(nationalOf(year), total) ?? last;
        expect(band.low >= last.low && band.high >= last.high && band.low <= band.high).toBe(true);
        last = band;
      }
    }
  });
});

describe('a standing', () => {
  const scope = { name: 'nation' as const, groups: nation(5) };
  it('names rank, ties, shares, 偏差値 and the next places', () => {
    expect(standingOf([10, 20, 20, 30, 40], scope, 2)).toEqual({
      value: 20,
      rank: 3,
      of: 5,
      mean: 24,
      median: 20,
      tied: 2,
      percentile: 0.4,
      topShare: 0.6,
      deviationScore: 50 + (10 * (20 - 24)) / Math.sqrt(104),
      above: { rank: 2, value: 30, gap: 10 },
      below: { rank: 5, value: 10, gap: 10 },
    });
  });
  it('is what the group put in order says, and its neighbours are those in that order', () => {
    const random = seededRandom(13);
    for (let round = 0; round < 200; round += 1) {
      const count = 1 + Math.floor(random() * 40);
      const values = Float64Array.from({ length: count }, () => Math.floor(random() * 12) / (round % 2 ? 1 : 4));
      const groups = Int16Array.from({ length: count }, () => Math.floor(random() * 3) - 1);
      const row = Math.floor(random() * count);
      const members = [...values.keys()].filter((member) => groups[member] === groups[row]);
      const ordered = members.toSorted((one, other) => (values[other] ?? 0) - (values[one] ?? 0) || one - other);
      const [inGroup, reach] = [(groups[row] ?? -1) >= 0, Math.floor(random() * 4)];
      const place = ordered.indexOf(row);
      expect(neighboursOf(values, { name: 'nation', groups }, row, reach)).toEqual(
        inGroup ? ordered.slice(Math.max(0, place - reach), place + reach + 1) : [],
      );
      const own = values[row] ?? 0;
      const points = ordered.map((member) => values[member] ?? 0);
      const [above, below] = [points.findLast((one) => one > own), points.find((one) => one < own)];
      const standing = standingOf(values, { name: 'nation', groups }, row);
      expect(standing && [standing.rank, standing.tied, standing.above, standing.below]).toEqual(
        inGroup
          ? [
              points.indexOf(own) + 1,
              points.filter((one) => one === own).length,
              above === undefined ? null : { rank: points.indexOf(above) + 1, value: above, gap: above - own },
              below === undefined ? null : { rank: points.indexOf(below) + 1, value: below, gap: own - below },
            ]
          : undefined,
      );
    }
  });
  it('has no next place at the ends, and no 偏差値 where all are equal', () => {
    expect(standingOf([7, 7], { name: 'peers', groups: nation(2) }, 0)).toMatchObject({
      deviationScore: null,
      above: null,
      below: null,
      rank: 1,
      tied: 2,
    });
    expect(standingOf([7], { name: 'peers', groups: Int16Array.of(-1) }, 0)).toBeUndefined();
  });
  it('ranks the same without putting the group in order', () => {
    const values = [5, 9, 9, 1, 7, 9];
    const groups = Int16Array.of(0, 1, 0, 0, -1, 1);
    const ranks = [...values.keys()].map((row) => rankAmong(values, { name: 'nation', groups }, row));
    expect(ranks).toEqual([2, 1, 1, 3, undefined, 1]);
    expect(ranks).toEqual([...values.keys()].map((row) => standingOf(values, { name: 'nation', groups }, row)?.rank));
  });
});

describe('scopes', () => {
  const columns = {
    count: 5,
    prefectures: ['東京都', '神奈川県', '神奈川県', undefined, '東京都'],
    codes: ['132012', '141003', '142018', undefined, '133035'],
    sizeClass: Uint8Array.of(5, 5, 4, 0, 3),
    depopulated: Uint8Array.of(0, 0, 1, 255, 255),
  };
  const groupsOf = (name: string) => [
    ...(scopesOf(columns, [0, 2]).find((scope) => scope.name === name)?.groups ?? []),
  ];
  it('group by prefecture, size class, size class × 過疎, and leave out 政令指定都市', () => {
    expect(groupsOf('nation')).toEqual([0, 0, 0, 0, 0]);
    expect(groupsOf('prefecture')).toEqual([0, 1, 1, -1, 0]);
    expect(groupsOf('size-class')).toEqual([4, 4, 3, -1, 2]);
    expect(groupsOf('size-class-and-depopulation')).toEqual([8, 8, 7, -1, -1]);
    expect(groupsOf('without-designated-cities')).toEqual([0, -1, 0, 0, 0]);
    expect(groupsOf('peers')).toEqual([0, -1, 0, -1, -1]);
  });
  it('that nobody belongs to are left out', () => {
    const bare = { ...columns, sizeClass: new Uint8Array(5) };
    expect(scopesOf(bare).map(({ name }) => name)).toEqual(['nation', 'prefecture', 'without-designated-cities']);
    expect([...peerScope(2, [1]).groups]).toEqual([-1, 0]);
  });
});
