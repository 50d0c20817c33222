import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readScoreOptions, readTemplateOptions } from '../../src/cli/options';
import { scoreCommand } from '../../src/cli/scoreCommand';
import { templateCommand } from '../../src/cli/templateCommand';
import { standingOf, type Standing } from '../../src/cli/diskFiles';
import { clearLeftovers } from '../../src/cli/leftovers';
import { AfterWriting, writeFiles } from '../../src/cli/writeFiles';
import type { Problem, Result } from '../../src/problems';

const root = join(__dirname, '../..');
const sample = join(root, 'assets/samples/北塩原村-令和6年度-回答.xlsx');
const folders: string[] = [];

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'incentive-writing-'));
  folders.push(made);
  return made;
};

/** Every file and folder below, so that nothing left behind is missed. */
const everything = (path: string): readonly string[] => readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();

/** The exit code of the command called in `cwd`, and what it said on the error stream. */
const run = async (cwd: string, command: 'score' | 'template', ...args: readonly string[]) => {
  const warned: string[] = [];
  const terminal = {
    print: () => undefined,
    progress: () => undefined,
    warn: (text: string) => void warned.push(text),
  };
  const places = { workingFolder: cwd, projectFolder: root };
  const given = command === 'score' ? readScoreOptions(args) : readTemplateOptions(args);
  if (!given.ok) throw new Error(JSON.stringify(given.problems));
  const status =
    'files' in given.value
      ? await scoreCommand(given.value, places, terminal)
      : await templateCommand(given.value, places, terminal);
  return { status, stderr: warned.join('\n') };
};

const said = (result: Result<unknown>): readonly string[] =>
  result.ok
    ? []
    : result.problems.map(({ code, found, facts: { message } }) => `${code} ${found ?? ''} ${wordOf(message)}`);

const wordOf = (fact: Problem['facts'][string] | undefined): string => (typeof fact === 'string' ? fact : '');

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const long = 'x'.repeat(300);

afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

const old = standingOf(bytes('old'));
const nobody = 'nobody' as const;

describe('writing several files', () => {
  test('makes the folders it needs, replaces what was there, and leaves nothing else', async () => {
    const at = folder();
    writeFileSync(join(at, 'old.json'), 'old');
    const files = [
      { path: join(at, 'old.json'), standing: old, bytes: 'new' },
      { path: join(at, 'a/b/c.xlsx'), standing: nobody, bytes: bytes('book') },
    ];
    expect(await writeFiles(files)).toEqual({ ok: true, value: files.map(({ path }) => path) });
    expect(everything(at)).toEqual(['a', 'a/b', 'a/b/c.xlsx', 'old.json']);
    expect(readFileSync(join(at, 'old.json'), 'utf8')).toBe('new');
    expect(readFileSync(join(at, 'a/b/c.xlsx'), 'utf8')).toBe('book');
  });

  test.each<[string, (at: string) => string, string]>([
    ['a folder stands in the place', (at) => join(at, 'folder'), 'E-913 {} EISDIR'],
    ['a file stands where a folder should', (at) => join(at, 'old.json', 'x.json'), 'E-913 {} ENOTDIR'],
    ['the name is too long', (at) => join(at, `${long}.json`), 'E-913 {} ENAMETOOLONG'],
    ['a folder on the way cannot be made', (at) => join(at, 'made/also', long, 'x.json'), 'E-913 {} ENAMETOOLONG'],
    ['links lead in a circle', (at) => join(at, 'circle', 'x.json'), 'E-913 {} ELOOP'],
    ['a pipe stands in the place', (at) => join(at, 'pipe'), 'E-913 {} EINVAL'],
  ])('none is written when %s', async (_, wrong, expected) => {
    const at = folder();
    writeFileSync(join(at, 'old.json'), 'old');
    mkdirSync(join(at, 'folder'));
    symlinkSync('circle', join(at, 'circle'));
    execFileSync('mkfifo', [join(at, 'pipe')]);
    const before = everything(at);
    const good = [
      { path: join(at, 'old.json'), standing: old, bytes: 'new' },
      { path: join(at, 'fresh/new.xlsx'), standing: nobody, bytes: bytes('book') },
    ];
    const bad = { path: wrong(at), standing: nobody, bytes: 'x' };
    for (const files of [
      [...good, bad],
      [bad, ...good],
    ]) {
      expect(said(await writeFiles(files))).toEqual([expected.replace('{}', bad.path)]);
      expect(everything(at)).toEqual(before);
      expect(readFileSync(join(at, 'old.json'), 'utf8')).toBe('old');
    }
  });

  // The second place becomes a folder only when the third is made ready, so the failure comes after the first was renamed.
  test('a place that was already written gets its old file back when a later one fails', async () => {
    const at = folder();
    writeFileSync(join(at, 'old.json'), 'old');
    const result = await writeFiles([
      { path: join(at, 'old.json'), standing: old, bytes: 'new' },
      { path: join(at, 'fresh.json'), standing: nobody, bytes: 'fresh' },
      { path: join(at, 'name'), standing: nobody, bytes: 'file' },
      { path: join(at, 'name/inside'), standing: nobody, bytes: 'file in a folder' },
    ]);
    expect(said(result)).toEqual([expect.stringContaining(`E-913 ${join(at, 'name')} `)]);
    expect(everything(at)).toEqual(['old.json']);
    expect(readFileSync(join(at, 'old.json'), 'utf8')).toBe('old');
  });

  test('writes through a link, and keeps the permissions of the file', async () => {
    const at = folder();
    mkdirSync(join(at, 'real'));
    writeFileSync(join(at, 'real/book.xlsx'), 'old');
    chmodSync(join(at, 'real/book.xlsx'), 0o664);
    symlinkSync('real/book.xlsx', join(at, 'link.xlsx'));
    expect((await writeFiles([{ path: join(at, 'link.xlsx'), standing: old, bytes: 'new' }])).ok).toBe(true);
    expect(lstatSync(join(at, 'link.xlsx')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(at, 'real/book.xlsx'), 'utf8')).toBe('new');
    expect(statSync(join(at, 'real/book.xlsx')).mode & 0o777).toBe(0o664);
    expect(everything(at)).toEqual(['link.xlsx', 'real', 'real/book.xlsx']);
  });
});

describe('a place that somebody else has his hands on', () => {
  const book = (at: string): string => join(at, 'book.xlsx');
  const write = (at: string, standing: Standing = old) =>
    writeFiles([
      { path: join(at, 'r.json'), standing: nobody, bytes: 'json' },
      { path: book(at), standing, bytes: 'new' },
    ]);

  test.each<[string, (at: string) => void, readonly string[], string | undefined]>([
    [
      'it was saved meanwhile',
      (at) => {
        writeFileSync(book(at), 'saved');
      },
      ['book.xlsx'],
      'saved',
    ],
    [
      'it was deleted meanwhile',
      (at) => {
        rmSync(book(at));
      },
      [],
      undefined,
    ],
  ])('%s: refused, and nothing is written', async (_, act, files, content) => {
    const at = folder();
    writeFileSync(book(at), 'old');
    act(at);
    expect(said(await write(at))).toEqual([`E-937 ${book(at)} `]);
    expect(everything(at)).toEqual(files);
    if (content !== undefined) expect(readFileSync(book(at), 'utf8')).toBe(content);
  });

  test('a file appeared where none was: refused, and it stays', async () => {
    const at = folder();
    writeFileSync(book(at), 'theirs');
    expect(said(await write(at, nobody))).toEqual([`E-937 ${book(at)} `]);
    expect([everything(at), readFileSync(book(at), 'utf8')]).toEqual([['book.xlsx'], 'theirs']);
  });

  test('it is read-only: refused, also for an administrator', async () => {
    const at = folder();
    writeFileSync(book(at), 'old', { mode: 0o444 });
    expect(said(await write(at))).toEqual([`E-938 ${book(at)} `]);
    expect([everything(at), readFileSync(book(at), 'utf8')]).toEqual([['book.xlsx'], 'old']);
  });

  // Nobody may read in the temporary file what they may not read in its place.
  (process.platform === 'win32' ? test.skip : test)(
    'it is secret: so is every file beside it, and so it stays',
    async () => {
      const at = folder();
      writeFileSync(book(at), 'old', { mode: 0o600 });
      const modes: string[] = [];
      const watching = watch(at, (_, name) => {
        if (name?.startsWith('.incentive-') !== true) return;
        const mode = statSync(join(at, name), { throwIfNoEntry: false })?.mode;
        if (mode !== undefined) modes.push((mode & 0o777).toString(8));
      });
      const many = Array.from({ length: 30 }, (__, at30) => `new${at30}`);
      let before = old;
      for (const text of many) {
        const big = text.repeat(200_000);
        expect(said(await writeFiles([{ path: book(at), standing: before, bytes: big }]))).toEqual([]);
        before = standingOf(bytes(big));
      }
      watching.close();
      expect(modes.length).toBeGreaterThan(5);
      expect(new Set(modes)).toEqual(new Set(['600']));
      expect(statSync(book(at)).mode & 0o777).toBe(0o600);
    },
  );
});

describe('what a killed run left behind', () => {
  const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const left = (at: string, name: string, days = 0): void => {
    writeFileSync(join(at, name), name);
    const time = Date.now() / 1000 - days * 86_400;
    utimesSync(join(at, name), time, time);
  };

  test('is cleared, what runs or is not ours stays, and old content goes back where nothing stands', async () => {
    const at = folder();
    writeFileSync(join(at, '回答.xlsx'), 'theirs');
    left(at, `.incentive-${host}-${dead}-0123456789ab.tmp`);
    left(at, `.incentive-${host}-${dead}-0123456789ab.old-回答.xlsx`);
    left(at, '.incentive-0123456789ab.tmp', 2);
    left(at, `.incentive-00000000-${process.pid}-0123456789ab.tmp`, 2);
    left(at, `.incentive-${host}-${dead}-0123456789cd.old-消えた.xlsx`);
    const kept = [
      `.incentive-${host}-${process.pid}-0123456789ab.tmp`,
      `.incentive-00000000-${dead}-0123456789ab.tmp`,
      `.incentive-${host}-${dead}-0123456789ab.old`,
      '.incentive-plan.tmp',
      '.incentive-0123456789ab.tmp.xlsx',
    ];
    for (const name of kept) left(at, name);
    await clearLeftovers([at, join(at, 'nowhere')]);
    expect(everything(at)).toEqual([...kept, '回答.xlsx', '消えた.xlsx'].sort());
    expect(readFileSync(join(at, '回答.xlsx'), 'utf8')).toBe('theirs');
    expect(readFileSync(join(at, '消えた.xlsx'), 'utf8')).toContain('.old-消えた.xlsx');
  });
});

describe('exit code 2 means that nothing was written', () => {
  test.each<[string, string, readonly string[]]>([
    ['the JSON lies under a file', 'E-913', ['--json', 'note.txt/x.json']],
    ['a folder stands in the place of the JSON', 'E-913', ['--json', 'folder']],
    ['a folder stands in the place of the workbook', 'E-913', ['--json', 'new/x.json', '--out', 'folder.xlsx']],
    ['the workbook’s folder is a file', 'E-913', ['--json', 'new/x.json', '--out', 'note.txt/x.xlsx']],
    ['the JSON would replace the input', 'E-911', ['--json', 'a.xlsx']],
    ['the JSON would replace the settings', 'E-911', ['--settings', 's.json', '--json', './s.json']],
    ['the JSON would replace the workbook', 'E-911', ['--out', 'j.xlsx', '--json', 'j.xlsx']],
    [
      'the JSON would replace the workbook by another way',
      'E-911',
      ['--out', 'way/new/j.xlsx', '--json', 'folder/new/j.xlsx'],
    ],
    ['the workbook would replace the national table', 'E-903', ['--national', 'n.xlsx', '--out', 'n.xlsx']],
    ['the workbook would replace the input by another name', 'E-903', ['--out', 'link.xlsx']],
    ['in place, and the JSON cannot be written', 'E-913', ['--in-place', '--json', 'note.txt/x.json']],
    ['in place, and the JSON would replace the input', 'E-911', ['--in-place', '--json', 'link.xlsx']],
  ])('%s', async (_, code, args) => {
    const at = folder();
    copyFileSync(sample, join(at, 'a.xlsx'));
    copyFileSync(sample, join(at, 'n.xlsx'));
    symlinkSync('a.xlsx', join(at, 'link.xlsx'));
    symlinkSync('folder', join(at, 'way'));
    mkdirSync(join(at, 'folder'));
    mkdirSync(join(at, 'folder.xlsx'));
    writeFileSync(join(at, 'note.txt'), 'メモ');
    writeFileSync(join(at, 's.json'), '{}');
    const before = everything(at);
    const { status, stderr } = await run(at, 'score', 'a.xlsx', ...args);
    expect(stderr).toContain(`✗ ${code} `);
    expect(status).toBe(2);
    expect(everything(at)).toEqual(before);
    expect(readFileSync(join(at, 'a.xlsx')).equals(readFileSync(sample))).toBe(true);
    expect(readFileSync(join(at, 's.json'), 'utf8')).toBe('{}');
  });

  test('a form that cannot be written', async () => {
    const at = folder();
    writeFileSync(join(at, 'note.txt'), 'メモ');
    const { status, stderr } = await run(at, 'template', '--year', 'R8', '--out', 'note.txt/form.xlsx');
    expect([status, stderr.slice(0, 8)]).toEqual([2, '✗ E-913 ']);
    expect(everything(at)).toEqual(['note.txt']);
  });

  // A limit on the size of files stops the writing part-way, as a full disk does. Windows has no such limit.
  (process.platform === 'win32' ? test.skip : test)('no room for the whole workbook', () => {
    const at = folder();
    copyFileSync(sample, join(at, 'a.xlsx'));
    expect(spawnSync(process.execPath, [join(root, 'src/cli/launch.mjs'), 'score', '--help']).status).toBe(0);
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, join(root, 'dist/node/cli.js'), 'score', 'a.xlsx'],
      { env: { ...process.env, INIT_CWD: at }, encoding: 'utf8' },
    );
    expect(stderr).toContain('✗ E-912 ');
    expect(stderr).toContain('（EFBIG）。結果のファイルは作られていません。入力ファイルは変更していません。');
    expect(status).toBe(2);
    expect(everything(at)).toEqual(['a.xlsx']);
  });

  test('both are written when both can be', async () => {
    const at = folder();
    copyFileSync(sample, join(at, 'a.xlsx'));
    const { status } = await run(at, 'score', 'a.xlsx', '--in-place', '--json', 'new/x.json');
    expect(status).toBe(0);
    expect(everything(at)).toEqual(['a.xlsx', 'new', 'new/x.json']);
    expect(existsSync(join(at, 'new/x.json'))).toBe(true);
    expect(readFileSync(join(at, 'a.xlsx')).equals(readFileSync(sample))).toBe(false);
  });
});

test('what goes wrong only after the writing says which files are there', async () => {
  const at = folder();
  copyFileSync(sample, join(at, 'a.xlsx'));
  const options = readScoreOptions(['a.xlsx', '--out', 'r.xlsx', '--json', 'r.json']);
  if (!options.ok) throw new Error(JSON.stringify(options.problems));
  const terminal = {
    warn: () => undefined,
    progress: () => undefined,
    print: () => {
      throw new Error('no terminal');
    },
  };
  const late: unknown = await scoreCommand(options.value, { workingFolder: at, projectFolder: root }, terminal).catch(
    (cause: unknown) => cause,
  );
  if (!(late instanceof AfterWriting)) throw new Error('not told');
  expect([late.message, ...late.paths]).toEqual(['no terminal', join(at, 'r.json'), join(at, 'r.xlsx')]);
  expect(everything(at)).toEqual(['a.xlsx', 'r.json', 'r.xlsx']);
});
