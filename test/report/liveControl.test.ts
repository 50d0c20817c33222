import { strFromU8, strToU8, unzipSync } from 'fflate';
import { evaluate, mergeResults, nationBeside, readBook, type Results } from '../../src/evaluation';
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
  expect([...new Set(words)].sort()).toEqual(['一致', '不一致', '件一致', '件中 ', '&gt;'].sort());
  const sheets = formulas.flatMap((formula) => [...formula.matchAll(/'((?:[^']|'')*)'!/g)].map(([, name]) => name));
  expect([...new Set(sheets)].sort()).toEqual(
    ['得点', '指標別', '指標別分析', '県内一覧', '順位表'].filter((name) => sheets.includes(name)).sort(),
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
  readonly of: 'one' | 'several' | 'in the nation';
  readonly marker: string;
  readonly key: string;
  readonly wrong: readonly string[];
}

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
];

testWith('soffice')(
  'LibreOffice works everything out anew: as stored; one figure changed, exactly the rows it stands in',
  async () => {
    const books = new Map<Mutation['of'], readonly SheetModel[]>([
      ['one', allSheets(hachioji())],
      ['several', allSheets(batch(), ['prefecture'])],
      ['in the nation', allSheets(inNation(), ['prefecture', 'analysis'])],
    ]);
    const written = new Map<Mutation['of'], Uint8Array>();
    for (const [of, sheets] of books) {
      const control = sheets.findIndex(({ marker }) => marker === 'control');
      written.set(of, withoutResults(await writeWorkbookFile(sheets), control));
    }
    const changed = mutations.map(({ of, marker, key }) => {
      const { sheet, address, value } = placeOf(books.get(of) ?? [], marker, key);
      return withValue(written.get(of) ?? new Uint8Array(), sheet, address, value + changedBy);
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
    mutations.forEach(({ key, of, wrong }, at) => {
      const grid = controlIn(books.size + at);
      expect([key, labelsWith('不一致', grid)]).toEqual([key, wrong]);
      const judged = labelsWith('一致', gridOf(sheetOf(books.get(of) ?? [], 'control'))).length;
      expect(grid[1]?.[0]).toBe(`${judged}件中 ${judged - wrong.length}件一致`);
      expect(grid.flat().filter((value) => typeof value === 'string' && value.startsWith('#'))).toEqual([]);
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
