import type { CellValue } from '../../src/workbook';
import { answerForm } from '../builders/answerSheets';
import { evaluated, type Rows } from '../builders/evaluated';

// 推Ⅰ体制1 ア–エ (16), 支Ⅲ活動2 ア① (2) and 20 of goal Ⅳ: 推進 36, 支援 22, all 58.
const met = new Set(['P1p1a', 'P1p1b', 'P1p1c', 'P1p1d', 'S3a2a1', 'C4o2a', 'C4o2b', 'C4o2c', 'C4o2d']);
const [title = [], town = [], blank = [], ...table] = answerForm({
  year: 'R6',
  municipality: '北塩原村',
  prefecture: '福島県',
  mark: ({ id }) => (met.has(id) ? '○' : '×'),
});
const under = (...head: Rows): Rows => [title, town, ...head, blank, ...table];
const form = under();
const complaints = (grid: Rows, ...others: readonly { readonly name: string; readonly grid: Rows }[]) =>
  evaluated([{ name: '回答', grid }, ...others]).problems.flatMap(({ name, found, expected, sheet, cell }) =>
    name === 'subtotal-differs' ? [[found, expected, `${sheet ?? ''}!${cell ?? ''}`]] : [],
  );

// A newcomer's trial: a total that differs was seen below the table alone.
describe('a total printed outside the tables', () => {
  it.each<[string, readonly CellValue[], string]>([
    ['its label left of it', [null, null, null, '自己採点', 64], 'E3'],
    ['blanks and a unit', [null, null, null, '自己採点合計', null, 64, '点'], 'F3'],
    ['the unit in its cell', ['総得点：', '６４点'], 'B3'],
    ['the full marks in its cell', ['総得点', '64点／800点'], 'B3'],
    ['the full marks beside it', ['合計得点（自己採点）', 64, 800], 'B3'],
    ['a sentence around it', ['提出用　【合計 64点】'], 'A3'],
  ])('is compared in the head with %s', (_, cells, cell) => {
    expect(complaints(under(cells))).toEqual([['64', '58', `回答!${cell}`]]);
    const right = cells.map((one) => (one === 64 ? 58 : typeof one === 'string' ? one.replace(/64|６４/, '58') : one));
    expect(complaints(under(right))).toEqual([]);
  });

  it.each<[string, readonly CellValue[]]>([
    ['of last year', ['前年度', null, '合計得点', 64]],
    ['of another year', ['令和5年度 総得点', 64]],
    ['of the nation', ['全国平均 総得点', 64]],
    ['that is the full marks', ['満点合計', 800]],
    ['of something else', ['合計', 64, '件']],
    ['in money', ['合計', '64千円']],
    ['in a sentence about others', ['（前年度合計 64点）']],
    ['before which nobody says points', ['件数', 64]],
    ['among several figures', ['総得点', 64, 70]],
    ['of one group of a goal', ['推進Ⅰ（ⅰ）合計', 64, '点']],
  ])('%s is none', (_, cells) => {
    expect(complaints(under(cells))).toEqual([]);
  });

  it('is compared below the table, and a sum in the table is told once', () => {
    expect(complaints([...form, [], ['総得点', 64]])).toHaveLength(1);
    expect(complaints([...form, ['総得点', null, null, null, null, null, null, 64]])).toHaveLength(1);
  });

  const summary = (total: number, header = '得点'): Rows => [
    ['区分', '配点', header],
    ['推進交付金', 400, 36],
    ['支援交付金 計', 400, 22],
    ['合計', 800, total],
  ];

  it('is compared on a sheet of its own', () => {
    expect(complaints(form, { name: '集計', grid: summary(64) })).toEqual([['64', '58', '集計!C4']]);
    expect(complaints(form, { name: '集計', grid: summary(58) })).toEqual([]);
  });

  it.each<[string, string, Rows]>([
    ['of another year by its name', '令和5年度', summary(64)],
    ['of another year by its title', '集計', [['令和5年度 集計'], ...summary(64)]],
    ['of last year by its header', '集計', summary(64, '前年度得点')],
    ['of examples', '記入例', summary(64)],
    ['that counts something else', '集計', summary(64, '件数')],
    [
      'that says nothing of points',
      '一覧',
      [
        ['課名', '人数'],
        ['介護', 30],
        ['合計', 64],
      ],
    ],
  ])('is none on a sheet %s', (_, name, grid) => {
    expect(complaints(form, { name, grid })).toEqual([]);
  });

  it('is nobody’s where several municipalities answer', () => {
    const rows = form.map((row, at) =>
      at === 3 ? [...row.slice(0, 7), '北塩原村', '磐梯町'] : [...row, row[7] ?? null],
    );
    const grid = rows.map((row, at) => (at === 1 ? [] : row));
    expect(complaints(grid, { name: '集計', grid: summary(64) })).toEqual([]);
  });
});
