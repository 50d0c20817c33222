import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');
const built = join(root, 'dist/incentive-cli.mjs');
const samples = join(root, 'assets/samples');

let folder = '';
beforeAll(() => {
  const build = spawnSync(process.execPath, [join(root, 'src/cli/launch.mjs'), 'build', '--cli'], { encoding: 'utf8' });
  expect([build.status, build.stderr]).toEqual([0, '']);
  const score = spawnSync(process.execPath, [join(root, 'src/cli/launch.mjs'), 'help']);
  expect(score.status).toBe(0);
  folder = mkdtempSync(join(tmpdir(), 'incentive-one-file-'));
  // As on a colleague's PC: the file, a workbook, and nothing else.
  copyFileSync(built, join(folder, 'incentive-cli.mjs'));
  copyFileSync(join(samples, '北塩原村-令和6年度-回答.xlsx'), join(folder, '回答.xlsx'));
  writeFileSync(join(folder, 'no-network.mjs'), noNetwork);
  mkdirSync(join(folder, '県内'));
  copyFileSync(join(samples, '北塩原村-令和6年度-回答.xlsx'), join(folder, '県内', '北塩原村.xlsx'));
  copyFileSync(join(samples, 'よくある誤り-令和6年度.xlsx'), join(folder, '県内', '誤り.xlsx'));
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** In both threads, whoever would connect is stopped. */
const noNetwork = `import { Socket } from 'node:net';
const forbidden = () => { throw new Error('oneFile.e2e: the network was asked'); };
Socket.prototype.connect = forbidden;
globalThis.fetch = forbidden;
`;

/** Neither npm nor a package nor a network is in reach, nor what npm would tell a program. */
const alone = (...words: readonly string[]) =>
  spawnSync(process.execPath, ['incentive-cli.mjs', ...words], {
    cwd: folder,
    env: { PATH: dirname(process.execPath), NODE_OPTIONS: '--import ./no-network.mjs' },
    encoding: 'utf8',
  });

const inTheClone = (...words: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'dist/node/cli.js'), ...words], {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8',
  });

test.each([
  ['a workbook', ['回答.xlsx']],
  ['a workbook, with all papers', ['回答.xlsx', '--report', 'all']],
  ['a folder', ['県内']],
])('%s is scored as in the clone: the same JSON, the same sheets, the same words', (_, words) => {
  const own = alone(...words, '--json', 'alone.json', '--out', 'alone.xlsx');
  const other = inTheClone('score', ...words, '--json', 'clone.json', '--out', 'clone.xlsx');
  expect([own.status, own.stderr]).toEqual([other.status, other.stderr]);
  expect(own.stdout.replace('alone.xlsx', 'clone.xlsx')).toBe(other.stdout);
  expect(readFileSync(join(folder, 'alone.json'), 'utf8')).toBe(readFileSync(join(folder, 'clone.json'), 'utf8'));
  expect(readFileSync(join(folder, 'alone.xlsx')).equals(readFileSync(join(folder, 'clone.xlsx')))).toBe(true);
});

test('a form is made, and scored once it is filled in', () => {
  expect(alone('template', '--year', 'R8', '--out', '回答票.xlsx').status).toBe(0);
  const scored = alone('回答票.xlsx', '--json', '-');
  expect(scored.status).toBe(1);
  expect(JSON.parse(scored.stdout)).toMatchObject({ fiscalYear: 'R8' });
});

test('what is refused is refused with the same code, and tells how this file is called', () => {
  writeFileSync(join(folder, 'kaito.xlsx'), 'PK no workbook');
  for (const words of [
    ['kaito.xlsx'],
    ['ない.xlsx'],
    ['回答.xlsx', '--yaer'],
    ['template'],
    ['回答.xlsx', '--year', 'R1'],
  ]) {
    const own = alone(...words);
    const other = inTheClone(...(words[0] === 'template' ? words : ['score', ...words]));
    expect([words, own.status]).toEqual([words, other.status]);
    expect(/E-\d+/.exec(own.stderr)?.[0]).toBe(/E-\d+/.exec(other.stderr)?.[0]);
    expect(own.stderr).not.toContain('npm');
  }
  expect(alone('回答.xlsx', '--yaer').stderr).toContain('node incentive-cli.mjs help');
});

test.each(['ja', 'en'])('its help (%s) speaks of nothing that is not there', (language) => {
  const { stdout, status } = alone('help', '--lang', language);
  expect(status).toBe(0);
  expect(stdout).toContain('node incentive-cli.mjs template --year R8');
  expect(stdout).not.toMatch(/npm|assets\/samples/);
  expect(alone('--lang', language).stdout).not.toContain('npm');
});

test('of Node.js it takes nothing that reaches a network, but what reads a pipe somebody else opened', () => {
  const code = readFileSync(built, 'utf8');
  const taken = [...code.matchAll(/(?:\bfrom|\brequire\(|\bimport\()\s*["'](?:node:)?([a-z_/0-9]+)["']/g)].map(
    ([, name]) => name,
  );
  const network = [
    'net',
    'tls',
    'dgram',
    'dns',
    'dns/promises',
    'http',
    'https',
    'http2',
    'inspector',
    'child_process',
    'cluster',
  ];
  expect(new Set(taken).size).toBeGreaterThan(5);
  expect(network.filter((name) => taken.includes(name))).toEqual(['net']);
});

test('the licences of the packages in it come with it', () => {
  const code = readFileSync(built, 'utf8');
  for (const name of ['hucre', 'fflate', 'zod', '@noble/hashes'])
    expect(code).toMatch(new RegExp(`^${name}@\\S+  MIT$`, 'm'));
});
