import type { HeaderBand } from './headerBand';

/** What a column left (or right) of the points says of the municipality. */
export type IdentityRole =
  | 'prefectureNumber'
  | 'code'
  | 'insurerCode'
  | 'prefecture'
  | 'municipality'
  /** 保険者名: the union for its members, so only where there is no 市町村名. */
  | 'insurerName'
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
  ['sizeClass', /規模|人口区分|被保険者(?:数)?区分/],
  ['insured', /被保険者数?$|[1一ⅰ]号被保険者|65歳以上|高齢者人口|高齢者数/],
  ['prefectureNumber', /^都道府県(?:番号|コード|no\.?|cd)$|^県(?:番号|コード)$/],
  ['insurerCode', /保険者(?:番号|コード|no)/],
  ['code', /(?:市区?町村|団体|自治体|公共団体)(?:コード|番号|cd)/],
  ['prefecture', /^(?:都道府県|県|府県)(?:名|名称)?$/],
  ['municipality', /^(?:市区?町村|団体|自治体|市区?町村等|市町村・特別区)(?:名|名称)?$/],
  ['insurerName', /^保険者(?:名|名称)?$/],
  ['population', /^(?:総|全)?人口/],
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
  const insurer = found.get('insurerName');
  if (!found.has('municipality') && insurer !== undefined) found.set('municipality', insurer);
  return found;
};

const roleOf = (text: string): IdentityRole | undefined => {
  const bare = text.replace(/※.*$/, '');
  const plain = bare.replace(/\([^()]*\)$/, '');
  return patterns.find(([, pattern]) => pattern.test(bare) || pattern.test(plain))?.[0];
};
