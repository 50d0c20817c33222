import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SheetModel } from '../../src/workbook';
import type { OpenWorkbook } from '../../src/workbook';
import { officejsWorkbook } from '../../src/workbook/officejs';
import { wordsOfExcel } from '../../src/taskpane/record/listen';
import { recorder, type Exchange, type Recording } from '../../src/taskpane/record/recording';
import { replayCommand } from '../tools/replayCommand';
import { modelOf } from '../workbook/officejs/open';
import { m365, supportedExcels, web, withHabits, type ExcelProfile } from './excelProfiles';
import { HostWorkbook } from './model/hostWorkbook';
import { startNativeHost } from './nativeHost';
import { replay } from './replay';

const sheet = (points: number): SheetModel => ({
  ...modelOf([['項目', '点'], ['北塩原村 0241-23-1234', points], ['Tanaka', '○']]), // prettier-ignore
  frozenRows: 1,
  print: { orientation: 'landscape', footer: '&L検算コード AB12CD34' },
});

/** What a person does in the seven steps, and all of it as it travelled. */
const record = async (excel: ExcelProfile, keepsText = false): Promise<Recording> => {
  const { Excel, host } = startNativeHost(new HostWorkbook('Sheet1'), excel);
  const { keep, recording } = recorder(wordsOfExcel(Excel), keepsText);
  const answer = host.answer.bind(host);
  host.answer = async (request, flags) => {
    const given = await answer(request, flags);
    keep({ flags, request, answer: 'number' in given ? given.number : JSON.stringify(given), milliseconds: 1 });
    return given;
  };
  const book = officejsWorkbook({
    run: Excel.run,
    createWorkbook: () => Promise.resolve(),
    wait: () => Promise.resolve(),
  });
  await steps(book);
  return recording({ platform: excel.name, version: '16.0', locale: 'ja-JP', api: '1.17' });
};

const steps = async (book: OpenWorkbook): Promise<void> => {
  expect(await book.read()).toMatchObject({ ok: true });
  expect(await book.write([sheet(240)])).toMatchObject({ ok: true });
  expect(await book.write([sheet(241)])).toMatchObject({ ok: true });
  expect(await book.restore()).toMatchObject({ ok: true });
  expect(await book.selectedCell()).toMatchObject({ ok: true });
};

/** The recording with one of its answers changed. */
const planted = (recording: Recording, from: string, to: string): Recording => {
  const at = recording.exchanges.findIndex(({ answer }) => JSON.stringify(answer).includes(from));
  const exchanges = recording.exchanges.map((exchange, place): Exchange => {
    if (place !== at) return exchange;
    const answer: Exchange['answer'] = JSON.parse(JSON.stringify(exchange.answer).replace(from, to));
    return { ...exchange, answer };
  });
  return { ...recording, exchanges };
};

test.each(supportedExcels)('a recording made on $name replays there without a difference', async (excel) => {
  const recording = await record(excel);
  const { trips, differences } = await replay(recording, excel);
  expect(differences).toEqual([]);
  expect(trips).toBe(recording.exchanges.length);
  expect(trips).toBeGreaterThan(8);
});

test('an answer of another Excel is reported: where, what was asked, both answers', async () => {
  const recording = planted(await record(m365), '"Visible"', '"VeryHidden"');
  expect((await replay(recording, m365)).differences).toEqual([
    {
      trip: expect.any(Number),
      asked: expect.stringContaining('Worksheets'),
      place: expect.stringMatching(/Visibility$/),
      recorded: 'VeryHidden',
      ours: 'Visible',
    },
  ]);
});

test('a recording of one Excel shows where a stricter one refuses', async () => {
  const recording = await record(web);
  const { differences } = await replay(recording, withHabits(web, { mostBytes: 2000 }));
  expect(differences).toContainEqual(expect.objectContaining({ place: 'refused', recorded: null, ours: 5103 }));
});

test('nothing a person typed is in the file; with their leave all of it is', async () => {
  const [silent, open] = [JSON.stringify(await record(web)), JSON.stringify(await record(web, true))];
  const typed = ['北塩原', '採点結果', '項目', 'Tanaka', '0241', '検算'];
  expect(typed.filter((word) => silent.includes(word))).toEqual([]);
  expect(typed.filter((word) => !open.includes(word))).toEqual([]);
  // What the host has to know stays.
  expect(silent).toEqual(expect.stringContaining('○'));
  expect(silent).toContain('"Landscape"');
});

test('npm run replay prints each difference on a line, and tells by its exit code', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'incentive-replay-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const recording = await record(m365);
  // As Notepad saves it.
  const same = file('same.json', `\uFEFF${JSON.stringify(recording)}`);
  const other = file('other.json', JSON.stringify(planted(recording, '"Visible"', '"VeryHidden"')));
  const run = async (...words: readonly string[]): Promise<readonly [number, ...string[]]> => {
    const lines: string[] = [];
    const print = (line: string): void => void lines.push(line);
    return [await replayCommand(words, { print, warn: print }), ...lines];
  };
  expect(await run(same, 'm365')).toEqual([
    0,
    expect.stringContaining('→ m365'),
    expect.stringMatching(/differences 0$/),
  ]);
  expect(await run(other, 'm365')).toEqual([
    1,
    expect.any(String),
    expect.stringMatching(/Visibility {2}Excel "VeryHidden" {2}host "Visible"$/),
    expect.stringMatching(/differences 1$/),
  ]);
  expect((await run(file('none.json', '{'), 'm365'))[0]).toBe(2);
  expect((await run(same, 'excel97'))[0]).toBe(2);
  rmSync(folder, { recursive: true });
});
