import { nationalBlocks } from '../../tools/national-lints/nationalBlocks';
import { holdsForEveryYear, nationalFor, publishedYears } from './packaged';

describe('nationalBlocks', () => {
  holdsForEveryYear(nationalBlocks, (year) => nationalFor(year), publishedYears());

  test('a missing block is named', () => {
    const subject = nationalFor('R6', (national) => {
      national.blocks.pop();
    });
    expect(nationalBlocks.check(subject)).toEqual([
      { place: '総計', message: '平均点がありません（公表 0 件 ≠ 1 件）' },
    ]);
  });

  test('a block that stands twice is named', () => {
    const subject = nationalFor('R6', (national) => {
      national.blocks.push(national.blocks[0]!);
    });
    expect(nationalBlocks.check(subject)).toEqual([
      { place: '推進Ⅰ体制・取組', message: 'この年度にない、または二度書かれた平均点です' },
    ]);
  });
});
