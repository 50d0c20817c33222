import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readScoreOptions } from '../../src/cli/options';
import { scoreCommand } from '../../src/cli/scoreCommand';
import { sentenceOf } from '../../src/problems';
import { mappingText, type Mapping } from '../../src/taskpane/mapping/mapping';
import type { CellValue, SheetModel } from '../../src/workbook';
import { writeWorkbookFile } from '../../src/workbook/file';
import { answerForm } from '../builders/answerSheets';

let at = '';
beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'incentive-mapping-'));
});
afterEach(() => {
  rmSync(at, { recursive: true, force: true });
});
const path = (name: string): string => join(at, name);

const run = async (...args: readonly string[]) => {
  const lines: string[] = [];
  const keep = (text: string): void => void lines.push(text);
  const options = readScoreOptions(args);
  if (!options.ok) return { status: 2, text: options.problems.map((one) => sentenceOf(one)).join('\n') };
  const terminal = { print: keep, warn: keep, progress: () => undefined };
  const status = await scoreCommand(options.value, { workingFolder: at, projectFolder: at }, terminal);
  return { status, text: lines.join('\n') };
};

/** Two drafts on sheets of their own, the second with a column ◎ or × of the office; nothing says whose they are. */
const drafts = async (name: string, header = '課の案', shift = 0): Promise<Uint8Array> => {
  const grid = answerForm({ year: 'R7', municipality: '', mark: () => '×' });
  const beside = (row: readonly CellValue[], row0: number): readonly CellValue[] => [
    ...row,
    ...Array.from({ length: shift }, () => (row0 === 3 ? 'メモ' : null)),
    row0 < 3 ? null : row0 === 3 ? header : '◎',
  ];
  const sheets = [
    { sheet: '回答', rows: grid },
    { sheet: '案', rows: grid.map(beside) },
  ].map(({ sheet, rows }, at0): SheetModel => ({
    name: sheet,
    marker: `form${at0}`,
    rows: rows.map((row) => Array.from({ length: 10 }, (_, column) => ({ value: row[column] ?? null, look: 'plain' }))),
    columnWidths: Array.from({ length: 10 }, () => 12),
    print: { orientation: 'portrait' },
  }));
  const bytes = await writeWorkbookFile(sheets);
  writeFileSync(path(name), bytes);
  return bytes;
};

const choices = ['--sheet', '案', '--answers', '課の案', '--mark', '◎=○', '--municipality', '天草市', '--year', 'R7'];
const total = '総得点 800点／800点';

test('choices are kept once and used again, for another file and from another folder', async () => {
  await drafts('a.xlsx');
  const first = await run('a.xlsx', ...choices, '--save-mapping', '対応.json');
  expect(first).toMatchObject({ status: 0, text: expect.stringContaining(total) });
  expect(JSON.parse(readFileSync(path('対応.json'), 'utf8'))).toMatchObject({
    version: 1,
    sheet: '案',
    column: { index: 8, header: '課の案' },
    year: 'R7',
    municipality: '天草市',
    markMeanings: [['◎', 'met']],
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  mkdirSync(path('次'));
  await drafts('次/b.xlsx');
  const again = await run('次/b.xlsx', '--mapping', '対応.json');
  expect(again).toMatchObject({ status: 0, text: expect.stringContaining(total) });
  expect(again.text).toContain('天草市');
});

test('other options win; a column belongs to its sheet', async () => {
  await drafts('a.xlsx');
  await run('a.xlsx', ...choices, '--save-mapping', '対応.json');
  expect((await run('a.xlsx', '--mapping', '対応.json', '--sheet', '回答')).text).toContain('総得点 0～800点／800点');
  expect((await run('a.xlsx', '--mapping', '対応.json', '--mark', '◎=×')).text).toContain('総得点 0～800点／800点');
});

test('a column that moved is found by its header, and the change of headers is told', async () => {
  await drafts('a.xlsx');
  await run('a.xlsx', ...choices, '--save-mapping', '対応.json');
  await drafts('a.xlsx', '課の案', 1);
  const { status, text } = await run('a.xlsx', '--mapping', '対応.json');
  expect(text).toContain(total);
  expect(text).toContain(
    '！ E-935 読み取り方を決めたときと見出しが違います（2か所。はじめは「案!I4=課の案」、いまは「案!I4=メモ」）',
  );
  expect(status).toBe(1);
  await drafts('a.xlsx', '部の案');
  expect(await run('a.xlsx', '--mapping', '対応.json')).toMatchObject({
    status: 2,
    text: expect.stringContaining('E-259'),
  });
});

describe('what the pane decided', () => {
  const mapping: Mapping = {
    sheet: '案',
    column: { index: 8, header: '課の案' },
    year: 'R7',
    municipality: '天草市',
    markMeanings: new Map([['◎', 'met']]),
  };
  /** As Excel stores the settings of an add-in: a property whose value is JSON. */
  const bookOfPane = async (key: string): Promise<void> => {
    const value = JSON.stringify(mappingText({ mapping, headers: [] }))
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;');
    const xml =
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><we:webextension ' +
      'xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{1}"><we:properties>' +
      `<we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/><we:property name="${key}" value="${value}"/>` +
      '</we:properties></we:webextension>';
    const parts = unzipSync(await drafts('a.xlsx'));
    writeFileSync(path('a.xlsx'), zipSync({ ...parts, 'xl/webextensions/webextension1.xml': strToU8(xml) }));
  };

  test('is read from the workbook it is kept in', async () => {
    await bookOfPane('IncentiveScore.mapping');
    expect(await run('a.xlsx', '--mapping', 'a.xlsx')).toMatchObject({
      status: 0,
      text: expect.stringContaining(total),
    });
  });

  test('is missed by name where the workbook holds none', async () => {
    await bookOfPane('other');
    const { status, text } = await run('a.xlsx', '--mapping', 'a.xlsx');
    expect([status, text]).toEqual([2, expect.stringMatching(/^✗ E-927 ブック「a\.xlsx」には/)]);
  });
});

test.each<[string, string | undefined, string]>([
  ['is missing', undefined, 'E-101'],
  ['is no JSON', '{', 'E-906'],
  ['has another shape', '{"version":1}', 'E-934'],
])('a file of --mapping that %s is refused, and nothing is written', async (_, text, code) => {
  await drafts('a.xlsx');
  if (text !== undefined) writeFileSync(path('m.json'), text);
  const before = readdirSync(at);
  expect(await run('a.xlsx', '--mapping', 'm.json')).toMatchObject({
    status: 2,
    text: expect.stringContaining(`✗ ${code} `),
  });
  expect(readdirSync(at)).toEqual(before);
});

test('--save-mapping replaces what it wrote, and nothing else', async () => {
  await drafts('a.xlsx');
  const save = (...args: readonly string[]) => run('a.xlsx', ...choices, ...args);
  await save('--save-mapping', 'm.json');
  expect((await save('--save-mapping', 'm.json')).status).toBe(0);
  const kept = readFileSync(path('m.json'), 'utf8');
  for (const [args, code] of [
    [['--save-mapping', 'm.json', '--mapping', 'm.json'], 'E-911 --save-mapping の'],
    [['--save-mapping', 'a.xlsx'], 'E-911 --save-mapping の'],
    [['--save-mapping', 'r.json', '--json', './r.json'], 'E-911 --save-mapping の'],
  ] as const)
    expect(await save(...args)).toMatchObject({ status: 2, text: expect.stringContaining(code) });
  writeFileSync(path('m.json'), kept.replace('met', 'unmet'));
  expect(await save('--save-mapping', 'm.json')).toMatchObject({ status: 2, text: expect.stringContaining('E-917') });
});
