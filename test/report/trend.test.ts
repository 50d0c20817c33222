import { evaluate, withYearsBehind, type Results } from '../../src/evaluation';
import { reportSheets } from '../../src/report';
import type { Rectangle, SheetModel } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';
import { printed, printedRows } from '../builders/printed';
import { goldenCases, type GoldenCase } from '../golden/cases';

const golden = (name: string): GoldenCase => {
  const found = goldenCases.find(([folder]) => folder === name)?.[1];
  if (found === undefined) throw new Error(`no golden ${name}`);
  return found;
};
const r6 = golden('kitashiobara-R6');
const r7 = golden('kitashiobara-R7');

/** The published answers; those whose ids begin so are left open. */
const scored = ({ municipality, prefecture, fiscalYear, scored: points }: GoldenCase, open = '-'): Results => {
  const grid = answerForm({
    year: fiscalYear,
    municipality,
    prefecture,
    mark: ({ id }) => (id.startsWith(open) ? null : points[id] === undefined ? '×' : '○'),
  });
  const result = evaluate(workbook({ name: '回答', grid }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const trendOf = (before: Results, now: Results): SheetModel => {
  const [sheet] = reportSheets(withYearsBehind(now, [['前の年度.xlsx', before]]), 'trend');
  if (sheet === undefined) throw new Error('no 推移');
  return sheet;
};
type Rows = ReturnType<typeof printedRows>;
const rowsOf = (rows: Rows, first: string) => rows.filter(([label]) => label === first);
/** The table below the head whose first cell says so, up to the next heading. */
const below = (rows: Rows, heading: string) => rows.slice(rows.findIndex(([text]) => text === heading));
const signed = (points: number) => (points > 0 ? `＋${points}` : points < 0 ? `△${-points}` : '±0');
const shown = (sheet: SheetModel, { top, bottom, left, right }: Rectangle) =>
  sheet.rows.slice(top, bottom + 1).flatMap((row) => row.slice(left, right + 1).map(printed));

const labels = [
  '新たに満たした',
  '引き続き満たした',
  '満たさなくなった',
  'どちらも満たさない',
  '新しい枝番',
  'なくなった枝番',
];

describe('推移 of 北塩原村, R6 and R7, as published', () => {
  const sheet = trendOf(scored(r6), scored(r7));
  const rows = printedRows({ ...sheet, rows: sheet.rows.map((row) => row.map(unsigned)) });

  test('points, means and ranks of both years', () => {
    // 厚生労働省's means of R6 and R7: 422.355 and 434.988; 福島県's: 354.1 and 385.3.
    expect(rowsOf(rows, '令和6年度')[0]?.slice(0, 8)).toEqual([
      '令和6年度',
      String(r6.published.grants['推進']),
      String(r6.published.grants['支援']),
      '295',
      '36.9%',
      '422.4',
      '354.1',
      '1,564位',
    ]);
    expect(rowsOf(rows, '令和7年度')[0]?.slice(0, 8)).toEqual([
      '令和7年度',
      String(r7.published.grants['推進']),
      String(r7.published.grants['支援']),
      '339',
      '42.4%',
      '435.0',
      '385.3',
      '1,462位',
    ]);
  });

  test('the lines of the chart run through totals and means', () => {
    const [chart] = sheet.charts ?? [];
    expect(chart?.kind).toBe('line');
    expect(chart && shown(sheet, chart.categories)).toEqual(['令和6年度', '令和7年度']);
    expect(chart?.series.map(({ name, values }) => [name, ...shown(sheet, values)])).toEqual([
      ['総得点', '295', '339'],
      ['県平均', '354.1', '385.3'],
      ['全国平均', '422.4', '435.0'],
    ]);
  });

  test('every published goal and group stands with its points, year by year', () => {
    const table = below(rows, '目標・指標群ごとの得点');
    const points = table.flatMap(([label, first, , , second]) =>
      second === undefined ? [] : [[label, first, second]],
    );
    const expected = (['推進', '支援'] as const).flatMap((grant) =>
      ['Ⅰ', 'Ⅱ', 'Ⅲ'].flatMap((goal) => [
        [`${grant}の目標${goal}`, 'goals', `${grant}|${goal}`] as const,
        ['体制・取組', 'groups', `${grant}|${goal}|体制・取組`] as const,
        ['活動', 'groups', `${grant}|${goal}|活動`] as const,
      ]),
    );
    expect(points.slice(1, 1 + expected.length)).toEqual(
      expected.map(([label, kind, key]) => [label, String(r6.published[kind][key]), String(r7.published[kind][key])]),
    );
    expect(rowsOf(table, '共通の目標Ⅳ')[0]).toEqual(['共通の目標Ⅳ', '65', '100', '65.0%', '70', '100', '70.0%']);
    expect(rowsOf(table, '推進の合計')[0]?.slice(0, 2)).toEqual(['推進の合計', '124']);
  });

  test('what was gained, kept and lost adds up to the published change and the published total', () => {
    const table = below(rows, '満たした枝番の移り変わり');
    const parts = labels.map((label) => rowsOf(table, label)[0]?.slice(1).map(plain) ?? []);
    const sum = (at: number) => parts.reduce((all, part) => all + (part[at] ?? NaN), 0);
    expect([sum(1), sum(2)]).toEqual([339 - 295, 339]);
    expect(rowsOf(table, '総得点')[0]).toEqual(['総得点', signed(44), '339']);
    // Every criterion that has points in R7 is gained, kept or new.
    const [gained, kept, , , added] = parts.map(([count]) => count ?? NaN);
    expect((gained ?? 0) + (kept ?? 0) + (added ?? 0)).toBe(Object.keys(r7.scored).length);
    const [, keptBefore, lost, , , dropped] = parts.map(([count]) => count ?? NaN);
    expect((keptBefore ?? 0) + (lost ?? 0) + (dropped ?? 0)).toBe(Object.keys(r6.scored).length);
  });
});

describe('a year with open answers', () => {
  // 推進Ⅰ体制1 of R7 brought 12 points (published.json); its full marks are what it may come to.
  const sheet = trendOf(scored(r6), scored(r7, 'P1p1'));
  const rows = printedRows({ ...sheet, rows: sheet.rows.map((row) => row.map(unsigned)) });
  const least = 339 - 12;

  test('is printed as its range wherever its points stand', () => {
    const [, promotion, , total, rate] = rowsOf(rows, '令和7年度')[0] ?? [];
    const most = Number(/^327～(\d+)点$/.exec(total ?? '')?.[1]);
    expect(most).toBeGreaterThanOrEqual(339);
    expect(promotion).toBe(`${155 - 12}～${155 + most - 339}点`);
    expect(rate).toBe(`${((least / 800) * 100).toFixed(1)}～${((most / 800) * 100).toFixed(1)}％`);
    expect(rowsOf(below(rows, '目標・指標群ごとの得点'), '総得点')[0]?.[4]).toBe(total);
    const table = below(rows, '満たした枝番の移り変わり');
    expect(rowsOf(table, '総得点')[0]).toEqual(['総得点', `＋${least - 295}～＋${most - 295}点`, total]);
    // 北塩原村 had ア and イ of 推進Ⅰ体制1 in R6, and ア to ウ in R7: open, each may be kept, gained, lost or missed again.
    const final = below(
      printedRows({
        ...trendOf(scored(r6), scored(r7)),
        rows: trendOf(scored(r6), scored(r7)).rows.map((row) => row.map(unsigned)),
      }),
      '満たした枝番の移り変わり',
    );
    const ends = (text = '') => text.replace('点', '').split('～').map(plain);
    for (const label of labels) {
      const [open, known] = [table, final].map((of) => rowsOf(of, label)[0]?.slice(1).map(ends) ?? []);
      for (const [at, range] of (open ?? []).entries()) {
        const [figure = NaN] = known?.[at] ?? [];
        expect([label, at, range[0]! <= figure && figure <= range.at(-1)!]).toEqual([label, at, true]);
      }
    }
    expect(rowsOf(table, '満たさなくなった')[0]?.[1]).toMatch(/^\d+～\d+$/);
    expect(rowsOf(rows, '令和6年度')[0]?.[3]).toBe('295');
  });

  test('both of its ends are drawn, on another sheet than a final one', () => {
    const [chart] = sheet.charts ?? [];
    expect(chart?.series.slice(0, 2).map(({ name, values }) => [name, ...shown(sheet, values)])).toEqual([
      ['総得点（下限）', '295', String(least)],
      ['総得点（上限）', '295', expect.stringMatching(/^3[34]\d$/)],
    ]);
    expect(sheet.marker).not.toBe(trendOf(scored(r6), scored(r7)).marker);
  });
});

/** Signed numbers as texts: the builder prints none. */
function unsigned(cell: SheetModel['rows'][number][number]): SheetModel['rows'][number][number] {
  const { value, number, ...rest } = cell;
  if (typeof value !== 'number' || number?.startsWith('signed') !== true) return cell;
  return { ...rest, value: number === 'signed-integer' ? signed(value) : value.toFixed(1) };
}

function plain(text: string): number {
  return Number(text.replace('＋', '').replace('△', '-').replace('±', '').replace(',', ''));
}
