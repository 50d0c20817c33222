import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readScoreOptions } from '../../src/cli/options';
import { scoreCommand } from '../../src/cli/scoreCommand';
import { answerForm } from '../../src/report';
import type { SheetModel } from '../../src/workbook';
import { readWorkbookFile, refreshWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { schemeFor } from '../builders/answerSheets';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';

let workingFolder: string;
beforeEach(() => {
  workingFolder = mkdtempSync(join(tmpdir(), 'incentive-told-'));
});
afterEach(() => {
  rmSync(workingFolder, { recursive: true, force: true });
});

const file = (): string => join(workingFolder, '回答.xlsx');
const bytes = (): Uint8Array => new Uint8Array(readFileSync(file()));
const hex = (): string => Buffer.from(bytes()).toString('hex');

const plain = (name: string, marker: string, rows: readonly (readonly SheetModel['rows'][0][0]['value'][])[]) => ({
  name,
  marker,
  rows: rows.map((row) => Array.from({ length: 5 }, (_, at) => ({ value: row[at] ?? null, look: 'plain' as const }))),
  columnWidths: [30, 12, 12, 12, 12],
  print: { orientation: 'portrait' as const },
});

const writeBook = async (...others: readonly SheetModel[]): Promise<void> => {
  const form = answerForm(schemeFor('R7'), { municipality: '八王子市', prefecture: '東京都', answers: () => '○' });
  writeFileSync(file(), await writeWorkbookFile([form, ...others]));
};

interface Said {
  readonly code: number;
  /** Lines that were said while the file was still as before, and those said after it was written. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const score = async (...args: readonly string[]): Promise<Said> => {
  const options = readScoreOptions([file(), '--in-place', ...args]);
  if (!options.ok) throw new Error(JSON.stringify(options.problems));
  const start = hex();
  const before: string[] = [];
  const after: string[] = [];
  const say = (line: string): void => {
    (hex() === start ? before : after).push(line);
  };
  const terminal = { print: say, warn: say, progress: () => undefined };
  const code = await scoreCommand(options.value, { workingFolder, projectFolder: join(__dirname, '../..') }, terminal);
  return { code, before, after };
};

const replaceText = (from: string, to: string): void => {
  const parts = Object.entries(unzipSync(bytes()));
  expect(parts.filter(([, data]) => strFromU8(data).includes(from))).not.toEqual([]);
  const changed = parts.map(([name, data]) => [name, strToU8(strFromU8(data).replaceAll(from, to))] as const);
  writeFileSync(file(), zipSync(Object.fromEntries(changed)));
};

const jsonCodes = (path: string): readonly unknown[] => {
  const json: { problems: { code: string }[] } = JSON.parse(readFileSync(path, 'utf8'));
  return json.problems.map(({ code }) => code);
};
const withCode = (lines: readonly string[], code: string): readonly string[] =>
  lines.filter((line) => line.includes(code));

describe('before --in-place writes', () => {
  test('values changed by hand in a sheet of ours are told, once for the sheet, before they are overwritten', async () => {
    await writeBook();
    expect((await score()).code).toBe(0);
    replaceText('得点率', '手で書いた');
    const json = join(workingFolder, 'r.json');
    const { code, before, after } = await score('--json', json);
    expect(code).toBe(1);
    expect(withCode(before, 'E-718')).toEqual([
      expect.stringContaining('シート「概況」の'),
      expect.stringContaining('シート「得点」の'),
      expect.stringContaining('シート「検算」の'),
    ]);
    expect(withCode(after, 'E-718')).toEqual([]);
    expect(after).toContain('要確認：3件（うち3件は、書き込む前に上に出しました）');
    expect(jsonCodes(json)).toContain('E-718');
  });

  test('a refresh nobody interfered with says nothing and exits 0', async () => {
    await writeBook();
    await score('--report', 'all');
    const { code, before, after } = await score();
    expect(code).toBe(0);
    expect(withCode([...before, ...after], 'E-718')).toEqual([]);
    expect(withCode([...before, ...after], 'E-719')).toEqual([]);
  });

  test('an amount of --settings that is not used is a matter to look at, on the sheet and in the JSON too', async () => {
    await writeBook();
    const settings = join(workingFolder, '設定.json');
    writeFileSync(settings, JSON.stringify({ schema: 'incentive-settings/1', notice: { promotion: '-1,722千円' } }));
    const json = join(workingFolder, '結果.json');
    const { code, before, after } = await score('--settings', settings, '--json', json);
    expect([code, withCode([...before, ...after], 'E-519').length]).toEqual([1, 1]);
    expect(jsonCodes(json)).toContain('E-519');
  });

  test('other answers and settings are no edit of our sheets', async () => {
    const settings = plain('設定', 'formSettings', hachiojiFacts);
    await writeBook(settings);
    await score('--report', 'all');
    const form = answerForm(schemeFor('R7'), { municipality: '八王子市', prefecture: '東京都', answers: () => '×' });
    const other = unzipSync(await writeWorkbookFile([form, { ...settings, rows: settings.rows.slice(0, 12) }]));
    const parts = unzipSync(bytes());
    const inputs = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'];
    expect(strFromU8(other[inputs[0] ?? ''] ?? new Uint8Array())).toContain('×');
    for (const name of inputs) parts[name] = other[name] ?? new Uint8Array();
    writeFileSync(file(), zipSync(parts));
    const { before, after } = await score();
    expect([...before, ...after].some((line) => line.includes('書き込んだファイル'))).toBe(true);
    expect(withCode([...before, ...after], 'E-718')).toEqual([]);
  });

  test('figures of another year are named with their year before they are replaced; what compares with it is no such', async () => {
    await writeBook(plain('設定', 'formSettings', hachiojiFacts));
    await score('--report', 'all');
    const again = await score('--report', 'all');
    expect(withCode([...again.before, ...again.after], 'E-737')).toEqual([]);
    const form = answerForm(schemeFor('R8'), { municipality: '八王子市', prefecture: '東京都', answers: () => '○' });
    const answered = await refreshWorkbookFile(bytes(), '回答.xlsx', [form]);
    if (!answered.ok) throw new Error(JSON.stringify(answered.problems));
    writeFileSync(file(), answered.value.bytes);
    const { code, before } = await score('--report', 'all');
    expect(code).toBe(1);
    expect(withCode(before, 'E-737')).toEqual([
      expect.stringMatching(/「得点」.*は令和7年度の結果です.*（例：概況R7）/),
    ]);
    const next = await score('--report', 'all');
    expect(withCode([...next.before, ...next.after], 'E-737')).toEqual([]);
  });

  test('figures of another municipality: the terminal names both and the sheets, the second time nothing', async () => {
    await writeBook();
    await score();
    const form = answerForm(schemeFor('R7'), { municipality: '川口市', prefecture: '埼玉県', answers: () => '○' });
    const answered = await refreshWorkbookFile(bytes(), '回答.xlsx', [form]);
    if (!answered.ok) throw new Error(JSON.stringify(answered.problems));
    writeFileSync(file(), answered.value.bytes);
    const { code, before } = await score();
    expect(code).toBe(1);
    expect(withCode(before, 'E-738')).toEqual([
      expect.stringMatching(
        /「概況」「得点」「指標別」に八王子市の結果があります.*川口市の採点の値.*（例：概況（八王子市））/,
      ),
    ]);
    const next = await score();
    expect(withCode([...next.before, ...next.after], 'E-738')).toEqual([]);
  });

  test('a report whose name a foreign sheet bears: the terminal says where it is written', async () => {
    await writeBook(plain('得点', 'formMemo', [['手控え']]));
    const { code, before } = await score();
    const content = await readWorkbookFile(bytes(), '回答.xlsx');
    const names = content.ok ? content.value.sheets.map(({ name }) => name) : [];
    const made = names.find((name) => name !== '得点' && name.startsWith('得点')) ?? 'none';
    expect(withCode(before, 'E-719')).toEqual([expect.stringContaining(`「得点」は、新しいシート「${made}」`)]);
    expect(code).toBe(0);
  });

  test('a sheet left behind in its old shape is told on the terminal and in the JSON, not in 要確認 alone', async () => {
    const facts = (rows: readonly (readonly (string | number)[])[]): SheetModel =>
      plain('設定', 'formSettings', [['項目', '値', '単位'], ...rows, [], ['メモ', '前年度の欄']]);
    await writeBook(
      facts([
        ['資料番号', '1'],
        ['資料番号２', 'x'],
        ['資料番号３', 'y'],
      ]),
    );
    await score('--report', 'charts');
    replaceText('資料番号２', '前年度の得点（推進）');
    replaceText('資料番号３', '前年度の得点（支援）');
    replaceText('資料番号', '前年度');
    replaceText('>x<', '>200<');
    replaceText('>y<', '>210<');
    replaceText('>1<', '>R6<');
    const json = join(workingFolder, 'r.json');
    const { before } = await score('--json', json);
    expect(withCode(before, 'E-717')).toEqual([expect.stringContaining('シート「グラフ」は')]);
    expect(withCode(before, 'E-719')).toEqual([expect.stringContaining('「グラフ」は、新しいシート「グラフ')]);
    expect(jsonCodes(json)).toContain('E-717');
  });
});
