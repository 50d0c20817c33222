import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { fileProblem, sentenceOf } from '../../src/problems';

const root = join(__dirname, '../..');
const at = mkdtempSync(join(tmpdir(), 'incentive-outward-'));
beforeAll(() => {
  expect(spawnSync(process.execPath, [join(root, 'src/cli/launch.mjs'), 'score', '--help']).status).toBe(0);
});
afterAll(() => {
  rmSync(at, { recursive: true, force: true });
});

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'dist/node/cli.js'), 'score', ...args], {
    env: { ...process.env, INIT_CWD: at },
    encoding: 'utf8',
  });
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

// rules/bad-inputs.md#b074; in esc.csv the mark in H11 clears the screen, names the window and turns the direction.
test('a workbook cannot command the terminal, nor the JSON nor the result book carry its commands', () => {
  const name = 'esc\u001b[31m\u202e赤\n✗ E-999 偽.csv';
  copyFileSync(join(root, 'test/fixtures/files/esc.csv'), join(at, name));
  const plain = run(name, '--json', 'r.json', '--out', 'r.xlsx');
  expect(plain.stderr).toContain('！ E-219 「[2J]0;pwned○」');
  expect(plain.stderr.split('\n').filter((line) => line.startsWith('✗'))).toEqual([]);
  const json = run(name, '--json', '-', '--out', 'r.xlsx');
  const file = readFileSync(join(at, 'r.json'), 'utf8');
  const sheets = Object.values(unzipSync(new Uint8Array(readFileSync(join(at, 'r.xlsx'))))).map((part) =>
    strFromU8(part),
  );
  for (const text of [plain.stdout, plain.stderr, json.stdout, file, ...sheets])
    expect(obeyed.exec(text)?.[0].charCodeAt(0)).toBeUndefined();
  // What was found is still told as it was to whoever reads the JSON.
  const found = (text: string): readonly (string | undefined)[] => {
    const { problems }: { readonly problems: readonly { readonly found?: string }[] } = JSON.parse(text);
    return problems.flatMap((one) => (one.found?.includes('pwned') === true ? [one.found] : []));
  };
  expect(found(file)).toEqual(['\u001b[2J\u001b]0;pwned\u0007○']);
  expect(found(json.stdout)).toEqual(found(file));
});

test('a sentence is one line without commands, whatever stands in it', () => {
  const of = {
    ...fileProblem('file-missing', { found: 'a\u001b[2J\n✗ E-999\u202e.xlsx' }),
    sheet: '表\u0007\r\n',
    cell: 'A1',
  };
  expect(sentenceOf(of)).toMatch(/^E-101 ファイル「a\[2J ✗ E-999\.xlsx」が見つかりません（表 !A1）。/);
  expect(sentenceOf(fileProblem('file-missing', { found: 'あ'.repeat(32_767) })).length).toBeLessThan(2200);
});
