import { municipalitiesOf } from '../../src/evaluation';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { yen } from '../../src/kernel';
import type { Results } from '../../src/evaluation';
import { resultSheets } from '../../src/report';
import { a1, cellAt, type CellValue, type SheetModel } from '../../src/workbook';
import { readWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { answerForm } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';
import { amakusaFacts } from '../fixtures/amakusaFacts';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';
import { testWith } from '../builders/withProgram';
import { convertAll } from '../workbook/file/office';
import { zipOf } from '../workbook/file/xlsxBuilder';

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

const [formulaColumn, resultColumn, printedColumn, differenceColumn, verdictColumn] = [1, 6, 7, 8, 9] as const;

/** The rows that hold a control, by their row number. */
const controlsOf = ({ rows }: SheetModel) =>
  rows.flatMap((row, at) => {
    const formula = row[formulaColumn]?.value;
    return typeof formula === 'string' && /^[A-Z]+\d/.test(formula) ? [{ at, row, formula }] : [];
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
    expect(labelsOf(controlOf(hachioji()))).toEqual([
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
    expect(labelsOf(controlOf(kitashiobara()))).toHaveLength(13);
  });

  test('everything agrees, and says so', () => {
    for (const results of [hachioji(), amakusa(), kitashiobara()]) {
      const sheet = controlOf(results);
      expect(verdictsOf(sheet)).toEqual(new Set(['一致']));
      expect(sheet.rows[1]?.[0]?.value).toBe(`${controlsOf(sheet).length}件すべて一致しました。`);
    }
  });

  test('a printed total that its terms do not give is 不一致, and is counted', () => {
    const results = hachioji();
    const [own] = municipalitiesOf(results);
    if (own?.grants == null || results.subject === 'facts') throw new Error('no grants');
    const grants = { ...own.grants, totalYen: yen(own.grants.totalYen! + 1n) };
    const sheet = controlOf({ ...results, municipalities: [{ ...own, total: own.total - 2, grants }] });
    const wrong = controlsOf(sheet).filter(({ row }) => row[verdictColumn]?.value === '不一致');
    expect(wrong.map(({ row }) => [row[0]?.value, row[differenceColumn]?.value])).toEqual([
      ['総得点 ＝ 推進＋支援', 2],
      ['総得点 ＝ 体制・取組＋活動＋成果×2', 2],
      ['交付額（円） ＝ 推進＋支援＋成果指向型', -1],
    ]);
    expect(sheet.rows[1]?.[0]?.value).toMatch(/^29件のうち3件が一致しません/);
  });

  test('a points block changed alone is found as well', () => {
    const results = kitashiobara();
    const [own] = municipalitiesOf(results);
    if (own === undefined || results.subject === 'facts') throw new Error('nobody');
    const blocks = own.blocks.map((one, at) => (at === 0 ? { ...one, points: one.points + 1 } : one));
    const wrong = controlsOf(controlOf({ ...results, municipalities: [{ ...own, blocks }] })).filter(
      ({ row }) => row[verdictColumn]?.value === '不一致',
    );
    expect(wrong.map(({ row }) => row[0]?.value)).toEqual([
      '推進Ⅰ ＝ 体制・取組＋活動',
      '総得点 ＝ 体制・取組＋活動＋成果×2',
    ]);
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

  test('every figure says where it comes from, and no cell holds a formula', () => {
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

/** The sheets with their texts of formulas put to work, all with a wrong stored value, so that only a calculation agrees. */
const withFormulas = async (sheets: readonly SheetModel[]): Promise<Uint8Array> => {
  const parts = unzipSync(await writeWorkbookFile(sheets));
  sheets.forEach((sheet, at) => {
    const part = `xl/worksheets/sheet${at + 1}.xml`;
    const xml = controlsOf(sheet).reduce(
      (text, { at: row, formula }) => {
        const address = a1(row, resultColumn);
        const cell = new RegExp(`(<c r="${address}"[^>]*>)<v>[^<]*</v></c>`);
        if (!cell.test(text)) throw new Error(`no figure in ${address}`);
        return text.replace(cell, `$1<f>${formula}</f><v>-999</v></c>`);
      },
      strFromU8(parts[part] ?? new Uint8Array()),
    );
    parts[part] = strToU8(xml);
  });
  return zipOf(parts);
};

const withFirstTerm = (sheet: SheetModel, row: number, change: number): SheetModel => ({
  ...sheet,
  rows: sheet.rows.map((cells, at) =>
    cells.map((one, column) => (at === row && column === 2 ? { ...one, value: Number(one.value) + change } : one)),
  ),
});

testWith('soffice')('LibreOffice works every result out anew, and comes to the printed value', async () => {
  const sheets = [hachioji(), amakusa(), kitashiobara()].map((results, at) => ({
    ...controlOf(results),
    name: `検算${at + 1}`,
    marker: `control${'abc'[at] ?? ''}`,
  }));
  const [first] = sheets;
  if (first === undefined) throw new Error('no sheet');
  const money = controlsOf(first).find(({ row }) => String(row[0]?.value).startsWith('交付額'));
  if (money === undefined) throw new Error('no money');
  const changed = withFirstTerm({ ...first, name: '検算（項を変えたもの）', marker: 'controlChanged' }, money.at, 1000);
  const [calculated] = convertAll([await withFormulas([...sheets, changed])], 'xlsx', 'xlsx', { calculated: true });
  const read = await readWorkbookFile(calculated ?? new Uint8Array(), 'x.xlsx');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const compared = sheets.map((sheet, at) =>
    controlsOf(sheet).flatMap(({ at: row, row: cells }) => {
      const printed = cells[printedColumn]?.value;
      const result = cellAt(read.value.sheets[at]?.grid ?? [], row, resultColumn);
      const agrees = Math.abs(Number(result) - Number(printed ?? cells[resultColumn]?.value)) < 1e-9;
      return agrees ? [] : [[sheet.name, cells[0]?.value, result, printed]];
    }),
  );
  expect(compared).toEqual([[], [], []]);
  expect(sheets.map((sheet) => controlsOf(sheet).length)).toEqual([29, 19, 13]);
  const total = cellAt(read.value.sheets[3]?.grid ?? [], money.at, resultColumn);
  expect(total).toBe(Number(money.row[printedColumn]?.value) + 1000);
});
