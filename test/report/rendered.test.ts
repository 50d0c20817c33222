import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate, nationBeside } from '../../src/evaluation';
import { reportSheets, resultSheets } from '../../src/report';
import type { CellValue, SheetModel } from '../../src/workbook';
import { writeWorkbookFile } from '../../src/workbook/file';
import { answerForm, workbook } from '../builders/answerSheets';
import { formOfPlace } from '../builders/formOfPlace';
import { describeWith } from '../builders/withProgram';
import { amakusaFacts } from '../fixtures/amakusaFacts';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';
import { syntheticNation } from '../fixtures/syntheticNation';
import { convertAll } from '../workbook/file/office';
import { printedPages } from './pageArithmetic';

interface Rendered {
  readonly pages: number;
  readonly size: string;
  readonly fonts: readonly string[];
  readonly text: string;
}

/** The workbooks as PDF, by their names, and what the tools say of each; all in one start of LibreOffice. */
const render = async (
  books: readonly (readonly [name: string, sheets: readonly SheetModel[]])[],
): Promise<ReadonlyMap<string, Rendered>> => {
  const written = await Promise.all(books.map(([, sheets]) => writeWorkbookFile(sheets)));
  const printed = convertAll(written, 'xlsx', 'pdf');
  const folder = process.env['RENDER_TO'] ?? mkdtempSync(join(tmpdir(), 'incentive-render-'));
  const rendered = books.map(([name], at): readonly [string, Rendered] => {
    const pdf = join(folder, `${name}.pdf`);
    writeFileSync(join(folder, `${name}.xlsx`), written[at] ?? '');
    writeFileSync(pdf, printed[at] ?? '');
    const said = (tool: string, ...args: readonly string[]) => spawnSync(tool, args, { encoding: 'utf8' }).stdout;
    spawnSync('pdftotext', ['-layout', pdf]);
    const about = said('pdfinfo', pdf);
    return [
      name,
      {
        pages: Number(/Pages:\s+(\d+)/.exec(about)?.[1]),
        size: /Page size:\s+(.*)/.exec(about)?.[1] ?? '',
        fonts: said('pdffonts', pdf).trim().split('\n').slice(2),
        text: readFileSync(join(folder, `${name}.txt`), 'utf8'),
      },
    ];
  });
  if (process.env['RENDER_TO'] === undefined) rmSync(folder, { recursive: true });
  return new Map(rendered);
};

const facts = (grid: readonly (readonly CellValue[])[]) => {
  const result = evaluate(workbook({ name: '設定', grid }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const scored = () => {
  const grid = answerForm({
    year: 'R7',
    municipality: '八王子市',
    prefecture: '東京都',
    mark: ({ id }) => (id.length % 2 === 0 || id.endsWith('1') ? '○' : '×'),
  });
  const result = evaluate(workbook({ name: '回答', grid }, { name: '設定', grid: hachiojiFacts }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const withLastYear = () => {
  const grid = answerForm({
    year: 'R8',
    municipality: '天草市',
    prefecture: '熊本県',
    mark: ({ id }) => (id.endsWith('1') || id.endsWith('a') ? '○' : '×'),
  });
  const told = [
    ['項目', '値', '単位'],
    ['前年度', 'R7'],
    ['前年度の得点（推進）', 150],
    ['前年度の得点（支援）', 180],
  ];
  const result = evaluate(workbook({ name: '回答', grid }, { name: '設定', grid: told }));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const compared = () => {
  const nation = syntheticNation({ year: 'R8' });
  const result = evaluate(formOfPlace(nation, 700), {
    national: nationBeside(nation.content, '全国集計.xlsx'),
    peers: [3, 40, 900].map((row) => `${nation.places[row]!.prefecture}${nation.places[row]!.name}`),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const cases: readonly (readonly [string, number, () => readonly SheetModel[]])[] = [
  ['paper-a', 2, () => reportSheets(facts(hachiojiFacts), 'a')],
  ['paper-b', 3, () => reportSheets(facts(amakusaFacts), 'b')],
  ['paper-b-own', 4, () => reportSheets(scored(), 'b')],
  ['analysis', 4, () => reportSheets(withLastYear(), 'analysis')],
  ['charts', 3, () => reportSheets(withLastYear(), 'charts')],
  ['charts-money', 3, () => reportSheets(scored(), 'charts')],
  [
    'compared',
    7,
    () => (['analysis', 'charts', 'prefecture'] as const).flatMap((kind) => reportSheets(compared(), kind)),
  ],
  [
    'money',
    3,
    () => resultSheets(scored()).filter(({ marker }) => ['allocation', 'comparison', 'use'].includes(marker)),
  ],
];

describeWith(
  'soffice',
  'pdftotext',
  'pdfinfo',
  'pdffonts',
)('as LibreOffice prints it', () => {
  let rendered: ReadonlyMap<string, Rendered> = new Map();
  const renderedAs = (name: string): Rendered => {
    const found = rendered.get(name);
    if (found === undefined) throw new Error(`${name} was not rendered`);
    return found;
  };
  beforeAll(async () => {
    rendered = await render(cases.map(([name, , sheets]) => [name, sheets()]));
  });

  test.each(cases)('%s: %i pages of A4, nothing cut to ###, no error, no △0, fonts embedded', (name, count, sheets) => {
    const { pages, size, fonts, text } = renderedAs(name);
    expect(pages).toBe(count);
    expect(sheets().flatMap(printedPages)).toHaveLength(count);
    expect(size).toContain('A4');
    expect(text).not.toMatch(/###|#NAME\?|#REF!|#VALUE!|Err:\d|△0(?![.\d])|undefined|NaN/);
    expect(fonts.length).toBeGreaterThan(0);
    // Columns from the right: object ID (2), uni, sub, emb.
    expect(fonts.filter((font) => font.trim().split(/\s+/).at(-5) !== 'yes')).toEqual([]);
  });

  test('the 26 columns of 天草市 read on the printed page as they do in the council paper', () => {
    const { text } = renderedAs('paper-b');
    const flowing = text.replace(/\s+/g, ' ');
    for (const row of [
      '64 36 100 68 32 100 64 36 100 100 400 52 48 100 64 36 100 68 32 100 100 400 380 220 200 800',
      '46.3 9.8 56.2 42.4 17.5 59.8 33.8 7.2 41.0 48.6 205.6 31.4 20.1 51.5 42.4 12.1 54.5 49.3 12.8 62.1 48.6 216.7 245.7 79.5 97.2 422.4',
      '72.4% 27.3% 56.2% 62.3% 54.6% 59.8% 52.9% 20.0% 41.0% 48.6% 51.4% 60.4% 41.9% 51.5% 66.3% 33.6% 54.5% 72.5% 40.0% 62.1% 48.6% 54.2% 64.6% 36.1% 48.6% 52.8%',
      '48 9 58 44 16 60 34 6 41 50 209 33 20 52 44 12 56 53 12 66 50 222 252 80 100 428',
    ]) {
      expect(flowing).toContain(row);
    }
  });
});
