import { cleanName } from './foldName';
import { prefectures } from './register';

/**
 * True for the rows of a municipality list that are no municipality: 全国, 平均, 中央値, 配点, 計, 合計, 標準偏差,
 * 該当市町村数, 該当率, 都道府県計, 福島県計, 福島県 (rules/bad-inputs.md#b050, rules/grants.md#national-table).
 */
export const isSummaryLabel = (text: string): boolean => {
  const label = cleanName(text).replace(/[()【】[\]:・]/g, '');
  if (scopes.has(label) || measures.has(label)) return true;
  const scope = scopesLongestFirst.find((one) => label.startsWith(one));
  return scope !== undefined && measures.has(label.slice(scope.length).replace(/^の/, ''));
};

const scopes: ReadonlySet<string> = new Set([
  '全国',
  '全体',
  '都道府県',
  '県内',
  '府内',
  '都内',
  '道内',
  '市町村',
  '市区町村',
  '全市町村',
  '保険者',
  '県',
  ...prefectures,
]);
const scopesLongestFirst = [...scopes].sort((one, other) => other.length - one.length);

const measures: ReadonlySet<string> = new Set([
  '計',
  '小計',
  '合計',
  '総計',
  '総合計',
  '平均',
  '平均値',
  '平均点',
  '平均得点',
  '平均得点率',
  '項目平均',
  '得点率',
  '中央値',
  '標準偏差',
  '最大',
  '最大値',
  '最小',
  '最小値',
  '最高',
  '最高点',
  '最低',
  '最低点',
  '配点',
  '満点',
  '該当市町村数',
  '該当数',
  '該当率',
  '市町村数',
  '保険者数',
  '市町村計',
  '市町村平均',
]);
