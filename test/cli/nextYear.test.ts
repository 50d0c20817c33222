import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readScoreOptions, readTemplateOptions } from '../../src/cli/options';
import { scoreCommand } from '../../src/cli/scoreCommand';
import { templateCommand } from '../../src/cli/templateCommand';
import { halfUp } from '../../src/kernel';
import { answerForm } from '../../src/report';
import { nationalOf, readScheme, schemeOf, type Scheme } from '../../src/schemes';
import type { CellValue, SheetModel, WorkbookContent } from '../../src/workbook';
import { readWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { isMet, nextYear, oneGrant, straightSum, twoGoals } from '../builders/nextYear';

let workingFolder: string;
let said: string[];
beforeEach(() => {
  workingFolder = mkdtempSync(join(tmpdir(), 'incentive-next-'));
  said = [];
});
afterEach(() => {
  rmSync(workingFolder, { recursive: true, force: true });
});

const listen = (text: string): void => void said.push(text);
const terminal = { print: listen, warn: listen, progress: () => undefined };
const places = () => ({ workingFolder, projectFolder: join(__dirname, '../..') });
const path = (name: string): string => join(workingFolder, name);
const saveScheme = (scheme: Scheme): void => {
  writeFileSync(path('next.json'), JSON.stringify(scheme));
};

const template = async (...args: readonly string[]): Promise<number> => {
  const options = readTemplateOptions(args);
  if (!options.ok) throw new Error(JSON.stringify(options.problems));
  return templateCommand(options.value, places(), terminal);
};
const score = async (...args: readonly string[]): Promise<number> => {
  const options = readScoreOptions(args);
  if (!options.ok) throw new Error(JSON.stringify(options.problems));
  return scoreCommand(options.value, places(), terminal);
};
const book = async (name: string): Promise<WorkbookContent> => {
  const content = await readWorkbookFile(new Uint8Array(readFileSync(path(name))), name);
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  return content.value;
};

/** The form as a person saves it: name, persons and every answer filled in, in the order of the criteria. */
const fillForm = async (scheme: Scheme): Promise<void> => {
  const form = (await book('form.xlsx')).sheets.find(({ name }) => name === '回答');
  if (form === undefined) throw new Error('no form');
  const answers = scheme.indicators.flatMap(({ criteria }) => criteria).map((one) => (isMet(one) ? '○' : '×'));
  const first = form.grid.length - answers.length;
  const filled = form.grid.map((row, at): readonly CellValue[] => {
    const values = Array.from({ length: 8 }, (_, column) => row[column] ?? null);
    if (values[0] === '市町村名') return values.with(1, '会津若松市');
    if (values[0] === '第1号被保険者数') return values.with(1, 36_000);
    return at < first ? values : values.with(7, answers[at - first] ?? null);
  });
  const sheet: SheetModel = {
    name: '回答',
    marker: 'form',
    rows: filled.map((row) => row.map((value) => ({ value, look: 'plain' }))),
    columnWidths: Array.from({ length: 8 }, () => 12),
    print: { orientation: 'portrait' },
  };
  writeFileSync(path('answers.xlsx'), await writeWorkbookFile([sheet]));
};

interface Json {
  readonly fiscalYear: string;
  readonly municipalities: readonly {
    readonly points: { total: number; promotion: { total: number }; support: { total: number } };
    readonly provisional: boolean;
    readonly rank: unknown;
    readonly grants: unknown;
  }[];
  readonly statistics: unknown;
  readonly problems: readonly { readonly code: string; readonly severity: string }[];
}

const valuesOf = (content: WorkbookContent, ...names: readonly string[]): readonly CellValue[] =>
  content.sheets.filter(({ name }) => names.length === 0 || names.includes(name)).flatMap(({ grid }) => grid.flat());

describe.each([
  ['goal Ⅳ common, 840 points', nextYear('common'), 840],
  ['goal Ⅳ per grant, 840 points', nextYear('per-grant'), 840],
  ['one goal in each grant', twoGoals(), 200],
] as const)('a next year: %s', (_, scheme, most) => {
  test('goes from the blank form to all reports and into the workbook, and no figure of another year appears', async () => {
    saveScheme(scheme);
    expect(await template('--scheme', 'next.json', '--out', 'form.xlsx')).toBe(0);
    await fillForm(scheme);
    const settings = {
      schema: 'incentive-settings/1',
      notice: { promotion: 1_000_000, support: 2_000_000 },
      lastYear: { fiscalYear: 'R8', points: { total: 400 }, yen: { promotion: '900千円', support: 1_800_000 } },
      programmes: [{ name: '把握事業', grant: 'promotion', category: '介護予防', amount: 1_000_000 }],
    };
    writeFileSync(path('settings.json'), JSON.stringify(settings));
    const common = ['answers.xlsx', '--scheme', 'next.json', '--settings', 'settings.json', '--report', 'all'];
    expect(await score(...common, '--out', 'results.xlsx', '--json', 'results.json')).toBe(1);
    const json: Json = JSON.parse(readFileSync(path('results.json'), 'utf8'));

    const [municipality] = json.municipalities;
    const { promotion, support, total } = municipality!.points;
    expect({ promotion: promotion.total, support: support.total, total }).toEqual(straightSum(scheme));
    expect(json.fiscalYear).toBe('R29');
    expect(municipality).toMatchObject({ provisional: false, rank: { national: null, prefecture: null } });
    expect(json.statistics).toBeNull();

    const content = await book('results.xlsx');
    expect(content.sheets.map(({ name }) => name)).toEqual([
      ...['概況', '得点', '指標別', '配分', '前年度比較', '使途'],
      ...['グラフ', '指標別分析', '取組案', '改善計画表', '協議会資料', '資料A', '資料B', '該当状況一覧'],
      ...['要確認', '読み取り', '検算', '機械可読', '機械可読（枝番）', '処理記録'],
    ]);
    const values = valuesOf(content);
    expect(values.filter((value) => typeof value === 'number' && !Number.isFinite(value))).toEqual([]);
    expect(values.filter((value) => /NaN|undefined|Infinity/.test(String(value)))).toEqual([]);
    expect(values).toContain(most);
    // R8 has 800 points and 1,741 municipalities; of it only what was told of last year, and the changed points, may stand.
    const mean = nationalOf('R8')?.blocks.find(({ grant, goal }) => grant === null && goal === null)?.mean ?? NaN;
    const here = valuesOf(content, '概況', '得点', '指標別', '指標別分析', 'グラフ', '機械可読', '資料B', '使途');
    expect(here.filter((value) => [800, 1741, mean].includes(Number(value)))).toEqual([]);
    expect(here.filter((value) => String(value).includes(halfUp(mean, 1)))).toEqual([]);
    expect(valuesOf(content, '検算')).not.toContain('不一致');

    expect(await score(...common, '--in-place')).toBe(1);
    const once = readFileSync(path('answers.xlsx'));
    expect(await score(...common, '--in-place')).toBe(1);
    expect(readFileSync(path('answers.xlsx')).equals(once)).toBe(true);
  });
});

describe.each([
  ['goal Ⅳ common', nextYear('common')],
  ['goal Ⅳ per grant', nextYear('per-grant')],
] as const)('a next year of several municipalities, or of told figures alone: %s', (_, scheme) => {
  const bookOf = async (name: string, sheet: SheetModel): Promise<void> => {
    writeFileSync(path(name), await writeWorkbookFile([sheet]));
  };

  test('two workbooks make the list of a prefecture, with their sums and no rank in the nation', async () => {
    saveScheme(scheme);
    const ids = new Set(scheme.indicators.flatMap(({ criteria }) => criteria.filter(isMet).map(({ id }) => id)));
    const [first, second] = ['会津若松市', '喜多方市'].map((municipality, at) =>
      answerForm(scheme, { municipality, answers: (id) => (at === 0 || ids.has(id) ? '○' : '×') }),
    );
    await bookOf('a.xlsx', first!);
    await bookOf('b.xlsx', second!);
    const args = [
      'a.xlsx',
      'b.xlsx',
      '--scheme',
      'next.json',
      '--report',
      'all',
      '--out',
      'all.xlsx',
      '--json',
      'all.json',
    ];
    expect(await score(...args)).toBeLessThan(2);
    const json: Json = JSON.parse(readFileSync(path('all.json'), 'utf8'));
    expect(json.municipalities.map(({ points }) => points.total)).toEqual([840, straightSum(scheme).total]);
    expect(json.municipalities.map(({ rank }) => rank)).toEqual(
      Array.from({ length: 2 }, () => ({ national: null, prefecture: null })),
    );
    const content = await book('all.xlsx');
    expect(content.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['県内一覧', '順位表', '機械可読']));
    expect(valuesOf(content).filter((value) => /NaN|undefined|Infinity/.test(String(value)))).toEqual([]);
  });

  test('what is told of the year makes both papers without any answers', async () => {
    saveScheme(scheme);
    const rows = [
      ['項目', '値'],
      ['年度', 'R29'],
      ['団体名', '会津若松市'],
      ['得点（推進）', 300],
      ['得点（支援）', 310],
    ];
    await bookOf('facts.xlsx', {
      name: '設定',
      marker: 'formSettings',
      rows: rows.map((row) => row.map((value) => ({ value, look: 'plain' }))),
      columnWidths: [30, 20],
      print: { orientation: 'portrait' },
    });
    const args = ['facts.xlsx', '--scheme', 'next.json', '--report', 'all', '--out', 'papers.xlsx'];
    expect(await score(...args)).toBeLessThan(2);
    const texts = valuesOf(await book('papers.xlsx'), '資料A', '資料B').map(String);
    expect(texts.filter((text) => text.includes('610点/840点'))).not.toEqual([]);
    expect(texts.filter((text) => /NaN|undefined|Infinity/.test(text))).toEqual([]);
  });
});

describe('a scheme file that cannot be used', () => {
  test('with one grant alone is refused in the linter’s words by form and score, and nothing is written', async () => {
    saveScheme(oneGrant());
    expect(await template('--scheme', 'next.json', '--out', 'form.xlsx')).toBe(2);
    expect(await score('--scheme', 'next.json', '--out', 'results.xlsx')).toBe(2);
    expect(said.filter((line) => line.includes('交付金の目標がありません（0件 ＜ 1件）'))).toHaveLength(2);
    expect(readdirSync(workingFolder)).toEqual(['next.json']);
  });

  test('of another year than --year says is refused', async () => {
    saveScheme(nextYear('common'));
    expect(await template('--scheme', 'next.json', '--year', 'R8', '--out', 'form.xlsx')).toBe(2);
    expect(await score('--scheme', 'next.json', '--year', 'R8')).toBe(2);
    expect(said.filter((line) => line.includes('E-915'))).toHaveLength(2);
  });

  test('that is no JSON is refused by name', async () => {
    writeFileSync(path('next.json'), '{');
    expect(await template('--scheme', 'next.json')).toBe(2);
    expect(said.join()).toContain('「next.json」は JSON として読めません');
  });
});

test('what a linter lets pass and a later rule could stumble over is refused before: points of 0', () => {
  const scheme = nextYear('common');
  const faults = readScheme({
    ...scheme,
    indicators: scheme.indicators.map((one) =>
      one.id === 'S1a10'
        ? {
            ...one,
            criteria: [
              { ...one.criteria[0], points: 2 },
              { ...one.criteria[1], points: 0 },
            ],
          }
        : one,
    ),
  });
  expect(faults.ok ? [] : faults.problems.map(({ found, facts }) => [found, facts['message']])).toEqual([
    ['S1a10b', '配点が0点です（1点以上としてください）'],
  ]);
});

test('an own scheme of a published year with other points: nothing that was published of the year stands beside it', async () => {
  const packaged = schemeOf('R8');
  if (!packaged.ok) throw new Error('no R8');
  const { title, goals, grants = [], indicators, maxPoints } = packaged.value;
  const twice = <Part extends { readonly maxPoints: number }>(part: Part): Part => ({
    ...part,
    maxPoints: 2 * part.maxPoints,
  });
  const double: Scheme = {
    ...packaged.value,
    maxPoints: 2 * maxPoints,
    grants: grants.map(twice),
    goals: goals.map((goal) => twice({ ...goal, groups: goal.groups.map(twice) })),
    indicators: indicators.map((indicator) =>
      twice({ ...indicator, criteria: indicator.criteria.map((one) => ({ ...one, points: 2 * one.points })) }),
    ),
  };
  const results = async (scheme: Scheme, ...reports: readonly string[]) => {
    saveScheme(scheme);
    const status = await score(
      'answers.xlsx',
      '--scheme',
      'next.json',
      ...reports,
      '--json',
      'r.json',
      '--out',
      'r.xlsx',
    );
    const { municipalities, problems }: Json = JSON.parse(readFileSync(path('r.json'), 'utf8'));
    const [municipality] = municipalities;
    return { status, ...municipality, codes: problems.map(({ code }) => code) };
  };
  saveScheme(double);
  expect(await template('--scheme', 'next.json', '--out', 'form.xlsx')).toBe(0);
  await fillForm(double);

  const { total } = straightSum(double);
  const own = await results(double, '--report', 'all');
  expect(own).toMatchObject({ status: 1, points: { total }, rank: { national: null }, grants: null });
  expect(own.codes).toContain('E-306');
  // The title of the document that the scheme cites says 1,741, too.
  const { sheets } = await book('r.xlsx');
  const values = sheets.flatMap(({ name, grid }) => (name === '処理記録' ? [] : grid.flat())).map(String);
  expect(values.filter((value) => /1,?741|455\.1/.test(value))).toEqual([]);

  // Put right in words alone, the rules are those the figures were published of.
  const reworded = await results({ ...packaged.value, title: `${title}（正誤表を反映）` });
  expect(reworded).toMatchObject({ rank: { national: { basis: 'distribution' } }, grants: expect.anything() });
  expect(reworded.codes).not.toContain('E-306');
});
