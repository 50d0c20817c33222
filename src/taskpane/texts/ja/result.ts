import type { ResultTexts } from '../resultTexts';
import { count } from './count';

/** 結果 */
export const result: ResultTexts = {
  heading: '採点結果',
  municipality: '市町村',
  points: (total, max) => `${count(total)} 点／${count(max)} 点`,
  provisional: (min, max) => `暫定：未確定の回答により ${count(min)}～${count(max)} 点`,
  rate: (percent) => `得点率 ${percent}％`,
  rank: ({ low, high, of }) =>
    `${low === high ? `${count(low)} 位` : `${count(low)}～${count(high)} 位`}／${count(of)} 市町村`,
  noRank: 'この年度の全国の得点は登録されていません',
  basis: {
    table: '全国集計表による',
    distribution: '公表された全国の得点分布による',
    'known-pairs': '公表された得点と順位の組による範囲',
    none: '根拠となる公表値なし',
  },
  rankLabel: '全国順位',
  goals: '目標ごとの得点',
  grants: { promotion: '推進', support: '支援', common: '共通' },
  grantTotals: { promotion: '推進交付金 計', support: '支援交付金 計' },
  bar: (points, max, mean) => `${count(points)}／${count(max)} 点${mean === undefined ? '' : `（全国平均 ${mean}）`}`,
  legend: '縦線は全国平均、点線の枠は未確定の回答で増えることのある点数です。',
  charts: 'グラフ',
  chartTable: '数値の表',
  chartCategory: '区分',
  noOutcome: '得点は取組の評価であり、要介護認定率や給付費などの成果そのものを示すものではありません。',
  checkCode: '検算コード',
  checkCodeHint: '同じ回答を同じ規則で採点すると、どの画面でも同じコードになります。',
  restore: '元に戻す',
  refresh: '更新',
  openSheet: '得点シートを開く',
  notWritten: 'この結果はまだシートに書き込まれていません。',
  sheetsWritten: (names) => `書き込んだシート：${names}`,
};
