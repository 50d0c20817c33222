import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readScoreOptions, readTemplateOptions } from '../../src/cli/options';
import { scoreCommand } from '../../src/cli/scoreCommand';
import { readWorkbookFile } from '../../src/workbook/file';

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
