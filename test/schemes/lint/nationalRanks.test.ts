import { nationalRanks } from '../../tools/national-lints/nationalRanks';
import { holdsForEveryYear, nationalFor, publishedYears } from './packaged';

describe('nationalRanks', () => {
  holdsForEveryYear(nationalRanks, (year) => nationalFor(year), publishedYears());

  test('points fall from pair to pair', () => {
    const subject = nationalFor('R6', (national) => {
      national.knownRanks![1]![0] = 663;
    });
    expect(nationalRanks.check(subject)).toEqual([
      { place: 'knownRanks 663点', message: '得点 663 が前の得点 663 より低くありません' },
    ]);
  });

  test('a rank leaves room for those who share the one before', () => {
    const subject = nationalFor('R6', (national) => {
      national.knownRanks![0]![2] = 5;
    });
    expect(nationalRanks.check(subject)).toEqual([
      { place: 'knownRanks 627点', message: '順位 4 ＜ 前の順位 1＋同点の市町村数 5' },
    ]);
  });

  test('nobody ranks beyond the number of municipalities', () => {
    const subject = nationalFor('R6', (national) => {
      national.knownRanks!.at(-1)![2] = 6;
    });
    expect(nationalRanks.check(subject)).toEqual([
      { place: 'knownRanks 159点', message: '1737位が6市町村では 1742 ＞ 市町村数 1741' },
    ]);
  });
});
