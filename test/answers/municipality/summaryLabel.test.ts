import { isSummaryLabel } from '../../../src/answers/municipality/summaryLabel';
import { prefectures } from '../../../src/answers/municipality/register';
import { registeredMunicipalities } from '../../../src/answers';

describe('isSummaryLabel (row 50)', () => {
  test.each([
    '全国',
    '全国平均',
    '全国合計',
    '平均',
    '平均点',
    '項目平均',
    '平均得点率',
    '中央値',
    '配点',
    '計',
    '合計',
    '標準偏差',
    '該当市町村数',
    '該当率',
    '都道府県計',
    '都道府県平均',
    '福島県',
    '福島県計',
    '福島県 平均',
    '県内の平均',
    '（合計）',
    '全 国 平 均',
    '市町村計',
  ])('「%s」 is no municipality', (label) => {
    expect(isSummaryLabel(label)).toBe(true);
  });

  test.each(['', '福島', '府中', '架空市', '平均町', '計市', '日高中部広域連合', '合計村'])(
    '「%s」 is not a summary row',
    (label) => {
      expect(isSummaryLabel(label)).toBe(false);
    },
  );

  test('no municipality is taken for a summary row, every prefecture is', () => {
    expect(registeredMunicipalities().filter(({ name }) => isSummaryLabel(name))).toEqual([]);
    expect(prefectures.every(isSummaryLabel)).toBe(true);
  });
});
