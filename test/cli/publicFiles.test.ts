import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testWith } from '../builders/withProgram';
import golden from '../golden/kitashiobara-R6/answers.json';
import published from '../golden/kitashiobara-R6/published.json';

const root = join(__dirname, '../..');
const sample = join(root, 'assets/samples/北塩原村-令和6年度-回答.xlsx');

const folders: string[] = [];
let at = '';
beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'incentive-public-'));
  folders.push(at);
  copyFileSync(sample, join(at, '回答.xlsx'));
});
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});
beforeAll(() => {
  expect(spawnSync(process.execPath, [join(root, 'src/cli/launch.mjs'), 'score', '--help']).status).toBe(0);
});

const score = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/node/cli.js'), 'score', ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: at },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const out = (): readonly string[] => readdirSync(join(at, 'out')).sort();
const path = (name: string): string => join(at, 'out', name);
const three = ['回答-公開用-出典.csv', '回答-公開用-枝番.csv', '回答-公開用.csv'];

/** What another program reads in a CSV file, by its headers. */
const readByPython = (file: string): readonly Readonly<Record<string, string>>[] => {
  const script =
    'import csv,json,sys;print(json.dumps(list(csv.DictReader(open(sys.argv[1],encoding="utf-8-sig",newline=""),strict=True))))';
  const { stdout, stderr } = spawnSync('python3', ['-c', script, file], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly Readonly<Record<string, string>>[];
};

test('--report data writes the three files beside the results and names them; all others write none', () => {
  const { status, stdout } = score('回答.xlsx', '--report', 'data');
  expect([status, out()]).toEqual([0, [...three, '回答-採点結果.xlsx'].sort()]);
  expect(stdout).toContain('公開用のファイル：out/回答-公開用.csv、out/回答-公開用-枝番.csv、out/回答-公開用-出典.csv');
  rmSync(join(at, 'out'), { recursive: true });
  score('回答.xlsx', '--report', 'all');
  expect(out()).toEqual(['回答-採点結果.xlsx']);
});

testWith('python3')('another program reads in them what was published', async () => {
  await Promise.resolve();
  score('回答.xlsx', '--report', 'data');
  const bytes = readFileSync(path('回答-公開用-枝番.csv'));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString('utf8').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const criteria = readByPython(path('回答-公開用-枝番.csv'));
  const points = criteria
    .filter((one) => one['得点（点）'] !== '0')
    .map((one) => [one['枝番ID'], Number(one['得点（点）'])]);
  expect(Object.fromEntries(points)).toEqual(golden.scored);
  const [town] = readByPython(path('回答-公開用.csv'));
  expect([town?.['総得点（点）'], town?.['推進合計（点）'], town?.['全国地方公共団体コード']]).toEqual([
    String(published.total),
    String(published.grants.推進),
    '074021',
  ]);
});

test('the same run writes the same files again', () => {
  score('回答.xlsx', '--report', 'data');
  const before = three.map((name) => readFileSync(path(name), 'utf8'));
  expect(score('回答.xlsx', '--report', 'data').stderr).toBe('');
  expect(three.map((name) => readFileSync(path(name), 'utf8'))).toEqual(before);
  expect(out()).toHaveLength(4);
});

test.each([
  ['回答-公開用.csv', 'a table somebody edited'],
  ['回答-公開用-枝番.csv', 'the criteria somebody edited'],
  ['回答-公開用-出典.csv', 'the sources somebody edited'],
])('%s stays where it is %s; the new ones get a number, and it is said', (name) => {
  score('回答.xlsx', '--report', 'data');
  writeFileSync(path(name), `${readFileSync(path(name), 'utf8').replace('北塩原村', '北塩原')}追記\r\n`);
  const kept = readFileSync(path(name), 'utf8');
  const { stdout, stderr } = score('回答.xlsx', '--report', 'data');
  expect(readFileSync(path(name), 'utf8')).toBe(kept);
  expect(out()).toHaveLength(7);
  expect(stderr).toContain('E-920 「回答-公開用.csv」');
  expect(stdout).toContain('公開用のファイル：out/回答-公開用-2.csv');
});

test('somebody’s own file of that name stays, and so do those of answers of another folder', () => {
  mkdirSync(join(at, 'out'));
  writeFileSync(path('回答-公開用.csv'), 'mine');
  score('回答.xlsx', '--report', 'data');
  expect(readFileSync(path('回答-公開用.csv'), 'utf8')).toBe('mine');
  expect(out()).toContain('回答-公開用-2.csv');
});

test('beside --out, and in out/ where the results go into the workbook itself', () => {
  score('回答.xlsx', '--report', 'data', '--out', 'x/結果.xlsx');
  expect(readdirSync(join(at, 'x')).sort()).toEqual(
    ['結果-公開用-出典.csv', '結果-公開用-枝番.csv', '結果-公開用.csv', '結果.xlsx'].sort(),
  );
  score('回答.xlsx', '--report', 'data', '--in-place');
  expect(out()).toEqual(three);
  expect(readdirSync(at).sort()).toEqual(['out', 'x', '回答.xlsx'].sort());
});

test('they are no answers: a folder with them is scored without them', () => {
  score('回答.xlsx', '--report', 'data');
  const { status, stdout } = score('.');
  expect(status).toBe(0);
  expect(stdout).not.toContain('採点できなかったファイル');
});

test('the terms of use are those of the settings', () => {
  writeFileSync(
    join(at, 's.json'),
    JSON.stringify({ schema: 'incentive-settings/1', document: { license: '=CC BY 4.0' } }),
  );
  score('回答.xlsx', '--report', 'data', '--settings', 's.json');
  expect(readFileSync(path('回答-公開用-出典.csv'), 'utf8')).toContain("\r\n利用条件,'=CC BY 4.0\r\n");
});

test('in English they are named in English', () => {
  expect(score('回答.xlsx', '--report', 'data', '--lang', 'en').stdout).toContain(
    'Files for publication: out/回答-公開用.csv',
  );
});
