import type { ReportTexts } from '../reportTexts';
import { count } from './count';

/** 書き込み：報告書 */
export const reports: ReportTexts = {
  heading: '一緒に書く報告書',
  hint: '得点・指標別などの結果のシートは、いつも書き込みます。',
  names: {
    a: '資料A',
    b: '資料B',
    analysis: '指標別分析',
    prefecture: '県内一覧',
    charts: 'グラフ',
    data: '機械可読',
  },
  about: {
    a: '交付額と使途の資料（協議会・審議会用）',
    b: '得点と順位の資料（協議会・審議会用）',
    analysis: '取れなかった点の大きい順に並べた指標',
    prefecture: '市町村の得点と順位の一覧',
    charts: '目標別の得点率、前年度との比較、全国の分布',
    data: '1 セル 1 データの表（公開・集計用）',
  },
  needs: {
    a: '1 市町村だけを採点したときに作れます。',
    b: '1 市町村だけを採点したときに作れます。',
    analysis: '1 市町村の回答を採点したときに作れます。',
    prefecture: '複数の市町村の回答か、全国集計表があるときに作れます。',
    charts: '1 市町村の回答を採点したときに作れます。',
    data: '市町村の得点があるときに作れます。',
  },
  standing: 'ブックにあるシートを更新します',
  sheets: (sheets) => `書き込むシート：${count(sheets)} 枚`,
};
