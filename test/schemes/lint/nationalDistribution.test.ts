import { nationalDistribution } from '../../tools/national-lints/nationalDistribution';
import { holdsForEveryYear, nationalFor, publishedYears } from './packaged';

describe('nationalDistribution', () => {
  holdsForEveryYear(nationalDistribution, (year) => nationalFor(year), publishedYears());

  test('a municipality too many shows in count and moments', () => {
    const subject = nationalFor('R8', (national) => {
      national.distribution![0]![1] += 1;
    });
    expect(nationalDistribution.check(subject)).toEqual(
      expect.arrayContaining([
        { place: 'distribution', message: '分布の市町村数 1742 ≠ 市町村数 1741' },
        expect.objectContaining({ message: expect.stringContaining('標準偏差') }),
      ]),
    );
  });

  test('two municipalities moved apart keep count and mean but not the standard deviation', () => {
    const subject = nationalFor('R8', (national) => {
      const distribution = new Map(national.distribution);
      distribution.set(600, distribution.get(600)! - 1).set(601, (distribution.get(601) ?? 0) + 1);
      distribution.set(300, distribution.get(300)! - 1).set(299, (distribution.get(299) ?? 0) + 1);
      national.distribution = [...distribution];
    });
    expect(nationalDistribution.check(subject)).toEqual([
      { place: 'distribution', message: expect.stringContaining('標準偏差') },
    ]);
  });

  test('a total stands once', () => {
    const subject = nationalFor('R8', (national) => {
      const [points, times] = national.distribution!.find((row) => row[1] > 1)!;
      national.distribution = national.distribution!.flatMap((row) =>
        row[0] === points
          ? [
              [points, times - 1],
              [points, 1],
            ]
          : [row],
      );
    });
    expect(nationalDistribution.check(subject)).toEqual([
      { place: 'distribution', message: expect.stringContaining('二度書かれています') },
    ]);
  });

  test('the packaged distribution adds up to 1,741 municipalities and 792,375 points', () => {
    const { distribution } = nationalFor('R8').national;
    expect(distribution!.reduce((sum, [, times]) => sum + times, 0)).toBe(1741);
    expect(distribution!.reduce((sum, [points, times]) => sum + points * times, 0)).toBe(792_375);
  });
});
