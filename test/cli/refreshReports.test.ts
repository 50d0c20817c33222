import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readScoreOptions } from '../../src/cli/options';
import { scoreCommand } from '../../src/cli/scoreCommand';
import { evaluate, onlyMunicipality } from '../../src/evaluation';
import { answerForm, standingPlan } from '../../src/report';
import type { SheetModel } from '../../src/workbook';
import { readWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { schemeFor, workbook } from '../builders/answerSheets';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';

const terminal = { print: () => undefined, warn: () => undefined, progress: () => undefined };
const places = { projectFolder: join(__dirname, '../..') };
let workingFolder: string;

beforeEach(() => {
  workingFolder = mkdtempSync(join(tmpdir(), 'incentive-refresh-'));
});
afterEach(() => {
  rmSync(workingFolder, { recursive: true, force: true });
});

const file = (): string => join(workingFolder, '八王子.xlsx');
const bytes = (): Uint8Array => new Uint8Array(readFileSync(file()));

/** A sheet to be read, as the answer form is. */
const plain = (name: string, marker: string, rows: readonly (readonly SheetModel['rows'][0][0]['value'][])[]) => ({
  name,
  marker,
  rows: rows.map((row) => Array.from({ length: 5 }, (_, at) => ({ value: row[at] ?? null, look: 'plain' as const }))),
  columnWidths: [30, 12, 12, 12, 12],
  print: { orientation: 'portrait' as const },
});

const writeBook = async (): Promise<void> => {
  const form = answerForm(schemeFor('R7'), { municipality: '八王子市', prefecture: '東京都', answers: () => '○' });
  const sheets = [form, plain('設定', 'formSettings', hachiojiFacts), plain('メモ', 'formMemo', [['手控え']])];
  writeFileSync(file(), await writeWorkbookFile(sheets));
};

const score = async (...args: readonly string[]): Promise<void> => {
  const options = readScoreOptions([file(), ...args]);
  if (!options.ok) throw new Error(JSON.stringify(options.problems));
  expect(await scoreCommand(options.value, { ...places, workingFolder }, terminal)).toBeLessThan(2);
};

/** A person saves the file with `from` replaced by `to` wherever it stands; fails when it stands nowhere. */
const replaceText = (from: string, to: string): void => {
  const parts = Object.entries(unzipSync(bytes()));
  expect(parts.filter(([, data]) => strFromU8(data).includes(from))).not.toEqual([]);
  const changed = parts.map(([name, data]) => [name, strToU8(strFromU8(data).replaceAll(from, to))] as const);
  writeFileSync(file(), zipSync(Object.fromEntries(changed)));
};

const book = async () => {
  const content = await readWorkbookFile(bytes(), '八王子.xlsx');
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  return content.value;
};
const textOf = async (sheet: string): Promise<string> =>
  ((await book()).sheets.find(({ name }) => name === sheet)?.grid ?? []).flat().join('｜');
const names = async (): Promise<readonly string[]> => (await book()).sheets.map(({ name }) => name);

/** The XML of each sheet by its place in the tabs; our files number their parts in that order. */
const sheetXml = (count: number): readonly string[] => {
  const parts = unzipSync(bytes());
  return Array.from({ length: count }, (_, at) =>
    Buffer.from(parts[`xl/worksheets/sheet${String(at + 1)}.xml`] ?? new Uint8Array()).toString('base64'),
  );
};

describe('a book that LibreOffice saved', () => {
  /** LibreOffice keeps fifteen digits of a number. */
  const savedWith = (digits: number): void => {
    const parts = Object.entries(unzipSync(bytes())).map(([name, data]): [string, Uint8Array] => {
      if (!name.startsWith('xl/worksheets/')) return [name, data];
      const rounded = strFromU8(data).replaceAll(/<v>(\d+\.\d{13,})<\/v>/g, (_, number: string) => `<v>${Number(Number(number).toPrecision(digits))}</v>`); // prettier-ignore
      return [name, strToU8(rounded)];
    });
    writeFileSync(file(), zipSync(Object.fromEntries(parts)));
  };
  const toldAgain = async (): Promise<string> => {
    const options = readScoreOptions([file(), '--in-place', '--report', 'b,analysis']);
    if (!options.ok) throw new Error(JSON.stringify(options.problems));
    const said: string[] = [];
    const note = (text: string): void => void said.push(text);
    await scoreCommand(options.value, { ...places, workingFolder }, { ...terminal, print: note, warn: note });
    return said.join('\n');
  };

  test('is not told as edited by hand, one whose printed figures differ is', async () => {
    await writeBook();
    await score('--in-place', '--report', 'b,analysis');
    savedWith(15);
    expect(await toldAgain()).not.toContain('E-718');
    savedWith(5);
    expect(await toldAgain()).toContain('E-718');
  });
});

describe('--in-place refreshes the reports that stand in the file', () => {
  test('a paper written once follows the settings without being named again; sentences and other sheets stay', async () => {
    await writeBook();
    await score('--in-place', '--report', 'a');
    expect((await names()).slice(0, 5)).toEqual(['回答', '設定', 'メモ', '概況', '得点']);
    expect(await names()).toContain('資料A');
    const all = await names();
    expect(await textOf('資料A')).toContain('40,676千円');
    replaceText('対象経費のうち、次の事業を中心に充てます。', '課で決めた三つの事業に充てます。');
    replaceText('<v>40676</v>', '<v>50676</v>');
    const [form, settings, memo, paper] = sheetXml(4);

    await score('--in-place');
    expect(await textOf('資料A')).toContain('50,676千円');
    expect(await textOf('資料A')).not.toContain('40,676千円');
    expect(await textOf('資料A')).toContain('課で決めた三つの事業に充てます。');
    expect(await names()).toEqual(all);
    const after = sheetXml(4);
    expect(after.slice(0, 3)).toEqual([form, settings, memo]);
    expect(after[3]).not.toBe(paper);

    const once = Buffer.from(bytes()).toString('base64');
    await score('--in-place');
    expect(Buffer.from(bytes()).toString('base64')).toBe(once);
  });

  test('a report asked for is added to those that stand, and these are refreshed with it', async () => {
    await writeBook();
    await score('--in-place', '--report', 'charts');
    expect(await textOf('グラフ')).toContain('｜0.775｜');
    replaceText('<v>310</v>', '<v>200</v>');
    await score('--in-place', '--report', 'analysis');
    expect(await names()).toEqual(expect.arrayContaining(['指標別分析', 'グラフ']));
    expect(await textOf('グラフ')).toContain('｜0.5｜');
    expect(await textOf('グラフ')).not.toContain('｜0.775｜');
  });

  test('into a new file only what is asked for is written', async () => {
    await writeBook();
    await score('--in-place', '--report', 'a');
    await score('--out', join(workingFolder, 'new.xlsx'));
    const content = await readWorkbookFile(new Uint8Array(readFileSync(join(workingFolder, 'new.xlsx'))), 'new.xlsx');
    expect(content.ok && content.value.sheets.some(({ name }) => name === '資料A')).toBe(false);
  });
});

test('the plan on the sheet 取組案 stays there when the sheet is refreshed, until another is asked for', async () => {
  const form = answerForm(schemeFor('R8'), { municipality: '八王子市', prefecture: '東京都', answers: (id) => (/[ab]\d?$/.test(id) ? '○' : '×') }); // prettier-ignore
  writeFileSync(file(), await writeWorkbookFile([form]));
  const planned = async (): Promise<readonly string[]> => {
    const { grid = [] } = (await book()).sheets.find(({ name }) => name === '取組案') ?? {};
    return grid.flatMap((row) => (row[8] === '◎' ? [row.slice(0, 6).join()] : []));
  };
  await score('--in-place', '--goal', '＋30点');
  const before = await planned();
  expect(before.length).toBeGreaterThan(1);
  await score('--in-place');
  expect(await planned()).toEqual(before);
  expect(await textOf('取組案')).toContain('前回の案：');
  // The plan is the same as it is shown now: nothing more to write.
  const shown = bytes();
  await score('--in-place');
  expect(Buffer.from(bytes()).equals(Buffer.from(shown))).toBe(true);
  await score('--in-place', '--outlook');
  expect(await planned()).toEqual(before);
  await score('--in-place', '--goal', '＋3点');
  expect(await planned()).not.toEqual(before);
});

test('a plan is not taken from a sheet of another year or municipality', async () => {
  const formOf = (municipality: string) =>
    answerForm(schemeFor('R8'), {
      municipality,
      prefecture: '東京都',
      answers: (id) => (/[ab]\d?$/.test(id) ? '○' : '×'),
    });
  writeFileSync(file(), await writeWorkbookFile([formOf('八王子市')]));
  await score('--in-place', '--goal', '＋30点');
  const content = await book();
  const results = evaluate(
    workbook({ name: '回答', grid: formOf('府中市').rows.map((row) => row.map(({ value }) => value)) }),
  );
  if (!results.ok || results.value.subject !== 'answers') throw new Error('not scored');
  expect(standingPlan(results.value, onlyMunicipality(results.value)!, content)).toBeUndefined();
  const same = evaluate(content);
  if (!same.ok || same.value.subject !== 'answers') throw new Error('not scored');
  expect(standingPlan(same.value, onlyMunicipality(same.value)!, content)?.criteria.length).toBeGreaterThan(0);
});
