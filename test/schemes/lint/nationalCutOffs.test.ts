import { nationalCutOffs } from '../../tools/national-lints/nationalCutOffs';
import { holdsForEveryYear, nationalFor, publishedYears } from './packaged';

describe('nationalCutOffs', () => {
  holdsForEveryYear(nationalCutOffs, (year) => nationalFor(year), publishedYears());

  test('a municipality in the gap below a step is found', () => {
    const subject = nationalFor('R8', (national) => {
      national.distribution!.push([413, 1]);
    });
    expect(nationalCutOffs.check(subject)).toEqual([
      { place: 'P1a1a', message: '空白のはずの 412～414点に 1 市町村（0 のはず）があります' },
    ]);
  });

  test('as many stand beyond the gap as were counted', () => {
    const subject = nationalFor('R8', (national) => {
      national.criteria = national.criteria.map(([id, count]) => [id, id === 'P1a1d' ? 174 : count]);
    });
    expect(nationalCutOffs.check(subject)).toEqual([
      { place: 'P1a1d', message: '分布で 562点以上の市町村数 175 ≠ 該当市町村数 174' },
    ]);
  });

  test('the gaps of R8 hold 1,226, 872, 524 and 175 municipalities above them', () => {
    const { distribution } = nationalFor('R8').national;
    const from = (least: number): number =>
      distribution!.filter(([points]) => points >= least).reduce((sum, [, times]) => sum + times, 0);
    expect([415, 469, 511, 562].map(from)).toEqual([1226, 872, 524, 175]);
  });
});
