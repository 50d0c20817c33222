import { evaluate, mergeResults, readBook, withYearsBehind, type Results } from '../../src/evaluation';
import { openDataTexts, reportSheets } from '../../src/report';
import { csvText } from '../../src/report/openData/table';
import type { CellValue } from '../../src/workbook';
import { answerForm, schemeFor, workbook, type SheetOptions } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';
import { goldenCases } from '../golden/cases';
import { syntheticNation } from '../fixtures/syntheticNation';

const form = (mark: SheetOptions['mark'], year = 'R8', municipality = '東川町', prefecture = '北海道') =>
  answerForm({ year, municipality, prefecture, mark });
const scored = (grid: readonly (readonly CellValue[])[], ...sheets: Parameters<typeof evaluated>[0]): Results =>
  evaluated([{ name: '回答', grid }, ...sheets]);

/** The rows of a table as records by their headers. */
const recordsOf = (results: Results, name: string): readonly Readonly<Record<string, CellValue>>[] => {
  const sheet = reportSheets(results, 'data').find((one) => one.name === name);
  const [head = [], ...rows] = sheet?.rows ?? [];
  return rows.map((row) => Object.fromEntries(row.map(({ value }, at) => [String(head[at]?.value), value])));
};

describe.each(goldenCases)(
  'the tables of %s',
  (_, { fiscalYear, municipality, prefecture, scored: points, published }) => {
    const results = scored(form(({ id }) => (id in points ? '○' : '×'), fiscalYear, municipality, prefecture));

    test('say of every criterion what was published', () => {
      const criteria = recordsOf(results, '機械可読（枝番）');
      expect(criteria).toHaveLength(schemeFor(fiscalYear).indicators.flatMap((one) => one.criteria).length);
      expect(
        Object.fromEntries(
          criteria.filter((one) => one['得点（点）'] !== 0).map((one) => [one['枝番ID'], one['得点（点）']]),
        ),
      ).toEqual(points);
      expect(criteria.filter((one) => one['該当状況'] === '該当').length).toBe(Object.keys(points).length);
    });

    test('say of every group, goal and grant what was published, a goal of one group once', () => {
      const [town = {}] = recordsOf(results, '機械可読');
      const numerals: Readonly<Record<string, number>> = { Ⅰ: 1, Ⅱ: 2, Ⅲ: 3, Ⅳ: 4 };
      const headed = (key: string): string => {
        const [grant = '', goal = '', group = ''] = key.split('|');
        return goal === ''
          ? `${grant}合計（点）`
          : `${goal === 'Ⅳ' ? '共通' : grant}目標${numerals[goal]}${goal === 'Ⅳ' ? '' : group}（点）`;
      };
      const all = { ...published.groups, ...published.goals, ...published.grants };
      expect(Object.keys(all).map((key) => town[headed(key)])).toEqual(Object.values(all));
      expect(town['総得点（点）']).toBe(published.total);
      expect(Object.keys(town).filter((header) => header.includes('目標4'))).toEqual([
        '共通目標4（点）',
        '共通目標4の下限（点）',
        '共通目標4の上限（点）',
      ]);
    });
  },
);

test('no header and no label holds a character that only some machines have', () => {
  const texts = openDataTexts(scored(form(() => '○')));
  const labels = `${texts?.towns.split('\r\n')[0]}${texts?.criteria}`.replaceAll(
    /PFS|（要介護[１２３～５・]+）|３職種/g,
    '',
  );
  expect(labels).not.toMatch(/[Ⅰ-Ⅻ①-⑳㈱]/);
});

describe('what is not sure', () => {
  const open = scored(form(({ id }) => (id === 'P2p1a' ? '△' : '○')));

  test('is flagged, and is a range or nothing', () => {
    const [town = {}] = recordsOf(open, '機械可読');
    expect([town['暫定の別'], town['総得点（点）'], town['推進目標2（点）'], town['推進目標3（点）']]).toEqual([
      '暫定',
      null,
      null,
      100,
    ]);
    expect([town['総得点の下限（点）'], town['総得点の上限（点）']]).toEqual([792, 800]);
    const criterion = recordsOf(open, '機械可読（枝番）').find((one) => one['枝番ID'] === 'P2p1a');
    expect([criterion?.['該当状況'], criterion?.['得点（点）'], criterion?.['暫定の別']]).toEqual([
      '未確定',
      null,
      '暫定',
    ]);
  });

  test('is told in the lines of the sources', () => {
    expect(openDataTexts(open)?.sources).toContainEqual(['状態', '暫定（1市町村に未確定の回答があります）']);
    expect(openDataTexts(scored(form(() => '○')))?.sources).toContainEqual(['状態', '確定']);
  });
});

describe('last year', () => {
  const told = (results: Results) => {
    const [town = {}] = recordsOf(results, '機械可読');
    return ['前年度（西暦）', '前年度の満点（点）', '前年度の総得点（点）', '前年度の全国順位（位）'].map(
      (header) => town[header],
    );
  };

  test('is what its workbook comes to', () => {
    const now = evaluate(workbook({ name: '回答', grid: form(() => '○') }));
    const before = evaluate(workbook({ name: '回答', grid: form(() => '○', 'R7') }));
    if (!now.ok || !before.ok) throw new Error('not scored');
    expect(told(withYearsBehind(now.value, [['R7.xlsx', before.value]])).slice(0, 3)).toEqual([2025, 800, 800]);
  });

  test('is what the settings tell; of an earlier year, or of nobody, nothing', () => {
    const withSettings = (year: string) =>
      scored(
        form(() => '○'),
        {
          name: '設定',
          grid: [
            ['項目', '値'],
            ['前年度', year],
            ['前年度の得点（合計）', 305],
            ['前年度の全国順位', 1600],
          ],
        },
      );
    expect(told(withSettings('R7'))).toEqual([2025, 800, 305, 1600]);
    expect(told(withSettings('R5'))).toEqual([null, null, null, null]);
    expect(told(scored(form(() => '○')))).toEqual([null, null, null, null]);
  });

  test('is what the national table prints', () => {
    const nation = evaluate(syntheticNation({ year: 'R8' }).content);
    if (!nation.ok || nation.value.subject !== 'nation') throw new Error('no nation');
    const { previousTotals, previousRanks } = nation.value.nation.table;
    const towns = recordsOf(nation.value, '機械可読');
    expect(Number.isFinite(previousTotals[0])).toBe(true);
    expect(towns.map((one) => one['前年度の総得点（点）'] ?? NaN)).toEqual([...previousTotals]);
    expect(towns.map((one) => one['前年度の全国順位（位）'] ?? NaN)).toEqual([...previousRanks]);
    expect(openDataTexts(nation.value)?.criteria).toBeUndefined();
    expect(reportSheets(nation.value, 'data').map(({ name }) => name)).toEqual(['機械可読']);
  });
});

test('of several municipalities each has all its criteria', () => {
  const merged = mergeResults(
    ['八王子市', '町田市'].map((name) => ({
      file: `${name}.xlsx`,
      outcome: readBook(
        workbook({
          name: '回答',
          grid: form(({ id }) => (name === '町田市' || id === 'P1p1a' ? '○' : '×'), 'R7', name, '東京都'),
        }),
      ),
    })),
  );
  if (!merged.ok) throw new Error('not merged');
  const rows = recordsOf(merged.value, '機械可読（枝番）');
  expect(new Set(rows.map((row) => `${String(row['市町村名'])} ${String(row['該当状況'])}`))).toEqual(
    new Set(['八王子市 該当', '八王子市 非該当', '町田市 該当']),
  );
});

test('a table for machines is never read as answers, in whatever file it comes back', () => {
  for (const name of ['機械可読', '機械可読（枝番）']) {
    const sheet = reportSheets(scored(form(() => '○')), 'data').find((one) => one.name === name);
    const grid = (sheet?.rows ?? []).map((row) => row.map(({ value }) => value));
    const again = evaluate(workbook({ name: 'Sheet1', grid }));
    expect(again.ok ? [] : again.problems.map((one) => one.name)).toEqual(['own-results']);
  }
});

describe('CSV', () => {
  test.each<[CellValue, string]>([
    [null, ''],
    [0, '0'],
    [1234567, '1234567'],
    ['014541', '014541'],
    ['東川町', '東川町'],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['@x', "'@x"],
    ['＝1', "'＝1"],
    ['-', "'-"],
  ])('%j is written as %s', (value, expected) => {
    expect(csvText([[value]])).toBe(`\uFEFF${expected}\r\n`);
  });
});
