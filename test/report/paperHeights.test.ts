import { evaluate } from '../../src/evaluation';
import { reportSheets } from '../../src/report';
import { appearances, type CellValue } from '../../src/workbook';
import { workbook } from '../builders/answerSheets';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';

const programmesHead = ['事業名', '交付金', '経費区分', '金額', '単位'];
const paper = (facts: readonly (readonly CellValue[])[], names: readonly string[], grant = '推進') => {
  const rows = names.map((name) => [name, grant, '介護予防', 1, '千円']);
  const result = evaluate(workbook({ name: '設定', grid: [...facts, [], programmesHead, ...rows] }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const [sheet] = reportSheets(result.value, 'a');
  if (sheet === undefined) throw new Error('no paper');
  const listed = sheet.rows.flatMap((row, at) => {
    const text = row[0]?.value;
    return typeof text === 'string' && text.startsWith('◼') ? [{ text, height: sheet.rowHeights?.get(at) ?? 0 }] : [];
  });
  return { sheet, listed };
};
const plain: readonly (readonly CellValue[])[] = [
  ['項目', '値', '単位'],
  ['評価年度', 'R7'],
  ['市町村名（資料用）', '八王子市'],
  ['今年度の得点（合計）', 500],
  ['内示額（推進）', 40_676, '千円'],
];

describe('the programmes of 資料A', () => {
  test('a cell is as high as its wrapped names need', () => {
    const long = '地域の通いの場における介護予防とフレイル予防の一体的な推進を図るための専門職派遣事業'.repeat(3);
    const [short] = paper(plain, ['一', '二']).listed;
    const [wrapped] = paper(plain, [long, long, long]).listed;
    expect(short?.height).toBeGreaterThanOrEqual(2 * 10.5);
    expect(short?.height).toBeLessThan(wrapped?.height ?? 0);
    expect(wrapped?.height).toBeGreaterThanOrEqual(3 * 3 * 10.5);
  });

  test.each([
    ['60 programmes', Array.from({ length: 60 }, (_, at) => `事業その${at + 1}`)],
    ['one name of 5,000 characters', ['長'.repeat(5000)]],
  ])('%s are all printed, over as many rows as they need, none higher than Excel takes', (_, names) => {
    const { sheet } = paper(plain, names);
    const text = sheet.rows.flat().map(({ value }) => String(value ?? '')).join('\n'); // prettier-ignore
    const [name = ''] = names;
    expect(
      names.length === 1 ? text.replace(/[^長]/g, '').length : names.filter((one) => !text.includes(`◼ ${one}`)),
    ).toEqual(names.length === 1 ? name.length : []);
    expect(Math.max(...(sheet.rowHeights?.values() ?? []))).toBeLessThanOrEqual(400);
    // Every row of the list holds what it was given: lines of 10.5 points, which is one em of the font.
    for (const [at, row] of sheet.rows.entries()) {
      if (row.every(({ value }) => value === null)) continue;
      const lines = String(row[0]?.value ?? '').split('\n').length;
      expect((sheet.rowHeights?.get(at) ?? 1000) + 1).toBeGreaterThanOrEqual(Math.min(lines, 1000) * 10.5);
    }
  });

  test('those of 成果指向型配分枠 appear where there is such a frame, and only there', () => {
    const withFrame = paper(hachiojiFacts, ['重度化防止の実証'], '成果指向型');
    const texts = ({ sheet }: typeof withFrame) => sheet.rows.flat().map(({ value }) => String(value ?? ''));
    expect(texts(withFrame).join('\n')).toContain('【成果指向型配分枠】\n◼ 重度化防止の実証');
    expect(texts(paper(plain, ['重度化防止の実証'], '成果指向型')).join('\n')).not.toContain('重度化防止の実証');
  });
});

test('a long 会議名 and a long 資料番号 wrap instead of losing their beginning', () => {
  const meeting = '第９期介護保険事業計画及び高齢者福祉計画の推進に関する地域包括ケア推進協議会専門部会合同会議'.repeat(
    4,
  );
  const { sheet } = paper([...plain, ['会議名', meeting], ['資料番号', '資料第１２３号の４別紙様式第５の参考']], []);
  const row = sheet.rows.findIndex((cells) => cells.some(({ value }) => value === meeting));
  expect(row).toBeGreaterThan(0);
  expect(sheet.rowHeights?.get(row)).toBeGreaterThanOrEqual(45);
  expect([appearances.right.wrap, appearances.boxed.wrap]).toEqual([true, true]);
});
