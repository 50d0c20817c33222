import { evaluate } from '../../../src/evaluation';
import { reportSheets } from '../../../src/report';
import { workbook } from '../../builders/answerSheets';
import { printedRows, tight } from '../../builders/printed';
import { amakusaFacts } from '../../fixtures/amakusaFacts';

/** 2024年度（市町村分）評価結果の概要, the 26 columns as printed. */
const columns: readonly (readonly [string, string])[] = [
  ['配点', '64 36 100 68 32 100 64 36 100 100 400 52 48 100 64 36 100 68 32 100 100 400 380 220 200 800'],
  [
    '平均点',
    '46.3 9.8 56.2 42.4 17.5 59.8 33.8 7.2 41.0 48.6 205.6 31.4 20.1 51.5 42.4 12.1 54.5 49.3 12.8 62.1 48.6 216.7 245.7 79.5 97.2 422.4',
  ],
  [
    '平均得点率',
    '72.4% 27.3% 56.2% 62.3% 54.6% 59.8% 52.9% 20.0% 41.0% 48.6% 51.4% 60.4% 41.9% 51.5% 66.3% 33.6% 54.5% 72.5% 40.0% 62.1% 48.6% 54.2% 64.6% 36.1% 48.6% 52.8%',
  ],
  ['中央値', '48 9 58 44 16 60 34 6 41 50 209 33 20 52 44 12 56 53 12 66 50 222 252 80 100 428'],
];

const headlines = [
  '令和６年度 交付金決定額 １０，４８４，０００円（前年度１６，３３１，０００円）',
  '令和６年度 交付金決定額 ２１，７２６，０００円（前年度２４，１０７，０００円）',
  '※保険者機能強化推進交付金及び介護保険保険者努力支援交付金の得点の合計（５８１点）',
  '全国平均点：４２２．３６点 全国得点率：５２．８％ 順位：全国１，７４１市町村中５６位',
  '県平均点：４２５．１９点 県得点率：５３．１％ 順位：県内４５市町村中２位',
  '【平均点】 422点（800点満点） 【R5：1,156点（2,185点満点）】',
  '【平均得点率】 52.8％ 【R5：52.9％】',
  '【得点トップ】 小松市（石川県）663点（82.9%） 【R5：上砂川町（北海道）の1,968点（得点90.1％）】',
];

const paper = () => {
  const result = evaluate(workbook({ name: '設定', grid: amakusaFacts }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const [sheet] = reportSheets(result.value, 'b');
  if (sheet === undefined) throw new Error('no paper');
  return sheet;
};

describe('資料B from the raw facts of 天草市', () => {
  test.each(columns)('the row %s of the 26 columns is the printed one', (label, figures) => {
    const row = printedRows(paper()).find(([first]) => first === label);
    expect(row?.slice(1)).toEqual(figures.split(' '));
  });

  test.each(headlines)('prints %s', (text) => {
    expect(printedRows(paper()).flat()).toContain(tight(text));
  });

  test('the best and the weakest goal are the ones the paper names', () => {
    const text = printedRows(paper()).flat().join('\n');
    expect(text).toContain('支援の目標Ⅲ（62.1％）が最も高く、推進の目標Ⅲ（41.0％）が最も低く');
  });

  test('own points stand where they were told, and nowhere else', () => {
    const row = printedRows(paper()).find(([first]) => first === '当市の得点');
    expect(row?.slice(1)).toEqual([...Array.from({ length: 25 }, () => '－'), '581']);
  });
});
