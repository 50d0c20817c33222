import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readScoreOptions } from '../../src/cli/options';
import { scoreCommand } from '../../src/cli/scoreCommand';
import { readWorkbookFile } from '../../src/workbook/file';

const quiet = { print: () => undefined, warn: () => undefined, progress: () => undefined };

describe('--report', () => {
  test('writes the papers before the results', async () => {
    const workingFolder = mkdtempSync(join(tmpdir(), 'incentive-report-'));
    const options = readScoreOptions(['--report', 'all']);
    if (!options.ok) throw new Error(JSON.stringify(options.problems));
    expect(await scoreCommand(options.value, { workingFolder, projectFolder: join(__dirname, '../..') }, quiet)).toBe(
      0,
    );
    const [name = ''] = readdirSync(join(workingFolder, 'out'));
    const content = await readWorkbookFile(new Uint8Array(readFileSync(join(workingFolder, 'out', name))), name);
    expect(content.ok && content.value.sheets.map((sheet) => sheet.name)).toEqual([
      '資料A',
      '資料B',
      '指標別分析',
      'グラフ',
      '機械可読',
      '得点',
      '指標別',
      '要確認',
      '検算',
      '処理記録',
    ]);
  }, 60_000);

  test('refuses a report it does not know, by name', () => {
    const options = readScoreOptions(['--report', 'c']);
    expect(options.ok ? [] : options.problems.map(({ code, found }) => [code, found])).toEqual([
      ['E-901', '--report c'],
    ]);
  });
});
