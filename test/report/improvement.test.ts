import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { evaluate } from '../../src/evaluation';
import { reportSheets } from '../../src/report';
import { indicatorNotation } from '../../src/schemes';
import type { CellValue, SheetModel } from '../../src/workbook';
import { readWorkbookFile, refreshWorkbookFile } from '../../src/workbook/file';
import { answerForm, schemeFor, type SheetOptions } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';
import { formWithColumns } from '../builders/formWithColumns';
import { goldenCases, transcribedCriteria } from '../golden/cases';

const sheetOf = (grid: readonly (readonly CellValue[])[]): SheetModel => {
  const [sheet] = reportSheets(evaluated([{ name: '回答', grid }]), 'improvement');
  if (sheet === undefined) throw new Error('no plan');
  return sheet;
};
const rowsOf = ({ rows }: SheetModel) => rows.slice(3).map((row) => row.map(({ value }) => value));
const column = { key: 0, most: 2, state: 3, reason: 5, measures: 6, time: 7, department: 8 };
const options = (mark: SheetOptions['mark']) => ({ year: 'R8', municipality: '東川町', prefecture: '北海道', mark });
const form = (mark: SheetOptions['mark']) => answerForm(options(mark));

describe.each(goldenCases)('the plan of %s', (_, { fiscalYear, municipality, prefecture, scored, published }) => {
  const sheet = sheetOf(
    answerForm({ year: fiscalYear, municipality, prefecture, mark: ({ id }) => (id in scored ? '○' : '×') }),
  );

  test('has every criterion that was not met and could still bring points, and no other', () => {
    const wanted = schemeFor(fiscalYear).indicators.flatMap((indicator) => {
      const earned = indicator.criteria.reduce((sum, { id }) => sum + (scored[id] ?? 0), 0);
      const isComputed = fiscalYear === 'R8' && indicator.id === 'P1a1';
      if (isComputed || earned === indicator.maxPoints) return [];
      return indicator.criteria.flatMap(({ id, label }) =>
        id in scored ? [] : [`${indicatorNotation(indicator)} ${label}`],
      );
    });
    expect(rowsOf(sheet).map((row) => row[column.key]).toSorted()).toEqual(wanted.toSorted()); // prettier-ignore
    expect(new Set(wanted).size).toBe(wanted.length);
  });

  test('begins with what most others have and what brings most points, by the published counts', () => {
    const worth = new Map<string, number>(
      transcribedCriteria(fiscalYear).flatMap(([id, , , criteria]) => {
        const indicator = schemeFor(fiscalYear).indicators.find((one) => one.id === id)!;
        // 目標Ⅳ counts in both grants.
        const times = indicator.goal === 4 ? 2 : 1;
        return criteria.map(
          ([, label, points, count]) => [`${indicatorNotation(indicator)} ${label}`, points * count * times] as const,
        );
      }),
    );
    const worths = rowsOf(sheet).map((row) => worth.get(String(row[column.key])));
    expect(worths.length).toBeGreaterThan(20);
    expect(worths).toEqual(worths.toSorted((one, other) => other! - one!));
    expect(sheet.rows[1]?.[0]?.value).toContain('配点×全国の該当率の大きい順');
  });

  test('says how many points of the published total are missing', () => {
    expect(sheet.rows[1]?.[0]?.value).toContain(`取れていないのは${String(800 - published.total)}点です`);
  });
});

describe('what the form says beside an answer stands there already', () => {
  test.each([
    ['未達成の理由', 'reason'],
    ['備考', 'reason'],
    ['理由（具体的に）', 'reason'],
    ['今後の取組', 'measures'],
    ['対応方針', 'measures'],
    ['実施時期', 'time'],
    ['期限', 'time'],
    ['担当課', 'department'],
    ['所管課', 'department'],
    ['担当', 'department'],
  ] as const)('a column %s', (header, place) => {
    const grid = formWithColumns(
      options(({ id }) => (id === 'P1p1a' ? '×' : '○')),
      {
        [header]: (id) => (id === 'P1p1a' ? '=長寿 1' : null),
      },
    );
    const [row = []] = rowsOf(sheetOf(grid));
    expect([row[column.key], row[column[place]]]).toEqual(['推進Ⅰ体制1 ア', '=長寿 1']);
    expect(row.slice(column.reason).filter((value) => value !== null)).toHaveLength(1);
  });

  test('the plainer of two columns is heard; a day is told as one; a merged block speaks for its rows', () => {
    const grid = formWithColumns(
      options(({ id }) => (id.startsWith('P1p1') ? '×' : '○')),
      {
        備考: () => '備考の文',
        未達成の理由: () => '人手が足りない',
        時期: () => new Date(Date.UTC(2027, 2, 31)),
        担当課: (id) => (id === 'P1p1a' ? '高齢福祉課' : null),
      },
    );
    const header = grid.findIndex((row) => row.includes('担当課'));
    const at = grid[header]?.indexOf('担当課') ?? 0;
    const merges = [{ top: header + 1, bottom: header + 4, left: at, right: at }];
    const [sheet] = reportSheets(evaluated([{ name: '回答', grid, merges }]), 'improvement');
    const rows = sheet === undefined ? [] : rowsOf(sheet);
    expect(rows.map((row) => row.slice(column.reason))).toEqual(
      Array.from({ length: 4 }, () => ['人手が足りない', null, '令和9年3月31日', '高齢福祉課']),
    );
  });

  test('another year’s column and a table of several municipalities say nothing of it', () => {
    const several = answerForm(options(({ id }) => (id === 'P1p1a' ? '×' : '○'))).map((row, at) =>
      row[7] === '回答'
        ? [...row.slice(0, 7), '東川町', '美瑛町', '備考']
        : row.length > 7 && at > 3
          ? [...row.slice(0, 8), row[7] ?? null, '誰の備考か']
          : row,
    );
    const results = evaluated([{ name: '回答', grid: several }], { municipality: '東川町', prefecture: '北海道' });
    const [sheet] = reportSheets(results, 'improvement');
    expect(sheet === undefined ? [] : rowsOf(sheet)[0]?.[column.reason]).toBeNull();
  });
});

test('an answer that cannot be read is there too, as not sure', () => {
  const sheet = sheetOf(form(({ id }) => (id === 'P2p1a' ? '△' : '○')));
  expect(rowsOf(sheet).map((row) => [row[column.key], row[column.state]])).toEqual([['推進Ⅱ体制1 ア', '未確定']]);
  expect(sheet.rows[1]?.[0]?.value).toBe(
    '未達成の枝番 1（うち未確定 1）。総得点で取れていないのは最大8点です。配点×全国の該当率の大きい順に並べています。',
  );
});

test('where everything is met it says so', () => {
  expect(sheetOf(form(() => '○')).rows[1]?.[0]?.value).toBe('未達成の枝番はありません。');
});

describe('in a workbook, refreshed after other answers', () => {
  const sample = join(__dirname, '../../assets/samples/北塩原村-令和6年度-回答.xlsx');
  const name = '回答.xlsx';
  /** Scores the workbook and writes the plan into it. */
  const refreshed = async (bytes: Uint8Array): Promise<Uint8Array> => {
    const content = await readWorkbookFile(bytes, name);
    const results = content.ok ? evaluate(content.value) : content;
    if (!results.ok) throw new Error(JSON.stringify(results.problems));
    const done = await refreshWorkbookFile(bytes, name, reportSheets(results.value, 'improvement'));
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
    return done.value.bytes;
  };
  const gridOf = async (bytes: Uint8Array, sheet: string) => {
    const content = await readWorkbookFile(bytes, name);
    return (content.ok ? content.value.sheets : []).find((one) => one.name === sheet)?.grid ?? [];
  };
  const rowOf = async (bytes: Uint8Array, key: string) =>
    (await gridOf(bytes, '改善計画表')).find((row) => row[column.key] === key);
  /** The user's hand. */
  const edited = async (
    bytes: Uint8Array,
    sheet: string,
    cells: readonly (readonly [row: number, column: number, value: string])[],
  ): Promise<Uint8Array> => {
    const opened = await openXlsx(bytes, { readStyles: true });
    const found = opened.sheets.find((one) => one.name === sheet);
    if (found === undefined) throw new Error(`no sheet ${sheet}`);
    for (const [row, at, value] of cells) {
      (found.rows[row] ??= [])[at] = value;
      const cell = found.cells?.get(`${row},${at}`);
      if (cell !== undefined) cell.value = value;
    }
    return new Uint8Array(await saveXlsx(opened));
  };

  test('a text stays at its criterion, and that of one that was met at last stays in sight', async () => {
    // 北塩原村 R6: 推進Ⅰ体制1 ウ, エ and 推進Ⅱ体制1 ウ were not met.
    const first = await refreshed(new Uint8Array(readFileSync(sample)));
    const plan = await gridOf(first, '改善計画表');
    const at = (key: string) => plan.findIndex((row) => row[column.key] === key);
    // 1,563 of the nation have ウ, 1,212 have エ, each for 4 points.
    expect(at('推進Ⅰ体制1 ウ')).toBeGreaterThan(2);
    expect(at('推進Ⅰ体制1 エ')).toBeGreaterThan(at('推進Ⅰ体制1 ウ'));
    const written = await edited(first, '改善計画表', [
      [at('推進Ⅰ体制1 ウ'), column.reason, '説明会を開いていない'],
      [at('推進Ⅱ体制1 ウ'), column.measures, '毎年3月に分析する'],
    ]);
    const answers = await gridOf(written, '回答');
    const asked = answers.flatMap((row, place) => (row[4] === '地域の介護保険事業の特徴' ? [place] : []));
    const better = await edited(written, '回答', [
      [asked[2] ?? 0, 7, '○'],
      [asked[3] ?? 0, 7, '○'],
    ]);
    const second = await refreshed(better);
    const now = await gridOf(second, '改善計画表');
    expect(await rowOf(second, '推進Ⅱ体制1 ウ')).toMatchObject({ [column.measures]: '毎年3月に分析する' });
    expect(now.at(-1)).toMatchObject({
      [column.key]: '推進Ⅰ体制1 ウ',
      [column.state]: '達成',
      [column.reason]: '説明会を開いていない',
    });
    expect(await rowOf(second, '推進Ⅰ体制1 エ')).toBeUndefined();
    expect(await refreshed(second)).toEqual(second);
  });
});
