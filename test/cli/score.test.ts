import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
  copyFileSync,
  mkdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerForm } from '../../src/report';
import { readWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { cellAt, type SheetContent } from '../../src/workbook';
import { schemeFor } from '../builders/answerSheets';

const root = join(__dirname, '../..');
const sample = join(root, 'assets/samples/北塩原村-令和6年度-回答.xlsx');

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'incentive-cli-'));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

const runProgram = (program: string, cwd: string, args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, program), ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: cwd },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
/** As npm does: the launcher, which builds the command line when its sources changed and starts it. */
const launch = (cwd: string, ...args: readonly string[]) => runProgram('src/cli/launch.mjs', cwd, args);
/** The command line itself; that it is up to date was seen to once. */
const run = (cwd: string, ...args: readonly string[]) => runProgram('dist/node/cli.js', cwd, args);

beforeAll(() => {
  expect(launch(root, 'score', '--help').status).toBe(0);
});

const sheetsOf = async (path: string): Promise<readonly SheetContent[]> => {
  const content = await readWorkbookFile(new Uint8Array(readFileSync(path)), 'x.xlsx');
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  return content.value.sheets;
};

const find = (sheet: SheetContent | undefined, text: string): { row: number; column: number } => {
  for (const [row, cells] of (sheet?.grid ?? []).entries()) {
    const column = cells.indexOf(text);
    if (column >= 0) return { row, column };
  }
  throw new Error(`${text} is not on the sheet`);
};

const sha = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('npm run score', () => {
  it('scores the sample when no file is named, prints the tables and exits 0', () => {
    const { status, stdout } = launch(folder(), 'score');
    expect(stdout).toContain('総得点 295点／800点（得点率 36.9％）');
    expect(stdout).toMatch(/推進 計\s+400\s+124/);
    expect(stdout).toMatch(/支援 計\s+400\s+171/);
    expect(status).toBe(0);
  });

  it('writes the six sheets with the points of every criterion into a new file, and leaves the input alone', async () => {
    const cwd = folder();
    copyFileSync(sample, join(cwd, '回答 テスト.xlsx'));
    const before = sha(join(cwd, '回答 テスト.xlsx'));
    const { status } = run(cwd, 'score', '回答 テスト.xlsx');
    expect(status).toBe(0);
    expect(sha(join(cwd, '回答 テスト.xlsx'))).toBe(before);
    expect(readdirSync(join(cwd, 'out'))).toEqual(['回答 テスト-採点結果.xlsx']);
    const sheets = await sheetsOf(join(cwd, 'out', '回答 テスト-採点結果.xlsx'));
    expect(sheets.map(({ name }) => name)).toEqual([
      '概況',
      '得点',
      '指標別',
      '要確認',
      '読み取り',
      '検算',
      '処理記録',
    ]);
    const record = sheets[6];
    const { row } = find(record, '入力ファイルの SHA-256');
    expect(cellAt(record?.grid ?? [], row, 1)).toBe(before);
    expect((sheets[2]?.grid.length ?? 0) - 1).toBe(264);
  });

  it('gives JSON as in the contract, and nothing else, with --json -', () => {
    const { status, stdout } = run(folder(), 'score', '--json', '-');
    const json: unknown = JSON.parse(stdout);
    expect(json).toMatchObject({
      schema: 'incentive-score/1',
      fiscalYear: 'R6',
      scheme: { revision: 1 },
      statistics: null,
      problems: [],
    });
    const [municipality] = (json as { municipalities: Record<string, unknown>[] }).municipalities;
    expect(municipality).toMatchObject({
      name: '北塩原村',
      prefecture: '福島県',
      code: '074021',
      insured: null,
      provisional: false,
      range: { min: 295, max: 295 },
      grants: null,
      rank: { national: { low: 1564, high: 1564, of: 1741, basis: 'known-pairs' }, prefecture: null },
      points: {
        total: 295,
        promotion: {
          total: 124,
          goals: [
            { goal: 1, total: 17, process: 8, activity: 9 },
            { goal: 2 },
            { goal: 3 },
            { goal: 4, total: 65, outcome: 65 },
          ],
        },
        support: { total: 171, goals: [{ goal: 1 }, { goal: 2 }, { goal: 3 }, { goal: 4, total: 65, outcome: 65 }] },
      },
    });
    const criteria = municipality?.['criteria'] as Record<string, unknown>;
    expect(criteria['P1p1a']).toMatchObject({ state: 'met', points: 4, sheet: '回答', cell: 'H9' });
    expect(status).toBe(0);
  });

  it('exits 1 and names every doubtful cell of the workbook with the usual mistakes', () => {
    const { status, stdout, stderr } = run(folder(), 'score', join(root, 'assets/samples/よくある誤り-令和6年度.xlsx'));
    expect(stdout).toContain('総得点 301～320点／800点');
    expect(stderr).toContain('E-217 「△」（1か所）は判定できません（部分点はありません）（回答!H11）');
    expect(status).toBe(1);
  });

  it('writes into the input only with --in-place, and changes nothing the second time', async () => {
    const cwd = folder();
    copyFileSync(sample, join(cwd, 'a.xlsx'));
    expect(run(cwd, 'score', 'a.xlsx', '--in-place').status).toBe(0);
    const sheets = await sheetsOf(join(cwd, 'a.xlsx'));
    expect(sheets.map(({ name }) => name)).toEqual([
      '回答',
      '概況',
      '得点',
      '指標別',
      '要確認',
      '読み取り',
      '検算',
      '処理記録',
    ]);
    expect(readdirSync(cwd)).toEqual(['a.xlsx']);
    const once = sha(join(cwd, 'a.xlsx'));
    expect(run(cwd, 'score', 'a.xlsx', '--in-place').stdout).toContain('総得点 295点');
    expect(sha(join(cwd, 'a.xlsx'))).toBe(once);
  });

  it.each<[string, string, readonly string[]]>([
    ['a missing file', 'E-101', ['none.xlsx']],
    ['an unknown option', 'E-901', ['--yaer', 'R8']],
    ['a report it does not know', 'E-910', ['--report', 'A']],
    ['an output that is no .xlsx', 'E-909', ['blank.xlsx', '--out', 'x.csv']],
    ['an unreadable year', 'E-902', ['--year', 'R']],
    ['a year without rules', 'E-301', ['blank.xlsx', '--year', 'R5']],
    ['a workbook of another year', 'E-204', [sample, '--year', 'R8']],
    ['a workbook without answers', 'E-201', ['blank.xlsx', '--year', 'R8']],
    ['the input as output', 'E-903', ['blank.xlsx', '--out', 'blank.xlsx']],
    ['an empty folder', 'E-461', ['folder.xlsx', '--year', 'R8']],
    ['settings of somebody without a workbook', 'E-949', ['--settings', 'settings.json']],
    ['a broken scheme', 'E-906', ['blank.xlsx', '--scheme', 'broken.json']],
  ])('refuses %s by name, exits 2 and writes nothing', async (_, code, args) => {
    const cwd = folder();
    mkdirSync(join(cwd, 'folder.xlsx'));
    writeFileSync(join(cwd, 'broken.json'), '{');
    const [form] = [answerForm(schemeFor('R8'))].map((model) => ({
      ...model,
      rows: [[model.rows[0]![0]!]],
      merges: [],
      choices: [],
    }));
    writeFileSync(
      join(cwd, 'blank.xlsx'),
      await writeWorkbookFile(
        form === undefined ? [] : [{ ...form, rows: [[{ ...form.rows[0]![0]!, value: 'メモ' }]] }],
      ),
    );
    const before = readdirSync(cwd).sort();
    const { status, stderr, stdout } = run(cwd, 'score', ...args);
    expect(stderr).toContain(code);
    expect(`${stdout}${stderr}`).not.toMatch(/ at .*:\d+:\d+/);
    expect(status).toBe(2);
    expect(readdirSync(cwd).sort()).toEqual(before);
  });
});

describe('npm run template', () => {
  it('writes a form that reads back as unanswered, 0 to 800 points', () => {
    const cwd = folder();
    expect(run(cwd, 'template', '--year', 'R8', '--municipality', '北塩原村', '--out', '票.xlsx').status).toBe(0);
    expect(existsSync(join(cwd, '票.xlsx'))).toBe(true);
    const { status, stdout } = run(cwd, 'score', '票.xlsx', '--json', '-');
    const json = JSON.parse(stdout) as {
      municipalities: { name: string; points: { total: number }; range: unknown; provisional: boolean }[];
      problems: { code: string }[];
    };
    expect(json.municipalities[0]).toMatchObject({
      name: '北塩原村',
      points: { total: 0 },
      range: { min: 0, max: 800 },
      provisional: true,
    });
    expect(json.problems.filter(({ code }) => code === 'E-211')).toHaveLength(47);
    expect(status).toBe(1);
  });

  it('asks for a year when none is given', () => {
    const { status, stderr } = launch(folder(), 'template');
    expect(stderr).toContain('E-907');
    expect(status).toBe(2);
  });
});

describe('the year R7 and a user’s own scheme', () => {
  it('scores with --scheme and prints its hash', async () => {
    const cwd = folder();
    const scheme = schemeFor('R8');
    writeFileSync(
      join(cwd, 'next.json'),
      JSON.stringify({ ...scheme, fiscalYear: 'R29', title: '令和29年度（利用者のスキーム）' }),
    );
    const form = answerForm({ ...scheme, fiscalYear: 'R29' }, { municipality: '架空市', answers: () => '○' });
    writeFileSync(join(cwd, 'r9.xlsx'), await writeWorkbookFile([form]));
    const refused = run(cwd, 'score', 'r9.xlsx');
    expect(refused.stderr).toContain('E-301');
    const { stdout } = run(cwd, 'score', 'r9.xlsx', '--scheme', 'next.json', '--json', '-');
    const json = JSON.parse(stdout) as {
      fiscalYear: string;
      scheme: { hash: string };
      municipalities: { points: { total: number }; rank: { national: unknown } }[];
    };
    expect(json.fiscalYear).toBe('R29');
    expect(json.scheme.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(json.municipalities[0]?.points.total).toBe(800);
    expect(json.municipalities[0]?.rank.national).toBeNull();
  });
});

test('template says of a year without criteria that no form was made, not that nothing was scored', () => {
  const { stderr, status } = run(folder(), 'template', '--year', 'R5');
  expect(status).toBe(2);
  expect(stderr).toContain(
    'E-594 令和5年度の枝番と配点は登録されていません（登録済み：令和6年度・令和7年度・令和8年度）',
  );
  expect(stderr).not.toContain('採点していません');
});
