import { linkedCells } from '../../src/report/layout/linkedCells';
import { cell } from '../../src/report/layout/cells';
import { brokenLines } from '../../src/report/layout/textLines';
import { unbroken } from '../../src/report/layout/wholeWords';
import { textEm } from '../../src/workbook';

/** Widths at which the text takes more than a line. */
const widths = (text: string, from: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.floor(textEm(text)) - from) }, (_, at) => from + at);

describe('no word is parted by the end of a line', () => {
  test.each([
    [
      'a word of a few signs',
      '全国順位 約1,250位（1,241～1,262位）／1,741市町村　全国平均・中央値は国の公表値',
      12,
      '公表値',
    ],
    [
      'a criterion with its points',
      'ア①（4点・全国82.3%）、ア②（4点・全国61.0%）、イ（10点・全国9.9%）',
      14,
      'ア②（4点・全国61.0%）',
    ],
    ['a bracket behind a figure', '令和8年度の総得点は507点で、得点率は63.4％）です。', 9, '63.4％）'],
    [
      'a municipality with its prefecture',
      '前年度からの変化（令和7年度から令和8年度）　かすみがうら市（茨城県）　【暫定】',
      13,
      'かすみがうら市（茨城県）',
    ],
    ['a unit before brackets', '全国順位は1,492位（1,741市町村中）、総得点は390点（2,185点満点）です。', 13, '390点'],
    ['a unit of more signs before brackets', '両交付金を合わせて9,300千円（試算の額）になります。', 9, '9,300千円'],
    ['a rank before brackets', '1,492位（1,741市町村中）', 6, '1,492位'],
    ['a range in brackets', '令和6年度の全国順位は約4位（2～4位）になりました。', 8, '（2～4位）'],
    ['a bracket before a word', '全国順位は386～699位になります（今年度の評価指標のとき）。', 10, '（今年度'],
    ['a range with its unit', '得点率は57.6～62.5％で、全国1,741市町村中585～902位です。', 9, '585～902位'],
    ['the end of a sentence', '選択肢が同点のとき、どちらを記録するかは公表資料にない（得点は同じ）。', 14, '同じ）。'],
  ])('%s', (_, text, from, whole) => {
    for (const ems of widths(text, from)) {
      const broken = unbroken(text, ems);
      for (const rule of [undefined, 'without-rule'] as const)
        expect([ems, brokenLines(broken, ems, rule).join('|')]).toEqual([ems, expect.stringContaining(whole)]);
      expect(broken.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }
  });

  test('a word longer than a line, an indent and a line end that is there already change nothing', () => {
    expect(unbroken('（とても長い、一行に入らない括弧の中の語）', 6)).not.toMatch(/^\n/);
    expect(unbroken('　１２３，４５６千円', 8)).not.toMatch(/^\s*\n/);
    expect(unbroken('一行目\n公表値', 5)).toBe('一行目\n公表値');
  });
});

describe('a place that leads somewhere', () => {
  const link = { sheet: '回答', cell: 'H12' };
  const code = cell('E-217', 'center');

  test('is the link where it stands in one line, else the word before it is, and the place is whole', () => {
    expect(linkedCells(code, '回答!H12', link, 14).map((one) => one.link)).toEqual([undefined, link]);
    const long = '[令和8年度_回答票_北塩原村_最終版.xlsx]回答!H12';
    const [short, place] = linkedCells(code, long, link, 23);
    expect([short.value, short.link, place.value, place.link]).toEqual(['E-217', link, long, undefined]);
  });

  test('stays the link where there is no word to be one', () => {
    const [short, place] = linkedCells(cell('', 'center'), 'とても長いシートの名前（提出用）!H12', link, 14);
    expect([short.link, place.link]).toEqual([undefined, link]);
  });
});
