import { evaluate, mergeResults, readBook, municipalitiesOf, nationBeside, type Results } from '../../src/evaluation';
import type { Result } from '../../src/problems';
import { criterionIndexOf } from '../../src/schemes';
import { reportSheets, resultSheets } from '../../src/report';
import {
  a1,
  cellAt,
  parseA1,
  type CellValue,
  type ModelCell,
  type SheetModel,
  type WorkbookContent,
} from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';
import { syntheticNation } from '../fixtures/syntheticNation';

const nation = syntheticNation({ year: 'R8' });
const home = nation.places[700]!;

const settled = (result: Result<Results>): Results => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

/** Reading a nation takes a second; several tests look at the same results. */
const once = (make: () => Results): (() => Results) => {
  let made: Results | undefined;
  return () => (made ??= make());
};

type Grid = readonly (readonly CellValue[])[];

/** Answers with every reason in them: met, unmet, blank, unreadable, alternatives, and the own total. */
const form = (year: string, municipality: string, prefecture: string): Grid =>
  answerForm({
    year,
    municipality,
    prefecture,
    mark: ({ id }) => (id.startsWith('S2') ? null : id.startsWith('S3') ? '△' : id.charCodeAt(3) % 3 === 0 ? '×' : '○'),
  });

/** The facts of a real paper, moved to the year of the answers. */
const settings = (year: string, before: string): Grid =>
  hachiojiFacts.map((row) => (row[0] === '評価年度' ? [row[0], year] : row[0] === '前年度' ? [row[0], before] : row));

const answersR8 = form('R8', home.name, home.prefecture);

const inNation = (content: WorkbookContent, ...sheets: Parameters<typeof evaluated>[0]): Results =>
  evaluated([{ name: '回答', grid: answersR8 }, ...sheets], {
    national: nationBeside(content, '全国集計.xlsx'),
    peers: [700, 701, 702].map((row) => nation.places[row]?.name ?? ''),
  });

const one = once(() => inNation(nation.content, { name: '設定', grid: settings('R8', 'R7') }));
const partial = once(() => inNation(syntheticNation({ year: 'R8', short: true }).content));
const whole = once(() => settled(evaluate(nation.content)));

const batch = once(() =>
  settled(
    mergeResults(
      ['八王子市', '町田市', '青梅市', '府中市'].map((name, at) => ({
        file: `${name}.xlsx`,
        outcome: readBook(
          workbook(
            { name: '回答', grid: form('R7', name, '東京都') },
            { name: '設定', grid: [['項目', '値', '単位'], at === 0 ? [] : ['第1号被保険者数', 1000 * at, '人']] },
          ),
          { source: { name: `${name}.xlsx`, sha256: '0'.repeat(64), link: `${name}.xlsx` } },
        ),
      })),
    ),
  ),
);

const cases: readonly (readonly [string, () => Results])[] = [
  ['one municipality with national table and settings', one],
  ['one municipality ranked by known pairs', () => evaluated([{ grid: form('R7', '八王子市', '東京都') }])],
  ['one municipality in a partial table', partial],
  ['a batch', batch],
  ['a nation alone', whole],
  ['facts with money', () => evaluated([{ name: '設定', grid: hachiojiFacts }])],
];

const sheetsOf = (results: Results): readonly SheetModel[] => [
  ...resultSheets(results),
  ...(['data', 'analysis', 'charts', 'prefecture'] as const).flatMap((kind) => reportSheets(results, kind)),
];

/** A digit with its unit, or a range of figures: 「447点」, 「５２．８％」, 「1,005～1,010」. */
const figureText = /[0-9０-９]\s?(?:点|[千万億]?円|位|％|%|市町村|人|件|ポイント)|[0-9]～[0-9]/;

/**
 * What need not say where it comes from, although it bears digits: column heads; the columns No. of 要確認 and 番号 of 指標別,
 * whose numbers are names. Codes and years carry no unit and are texts.
 */
const isName = (sheet: SheetModel, row: number, column: number): boolean => {
  const header = sheet.rows[0]?.[column]?.value;
  return (
    sheet.rows[row]?.[column]?.look === 'header' ||
    (sheet.marker.startsWith('openData') && row === 0) ||
    (sheet.marker === 'problems' && header === 'No.') ||
    (sheet.marker === 'criteria' && header === '番号')
  );
};

const isFigure = ({ value }: ModelCell): boolean =>
  typeof value === 'number' || (typeof value === 'string' && figureText.test(value));

const figuresOf = (sheet: SheetModel): readonly { readonly at: string; readonly cell: ModelCell }[] =>
  sheet.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      isFigure(cell) && !isName(sheet, row, column) ? [{ at: `${sheet.name}!${a1(row, column)}`, cell }] : [],
    ),
  );

const sheetNamed = (results: Results, marker: string): SheetModel => {
  const sheet = sheetsOf(results).find((one) => one.marker === marker);
  if (sheet === undefined) throw new Error(`no sheet ${marker}`);
  return sheet;
};

/** The cells below the head `header` of a sheet's (first) table that has it. */
const under = (sheet: SheetModel, header: string): readonly ModelCell[] => {
  const top = sheet.rows.findIndex((row) => row.some(({ value, look }) => value === header && look === 'header'));
  const column = sheet.rows[top]?.findIndex(({ value }) => value === header) ?? -1;
  return sheet.rows
    .slice(top + 1)
    .flatMap((row) => row[column] ?? [])
    .filter(({ value }) => typeof value === 'number');
};

const kindsUnder = (sheet: SheetModel, header: string): readonly (string | undefined)[] => [
  ...new Set(under(sheet, header).map(({ source }) => source?.kind)),
];

describe.each(cases)('%s', (_, make) => {
  const results = make();

  test('every figure, number or sentence, says where it comes from', () => {
    const figures = sheetsOf(results).flatMap(figuresOf);
    expect(figures.length).toBeGreaterThan(20);
    expect(
      figures
        .filter(({ cell: { source } }) => source === undefined || source.text.trim() === '')
        .map(({ at, cell }) => `${at}: ${String(cell.value)}`),
    ).toEqual([]);
  });

  test('what has a place names a sheet and a cell', () => {
    const places = sheetsOf(results).flatMap(({ rows }) => rows.flat().flatMap(({ source }) => source?.place ?? []));
    expect(places.filter(({ sheet, cell }) => sheet === '' || parseA1(cell) === undefined)).toEqual([]);
  });

  test('an empty cell says nothing', () => {
    const empty = sheetsOf(results).flatMap(({ rows }) => rows.flat().filter(({ value }) => value === null));
    expect(empty.filter(({ source }) => source !== undefined)).toEqual([]);
  });
});

describe('指標別', () => {
  test.each([
    ['one', one],
    ['batch', batch],
  ])('the points point at the very answer cell (%s)', (_, make) => {
    const results = make();
    const places = under(sheetNamed(results, 'criteria'), '得点').map(({ source }) => source?.place);
    expect(places).toEqual(
      municipalitiesOf(results).flatMap(({ awards, cellOf }) => awards().map((__, index) => cellOf(index))),
    );
  });

  test('at that cell of the workbook stands the mark that was scored', () => {
    const results = one();
    const sheet = sheetNamed(results, 'criteria');
    const { all } = criterionIndexOf(results.scheme);
    const marks = under(sheet, '得点').map(({ source }) => {
      const place = parseA1(source?.place?.cell ?? '');
      return place === undefined ? undefined : cellAt(answersR8, place.top, place.left);
    });
    expect(marks).toEqual(answersR8.slice(4).map((row) => row[7]));
    expect(marks).toHaveLength(all.length);
  });

  test('the reason of the own total speaks of the cut-offs, not of an answer', () => {
    const results = one();
    const reasons = sheetNamed(results, 'criteria').rows.map((row) => row[11]!);
    const own = reasons.filter(({ value }) => String(value).startsWith('この指標を除く総得点'));
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own.map(({ source }) => source?.kind))).toEqual(new Set(['computed']));
  });

  test('a criterion without a row says so and has no place', () => {
    const cut = evaluated([{ grid: answersR8.slice(0, -3) }]);
    const sources = under(sheetNamed(cut, 'criteria'), '得点').map(({ source }) => source);
    expect(sources.at(-4)?.place).toBeDefined();
    expect(sources.at(-3)).toEqual({ kind: 'answers', text: expect.stringContaining('行がない') });
  });
});

describe('要確認', () => {
  test('a problem of a row of the national table leads to the first cell of that row', () => {
    const ofRow = sheetNamed(partial(), 'problems').rows.filter((row) => String(row[4]!.value).endsWith('行'));
    expect(ofRow.length).toBeGreaterThan(0);
    // The place, or where it takes more than a line, the code.
    expect(
      ofRow.map((row) => [row[2]!, row[4]!].flatMap(({ link }) => (link === undefined ? [] : [link.cell]))),
    ).toEqual(ofRow.map((row) => [`A${/(\d+)行$/.exec(String(row[4]!.value))?.[1]}`]));
  });
});

describe('which kind of source', () => {
  const results = one();

  test('得点: maxima are rules, points are answers, means are published, the rest is computed', () => {
    const sheet = sheetNamed(results, 'score');
    expect(
      ['配点', '得点', '得点率', '全国平均', '差', '中央値'].map((header) => [header, ...kindsUnder(sheet, header)]),
    ).toEqual([
      ['配点', 'rules'],
      ['得点', 'answers'],
      ['得点率', 'computed'],
      ['全国平均', 'published'],
      ['差', 'computed'],
      ['中央値', 'published'],
    ]);
  });

  test('順位: ranks are counted in the table and point at the municipality’s row of it', () => {
    const row = municipalitiesOf(results)[0]?.nationRow ?? -1;
    const place = {
      sheet: nation.sheet.name,
      cell: a1(
        nation.sheet.grid.findIndex((cells) => cells[7] === home.name),
        0,
      ),
    };
    expect(row).toBe(700);
    const ranks = under(sheetNamed(results, 'standing'), '順位').slice(0, 3);
    expect(ranks.map(({ source }) => [source?.kind, source?.place])).toEqual(ranks.map(() => ['table', place]));
  });

  test('a rank by the published distribution is published', () => {
    const [line] = sheetNamed(evaluated([{ grid: answersR8 }]), 'score').rows.filter(([first]) =>
      String(first?.value).startsWith('全国順位'),
    );
    expect(line?.[0]?.source?.kind).toBe('published');
    expect(line?.[0]?.source?.text).toContain('総得点の分布');
  });

  test('配分: notices are told, shares and estimates are plans that give their reasons', () => {
    const notice = under(sheetNamed(results, 'allocation'), '金額（円）');
    expect(notice.map(({ source }) => source?.kind)).toEqual(['told', 'told', 'told', 'computed']);
    expect(notice[0]?.source?.text).toContain('内示額（推進・通常枠）');
    const told = parseA1(notice[0]?.source?.place?.cell ?? '');
    expect(told === undefined ? undefined : cellAt(settings('R8', 'R7'), told.top, told.left)).toBe(40_676);
    const estimated = evaluated([
      { grid: answersR8 },
      {
        name: '設定',
        grid: [
          ['項目', '値', '単位'],
          ['第1号被保険者数', 900, '人'],
        ],
      },
    ]);
    const because = municipalitiesOf(estimated)[0]?.grants?.promotion.because ?? [];
    const [estimate] = under(sheetNamed(estimated, 'allocation'), '下限（円）');
    expect(estimate?.source?.kind).toBe('plan');
    expect(because.length).toBeGreaterThan(1);
    for (const reason of because) expect(estimate?.source?.text).toContain(reason);
  });

  test('前年度比較: last year is told, this year scored, the change computed', () => {
    const row = sheetNamed(results, 'comparison').rows.find(([, , , , points]) => points?.source?.kind === 'answers');
    expect(row?.slice(1).map(({ value, source }) => (value === null ? null : source?.kind))).toEqual([
      'told',
      'computed',
      'told',
      'answers',
      'computed',
      'told',
      'computed',
      'computed',
    ]);
  });

  test('使途: a programme points at the cell of its amount', () => {
    const grid = settings('R8', 'R7');
    const [first] = under(sheetNamed(results, 'use'), '金額（円）');
    const place = parseA1(first?.source?.place?.cell ?? '');
    expect(first?.source?.place?.sheet).toBe('設定');
    expect(place === undefined ? undefined : cellAt(grid, place.top, place.left)).toBe(20_000);
  });

  test('順位表 and 統計: one source for a column, not one for each of 1,741 rows', () => {
    const distinct = (marker: string): number =>
      new Set(sheetNamed(whole(), marker).rows.flatMap((row) => row.map(({ source }) => source))).size;
    expect(distinct('ranking')).toBeLessThanOrEqual(sheetNamed(whole(), 'ranking').rows[0]?.length ?? 0);
    expect(distinct('statistics')).toBeLessThanOrEqual(sheetNamed(whole(), 'statistics').rows[0]?.length ?? 0);
    expect(kindsUnder(sheetNamed(whole(), 'ranking'), '総得点')).toEqual(['table']);
  });
});
