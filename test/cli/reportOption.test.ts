import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readScoreOptions, readTemplateOptions } from '../../src/cli/options';
import { scoreCommand } from '../../src/cli/scoreCommand';
import { readWorkbookFile } from '../../src/workbook/file';
import { answerForm } from '../builders/answerSheets';
import { plainXlsx } from '../fixtures/plainXlsx';

const quiet = { print: () => undefined, warn: () => undefined, progress: () => undefined };

describe('--report', () => {
  test('writes the sheets in the order a reader wants: 概況 first, what is for machines last', async () => {
    const workingFolder = mkdtempSync(join(tmpdir(), 'incentive-report-'));
    const options = readScoreOptions(['--report', 'all']);
    if (!options.ok) throw new Error(JSON.stringify(options.problems));
    expect(await scoreCommand(options.value, { workingFolder, projectFolder: join(__dirname, '../..') }, quiet)).toBe(
      0,
    );
    const [name = ''] = readdirSync(join(workingFolder, 'out'));
    const content = await readWorkbookFile(new Uint8Array(readFileSync(join(workingFolder, 'out', name))), name);
    expect(content.ok && content.value.sheets.map((sheet) => sheet.name)).toEqual([
      '概況',
      '得点',
      '指標別',
      'グラフ',
      '指標別分析',
      '取組案',
      '改善計画表',
      '協議会資料',
      '資料A',
      '資料B',
      '該当状況一覧',
      '要確認',
      '読み取り',
      '検算',
      '機械可読',
      '機械可読（枝番）',
      '処理記録',
    ]);
  });

  test('a report that cannot be made is told on the terminal, however many answers are open', async () => {
    const workingFolder = mkdtempSync(join(tmpdir(), 'incentive-report-'));
    // One answer of every indicator is open: a problem each, far more than are printed.
    const seen = new Set<string>();
    const isNew = (id: string): boolean => !seen.has(id.slice(0, 4)) && seen.add(id.slice(0, 4)).size > 0;
    const grid = answerForm({ year: 'R8', municipality: '架空町', prefecture: '', mark: ({ id }) => (isNew(id) ? null : '×') }); // prettier-ignore
    const rows = grid.map((row) => row.map((cell) => (cell instanceof Date ? null : cell)));
    writeFileSync(join(workingFolder, '回答.xlsx'), plainXlsx({ name: '回答', rows }));
    const options = readScoreOptions(['回答.xlsx', '--report', 'peers']);
    if (!options.ok) throw new Error(JSON.stringify(options.problems));
    const said: string[] = [];
    const terminal = { ...quiet, print: (text: string) => void said.push(text), warn: (text: string) => void said.push(text) }; // prettier-ignore
    expect(await scoreCommand(options.value, { workingFolder }, terminal)).toBe(1);
    expect(said.filter((line) => line.includes('E-211')).length).toBeGreaterThan(10);
    expect(said.join('\n')).toMatch(/ほか\d+件はシート「要確認」にあります/);
    expect(said.join('\n')).toContain('E-479');
  });

  const asked = async (...args: readonly string[]) => {
    const workingFolder = mkdtempSync(join(tmpdir(), 'incentive-report-'));
    const options = readScoreOptions(['--json', 'r.json', '--out', 'r.xlsx', ...args]);
    if (!options.ok) throw new Error(JSON.stringify(options.problems));
    const code = await scoreCommand(options.value, { workingFolder, projectFolder: join(__dirname, '../..') }, quiet);
    const json: { problems: { code: string; severity: string }[] } = JSON.parse(
      readFileSync(join(workingFolder, 'r.json'), 'utf8'),
    );
    const content = await readWorkbookFile(new Uint8Array(readFileSync(join(workingFolder, 'r.xlsx'))), 'r.xlsx');
    const sheet = content.ok ? content.value.sheets.find(({ name }) => name === '要確認') : undefined;
    return { code, codes: json.problems.map((one) => one.code), text: (sheet?.grid ?? []).flat().join('｜') };
  };

  test('a report these results do not allow is missed by name, with what it needs, and the run exits 1', async () => {
    const { code, codes, text } = await asked('--report', 'prefecture');
    expect(code).toBe(1);
    expect(codes).toEqual(['E-722']);
    expect(text).toContain('「県内一覧」は、この結果からは作成できません');
    expect(text).toContain('複数の市町村の回答か、全国集計表（--national）があるときに作成できます');
  });

  test('all reports: those left out are named once, and nothing needs a look', async () => {
    const { code, codes, text } = await asked('--report', 'all');
    expect(code).toBe(0);
    // What the three papers leave out is only to be known.
    expect(codes).toEqual(['E-724', 'E-946', 'E-946', 'E-946']);
    expect(text).toContain('「県内一覧・推移・比較団体」は、この結果からは作成できないため書いていません');
  });

  test('a report that is made is not missed', async () => {
    expect(await asked('--report', 'charts')).toMatchObject({ code: 0, codes: [] });
  });

  test.each(['c', 'A', 'c,C'])('refuses the report %s by name, and lists the words that can be given', (word) => {
    const options = readScoreOptions(['--report', word]);
    expect(options.ok ? [] : options.problems.map(({ code, found, expected }) => [code, found, expected])).toEqual([
      [
        'E-910',
        word.split(',')[0],
        'summary・a・b・council・analysis・prefecture・charts・trend・data・plan・criteria-list・improvement・peers・all',
      ],
    ]);
  });
});

describe('--out', () => {
  test.each(['x.csv', 'x.xlsm', 'x', 'x.xlsx.json', '.xls'])('refuses %s by name: output is .xlsx', (name) => {
    for (const options of [readScoreOptions(['--out', name]), readTemplateOptions(['--year', 'R8', '--out', name])])
      expect(options.ok ? [] : options.problems.map(({ code, found }) => [code, found])).toEqual([['E-909', name]]);
  });

  test.each(['x.xlsx', '結果.XLSX'])('takes %s', (name) => {
    const options = readScoreOptions(['--out', name]);
    expect(options.ok && options.value.out).toBe(name);
  });
});
