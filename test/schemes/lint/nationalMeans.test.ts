import { nationalMeans } from '../../tools/national-lints/nationalMeans';
import { holdsForEveryYear, nationalFor, publishedYears } from './packaged';

describe('nationalMeans', () => {
  holdsForEveryYear(nationalMeans, (year) => nationalFor(year), publishedYears());

  test('a mean off by two billionths is named with both figures', () => {
    const subject = nationalFor('R8', (national) => {
      national.blocks[0]!.mean += 2e-9;
    });
    expect(nationalMeans.check(subject)).toEqual([
      {
        place: '推進Ⅰ体制・取組',
        message: '平均点 52.36071223634808 ≠ 該当市町村数×配点÷市町村数 52.36071223434808',
      },
    ]);
  });

  test('one municipality more on one criterion shows in every block that holds it', () => {
    const subject = nationalFor('R8', (national) => {
      national.criteria = national.criteria.map(([id, count]) => [id, id === 'C4o2a' ? count + 1 : count]);
    });
    expect(nationalMeans.check(subject).map(({ place }) => place)).toEqual([
      '共通Ⅳ成果',
      '推進',
      '支援',
      '総計',
      '総計成果',
    ]);
  });

  test('the printed group totals of R6 are the computed means, rounded', () => {
    const printed = nationalFor('R6').national.groupTotals!.map(({ group, mean, median }) => [
      group,
      mean.toFixed(1),
      median,
    ]);
    expect(printed).toEqual([
      ['process', '245.7', 252],
      ['activity', '79.5', 80],
      ['outcome', '97.2', 100],
    ]);
  });
});
