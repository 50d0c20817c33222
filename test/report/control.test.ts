import { municipalitiesOf } from '../../src/evaluation';
import { yen } from '../../src/kernel';
import type { Results } from '../../src/evaluation';
import { resultSheets } from '../../src/report';
import { criterionIndexOf } from '../../src/schemes';
import type { CellValue, SheetModel } from '../../src/workbook';
import { answerForm } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';
import { amakusaFacts } from '../fixtures/amakusaFacts';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';

const form = (year: string, municipality: string, prefecture: string, met: (id: string) => boolean) => ({
  grid: answerForm({ year, municipality, prefecture, mark: ({ id }) => (met(id) ? '○' : '×') }),
});
const told = (...rows: readonly (readonly CellValue[])[]) => ({
  name: '設定',
  grid: [['項目', '値', '単位'], ...rows],
});

/** R7 with notices, last year and the use of the grants. */
const hachioji = (): Results =>
  evaluated([
    form('R7', '八王子市', '東京都', (id) => id.length % 2 === 0 || id.endsWith('1')),
    { name: '設定', grid: hachiojiFacts },
  ]);
const amakusa = (): Results =>
  evaluated([
    form('R8', '天草市', '熊本県', (id) => id.endsWith('1') || id.endsWith('a')),
    told(['前年度', 'R7'], ['前年度の得点（推進）', 150], ['前年度の得点（支援）', 180]),
  ]);
const kitashiobara = (): Results => evaluated([form('R6', '北塩原村', '福島県', (id) => id.includes('2'))]);

const controlOf = (results: Results): SheetModel => {
  const sheet = resultSheets(results).find(({ marker }) => marker === 'control');
  if (sheet === undefined) throw new Error('no sheet 検算');
  return sheet;
};

const [formulaColumn, printedColumn, differenceColumn, verdictColumn] = [1, 7, 8, 9] as const;

/** The rows that hold a control, by their row number. */
const controlsOf = ({ rows }: SheetModel) =>
  rows.flatMap((row, at) => {
    const formula = row[formulaColumn]?.value;
    return typeof formula === 'string' && /^(?:MIN\()?[A-Z]+\d/.test(formula) ? [{ at, row, formula }] : [];
  });
const labelsOf = (sheet: SheetModel) => controlsOf(sheet).map(({ row }) => row[0]?.value);
const verdictsOf = (sheet: SheetModel) => new Set(controlsOf(sheet).map(({ row }) => row[verdictColumn]?.value));

describe('検算', () => {
  test('stands before 処理記録, and checks points, money, last year and use, where they are known', () => {
    expect(
      resultSheets(hachioji())
        .map(({ name }) => name)
        .slice(-4),
    ).toEqual(['要確認', '読み取り', '検算', '処理記録']);
    const labels = labelsOf(controlOf(hachioji()));
    const indicators = criterionIndexOf(hachioji().scheme).all.map(({ indicator }) => indicator);
    expect(labels.slice(0, new Set(indicators).size).every((label) => String(label).includes('○の枝番の配点'))).toBe(
      true,
    );
    expect(labels.slice(new Set(indicators).size)).toEqual([
      ...['推進Ⅰ', '推進Ⅱ', '推進Ⅲ', '支援Ⅰ', '支援Ⅱ', '支援Ⅲ'].flatMap((goal) => [
        `${goal}体制・取組 ＝ 指標別の得点`,
        `${goal}活動 ＝ 指標別の得点`,
      ]),
      '共通Ⅳ成果 ＝ 指標別の得点',
      '共通Ⅳ成果 ＝ 指標別の得点',
      '推進Ⅰ ＝ 体制・取組＋活動',
      '推進Ⅱ ＝ 体制・取組＋活動',
      '推進Ⅲ ＝ 体制・取組＋活動',
      '支援Ⅰ ＝ 体制・取組＋活動',
      '支援Ⅱ ＝ 体制・取組＋活動',
      '支援Ⅲ ＝ 体制・取組＋活動',
      '推進 ＝ Ⅰ＋Ⅱ＋Ⅲ＋Ⅳ',
      '支援 ＝ Ⅰ＋Ⅱ＋Ⅲ＋Ⅳ',
      '総得点 ＝ 推進＋支援',
      '総得点 ＝ 体制・取組＋活動＋成果×2',
      '推進の得点率 ＝ 得点÷満点',
      '支援の得点率 ＝ 得点÷満点',
      '総得点の得点率 ＝ 総得点÷満点',
      ...['推進', '支援', '総得点'].map((name) => `${name}の全国平均との差 ＝ 得点－全国平均`),
      '交付額（円） ＝ 推進＋支援＋成果指向型',
      '令和6年度（円） ＝ 推進＋支援',
      '令和7年度（円） ＝ 推進＋成果指向型＋支援',
      '推進の増減（円） ＝ 今年度－前年度',
      '支援の増減（円） ＝ 今年度－前年度',
      '合計の増減（円） ＝ 今年度－前年度',
      ...['推進', '支援', '合計'].flatMap((name) => [
        `${name}の得点の増減 ＝ 今年度－前年度`,
        `${name}の得点率の増減（ポイント） ＝ 今年度－前年度`,
      ]),
      '推進の使途（円） ＝ 充当先事業',
      '成果指向型の使途（円） ＝ 充当先事業＋未充当',
      '支援の使途（円） ＝ 充当先事業',
      '使途の全体（円） ＝ 各交付金の計',
    ]);
  });

  test('everything agrees, and says so', () => {
    for (const results of [hachioji(), amakusa(), kitashiobara()]) {
      const sheet = controlOf(results);
      expect(verdictsOf(sheet)).toEqual(new Set(['一致']));
      expect(sheet.rows[1]?.[0]?.value).toBe(`${controlsOf(sheet).length}件中 ${controlsOf(sheet).length}件一致`);
    }
  });

  test('a printed total that its terms do not give is 不一致, and is counted', () => {
    const results = hachioji();
    const [own] = municipalitiesOf(results);
    if (own?.grants == null || results.subject === 'facts') throw new Error('no grants');
    const grants = { ...own.grants, totalYen: yen(own.grants.totalYen! + 1n) };
    const blocks = own.blocks.map((one) =>
      one.block.grant === null ? { ...one, points: one.points - 2, most: one.most - 2 } : one,
    );
    const sheet = controlOf({ ...results, municipalities: [{ ...own, blocks, grants }] });
    const wrong = controlsOf(sheet).filter(({ row }) => row[verdictColumn]?.value === '不一致');
    expect(wrong.map(({ row }) => [row[0]?.value, row[differenceColumn]?.value])).toEqual([
      ['総得点 ＝ 推進＋支援', 2],
      ['総得点 ＝ 体制・取組＋活動＋成果×2', 2],
      ['交付額（円） ＝ 推進＋支援＋成果指向型', -1],
    ]);
    const count = controlsOf(sheet).length;
    expect(sheet.rows[1]?.[0]?.value).toBe(`${count}件中 ${count - 3}件一致`);
  });

  test('a points block changed alone is found as well', () => {
    const results = kitashiobara();
    const [own] = municipalitiesOf(results);
    if (own === undefined || results.subject === 'facts') throw new Error('nobody');
    const blocks = own.blocks.map((one, at) =>
      at === 0 ? { ...one, points: one.points + 1, most: one.most + 1 } : one,
    );
    const wrong = controlsOf(controlOf({ ...results, municipalities: [{ ...own, blocks }] })).filter(
      ({ row }) => row[verdictColumn]?.value === '不一致',
    );
    expect(wrong.map(({ row }) => row[0]?.value)).toEqual([
      '推進Ⅰ体制・取組 ＝ 指標別の得点',
      '推進Ⅰ ＝ 体制・取組＋活動',
      '総得点 ＝ 体制・取組＋活動＋成果×2',
    ]);
  });

  test('a figure printed with two ends is judged at both; what follows from the total is 暫定, and counted apart', () => {
    const results = evaluated([
      {
        grid: answerForm({
          year: 'R8',
          municipality: '天草市',
          prefecture: '熊本県',
          mark: ({ id }) => (id === 'P1p1a' ? '△' : '○'),
        }),
      },
    ]);
    const sheet = controlOf(results);
    const verdicts = controlsOf(sheet).map(({ row }) => [row[0]?.value, row[verdictColumn]?.value]);
    const open = verdicts.filter(([, verdict]) => verdict === '暫定').map(([label]) => label);
    const agreeing = verdicts.filter(([, verdict]) => verdict === '一致').map(([label]) => label);
    expect(agreeing).toEqual(
      expect.arrayContaining(
        ['推進Ⅰ体制・取組 ＝ 指標別の得点', '推進Ⅰ ＝ 体制・取組＋活動', '総得点 ＝ 推進＋支援'].flatMap((label) => [
          `${label}（下限）`,
          `${label}（上限）`,
        ]),
      ),
    );
    expect(agreeing).toContain('推進Ⅱ ＝ 体制・取組＋活動');
    expect(verdicts.filter(([, verdict]) => verdict === '不一致')).toEqual([]);
    const same = verdicts.length - open.length;
    expect(sheet.rows[1]?.[0]?.value).toBe(
      `${same}件中 ${same}件一致${open.length === 0 ? '' : `（ほかに暫定 ${open.length}件）`}`,
    );
  });

  test('more than four programmes are carried from line to line', () => {
    const programmes = Array.from({ length: 9 }, (_, at) => [`事業${at + 1}`, '推進', '介護予防', at + 1, '円']);
    const results = evaluated([
      form('R7', '八王子市', '東京都', () => true),
      told(['内示額（推進）', 45, '円'], [], ['事業名', '交付金', '経費区分', '金額', '単位'], ...programmes),
    ]);
    const used = controlsOf(controlOf(results)).filter(({ row }) => String(row[0]?.value).includes('の使途（円）'));
    expect(used.map(({ row }) => row.slice(2).map(({ value }) => value))).toEqual([
      [1, 2, 3, 4, 10, null, null, '次の行へ'],
      [10, 5, 6, 7, 28, null, null, '次の行へ'],
      [28, 8, 9, null, 45, 45, 0, '一致'],
    ]);
  });

  test('points that were only told are added up too; without anything to add up there is no sheet', () => {
    const facts = evaluated([{ name: '設定', grid: hachiojiFacts }]);
    expect(labelsOf(controlOf(facts))[0]).toBe('総得点 ＝ 推進＋支援');
    const bare = evaluated([told(['評価年度', 'R7'], ['今年度の得点（合計）', 500])]);
    expect(resultSheets(bare).map(({ marker }) => marker)).not.toContain('control');
    expect(verdictsOf(controlOf(evaluated([{ name: '設定', grid: amakusaFacts }])))).toEqual(new Set(['一致']));
  });

  test('a frame of 0円 that was told is said to be told, as the sum that counts it says', () => {
    const sheet = controlOf(
      evaluated([
        form('R8', '天草市', '熊本県', () => true),
        told(
          ['内示額（推進）', 9000, '千円'],
          ['内示額（支援）', 8000, '千円'],
          ['内示額（成果指向型配分枠）', 0, '円'],
          ['前年度', 'R7'],
          ['前年度の得点（推進）', 150],
        ),
      ]),
    );
    const sum = controlsOf(sheet).find(({ row }) => row[0]?.value === '令和8年度（円） ＝ 推進＋成果指向型＋支援')!;
    expect(sum.row.slice(2, 5).map(({ source }) => source)).toMatchObject([
      { kind: 'told', place: { cell: 'B2' } },
      { kind: 'told', place: { cell: 'B4' } },
      { kind: 'told', place: { cell: 'B3' } },
    ]);
    expect(sum.row[printedColumn]?.source?.text).toContain('推進＋成果指向型配分枠＋支援');
  });

  test('every figure says where it comes from, and no value begins like a formula', () => {
    const { rows } = controlOf(hachioji());
    const figures = rows.flat().filter(({ value }) => typeof value === 'number');
    expect(figures.filter(({ source }) => source === undefined)).toEqual([]);
    const termOf = (label: string) => rows.find(([one]) => one?.value === label)?.[2]?.source;
    expect(termOf('推進Ⅰ ＝ 体制・取組＋活動')).toMatchObject({ kind: 'answers', place: { sheet: 'Sheet1' } });
    expect(termOf('推進の得点率 ＝ 得点÷満点')?.kind).toBe('answers');
    expect(termOf('交付額（円） ＝ 推進＋支援＋成果指向型')).toMatchObject({
      kind: 'told',
      place: { sheet: '設定', cell: 'B9' },
    });
    expect(termOf('支援の使途（円） ＝ 充当先事業')).toMatchObject({ kind: 'told', place: { sheet: '設定' } });
    expect(rows.flat().filter(({ value }) => String(value).startsWith('='))).toEqual([]);
  });
});
