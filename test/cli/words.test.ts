import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scoreOptionTable, templateOptionTable } from '../../src/cli/optionTable';
import { readScoreOptions, readTemplateOptions } from '../../src/cli/options';
import { readWorkbookFile } from '../../src/workbook/file';

const root = join(__dirname, '../..');
const sample = join(root, 'assets/samples/北塩原村-令和6年度-回答.xlsx');
const japanese = /[ぁ-んァ-ヶ一-龠]/;

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'incentive-words-'));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});
beforeAll(() => {
  expect(spawnSync(process.execPath, [join(root, 'src/cli/launch.mjs'), 'help']).status).toBe(0);
});

const run = (at: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/node/cli.js'), ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: at },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const codes = (result: ReturnType<typeof readScoreOptions> | ReturnType<typeof readTemplateOptions>) =>
  result.ok ? [] : result.problems.map(({ code, found, expected }) => [code, found, expected]);

describe('a call that is not understood', () => {
  test.each([
    ['--yaer', '--year'],
    ['--column', '--answers'],
    ['--output', '--out'],
    ['--jsn', '--json'],
    ['--ver', '--version'],
    ['--nation', '--national'],
    ['--in-palce', '--in-place'],
  ])('%s is no option: the nearest is %s', (word, expected) => {
    expect(codes(readScoreOptions([word]))).toEqual([['E-901', word, expected]]);
  });

  test.each(['--open', '--quiet', '--watch', '--pdf', '--no-color', '-x', `--${'x'.repeat(500)}`])(
    '%s is answered with at most three options',
    (word) => {
      const [[code, found, expected] = []] = codes(readScoreOptions(['a.xlsx', word]));
      expect([code, found]).toEqual(['E-901', word]);
      expect(expected).toMatch(/^(--[a-z-]+・?){1,3}$/);
    },
  );

  test.each(['R8', 'ｒ８'.normalize('NFKC'), '—year', '－－year', 'ー-sheet'])(
    '%s is no file but what is left of an option',
    (word) => {
      expect(codes(readScoreOptions(['a.xlsx', word]))).toEqual([['E-945', word, undefined]]);
    },
  );

  test.each(['R8回答.xlsx', 'ーR8.xlsx', '一覧.xlsx', 'R8/'])('%s is a file', (word) => {
    expect(codes(readScoreOptions([word]))).toEqual([]);
  });

  test('it ends in a line of ours, not in the whole help', () => {
    const { status, stdout, stderr } = run(folder(), 'score', '--open');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^✗ E-901 「--open」という指定はありません。.*使い方は npm run score -- help で表示します。\n$/,
    );
  });

  test.each<[readonly string[], string, string | undefined]>([
    [['--year'], 'E-922', '--year R8'],
    [['--out', '--json', 'x.json'], 'E-922', '--out 結果.xlsx'],
    [['--sheet='], 'E-922', '--sheet 回答'],
    [['--in-place=x.xlsx'], 'E-923', undefined],
    [['--year', 'R7', '--year', 'R8'], 'E-924', undefined],
    [['--in-place', '--in-place'], 'E-924', undefined],
    [['--lang', 'fr'], 'E-925', undefined],
    [
      ['--report', 'a,x'],
      'E-910',
      'summary・a・b・council・analysis・prefecture・charts・trend・data・plan・criteria-list・improvement・peers・all',
    ],
  ])('%j is refused with %s', (args, code, expected) => {
    const [[found, , cure] = []] = codes(readScoreOptions(args));
    expect([found, cure]).toEqual([code, expected]);
  });

  test.each([
    ['verfy', 'verify'],
    ['verfiy', 'verify'],
    ['ＶＥＲＩＦＹ１', 'verify'],
    ['templete', 'template'],
    ['hlep', 'help'],
  ])('%s is neither a file nor a command: %s is meant', (word, meant) => {
    const at = folder();
    const { status, stdout, stderr } = run(at, 'score', word, '資料.xlsx');
    expect([status, stdout, readdirSync(at)]).toEqual([2, '', []]);
    expect(stderr).toBe(
      `✗ E-948 「${word}」というファイルもコマンドもありません。何もしていません。` +
        `${meant} のことですか。使い方は npm run score -- help で表示します。\n`,
    );
  });

  test('a command that is nearly written is told in English, too; what is there, or like none, is a file', () => {
    const at = folder();
    expect(run(at, 'score', 'verfy', '--lang', 'en').stderr).toMatch(
      /^✗ E-948 There is neither a file nor a command "verfy"\. Nothing was done\. Did you mean verify\? /,
    );
    expect(run(at, 'score', 'verify.xlsx').stderr).toMatch(/^✗ E-101 /);
    writeFileSync(join(at, 'verfy'), '指標,回答\n');
    expect(run(at, 'score', 'verfy').stderr).not.toContain('E-948');
  });

  test('a file given to template is told where it belongs', () => {
    const { status, stderr } = run(folder(), 'template', '回答.xlsx');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^✗ E-926 .*採点するなら npm run score -- 回答\.xlsx です。\n$/);
  });

  test('every value that an option takes is shown where it is forgotten', () => {
    for (const [table, read] of [
      [scoreOptionTable, readScoreOptions],
      [templateOptionTable, readTemplateOptions],
    ] as const)
      for (const [name, option] of Object.entries(table))
        if ('example' in option)
          expect(codes(read([`--${name}`]))).toEqual([['E-922', `--${name}`, `--${name} ${option.example}`]]);
  });
});

describe('help, version and language', () => {
  test.each([[['score', 'help']], [['template', '-h']], [['help']], [['score', 'help', '--lang', 'en']]])(
    '%j shows every option and writes nothing',
    (args) => {
      const at = folder();
      const { status, stdout, stderr } = run(at, ...args);
      expect([status, stderr, readdirSync(at)]).toEqual([0, '', []]);
      for (const name of [...Object.keys(scoreOptionTable), ...Object.keys(templateOptionTable)])
        expect(stdout).toContain(`--${name}`);
      expect(stdout.startsWith(args.includes('en') ? 'Usage\n' : '使い方\n')).toBe(true);
    },
  );

  test('npm run help is there', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    );
    expect(scripts['help']).toBe('node src/cli/launch.mjs help');
  });

  test('--version is one line with the version of package.json', () => {
    const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const args of [['score', '--version'], ['--version']])
      expect(run(folder(), ...args)).toEqual({
        status: 0,
        stdout: `incentive-score ${version} (R6, R7, R8)\n`,
        stderr: '',
      });
  });

  test('--lang en speaks English, wherever it stands; what is quoted stays as it is', () => {
    const at = folder();
    copyFileSync(join(root, 'assets/samples/よくある誤り-令和6年度.xlsx'), join(at, 'a.xlsx'));
    const said = run(at, 'score', '--lang', 'en', 'a.xlsx');
    expect(said.status).toBe(1);
    expect(said.stderr).toMatch(/ E-217 "△" .*cannot be scored \(there are no half points\) \(回答!H11\)\. /);
    expect(said.stdout).toMatch(/\nTo check: \d+\n/);
    expect(said.stdout).toContain('Written to: out/a-採点結果.xlsx');
    expect(said.stdout.slice(said.stdout.indexOf('To check'))).not.toMatch(/要確認|検算コード|書き込んだ/);
    expect(run(at, 'score', '--yaer', '--lang=en').stderr).toMatch(/^✗ E-901 There is no option --yaer\. /);
    const none = run(at, 'score', '--year', 'none', '--lang', 'en').stderr;
    expect(none).toContain('The year "none" is not understood');
    expect(none).not.toMatch(japanese);
    expect(run(at, 'template', '--year', 'R8', '--lang', 'en').stdout).toMatch(/^The form was made: /);
    expect(run(at, 'score', 'a.xlsx').stdout).toContain('要確認：');
  });
});

test('--report makes every one that is named, given twice or in a list', async () => {
  const at = folder();
  copyFileSync(sample, join(at, 'a.xlsx'));
  for (const words of [
    ['--report', 'charts', '--report', 'data'],
    ['--report', 'charts,data'],
  ]) {
    expect(run(at, 'score', 'a.xlsx', '--out', 'r.xlsx', ...words).status).toBe(0);
    const content = await readWorkbookFile(new Uint8Array(readFileSync(join(at, 'r.xlsx'))), 'r.xlsx');
    const names = content.ok ? content.value.sheets.map(({ name }) => name) : [];
    expect(names.filter((name) => ['グラフ', '機械可読', '指標別分析'].includes(name))).toEqual(['グラフ', '機械可読']);
  }
});

test('every path counts from the folder where the command was typed', () => {
  const at = folder();
  mkdirSync(join(at, 'sub'));
  copyFileSync(sample, join(at, 'a.xlsx'));
  copyFileSync(join(root, 'assets/samples/配分計画-令和7年度.json'), join(at, 'plan.json'));
  writeFileSync(join(at, 's.json'), JSON.stringify({ schema: 'incentive-settings/1' }));
  const files = ['--settings', '../s.json', '--plan', '../plan.json', '--out', 'r.xlsx', '--json', '../r.json'];
  const { status, stderr } = run(join(at, 'sub'), 'score', '../a.xlsx', ...files);
  expect(stderr).not.toContain('✗');
  expect(status).toBeLessThan(2);
  expect(readdirSync(at).sort()).toEqual(['a.xlsx', 'plan.json', 'r.json', 's.json', 'sub']);
  expect(readdirSync(join(at, 'sub'))).toEqual(['r.xlsx']);
});

test('whose answers they are can be said; another name than the workbook’s is refused', () => {
  const at = folder();
  copyFileSync(sample, join(at, 'a.xlsx'));
  expect(run(at, 'score', 'a.xlsx', '--municipality', '北塩原村', '--prefecture', '福島県').status).toBe(0);
  const { status, stderr } = run(at, 'score', 'a.xlsx', '--municipality', '会津若松市', '--out', 'r.xlsx');
  expect([status, readdirSync(at).sort()]).toEqual([2, ['a.xlsx', 'out']]);
  expect(stderr).toMatch(/^✗ E-929 --municipality は「会津若松市」ですが、ブックには「福島県北塩原村」の回答と/);
});
