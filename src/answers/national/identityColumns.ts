import type { HeaderBand } from './headerBand';

/** What a column left (or right) of the points says of the municipality. */
export type IdentityRole =
  | 'prefectureNumber'
  | 'code'
  | 'insurerCode'
  | 'prefecture'
  | 'municipality'
  | 'population'
  | 'insured'
  | 'sizeClass'
  | 'depopulated'
  | 'previousTotal'
  | 'previousRank';

/** Tried in this order; the first that fits a column's texts names it. */
const patterns: readonly (readonly [IdentityRole, RegExp])[] = [
  ['previousRank', /^(?:前年度?|昨年度?|前回|r\d+|令和\d+年度?).*順位|^順位\((?:前|昨|r\d|令和)/],
  ['previousTotal', /^(?:前年度?|昨年度?|前回|r\d+|令和\d+年度?).*(?:得点|評価点|点数|合計|総計|スコア)/],
  ['insured', /第?[1一ⅰ]号被保険者|65歳以上|高齢者人口|高齢者数/],
  ['prefectureNumber', /^都道府県(?:番号|コード|no\.?|cd)$|^県(?:番号|コード)$/],
  ['insurerCode', /保険者(?:番号|コード|no)/],
  ['code', /(?:市区?町村|団体|自治体|公共団体)(?:コード|番号|cd)/],
  ['prefecture', /^(?:都道府県|都道府県名|県名|府県名)$/],
  ['municipality', /^(?:市区?町村|団体|自治体|保険者|市区?町村等)(?:名|名称)?$/],
  ['population', /^(?:総|全)?人口/],
  ['sizeClass', /規模|人口区分|被保険者(?:数)?区分|区分$/],
  ['depopulated', /過疎/],
];

/** Finds the identity columns by their header texts; a column under a goal or with a branch is none. */
export const identityColumns = (band: HeaderBand, taken: ReadonlySet<number>): ReadonlyMap<IdentityRole, number> => {
  const found = new Map<IdentityRole, number>();
  for (let column = 0; column < band.width; column += 1) {
    if (taken.has(column)) continue;
    const role = band
      .ownTexts(column)
      .map(roleOf)
      .find((one) => one !== undefined);
    if (role !== undefined && !found.has(role)) found.set(role, column);
  }
  return found;
};

const roleOf = (text: string): IdentityRole | undefined => {
  const bare = text.replace(/※.*$/, '');
  const plain = bare.replace(/\([^()]*\)$/, '');
  return patterns.find(([, pattern]) => pattern.test(bare) || pattern.test(plain))?.[0];
};
