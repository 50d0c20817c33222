import { outcomeChanges, prefectureMean, prefectureRankBand, publishedPeers } from '../../src/rank';
import peers from '../../src/rank/peers.json';
import { figuresOf, nationalOf, wholeOf } from '../../src/schemes';

interface Prefecture {
  readonly prefecture: string;
  readonly totals?: readonly number[];
  readonly promotion?: readonly number[];
  readonly support?: readonly number[];
}
const year = (name: string) => peers.years.find(({ fiscalYear }) => fiscalYear === name);

test.each(['R6', 'R8'])('the size classes of %s are all municipalities, and their means the published one', (name) => {
  const classes = [1, 2, 3, 4, 5].map((sizeClass) => publishedPeers(name, sizeClass)[0]);
  const all = classes.reduce((sum, one) => sum + (one?.municipalities ?? NaN), 0);
  const mean = classes.reduce((sum, one) => sum + (one?.mean ?? NaN) * (one?.municipalities ?? NaN), 0) / all;
  expect(all).toBe(1741);
  expect(Math.abs(mean - (figuresOf(nationalOf(name as 'R8'), wholeOf(null))?.mean ?? NaN))).toBeLessThan(0.05);
});

test('過疎 and not are all municipalities of R8 too', () => {
  const both = (year('R8')?.groups ?? []).filter(({ sizeClass }) => sizeClass === null);
  expect(both.reduce((sum, one) => sum + one.municipalities, 0)).toBe(1741);
  const mean = both.reduce((sum, one) => sum + one.mean * one.municipalities, 0) / 1741;
  expect(mean).toBeCloseTo(455.13, 0);
});

test('福島県 R8: 59 totals whose mean is 456.4; 447 points are 34th and 508 would be 18th, as published', () => {
  const fukushima: Prefecture | undefined = year('R8')?.prefectures.find(({ prefecture }) => prefecture === '福島県');
  const totals = fukushima?.totals ?? [];
  expect(totals).toHaveLength(59);
  expect(totals.reduce((sum, one) => sum + one, 0) / 59).toBeCloseTo(456.4, 1);
  expect(prefectureMean('R8', '福島県')).toBeCloseTo(456.4, 1);
  const place = (points: number) => prefectureRankBand('R8', '福島県', 'totals', { least: points, most: points });
  expect(place(447)).toEqual({ low: 34, high: 34, of: 59, basis: 'distribution' });
  expect(place(508)).toMatchObject({ low: 18, high: 18 });
  expect(place(0)).toMatchObject({ low: 59 });
  // Each grant adds up to the totals.
  const sum = (values: readonly number[] = []): number => values.reduce((all, one) => all + one, 0);
  expect(sum(fukushima?.promotion) + sum(fukushima?.support)).toBe(sum(totals));
});

test('nothing is known of others, and nothing is made up', () => {
  expect(prefectureRankBand('R8', '宮城県', 'totals', { least: 1, most: 1 })).toBeNull();
  expect(prefectureMean('R8', '東京都')).toBeUndefined();
  expect(publishedPeers('R7', 1)).toEqual([]);
  expect(publishedPeers('R8', undefined)).toEqual([]);
  // The change until R8 is the last one known; it stands for years of which none is.
  expect(outcomeChanges('R9')).toEqual(outcomeChanges('R8'));
});
