import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const root = join(__dirname, '../..');
const sample = join(root, 'assets/samples/北塩原村-令和6年度-回答.xlsx');
const mistakes = join(root, 'assets/samples/よくある誤り-令和6年度.xlsx');

const folders: string[] = [];
let at = '';
beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'incentive-lost-'));
  folders.push(at);
});
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});
beforeAll(() => {
  expect(spawnSync(process.execPath, [join(root, 'src/cli/launch.mjs'), 'score', '--help']).status).toBe(0);
});

/** Every file below the folder, and what is in it. */
const everything = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(at, { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .map((path) => [path.slice(at.length + 1), readFileSync(path).toString('base64')]),
  );

/** The built command line as a process of its own, and the files that were there before and are not what they were. */
const run = (...args: readonly string[]) => {
  const before = everything();
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/node/cli.js'), ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: at },
    encoding: 'utf8',
  });
  const after = everything();
  const changed = Object.keys(before).filter((path) => after[path] !== before[path]);
  return { status, stdout, stderr, changed, made: Object.keys(after).filter((path) => !(path in before)) };
};

const path = (name: string): string => join(at, name);
const give = (name: string, from = sample): void => {
  mkdirSync(join(path(name), '..'), { recursive: true });
  copyFileSync(from, path(name));
};

/** As Excel does it: another text in a cell, all else kept, the zip made anew. */
const typeInto = (name: string, from: string, to: string): void => {
  const parts = Object.entries(unzipSync(new Uint8Array(readFileSync(path(name)))));
  expect(parts.some(([, data]) => strFromU8(data).includes(from))).toBe(true);
  const edited = parts.map(([part, data]) => [part, strToU8(strFromU8(data).replace(from, to))] as const);
  writeFileSync(path(name), zipSync(Object.fromEntries(edited)));
};

describe('the result book that we name', () => {
  test('is replaced as long as nobody has touched it: a second run makes no second file', () => {
    give('a.xlsx');
    expect(run('score', 'a.xlsx').made).toEqual(['out/a-採点結果.xlsx']);
    const { status, made, changed } = run('score', 'a.xlsx', '--report', 'charts');
    expect({ status, made, changed }).toEqual({ status: 0, made: [], changed: ['out/a-採点結果.xlsx'] });
  });

  test('is kept once somebody wrote into it; the next result is numbered, said, and replaced in its turn', () => {
    give('a.xlsx');
    run('score', 'a.xlsx');
    typeInto('out/a-採点結果.xlsx', '得点率', '議会へ');
    const second = run('score', 'a.xlsx');
    expect([second.made, second.changed]).toEqual([['out/a-採点結果-2.xlsx'], []]);
    expect(second.stderr).toContain('・ E-919 「a-採点結果.xlsx」は、こちらで書いたあとに手が加えられている');
    expect(second.stderr).toContain('今回は「a-採点結果-2.xlsx」に書きます');
    expect(second.stdout).toContain('out/a-採点結果-2.xlsx');
    expect(second.status).toBe(0);
    expect(run('score', 'a.xlsx')).toMatchObject({ made: [], changed: [] });
    typeInto('out/a-採点結果-2.xlsx', '得点率', '議会へ');
    expect(run('score', 'a.xlsx')).toMatchObject({ made: ['out/a-採点結果-3.xlsx'], changed: [] });
  });

  test('is kept when it was only saved anew: its parts say the same, but a byte more stands behind them', () => {
    give('a.xlsx');
    run('score', 'a.xlsx');
    writeFileSync(path('out/a-採点結果.xlsx'), 'x', { flag: 'a' });
    expect(run('score', 'a.xlsx')).toMatchObject({ made: ['out/a-採点結果-2.xlsx'], changed: [] });
  });

  test('never takes the place of a book of somebody else, a folder or a link that leads nowhere', () => {
    give('a.xlsx');
    give('out/a-採点結果.xlsx');
    mkdirSync(path('out/a-採点結果-2.xlsx'));
    symlinkSync('gone.xlsx', path('out/a-採点結果-3.xlsx'));
    const { made, changed, stderr } = run('score', 'a.xlsx');
    expect([made, changed]).toEqual([['out/a-採点結果-4.xlsx'], []]);
    expect(stderr).toContain('・ E-920 「a-採点結果.xlsx」という名前のファイルが');
  });

  test('of inputs of one name bears the folder, then a number; run again, each goes to its own', () => {
    const inputs = ['山田/回答.xlsx', '川本/回答.xlsx', '旧/川本/回答.xlsx'];
    for (const name of inputs) give(name);
    const expected = ['out/回答-採点結果.xlsx', 'out/回答（川本）-採点結果.xlsx', 'out/回答（川本）-採点結果-2.xlsx'];
    expect(inputs.map((name) => run('score', name).made)).toEqual(expected.map((name) => [name]));
    expect(inputs.map((name) => run('score', name))).toMatchObject(inputs.map(() => ({ made: [], changed: [] })));
    // Where Excel saved the first, the second still knows that it is not the same input's.
    typeInto(expected[0]!, '得点率', '手控え');
    expect(run('score', inputs[1]!)).toMatchObject({ made: [], changed: [] });
  });
});

describe('a file that a person names', () => {
  test.each([
    ['the workbook', ['--out', '大事.xlsx'], '大事.xlsx', sample, 'E-916', '--out に別の名前を'],
    ['the JSON', ['--json', '設定.json'], '設定.json', join(root, 'package.json'), 'E-916', '--json に別の名前を'],
    ['the JSON over a workbook', ['--json', '大事.xlsx'], '大事.xlsx', sample, 'E-916', '--json に別の名前を'],
  ])('%s: not over a file that is not ours', (_, args, name, from, code, cure) => {
    give('a.xlsx', mistakes);
    give(name, from);
    const { status, stderr, made, changed } = run('score', 'a.xlsx', ...args);
    expect({ status, made, changed }).toEqual({ status: 2, made: [], changed: [] });
    expect(stderr).toContain(`✗ ${code} `);
    expect(stderr).toContain(cure);
  });

  test('is replaced while it is ours and untouched, and refused once it is edited', () => {
    give('a.xlsx');
    const args = ['score', 'a.xlsx', '--out', 'r.xlsx', '--json', 'r.json'];
    expect(run(...args).made.toSorted()).toEqual(['r.json', 'r.xlsx']);
    give('a.xlsx', mistakes);
    expect(run(...args)).toMatchObject({ status: 1, made: [], changed: expect.arrayContaining(['r.json', 'r.xlsx']) });
    const json = readFileSync(path('r.json'), 'utf8');
    writeFileSync(path('r.json'), json.replace('"total": ', '"total":  '));
    const edited = run(...args);
    expect(edited).toMatchObject({ status: 2, made: [], changed: [] });
    expect(edited.stderr).toContain('✗ E-917 --json の「');
    writeFileSync(path('r.json'), json);
    typeInto('r.xlsx', '得点率', '手控え');
    const typed = run(...args);
    expect(typed).toMatchObject({ status: 2, made: [], changed: [] });
    expect(typed.stderr).toContain('✗ E-917 --out の「');
  });

  test('is refused when it is a link that leads nowhere', () => {
    give('a.xlsx');
    symlinkSync('gone.xlsx', path('r.xlsx'));
    const { status, stderr, made } = run('score', 'a.xlsx', '--out', 'r.xlsx');
    expect([status, made]).toEqual([2, []]);
    expect(stderr).toContain('✗ E-918 ');
  });

  test.each(['--in-place', '--out'])('beside --in-place: --out is refused (%s first)', (first) => {
    give('a.xlsx');
    const out = ['--out', 'r.xlsx'];
    const words = first === '--out' ? [...out, '--in-place'] : ['--in-place', ...out];
    const { status, stderr, made, changed } = run('score', 'a.xlsx', ...words);
    expect({ status, made, changed }).toEqual({ status: 2, made: [], changed: [] });
    expect(stderr).toContain('✗ E-921 --in-place と --out は一緒に使えません');
  });
});

describe('the input is no output, whatever it is called', () => {
  test.each<[string, () => string]>([
    ['its own name', () => 'a.xlsx'],
    ['another spelling', () => './sub/../a.xlsx'],
    ['the whole path', () => path('a.xlsx')],
    [
      'a link',
      () => {
        symlinkSync('a.xlsx', path('l.xlsx'));
        return 'l.xlsx';
      },
    ],
    [
      'a hard link',
      () => {
        linkSync(path('a.xlsx'), path('h.xlsx'));
        return 'h.xlsx';
      },
    ],
    [
      'a folder that is a link',
      () => {
        symlinkSync('.', path('d'));
        return 'd/a.xlsx';
      },
    ],
  ])('%s', (_, nameOf) => {
    // Ours and untouched, so that nothing but being read protects it.
    run('template', '--year', 'R8');
    renameSync(path('out/回答票-R8.xlsx'), path('a.xlsx'));
    mkdirSync(path('sub'));
    const name = nameOf();
    const out = run('score', 'a.xlsx', '--out', name);
    expect(out).toMatchObject({ status: 2, made: [], changed: [] });
    expect(out.stderr).toContain('✗ E-903 ');
    const json = run('score', 'a.xlsx', '--json', name);
    expect(json).toMatchObject({ status: 2, made: [], changed: [] });
    expect(json.stderr).toContain('✗ E-911 ');
  });
});

describe('a form', () => {
  test('that somebody filled in is kept: the next is numbered', () => {
    expect(run('template', '--year', 'R8').made).toEqual(['out/回答票-R8.xlsx']);
    expect(run('template', '--year', 'R8')).toMatchObject({ status: 0, made: [], changed: [] });
    typeInto('out/回答票-R8.xlsx', '市町村名', '市町村名（記入済）');
    const { status, made, changed, stdout, stderr } = run('template', '--year', 'R8');
    expect({ status, made, changed }).toEqual({ status: 0, made: ['out/回答票-R8-2.xlsx'], changed: [] });
    expect(stderr).toContain('・ E-919 ');
    expect(stdout).toContain('回答票-R8-2.xlsx');
  });

  test('of one municipality does not take the place of another’s', () => {
    expect(run('template', '--year', 'R8', '--municipality', '小野町').made).toEqual(['out/回答票-R8.xlsx']);
    const other = run('template', '--year', 'R8', '--municipality', '川崎町');
    expect([other.made, other.changed]).toEqual([['out/回答票-R8（川崎町）.xlsx'], []]);
  });

  test('is not written over a book of somebody else', () => {
    give('票.xlsx');
    const { status, stderr, changed } = run('template', '--year', 'R8', '--out', '票.xlsx');
    expect([status, changed]).toEqual([2, []]);
    expect(stderr).toContain('✗ E-916 ');
  });
});
