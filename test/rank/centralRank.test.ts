import { rankBand } from '../../src/rank';
import { nationalOf, type NationalFigures } from '../../src/schemes';

const medianOf = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;

const of = (year: 'R6' | 'R7' | 'R8'): NationalFigures => {
  const national = nationalOf(year);
  if (national === undefined) throw new Error(year);
  return national;
};

describe.each(['R6', 'R7'] as const)('ranks of %s between published pairs', (year) => {
  const national = of(year);
  const known = national.knownRanks ?? [];

  test('each pair left out in turn: its rank is inside the band, 3 places from the central one in the median', () => {
    const off = known.slice(1, -1).map(([points, rank]) => {
      const band = rankBand({ ...national, knownRanks: known.filter(([other]) => other !== points) }, points);
      if (band === null) throw new Error('no band');
      expect(band.low).toBeLessThanOrEqual(rank);
      expect(band.high).toBeGreaterThanOrEqual(rank);
      const central = band.central ?? band.low;
      expect(central).toBeGreaterThanOrEqual(band.low);
      expect(central).toBeLessThanOrEqual(band.high);
      return Math.abs(central - rank);
    });
    expect(off.length).toBeGreaterThan(120);
    expect(medianOf(off)).toBeLessThanOrEqual(3);
  });

  test('over a nation shaped like R8 half of all bands are no wider than 13 places', () => {
    const [here, there] = [national, of('R8')].map(({ blocks }) => blocks.find(({ grant }) => grant === null));
    if (here === undefined || there === undefined) throw new Error('no totals');
    const widths = (of('R8').distribution ?? []).flatMap(([points, times]) => {
      const total = Math.round(((points - there.mean) / there.sdPopulation) * here.sdPopulation + here.mean);
      const band = rankBand(national, total);
      return new Array<number>(times).fill((band?.high ?? NaN) - (band?.low ?? NaN));
    });
    expect(widths).toHaveLength(1741);
    expect(medianOf(widths)).toBeLessThanOrEqual(13);
  });

  test('more points never rank lower', () => {
    for (let points = 1; points <= 800; points += 1) {
      const [less, more] = [rankBand(national, points - 1), rankBand(national, points)];
      expect(more?.low).toBeLessThanOrEqual(less?.low ?? NaN);
      expect(more?.high).toBeLessThanOrEqual(less?.high ?? NaN);
      expect(more?.central ?? more?.low).toBeLessThanOrEqual(less?.central ?? less?.high ?? NaN);
    }
  });
});

test('a rank that is known has no central one', () => {
  expect(rankBand(of('R6'), 627)).toEqual({ low: 4, high: 4, of: 1741, basis: 'known-pairs' });
  expect(rankBand(of('R8'), 500)).not.toHaveProperty('central');
});
