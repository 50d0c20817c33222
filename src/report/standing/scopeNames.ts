import type { ScopeName } from '../../rank';

/** Among whom a municipality is ranked, as the sheet 順位 names it. */
export const scopeNames: Readonly<Record<ScopeName, string>> = {
  nation: '全国',
  prefecture: '都道府県内',
  'size-class': '同じ規模区分',
  'size-class-and-depopulation': '同じ規模区分・過疎の別',
  'without-designated-cities': '全国（政令指定都市を除く）',
  peers: '比較団体',
};
