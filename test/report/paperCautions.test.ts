import { evaluate, municipalitiesOf } from '../../src/evaluation';
import { reportSheets, resultSheets, sheetsToWrite, type ReportKind } from '../../src/report';
import type { CellValue, SheetModel } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';
import { printedRows } from '../builders/printed';
import { pageFaults } from './pageArithmetic';

type Row = readonly CellValue[];

const resultsOf = (mark: (id: string) => CellValue, ...rows: readonly Row[]) => {
  const grid = answerForm({ year: 'R7', municipality: '八王子市', prefecture: '東京都', mark: ({ id }) => mark(id) });
  const result = evaluate(workbook({ name: '回答', grid }, { name: '設定', grid: [['項目', '値', '単位'], ...rows] }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const settled = () => '○';
/** A × beside the ○ tells that blanks are open. */
const open = (id: string) => (id.startsWith('P1p3') ? null : id.startsWith('P1p2') ? '×' : '○');

const paper = (kind: 'a' | 'b', results: ReturnType<typeof resultsOf>): SheetModel => {
  const [sheet] = reportSheets(results, kind);
  if (sheet === undefined) throw new Error('no paper');
  return sheet;
};
const textOf = (sheet: SheetModel) => printedRows(sheet).flat().join('\n');
const halfWidth = (text: string) =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll(',', '');

const insured: Row = ['第1号被保険者数', 155_600, '人'];
const notices: readonly Row[] = [
  ['内示額（推進）', 40_676, '千円'],
  ['内示額（支援）', 82_935, '千円'],
];
const lastYear: readonly Row[] = [
  ['前年度', 'R6'],
  ['前年度の得点（推進）', 310],
  ['前年度の金額（推進）', 45_195, '千円'],
  ['前年度の金額（支援）', 90_749, '千円'],
];

describe('settings that tell of another year', () => {
  const first = (year: string): readonly Row[] => [
    ['評価年度', year],
    ['今年度の都道府県内1位の市町村', '練馬区'],
    ['今年度の全国1位の市町村', '架空市（架空県）'],
    ['今年度の全国1位の得点', 777],
  ];

  test.each(['a', 'b'] as const)('paper %s prints nothing of its 今年度, as E-565 says', (kind) => {
    const word = kind === 'a' ? '練馬区' : '架空市';
    expect(textOf(paper(kind, resultsOf(settled, ...first('R7'))))).toContain(word);
    expect(textOf(paper(kind, resultsOf(settled, ...first('R6'))))).not.toContain(word);
  });
});

test.each([
  ['配布用 without last year has no columns of it', [], 1],
  ['配布用 with last year has them', lastYear, 2],
  ['作業用 shows what can be entered', [['資料の版', '作業用']], 2],
] satisfies [string, readonly Row[], number][])('資料A: %s', (_, rows, years) => {
  const heads = printedRows(paper('a', resultsOf(settled, ...notices, ...rows))).find((cells) => cells[0] === '区分');
  expect(heads).toHaveLength(1 + years);
});

test('資料A of a large city: no amount of last year is parted from its 千円', () => {
  const large: readonly Row[] = [
    ['内示額（推進）', 541_200, '千円'],
    ['内示額（支援）', 1_291_000, '千円'],
    ['前年度', 'R6'],
    ['前年度の金額（推進）', 600_000, '千円'],
    ['前年度の金額（支援）', 1_200_000, '千円'],
  ];
  expect(pageFaults(paper('a', resultsOf(settled, ...large)))).toEqual([]);
});

describe('papers whose answers are still open', () => {
  const results = resultsOf(open, ...notices, ...lastYear);
  const { least, most } = municipalitiesOf(results)[0]!.range;

  test('資料A and 資料B say 暫定 in the title and the range of the points in a sentence', () => {
    expect(least).toBeLessThan(most);
    for (const kind of ['a', 'b'] as const) {
      const text = halfWidth(textOf(paper(kind, results)));
      expect(text).toContain('について【暫定】');
      expect(text).toMatch(new RegExp(`得点は未確定の回答があるため${least}.${most}点の範囲です`));
    }
  });

  test('前年度比較 says 暫定 in its title', () => {
    const title = (of: typeof results) =>
      resultSheets(of).find(({ marker }) => marker === 'comparison')?.rows[0]?.[0]?.value;
    expect(title(results)).toMatch(/【暫定】$/);
    expect(title(resultsOf(settled, ...notices, ...lastYear))).not.toMatch(/暫定/);
  });

  test('a paper is as high with open answers or estimates as without', () => {
    for (const kind of ['a', 'b'] as const) {
      const rows = (of: typeof results) => paper(kind, of).rows.length;
      const heights = [
        resultsOf(open, ...notices),
        resultsOf(settled, ...notices),
        resultsOf(settled, insured),
        resultsOf(open, insured),
        resultsOf(settled, insured, notices[0]!),
        resultsOf(settled, notices[0]!),
      ].map(rows);
      expect(new Set(heights).size).toBe(1);
      expect(textOf(paper(kind, resultsOf(settled, ...notices)))).not.toMatch(/暫定|試算/);
    }
  });
});

describe('what 配布用 leaves out', () => {
  const results = resultsOf(settled, ...notices);
  const rowsOf = (...wanted: readonly ReportKind[]) =>
    sheetsToWrite(results, new Set(wanted), [])
      .sheets.find(({ marker }) => marker === 'problems')!
      .rows.map((cells) => cells.map(({ value }) => String(value ?? '')).join('|'))
      .filter((row) => row.includes('E-946'));

  test('stands in 要確認 with the place where it is entered, a row for each paper that is written', () => {
    expect(rowsOf('a', 'b')).toEqual([
      expect.stringMatching(/「資料A」.*資料番号：シート「設定」の「資料番号」/),
      expect.stringMatching(/「資料B」.*資料の日付：シート「設定」の「資料の日付」/),
    ]);
    expect(rowsOf('a')).toHaveLength(1);
    expect(rowsOf('analysis')).toEqual([]);
  });

  test('概況 is the same whichever papers are written', () => {
    const summary = (...wanted: readonly ReportKind[]) =>
      sheetsToWrite(results, new Set(wanted), []).sheets.find(({ marker }) => marker === 'summary')!.rows;
    expect(summary('a', 'b')).toEqual(summary('analysis'));
  });
});

describe('amounts that are estimates', () => {
  test('資料A says 試算, the band, and that no notice tells it', () => {
    const results = resultsOf(settled, insured);
    const { promotion, support } = municipalitiesOf(results)[0]!.grants!;
    const text = textOf(paper('a', results));
    const [low, high] = [promotion.low + support.low, promotion.high + support.high].map(
      (sum) => `${(sum / 1000n).toLocaleString('en-US')}千円`,
    );
    expect(text).toContain(`（${low}～${high}の試算です。国の通知による額ではありません）`);
    expect(text).toContain(`${promotion.yen!.toLocaleString('en-US')}円（${promotion.low.toLocaleString('en-US')}円～`);
  });

  test('資料B says so of each grant', () => {
    const results = resultsOf(settled, insured);
    const text = halfWidth(textOf(paper('b', results)));
    for (const { low, high } of [
      municipalitiesOf(results)[0]!.grants!.promotion,
      municipalitiesOf(results)[0]!.grants!.support,
    ])
      expect(text).toMatch(new RegExp(`${low}円.${high}円の試算です。国の通知による額ではありません`));
  });

  test('beside a grant that was notified only the estimated one is marked', () => {
    const results = resultsOf(settled, insured, notices[0]!);
    const rows = printedRows(paper('a', results));
    const amountOf = (label: string) => rows.find(([first]) => first === label)?.[1];
    expect(amountOf('保険者機能強化推進交付金')).toBe('40,676千円');
    expect(amountOf('介護保険保険者努力支援交付金')).toMatch(/千円（試算）$/);
    expect(rows.find(([first]) => first === 'イ内示金額')?.[1]).toBe('40,676,000円');
    expect(rows.flat()).toContain('２評価結果に基づく内示額（一部は試算）');
    expect(rows.flat().join('\n')).toMatch(
      /介護保険保険者努力支援交付金の額は試算で、.*国の通知による額ではありません/,
    );
    const b = halfWidth(textOf(paper('b', results)));
    expect(b).toContain('内示額40676000円');
    expect(b).toMatch(/交付額\(試算\)\d+円/);
  });

  test('one amount without the other is said, and which one is missing', () => {
    const text = textOf(paper('a', resultsOf(settled, notices[0]!)));
    expect(text).toContain(
      '保険者機能強化推進交付金の内示額は40,676千円です。介護保険保険者努力支援交付金の額がまだ入力されていない',
    );
    expect(textOf(paper('a', resultsOf(settled)))).toContain('八王子市の交付額は、まだ入力されていません。');
  });
});

describe('成果指向型配分枠 of 0円', () => {
  const frame = (amount: number, before: number): readonly Row[] => [
    ...notices,
    ...lastYear,
    ['内示額（成果指向型配分枠）', amount, '千円'],
    ['前年度の金額（成果指向型配分枠）', before, '千円'],
  ];

  test('makes no frame: no selection, no row, the sheet of a year without it', () => {
    const sheet = paper('a', resultsOf(settled, ...frame(0, 0)));
    expect(sheet.marker).toBe('paperAR7');
    expect(textOf(sheet)).not.toMatch(/交付対象に選定|成果指向型/);
    expect(textOf(paper('b', resultsOf(settled, ...frame(0, 0))))).not.toMatch(/成果指向型配分枠/);
    expect(paper('a', resultsOf(settled, ...frame(1, 0))).marker).toBe('paperAR7Frame');
    expect(textOf(paper('a', resultsOf(settled, ...frame(1, 0))))).toContain('交付対象に選定');
  });

  test('in 前年度比較 stays the figure it is, with its source', () => {
    const sheet = resultSheets(resultsOf(settled, ...frame(0, 5))).find(({ marker }) => marker === 'comparison');
    const row = sheet?.rows.find(([first]) => first?.value === '成果指向型配分枠');
    expect(row?.slice(1, 4).map(({ value }) => value)).toEqual([5, 0, -5]);
    expect(row?.slice(1, 4).every(({ source }) => source !== undefined)).toBe(true);
  });
});
