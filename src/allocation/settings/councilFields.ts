import { count, mean, text, year, type SettingField } from './settingField';

const ofPaper = '議会資料に使います';
const ofOfficial = '国・都道府県の通知にある値。空欄なら回答と全国集計から分かるものだけを印刷します';
const ranks = [1, 2_000] as const;
const points = [0, 10_000] as const;

/** What the papers for a council need beside answers and amounts; empty ones are not printed. */
export const councilFields: readonly SettingField[] = [
  text('document.number', '資料番号', '報告書の右上に入れます（例：資料4-1）'),
  text('document.date', '資料の日付', '書いたとおりに報告書の右上に入れます'),
  text('document.meeting', '会議名', '報告書の表題に入れます'),
  text('document.department', '担当課', '報告書の表題に入れます'),
  text('document.amountWord', '金額の呼び方', '内示額・交付決定額・交付金決定額など。空欄なら「内示額」'),
  text('place.name', '市町村名（資料用）', '回答の表に市町村名がないときに入れます'),
  text('place.prefecture', '都道府県名（資料用）', '都内・道内・府内・県内の書き分けに使います'),
  year('thisYear.fiscalYear', '評価年度', '回答の表がないときに入れます（例：R7、令和7年度）'),
  count('thisYear.points.promotion', '今年度の得点（推進）', '点', points, '回答の表がないときに入れます'),
  count('thisYear.points.support', '今年度の得点（支援）', '点', points, '回答の表がないときに入れます'),
  count('thisYear.points.total', '今年度の得点（合計）', '点', points, '空欄なら両交付金の和です'),
  count('thisYear.nationalRank', '今年度の全国順位', '位', ranks, ofOfficial),
  count('thisYear.nationalRank.promotion', '今年度の全国順位（推進）', '位', ranks, ofOfficial),
  count('thisYear.nationalRank.support', '今年度の全国順位（支援）', '位', ranks, ofOfficial),
  count('thisYear.prefectureRank', '今年度の都道府県内順位', '位', [1, 200], ofOfficial),
  count('thisYear.prefectureRank.promotion', '今年度の都道府県内順位（推進）', '位', [1, 200], ofOfficial),
  count('thisYear.prefectureRank.support', '今年度の都道府県内順位（支援）', '位', [1, 200], ofOfficial),
  text('thisYear.prefectureTop', '今年度の都道府県内1位の市町村', ofPaper),
  text('thisYear.top.name', '今年度の全国1位の市町村', '例：〇〇市（〇〇県）'),
  count('thisYear.top.points', '今年度の全国1位の得点', '点', points, ofPaper),
  count('lastYear.nationalRank.promotion', '前年度の全国順位（推進）', '位', ranks, ofPaper),
  count('lastYear.nationalRank.support', '前年度の全国順位（支援）', '位', ranks, ofPaper),
  count('lastYear.prefectureRank.promotion', '前年度の都道府県内順位（推進）', '位', [1, 200], ofPaper),
  count('lastYear.prefectureRank.support', '前年度の都道府県内順位（支援）', '位', [1, 200], ofPaper),
  text('lastYear.prefectureTop', '前年度の都道府県内1位の市町村', ofPaper),
  text('lastYear.top.name', '前年度の全国1位の市町村', '例：〇〇市（〇〇県）'),
  count('lastYear.top.points', '前年度の全国1位の得点', '点', points, ofPaper),
  mean(
    'nation.mean',
    '全国の平均点（公表のとおり）',
    '公表資料の小数のまま印刷します。空欄なら登録済みの値から計算します',
    '全国平均点',
  ),
  mean('prefecture.mean', '都道府県の平均点', '小数のまま入れます', '県平均点'),
  count('prefecture.count', '都道府県内の市町村数', '市町村', [1, 200], ofPaper),
  count('amountRank.national', '金額の全国順位', '位', ranks, ofPaper),
  count('amountRank.withoutDesignated', '金額の順位（政令指定都市を除く）', '位', ranks, ofPaper),
];
