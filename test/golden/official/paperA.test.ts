import { evaluate } from '../../../src/evaluation';
import { reportSheets } from '../../../src/report';
import type { CellValue } from '../../../src/workbook';
import { workbook } from '../../builders/answerSheets';
import { printedRows, tight } from '../../builders/printed';
import { hachiojiFacts } from '../../fixtures/hachiojiFacts';

/** As printed in the paper; spaces and line ends of the PDF's text do not count. */
const table: readonly (readonly string[])[] = [
  ['令和７年度', '令和６年度'],
  ['金額', '得点', '金額', '得点'],
  [
    '保険者機能強化推進交付金（通常枠）',
    '40,676 千円',
    '309 点/400 点 (全国 48位、都内３位)',
    '45,195 千円',
    '310 点/400 点 (全国 29位、都内３位)',
  ],
  ['成果指向型配分枠', '116,762 千円', '－', '－', '－'],
  [
    '介護保険保険者 努力支援交付金',
    '82,935 千円',
    '269 点/400 点 (全国 177 位、都内８位)',
    '90,749 千円',
    '308 点/400 点 (全国 16位、都内２位)',
  ],
  [
    '合計',
    '240,373 千円 （前年比 ＋104,429 千円） ※成果指向型配分枠を 除くと△12,333 千円',
    '578 点/800 点 (全国 76 位、都内４位) ※都内 1位は練馬区',
    '135,944 千円',
    '618 点/800 点 (全国 12 位、都内２位) ※都内 1位は町田市',
  ],
];
const elsewhere = [
  '１１位、政令市を除けば１位となる 240,373千円',
  '40,676,000円（成果指向型配分枠を除く）',
  '82,935,000円',
  '一律 116,762千円',
  '１５市町村',
  '資料４‐１',
  '令和７年（2025年）８月 15日',
  '◼ 住民主体による通所型サービス ◼ 介護予防把握事業',
];

const paper = (...more: readonly (readonly CellValue[])[]) => {
  const result = evaluate(workbook({ name: '設定', grid: [...hachiojiFacts, ...more] }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const [sheet] = reportSheets(result.value, 'a');
  if (sheet === undefined) throw new Error('no paper');
  return { sheet, problems: result.value.problems };
};

describe('資料A from the raw facts of 八王子市', () => {
  test('the two-year table is the printed one, figure by figure', () => {
    const rows = printedRows(paper().sheet);
    const start = rows.findIndex(([first]) => first === '区分');
    const found = rows.slice(start, start + table.length).map((row) => row.filter((text) => text !== '区分'));
    expect(found).toEqual(table.map((row) => row.map(tight)));
  });

  test.each(elsewhere)('prints %s', (text) => {
    expect(printedRows(paper().sheet).flat().join('\n')).toContain(tight(text));
  });

  test('nothing of the raw facts is complained of', () => {
    expect(paper().problems.filter(({ code }) => !['E-555', 'E-552', 'E-556'].includes(code))).toEqual([]);
  });
});
