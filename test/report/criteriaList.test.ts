import { reportSheets } from '../../src/report';
import { descriptionsOf } from '../../src/schemes';
import type { CellValue, SheetModel } from '../../src/workbook';
import { readWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { answerForm, schemeFor, type SheetOptions } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';
import { formWithColumns } from '../builders/formWithColumns';
import { goldenCases } from '../golden/cases';

const sheetOf = (grid: readonly (readonly CellValue[])[]): SheetModel => {
  const [sheet] = reportSheets(evaluated([{ name: '回答', grid }]), 'criteria-list');
  if (sheet === undefined) throw new Error('no list');
  return sheet;
};
const values = ({ rows }: SheetModel) => rows.slice(4).map((row) => row.map(({ value }) => value));
const column = { grant: 0, goal: 1, indicator: 4, branch: 5, text: 6, most: 7, state: 8, points: 9, share: 10 };
const form = (mark: SheetOptions['mark'], year = 'R8') =>
  answerForm({ year, municipality: '東川町', prefecture: '北海道', mark });

describe.each(goldenCases)('the list of %s', (_, { fiscalYear, municipality, prefecture, scored, published }) => {
  const rows = values(
    sheetOf(answerForm({ year: fiscalYear, municipality, prefecture, mark: ({ id }) => (id in scored ? '○' : '×') })),
  );
  const { indicators } = schemeFor(fiscalYear);
  const ids = indicators.flatMap(({ criteria }) => criteria.map(({ id }) => id));

  test('says of every criterion what was published, and its points come to the published total', () => {
    expect(rows.map((row) => row[column.state] === '○')).toEqual(ids.map((id) => id in scored));
    expect(rows.map((row) => row[column.points])).toEqual(ids.map((id) => scored[id] ?? 0));
    const times = indicators.flatMap(({ grant, criteria }) => criteria.map(() => (grant === 'common' ? 2 : 1)));
    const total = rows.reduce((sum, row, at) => sum + Number(row[column.points]) * (times[at] ?? 0), 0);
    expect(total).toBe(published.total);
  });
});

test('the share of the nation is that of the published counts', () => {
  // 全国集計（市町村） R8: 1,701 of 1,741 have 推進Ⅰ体制1 ア, 1,405 have エ.
  const rows = values(sheetOf(form(() => '○')));
  expect([rows[0], rows[3]].map((row) => row?.[column.share])).toEqual([1701 / 1741, 1405 / 1741]);
});

test('an indicator stands in one merged cell, nothing in it names the municipality again or leads to a cell', () => {
  const sheet = sheetOf(form(() => '○'));
  expect(sheet.merges).toContainEqual({ top: 4, bottom: 7, left: 4, right: 4 });
  expect(values(sheet).flat()).not.toContain('東川町');
  expect(sheet.rows.flat().some(({ link }) => link !== undefined)).toBe(false);
  expect(sheet.print.titleRows).toEqual({ first: 3, last: 3 });
});

describe('what is not sure', () => {
  test('an unreadable answer is 未確定 without points, and so are the alternatives beside it', () => {
    const rows = values(sheetOf(form(({ id }) => (id === 'C4o1b1' ? '△' : id === 'C4o1a1' ? '○' : '×'))));
    const { indicators } = schemeFor('R8');
    const ids = indicators.flatMap(({ criteria }) => criteria.map(({ id }) => id));
    const of = (id: string) => rows[ids.indexOf(id)] ?? [];
    expect([of('C4o1b1')[column.state], of('C4o1b1')[column.points]]).toEqual(['未確定', '－']);
    expect([of('C4o1a1')[column.state], of('C4o1a1')[column.points]]).toEqual(['○', '－']);
    expect([of('C4o2a')[column.state], of('C4o2a')[column.points]]).toEqual(['×', 0]);
  });

  test('the place on the own total is 未確定 as long as open answers can reach it', () => {
    // R8: 412 points without 推進Ⅰ活動1 are needed for ア; everything is open, then nothing but one criterion.
    const states = (mark: SheetOptions['mark']) => {
      const rows = values(sheetOf(form(mark)));
      const first = rows.findIndex((row) => row[column.indicator] === '今年度の評価点');
      return rows.slice(first, first + 4).map((row) => row[column.state]);
    };
    expect(states(({ id }) => (id.startsWith('P') ? '○' : '△'))).toEqual(['未確定', '未確定', '未確定', '未確定']);
    expect(states(({ id }) => (id === 'P2p1a' ? '△' : '×'))).toEqual(['×', '×', '×', '×']);
  });
});

describe('what a criterion asks', () => {
  const own = (texts: Readonly<Record<string, (id: string) => CellValue>>) =>
    formWithColumns({ year: 'R8', municipality: '東川町', prefecture: '北海道', mark: () => '○' }, texts);
  const first = (grid: readonly (readonly CellValue[])[], at = 0) => values(sheetOf(grid))[at]?.[column.text];

  test('is told in the words of the form where it has a column for it', () => {
    expect(first(own({ 枝番の内容: (id) => (id === 'P1p1a' ? '地域の特徴を把握している' : null) }))).toBe(
      '地域の特徴を把握している',
    );
    expect(first(own({ 判断基準: () => 'い'.repeat(200) }))).toBe(`${'い'.repeat(119)}…`);
  });

  test('is told in the words behind the label of the branch', () => {
    const grid = form(() => '○').map((row) => (row[5] === 'ア' ? row.with(5, 'ア　庁内で共有している') : row));
    expect(first(grid)).toBe('庁内で共有している');
  });

  test('is told in few words of ours where its gist is known, else by the name of the indicator', () => {
    const rows = values(sheetOf(form(() => '○')));
    const text = (indicator: string, branch: string) => {
      const start = rows.findIndex((row) => row[column.indicator] === indicator);
      return rows.slice(start).find((row) => row[column.branch] === branch)?.[column.text];
    };
    expect(text('給付費適正化方策の策定状況', 'イ')).toBe('方策の効果を測る指標がある');
    expect(text('地域の介護保険事業の特徴', 'ア')).toBe('地域の介護保険事業の特徴');
    expect(text('ケアプラン点検の実施状況', 'エ')).toBe('全国の上位１割');
    expect(text('PFS委託事業数', 'ア')).toBe('行っている');
    expect(text('PFS委託事業数', 'イ')).toBe('行っている市町村の上位５割');
  });

  test('stays text where it looks like a formula', async () => {
    const sheet = sheetOf(own({ 枝番の内容: () => '=HYPERLINK("http://example.com","x")' }));
    const read = await readWorkbookFile(await writeWorkbookFile([sheet]), 'list.xlsx');
    expect(read.ok && read.value.sheets[0]?.uncalculated).toEqual([]);
    expect(read.ok && read.value.sheets[0]?.grid[4]?.[column.text]).toBe('=HYPERLINK("http://example.com","x")');
  });
});

describe('descriptions of ours', () => {
  test('speak of another year only where the question is the same', () => {
    const [r7, r6] = [descriptionsOf(schemeFor('R7')), descriptionsOf(schemeFor('R6'))];
    expect(r7.get('P2p1b')?.text).toBe('方策の効果を測る指標がある');
    // 難聴高齢者の早期発見 came in R7; 介護予防・生活支援の体制整備 had five branches before R8.
    expect([r7.has('S2p3a'), r6.has('S2p3a'), r7.has('S1p6f')]).toEqual([true, false, false]);
  });

  test('are short, each for one criterion of its year, and name what they rest on', () => {
    const all = [...descriptionsOf(schemeFor('R8'))];
    const known = new Set(schemeFor('R8').indicators.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
    expect(all.filter(([id]) => !known.has(id))).toEqual([]);
    expect(Math.max(...all.map(([, { text }]) => Array.from(text).length))).toBeLessThanOrEqual(45);
    expect(all.filter(([, { source }]) => source?.includes('001732616') === true).length).toBeGreaterThan(48);
  });
});
