import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readScoreOptions } from '../../src/cli/options';
import { scoreCommand } from '../../src/cli/scoreCommand';
import { answerForm } from '../../src/report';
import { writeWorkbookFile } from '../../src/workbook/file';
import { schemeFor } from '../builders/answerSheets';

const folder = mkdtempSync(join(tmpdir(), 'incentive-not-read-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The line of the terminal that names what was not read. */
const lineFor = async (names: readonly string[], ...args: readonly string[]): Promise<string | undefined> => {
  const form = answerForm(schemeFor('R8'), {
    municipality: '小野町',
    prefecture: '福島県',
    answers: (id) => (id.endsWith('a') ? '○' : '×'),
  });
  const sheets = names.map((name, at) => ({ ...form, name, marker: `form${at + 1}` }));
  writeFileSync(join(folder, '回答.xlsx'), await writeWorkbookFile(sheets));
  const printed: string[] = [];
  const keep = (text: string): void => {
    printed.push(...text.split('\n'));
  };
  const options = readScoreOptions(['回答.xlsx', '--out', '結果.xlsx', ...args]);
  if (!options.ok) throw new Error(JSON.stringify(options.problems));
  const places = { workingFolder: folder, projectFolder: folder };
  const status = await scoreCommand(options.value, places, { print: keep, warn: keep, progress: () => undefined });
  expect(status).toBeLessThan(2);
  return printed.find((line) => line.includes('読み取り'));
};

it('prints nothing of the reading while everything was read', async () => {
  expect(await lineFor(['回答'])).toBeUndefined();
});

it('names in one line what was left out: an example, and sheets beside the chosen one', async () => {
  expect(await lineFor(['回答', '記入例'])).toBe('読まなかったもの：記入例（シート「読み取り」）');
  expect(await lineFor(['回答', '課の控え', '課の案'], '--sheet', '回答')).toBe(
    '読まなかったもの：課の控え・課の案（シート「読み取り」）',
  );
});

it('names few of many', async () => {
  const others = ['一', '二', '三', '四', '五', '六', '七', '八'].map((name) => `記入例${name}`);
  expect(await lineFor(['回答', ...others])).toMatch(/：記入例一・.*・記入例六・… \+2（/);
});
