import { strFromU8, strToU8, unzipSync } from 'fflate';
import { evaluate, mergeResults, nationBeside, readBook, withYearsBehind, type Results } from '../../src/evaluation';
import { sheetsToWrite, type ReportKind } from '../../src/report';
import { a1, cellAt, verifiedSheets, type CellValue, type SheetModel } from '../../src/workbook';
import { readWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { answerForm, workbook } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';
import { formOfPlace } from '../builders/formOfPlace';
import { testWith } from '../builders/withProgram';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';
import { syntheticNation } from '../fixtures/syntheticNation';
import { convertAll } from '../workbook/file/office';
import { zipOf } from '../workbook/file/xlsxBuilder';
import { variedResults } from './variedResults';

const [firstTerm, resultColumn, verdictColumn] = [2, 6, 9] as const;

const allSheets = (results: Results, wanted: readonly ReportKind[] = ['all']): readonly SheetModel[] =>
  sheetsToWrite(results, new Set(wanted), []).sheets;

const sheetOf = (sheets: readonly SheetModel[], marker: string): SheetModel => {
  const found = sheets.find((sheet) => sheet.marker === marker);
  if (found === undefined) throw new Error(`no sheet ${marker}`);
  return found;
};

/** The labels of the rows with that verdict. */
const labelsWith = (wanted: string, grid: readonly (readonly CellValue[])[]): readonly CellValue[] =>
  grid.filter((row) => row[verdictColumn] === wanted).map(([label]) => label ?? null);

const gridOf = ({ rows }: SheetModel) => rows.map((cells) => cells.map(({ value }) => value));

/** A municipality with money, last year and the use of its grants. */
const hachioji = (): Results =>
  evaluated([
    {
      grid: answerForm({
        year: 'R7',
        municipality: '八王子市',
        prefecture: '東京都',
        mark: ({ id }) => (id.length % 2 === 0 || id.endsWith('1') ? '○' : '×'),
      }),
    },
    { name: '設定', grid: hachiojiFacts },
  ]);

/** Names that would be formulas, or end a name, if they were taken for anything but text. */
const hostile = ['=HYPERLINK("x")', "'a'!b", '"&A1&"', '@市'];

const batch = (): Results => {
  const merged = mergeResults(
    hostile.map((name, at) => ({
      file: `${at}.xlsx`,
      outcome: readBook(
        workbook({
          name: `'!回答 ${at}`,
          grid: answerForm({
            year: 'R8',
            municipality: name,
            prefecture: '東京都',
            mark: ({ id }) => (id.charCodeAt(id.length - 1) % (at + 2) === 0 ? '×' : '○'),
          }),
        }),
      ),
    })),
  );
  if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
  return merged.value;
};

const nation = syntheticNation({ year: 'R8' });
const settled = (result: ReturnType<typeof evaluate>): Results => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const inNation = (): Results =>
  settled(evaluate(formOfPlace(nation, 700), { national: nationBeside(nation.content, '全国集計.xlsx') }));

/** Open answers in this year and the last, with 比較団体 and the amounts of both years: every sheet that prints a range. */
const provisional = (): Results => {
  const place = nation.places[700]!;
  const of = (year: string, options = {}) =>
    evaluated(
      [
        {
          grid: answerForm({
            year,
            municipality: place.name,
            prefecture: place.prefecture,
            mark: ({ id }) => (id.endsWith('c') ? (id.length % 2 === 0 ? '△' : '') : /[1ab]$/.test(id) ? '○' : '×'),
          }),
        },
        {
          name: '設定',
          grid: [
            ['項目', '値', '単位'],
            ['第1号被保険者数', 12_000, '人'],
            ['前年度', 'R7'],
            ['前年度の得点（推進）', 200],
            ['前年度の得点（支援）', 210],
          ],
        },
      ],
      options,
    );
  const now = of('R8', {
    national: nationBeside(nation.content, '全国集計.xlsx'),
    peers: nation.places.slice(0, 3).map(({ prefecture, name }) => `${prefecture}${name}`),
  });
  const before = of('R7');
  if (now.subject !== 'answers' || before.subject !== 'answers') throw new Error('no answers');
  return withYearsBehind(now, [['R7.xlsx', before]]);
};

test('whatever the results, no row says 不一致, and what is not judged has two ends', () => {
  const wrong = variedResults(17, 9).map(([name, results]) => {
    const sheets = allSheets(results);
    const control = sheets.find(({ marker }) => marker === 'control');
    return [name, control === undefined ? [] : labelsWith('不一致', gridOf(control))];
  });
  expect(wrong).toEqual(wrong.map(([name]) => [name, []]));
});

test('of several municipalities ranks and means are checked, of a nation both of its ranks', () => {
  const labels = (results: Results) => labelsWith('一致', gridOf(sheetOf(allSheets(results), 'control')));
  expect(labels(batch())).toEqual(
    expect.arrayContaining([
      '順位表の総得点 ＝ 得点の合計',
      '順位表の一覧内順位 ＝ より高い総得点の数＋1',
      '県内一覧の平均 総計',
    ]),
  );
  expect(labels(settled(evaluate(nation.content)))).toEqual(
    expect.arrayContaining([
      '順位表の県内順位 ＝ 県内のより高い総得点の数＋1',
      '順位表の全国順位 ＝ より高い総得点の数＋1',
      '統計の平均点 総計',
    ]),
  );
});

test('no formula holds a word from outside, whatever municipalities and sheets are called', async () => {
  const bytes = await writeWorkbookFile(allSheets(batch()));
  const formulas = Object.entries(unzipSync(bytes)).flatMap(([name, part]) =>
    /^xl\/worksheets\/sheet\d+\.xml$/.test(name)
      ? [...strFromU8(part).matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula = '']) => formula)
      : [],
  );
  expect(formulas.length).toBeGreaterThan(100);
  const words = formulas.flatMap((formula) => [...formula.matchAll(/&quot;(.*?)&quot;/g)].map(([, word]) => word));
  expect([...new Set(words)].sort()).toEqual(['一致', '不一致', '件一致', '件中 ', '&gt;', '○'].sort());
  const sheets = formulas.flatMap((formula) => [...formula.matchAll(/'((?:[^']|'')*)'!/g)].map(([, name]) => name));
  expect([...new Set(sheets)].sort()).toEqual(
    ['得点', '指標別', '指標別分析', '県内一覧', '順位表', '機械可読', '比較団体']
      .filter((name) => sheets.includes(name))
      .sort(),
  );
  expect(formulas.filter((formula) => /HYPERLINK|WEBSERVICE|#REF|\[/.test(formula))).toEqual([]);
});

/** The value of one cell of a written workbook changed, as by hand. */
const withValue = (bytes: Uint8Array, sheet: number, address: string, value: number): Uint8Array =>
  edited(bytes, sheet, (xml) => {
    const cell = new RegExp(`(<c r="${address}"[^>]*>)<v>[^<]*</v>`);
    if (!cell.test(xml)) throw new Error(`no figure in ${address}`);
    return xml.replace(cell, `$1<v>${value}</v>`);
  });

/** The text of one cell changed, as by hand. */
const withText = (bytes: Uint8Array, sheet: number, address: string, text: string): Uint8Array =>
  edited(bytes, sheet, (xml) => {
    const cell = new RegExp(`<c r="${address}"([^>]*?)(?: t="[^"]*")?([^>]*?)>.*?</c>`);
    if (!cell.test(xml)) throw new Error(`no text in ${address}`);
    return xml.replace(cell, (_, before: string, after: string) => {
      const style = /s="\d+"/.exec(before + after)?.[0] ?? '';
      return `<c r="${address}" ${style} t="inlineStr"><is><t>${text}</t></is></c>`;
    });
  });

/** All stored results wrong, so that only a calculation agrees. */
const withoutResults = (bytes: Uint8Array, sheet: number): Uint8Array =>
  edited(bytes, sheet, (xml) =>
    xml
      .replace(/ t="str"( s="\d+"><f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1<v>-999</v>')
      .replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1<v>-999</v>'),
  );

const edited = (bytes: Uint8Array, sheet: number, change: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(bytes);
  const part = `xl/worksheets/sheet${sheet + 1}.xml`;
  parts[part] = strToU8(change(strFromU8(parts[part] ?? new Uint8Array())));
  return zipOf(parts);
};

/** Where the key stands: 0-based sheet, and the address. */
const placeOf = (sheets: readonly SheetModel[], marker: string, key: string) => {
  const sheet = sheets.findIndex((one) => one.marker === marker);
  const rows = sheets[sheet]?.rows ?? [];
  for (const [row, cells] of rows.entries()) {
    const column = cells.findIndex((cell) => cell.key === key);
    if (column >= 0) return { sheet, address: a1(row, column), value: Number(cells[column]?.value) };
  }
  throw new Error(`no ${key} on ${marker}`);
};

interface Mutation {
  readonly of: 'one' | 'several' | 'in the nation' | 'provisional';
  readonly marker: string;
  readonly key: string;
  readonly wrong: readonly string[];
  /** What is written there instead; absent = a number, {@link changedBy} more. */
  readonly text?: string;
}

/** What somebody may write over a figure. */
const noFigure = '確認中';

/** More than an indicator brings, so that its maximum shows. */
const changedBy = 100;

/** One printed figure changed, and the rows that must no longer hold: those, and no other. */
const mutations: readonly Mutation[] = [
  {
    of: 'one',
    marker: 'criteria',
    key: 'points 0 P1p1',
    wrong: ['推進Ⅰ体制1 ＝ ○の枝番の配点（上限16）', '推進Ⅰ体制・取組 ＝ 指標別の得点'],
  },
  { of: 'one', marker: 'score', key: 'points 0 support support/2/activity', wrong: ['支援Ⅱ活動 ＝ 指標別の得点', '支援Ⅱ活動 ＝ 指標別分析の得点', '支援Ⅱ ＝ 体制・取組＋活動', '総得点 ＝ 体制・取組＋活動＋成果×2'] }, // prettier-ignore
  {
    of: 'one',
    marker: 'score',
    key: 'points 0 promotion promotion/all/all',
    wrong: [
      '推進 ＝ Ⅰ＋Ⅱ＋Ⅲ＋Ⅳ',
      '総得点 ＝ 推進＋支援',
      '推進の得点率 ＝ 得点÷満点',
      '推進の全国平均との差 ＝ 得点－全国平均',
      '概況の推進の得点 ＝ 得点',
      '協議会資料の推進 ＝ 得点',
      '資料Bの推進 ＝ 得点',
    ],
  },
  { of: 'one', marker: 'allocation', key: '0 support', wrong: ['交付額（円） ＝ 推進＋支援＋成果指向型'] },
  { of: 'one', marker: 'use', key: 'all total', wrong: ['使途の全体（円） ＝ 各交付金の計'] },
  {
    of: 'one',
    marker: 'comparison',
    key: 'change total',
    wrong: ['合計の得点の増減 ＝ 今年度－前年度'],
  },
  { of: 'one', marker: 'analysis', key: 'S2a1', wrong: ['支援Ⅱ活動 ＝ 指標別分析の得点'] },
  { of: 'several', marker: 'ranking', key: 'place 1', wrong: ['順位表の一覧内順位 ＝ より高い総得点の数＋1'] },
  {
    of: 'in the nation',
    marker: 'prefecture',
    key: '0 mean promotion/1/all',
    wrong: ['県内一覧の平均 推進Ⅰ'],
  },
  {
    of: 'provisional',
    marker: 'yearChange',
    key: 'lost',
    wrong: ['今年度の総得点 ＝ 前年度＋増減', '前年度からの変化の満たさなくなった分 ＝ 枝番の計'],
  },
  {
    of: 'provisional',
    marker: 'openData',
    key: 'most 0 support/all/all',
    wrong: ['機械可読の総得点の上限 ＝ 推進＋支援'],
  },
  {
    of: 'provisional',
    marker: 'summary',
    key: 'now support',
    text: '1～999点',
    wrong: [
      '概況の支援の得点 ＝ 得点（下限）',
      '概況の支援の得点 ＝ 得点（上限）',
      '概況の支援の増減 ＝ 今年度－前年度（下限）',
      '概況の支援の増減 ＝ 今年度－前年度（上限）',
    ],
  },
  {
    of: 'provisional',
    marker: 'summary',
    key: 'now support',
    text: noFigure,
    wrong: [
      '概況の支援の得点 ＝ 得点（下限）',
      '概況の支援の得点 ＝ 得点（上限）',
      '概況の支援の増減 ＝ 今年度－前年度（下限）',
      '概況の支援の増減 ＝ 今年度－前年度（上限）',
    ],
  },
];

testWith('soffice')(
  'LibreOffice works everything out anew: as stored; one figure changed, exactly the rows it stands in',
  async () => {
    const books = new Map<Mutation['of'], readonly SheetModel[]>([
      ['one', allSheets(hachioji())],
      ['several', allSheets(batch(), ['prefecture'])],
      ['in the nation', allSheets(inNation(), ['prefecture', 'analysis'])],
      ['provisional', allSheets(provisional(), ['b', 'council', 'peers', 'data', 'trend', 'plan'])],
    ]);
    const written = new Map<Mutation['of'], Uint8Array>();
    for (const [of, sheets] of books) {
      const control = sheets.findIndex(({ marker }) => marker === 'control');
      written.set(of, withoutResults(await writeWorkbookFile(sheets), control));
    }
    const changed = mutations.map(({ of, marker, key, text }) => {
      const { sheet, address, value } = placeOf(books.get(of) ?? [], marker, key);
      const bytes = written.get(of) ?? new Uint8Array();
      return text === undefined
        ? withValue(bytes, sheet, address, value + changedBy)
        : withText(bytes, sheet, address, text);
    });
    const calculated = convertAll([...written.values(), ...changed], 'xlsx', 'xlsx', { calculated: true });
    const read = await Promise.all(
      calculated.map(async (bytes) => {
        const content = await readWorkbookFile(bytes, 'x.xlsx');
        if (!content.ok) throw new Error(JSON.stringify(content.problems));
        return content.value;
      }),
    );
    const controlIn = (at: number) => read[at]?.sheets.find(({ name }) => name === '検算')?.grid ?? [];
    [...books.values()].forEach((sheets, at) => {
      const { rows } = sheetOf(sheets, 'control');
      const grid = controlIn(at);
      const differing = rows.flatMap((cells, row) =>
        cells.flatMap(({ value, formula }, column) => {
          const now = cellAt(grid, row, column);
          const same = typeof value === 'number' ? Math.abs(Number(now) - value) < 1e-9 : now === value;
          return formula === undefined || same ? [] : [[a1(row, column), value, now]];
        }),
      );
      expect(differing).toEqual([]);
      expect(rows.flat().filter(({ formula }) => formula !== undefined).length).toBeGreaterThan(100);
      // What LibreOffice saved still says what we wrote.
      expect(
        verifiedSheets(read[at] ?? { names: [], sheets: [] }).flatMap(({ name, written: code, now }) =>
          code === undefined || code === now ? [] : [name],
        ),
      ).toEqual([]);
    });
    mutations.forEach(({ key, of, wrong, text }, at) => {
      const grid = controlIn(books.size + at);
      expect([key, labelsWith('不一致', grid)]).toEqual([key, wrong]);
      const judged = labelsWith('一致', gridOf(sheetOf(books.get(of) ?? [], 'control'))).length;
      const [counted, provisionalOnes] = String(grid[1]?.[0]).split('（');
      expect(counted).toBe(`${judged}件中 ${judged - wrong.length}件一致`);
      expect(provisionalOnes === undefined).toBe(of !== 'provisional');
      // A text that holds no figure has no difference; its verdict above is 不一致.
      const errors = grid.flat().filter((value) => typeof value === 'string' && value.startsWith('#'));
      expect(errors.length > 0).toBe(text === noFigure);
    });
    // An indicator never brings more than its maximum, whatever stands at its criteria.
    const [before, after] = [controlIn(0), controlIn(books.size)].map((grid) => {
      const row = (label: string) => grid.find(([one]) => one === label) ?? [];
      const [indicator, group] = mutations[0]?.wrong ?? [];
      return { most: Number(row(indicator ?? '')[firstTerm + 1]), points: Number(row(indicator ?? '')[resultColumn]), group: Number(row(group ?? '')[resultColumn]) }; // prettier-ignore
    });
    expect(before?.most).toBe(16);
    expect(before?.points).toBeLessThan(16);
    expect((after?.group ?? 0) - (before?.group ?? 0)).toBe(16 - (before?.points ?? 0));
  },
);
