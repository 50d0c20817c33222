import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { helpText } from '../../src/cli/help';
import { readScoreOptions } from '../../src/cli/options';
import { scoreCommand } from '../../src/cli/scoreCommand';
import { readWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { answerForm } from '../../src/report';
import type { ScoreFile } from '../../src/report/scoreFile';
import { schemeFor } from '../builders/answerSheets';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'incentive-outlook-'));

/** A form of R8 with some answers, 第1号被保険者数 1,000. */
const book = join(folder, '小野町.xlsx');
beforeAll(async () => {
  const form = answerForm(schemeFor('R8'), {
    municipality: '小野町',
    prefecture: '福島県',
    answers: (id) => (/[ab]\d?$/.test(id) ? '○' : '×'),
  });
  const rows = form.rows.map((row) =>
    row[0]?.value === '第1号被保険者数' ? row.map((cell, at) => (at === 1 ? { ...cell, value: 3000 } : cell)) : row,
  );
  writeFileSync(book, await writeWorkbookFile([{ ...form, rows }]));
});

const run = async (...args: readonly string[]) => {
  const options = readScoreOptions([...args, '--out', join(folder, 'out.xlsx'), '--json', join(folder, 'out.json')]);
  if (!options.ok) return { code: 2, told: options.problems.map(({ code }) => code), printed: '', json: undefined };
  const printed: string[] = [];
  const told: string[] = [];
  const terminal = {
    print: (text: string) => printed.push(text),
    warn: (text: string) => told.push(text),
    progress: () => undefined,
  };
  const code = await scoreCommand(options.value, { workingFolder: folder, projectFolder: root }, terminal);
  const json = code === 2 ? undefined : (JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as ScoreFile);
  return { code, told, printed: printed.join('\n'), json };
};

test('--outlook tells every unmet criterion in JSON, on the sheet 取組案 and on the terminal', async () => {
  const { json, printed } = await run(book, '--outlook');
  const own = json?.municipalities[0];
  const unmet = Object.entries(own?.criteria ?? {}).filter(
    ([id, { state }]) => state === 'unmet' && !id.startsWith('P1a1'),
  );
  expect(own?.outlook?.marginal.map(({ criterion }) => criterion)).toEqual(unmet.map(([id]) => id));
  for (const { total, points, yen } of own?.outlook?.marginal ?? []) {
    expect(total).toBe((own?.points.total ?? NaN) + points);
    expect((yen?.high ?? NaN) >= (yen?.low ?? NaN)).toBe(true);
    expect((yen?.low ?? NaN) > 0).toBe(points > 0);
  }
  expect(own?.outlook).toMatchObject({ goal: null, plans: [], robustness: { open: 0, draws: 1000 } });
  expect(own?.outlook?.peers).toMatchObject([
    { sizeClass: 2, depopulated: null, municipalities: 535, median: 456, rank: null },
    { sizeClass: 2, depopulated: true, municipalities: 285, median: null, rank: null },
  ]);
  // From its next cut-off on, what is ranked on the total brings its points.
  const { ownTotal, mostHaveIt } = own?.outlook ?? {};
  expect([412, 463, 502, 550]).toContain(ownTotal?.cutOff);
  expect(ownTotal).toMatchObject({ total: own?.points.total === undefined ? 0 : own.points.total - (own.criteria['P1a1a']?.state === 'met' ? 3 : 0) }); // prettier-ignore
  const shares = new Map(own?.outlook?.marginal.map((one) => [one.criterion, one.share ?? 0]));
  expect(mostHaveIt?.length).toBeGreaterThan(10);
  expect(mostHaveIt?.every((id) => (shares.get(id) ?? 0) >= 0.5)).toBe(true);
  expect([...shares].filter(([, share]) => share >= 0.5)).toHaveLength(mostHaveIt?.length ?? 0);
  for (const words of [
    '順位の確かさ：全国',
    '規模区分2（535市町村）の平均448.8点・中央値456点',
    '全国の半数以上が満たしている',
  ])
    expect(printed).toContain(words);
  expect(printed).toContain('次に取り組むこと　小野町（福島県）');
  const written = await readWorkbookFile(new Uint8Array(readFileSync(join(folder, 'out.xlsx'))), 'out.xlsx');
  const sheet = written.ok ? written.value.sheets.find(({ name }) => name === '取組案') : undefined;
  // One row a criterion that is asked, met or not: what is written beside it stays beside it.
  expect(sheet?.grid.length).toBe(9 + Object.keys(own?.criteria ?? {}).length - 4);
});

test('without it nothing is looked out for', async () => {
  const { json, printed } = await run(book);
  expect(json?.municipalities[0]?.outlook).toBeNull();
  expect(printed).not.toContain('次に取り組むこと');
});

test('--goal gives the least work, --scenario holds plans beside it and takes effort and exclusions', async () => {
  const file = join(folder, '案.json');
  const plans = [
    { name: '案A', met: ['P1p1c', 'P1p1d'] },
    { name: '案B', met: ['P2p1c'], unmet: ['P1p1a'] },
  ];
  writeFileSync(file, JSON.stringify({ version: 1, plans, effort: { P1p1c: 0.5 }, exclude: ['P1p2c'] }));
  const { json, printed } = await run(book, '--goal', '＋10点', '--scenario', file);
  const own = json?.municipalities[0];
  const { goal, plans: told, marginal } = own?.outlook ?? {};
  expect(goal).toMatchObject({ text: '＋10点', reached: true, optimal: true });
  expect(goal?.total).toBeGreaterThanOrEqual((own?.points.total ?? NaN) + 10);
  expect(goal?.criteria).toContain('P1p1c');
  expect(goal?.criteria).not.toContain('P1p2c');
  expect(marginal?.find(({ criterion }) => criterion === 'P1p1c')?.effort).toBe(0.5);
  expect(told?.map(({ name, points }) => [name, points])).toEqual([
    ['案A', 8],
    ['案B', 4],
  ]);
  expect(printed).toContain('目標「＋10点」に届く最も手間の少ない案は');
  expect(printed).toContain('案A：');
});

test.each([
  ['goal', ['--goal', '一番'], 'E-580'],
  ['unknown id', ['--scenario', '知らない.json'], 'E-586'],
  ['computed id', ['--scenario', '計算.json'], 'E-587'],
  ['shape', ['--scenario', '形.json'], 'E-585'],
])('%s: refused by name, nothing written', async (_, args, code) => {
  writeFileSync(join(folder, '知らない.json'), JSON.stringify({ version: 1, effort: { P9p1a: 1 } }));
  writeFileSync(join(folder, '計算.json'), JSON.stringify({ version: 1, plans: [{ name: 'x', met: ['P1a1a'] }] }));
  writeFileSync(join(folder, '形.json'), JSON.stringify({ version: 1, plans: [{ met: [] }] }));
  const { code: exit, told } = await run(book, ...args);
  expect(exit).toBe(2);
  expect(told.join()).toContain(code);
});

test('a prefecture’s rank needs the national table, unless all its points are published: said, and everything else is done', async () => {
  const other = join(folder, '川崎町.xlsx');
  const form = answerForm(schemeFor('R8'), { municipality: '川崎町', prefecture: '宮城県', answers: () => '×' });
  writeFileSync(other, await writeWorkbookFile([form]));
  const known = await run(book, '--goal', '県内3位');
  expect(known.printed).toMatch(/届く最も手間の少ない案は.*全国\d+位・都道府県内[123]位/);
  expect(known.json?.municipalities[0]?.outlook?.goal).toMatchObject({ reached: true, prefectureRank: { high: 3 } });
  const { code, json } = await run(other, '--goal', '県内3位');
  expect(code).toBe(1);
  expect(json?.problems.map((problem) => problem.code)).toContain('E-581');
  expect(json?.municipalities[0]?.outlook).toMatchObject({ goal: null });
});

test('the help names all three', () => {
  for (const option of ['--outlook', '--goal', '--scenario']) expect(helpText('ja')).toContain(option);
});

describe('--before', () => {
  const formOf = async (year: string, name: string, met: RegExp, municipality = '小野町'): Promise<string> => {
    const path = join(folder, `${name}.xlsx`);
    const form = answerForm(schemeFor(year), {
      municipality,
      prefecture: '福島県',
      answers: (id) => (met.test(id) ? '○' : '×'),
    });
    writeFileSync(path, await writeWorkbookFile([form]));
    return path;
  };

  test('a file without answers is named as that of the earlier year', async () => {
    writeFileSync(join(folder, 'x.json'), '{"a":1}');
    const { code, told } = await run(book, '--before', join(folder, 'x.json'));
    expect([code, told.join()]).toEqual([2, expect.stringMatching(/E-201.*--before x\.json/)]);
  });

  test('tells the change from last year, which adds up, and the trend of all years', async () => {
    const [r6, r7] = [await formOf('R6', 'R6', /a\d?$/), await formOf('R7', 'R7', /[ac]\d?$/)];
    const { code, json } = await run(book, '--before', `${r7},${r6}`, '--outlook');
    const own = json?.municipalities[0];
    expect(code).toBeLessThan(2);
    expect(own?.trend?.map(({ fiscalYear }) => fiscalYear)).toEqual(['R6', 'R7', 'R8']);
    const change = own?.change;
    if (change === null || change === undefined) throw new Error('no change');
    expect(change.from).toBe('R7');
    const { before, gained, lost, repointed, added, dropped, now } = change;
    expect(before + gained + lost + repointed + added + dropped).toBe(now);
    expect(now).toBe(own?.points.total);
    expect(before).toBe(own?.trend?.[1]?.total);
    // What last year answered to the same question stands beside what it would bring now.
    const answered = new Map(own?.outlook?.marginal.map(({ criterion, lastYear }) => [criterion, lastYear]));
    expect([answered.get('P1p1c'), answered.get('P1p1d')]).toEqual(['met', 'unmet']);
    // 福島県's means, as published.
    expect(own?.trend?.map((year) => year.prefectureMean)).toEqual([354.1, 385.3, 456.4068]);
    expect(gained).toBeGreaterThan(0);
    expect(lost).toBeLessThan(0);
    const written = await readWorkbookFile(new Uint8Array(readFileSync(join(folder, 'out.xlsx'))), 'out.xlsx');
    const names = written.ok ? written.value.sheets.map(({ name }) => name) : [];
    // The waterfall: each change stands between the level before it and the one after it, from one total to the other.
    const steps = written.ok
      ? written.value.sheets.find(({ name }) => name === '前年度からの変化')?.grid.slice(3, 10)
      : undefined;
    let level = before;
    for (const [, points, total, up, down, base] of steps?.slice(1, -1) ?? []) {
      const next = level + Number(points);
      expect([total, up ?? down, base]).toEqual(
        points === 0 ? [null, null, null] : [null, Math.max(level, next), Math.min(level, next)],
      );
      expect(up === null).toBe(Number(points) <= 0);
      level = next;
    }
    expect([steps?.[0]?.[2], level, steps?.at(-1)?.[2]]).toEqual([before, now, now]);
    expect(names).toEqual(expect.arrayContaining(['前年度からの変化', '推移']));
  });

  test('leaves out another municipality, the same year, and a year twice, by name', async () => {
    const files = [
      await formOf('R7', '川崎', /a$/, '平田村'),
      await formOf('R8', '同じ年', /a$/),
      await formOf('R7', '一つ目', /a$/),
      await formOf('R7', '二つ目', /a$/),
    ];
    const { json } = await run(book, '--before', files.join(','));
    const codes = json?.problems.map((problem) => problem.code) ?? [];
    expect(codes.filter((one) => one.startsWith('E-59')).sort()).toEqual(['E-590', 'E-591', 'E-592']);
    expect(json?.municipalities[0]?.trend?.map(({ fiscalYear }) => fiscalYear)).toEqual(['R7', 'R8']);
  });
});
