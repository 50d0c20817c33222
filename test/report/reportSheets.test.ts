import { evaluate, municipalitiesOf } from '../../src/evaluation';
import { reportSheets, type ReportKind } from '../../src/report';
import type { CellValue, SheetModel } from '../../src/workbook';
import { readWorkbookFile, refreshWorkbookFile, writeWorkbookFile } from '../../src/workbook/file';
import { answerForm, workbook } from '../builders/answerSheets';
import { hachiojiFacts } from '../fixtures/hachiojiFacts';

const form = (year: string, municipality: string, mark: (criterion: { id: string }) => CellValue) =>
  answerForm({ year, municipality, prefecture: '東京都', mark });

const results = (...sheets: readonly { readonly name: string; readonly grid: readonly (readonly CellValue[])[] }[]) => {
  const result = evaluate(workbook(...sheets));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const markers = (of: ReturnType<typeof results>, kind: ReportKind) =>
  reportSheets(of, kind).map(({ marker }) => marker);
const allMet = { name: '回答', grid: form('R7', '八王子市', () => '○') };

const withFacts = (change: ReadonlyMap<string, CellValue> = new Map()) =>
  hachiojiFacts.map((row) => {
    const value = change.get(String(row[0]));
    return value === undefined ? row : [row[0] ?? null, value, ...row.slice(2)];
  });
const paperA = (change?: ReadonlyMap<string, CellValue>): SheetModel => {
  const [sheet] = reportSheets(results({ name: '設定', grid: withFacts(change) }), 'a');
  if (sheet === undefined) throw new Error('no paper');
  return sheet;
};

describe('which sheets a report has', () => {
  test('one municipality: papers, analysis and the twin, no list', () => {
    expect(markers(results(allMet), 'all')).toEqual([
      'summary',
      'chartsGR',
      'analysis',
      'actionPlan',
      'improvementR7',
      'councilR7R',
      'paperAR7',
      'paperBR7',
      'criteriaListR7',
      'openData',
      'openDataCriteria',
    ]);
    expect(markers(results(allMet), 'analysis')).toEqual(['analysis']);
  });

  test('several municipalities: the list, the comparison and the twin, no paper', () => {
    const two = results(allMet, {
      name: '回答2',
      grid: form('R7', '町田市', ({ id }) => (id === 'S1p1a' ? '○' : '×')),
    });
    expect(markers(two, 'all')).toEqual(['prefecture', 'peersR7N2', 'openData', 'openDataCriteria']);
  });
});

describe('県内一覧', () => {
  test('best first, with the mean of the members below', () => {
    const two = results(
      { name: '回答2', grid: form('R7', '町田市', ({ id }) => (id === 'S1p1a' ? '○' : '×')) },
      allMet,
    );
    const [sheet] = reportSheets(two, 'prefecture');
    const rows = (sheet?.rows ?? []).map((row) => row.map(({ value }) => value));
    const totals = municipalitiesOf(two).map(({ total }) => total);
    expect(rows.slice(2, 4).map((row) => [row[2], row[3]])).toEqual([
      ['八王子市', Math.max(...totals)],
      ['町田市', Math.min(...totals)],
    ]);
    expect(rows[4]?.[3]).toBe(((totals[0] ?? 0) + (totals[1] ?? 0)) / 2);
    expect(rows[4]?.[2]).toBe('平均');
    expect(rows.flat().some((value) => String(value).includes('暫定'))).toBe(false);
  });

  test('over several prefectures one mean for each, none over all', () => {
    const place = (municipality: string, prefecture: string, mark: CellValue) => ({
      name: municipality,
      grid: answerForm({ year: 'R7', municipality, prefecture, mark: () => mark }),
    });
    const all = results(
      place('八王子市', '東京都', '○'),
      place('町田市', '東京都', '×'),
      place('横浜市', '神奈川県', '×'),
    );
    const [sheet] = reportSheets(all, 'prefecture');
    const total = (name: string): number =>
      municipalitiesOf(all).find(({ identity }) => identity.name === name)?.total ?? -1;
    const means = (sheet?.rows ?? []).filter((row) => /^[^全]*平均$/.test(String(row[2]?.value)));
    expect(means.map((row) => [row[2]?.value, row[3]?.value])).toEqual([
      ['東京都平均', (total('八王子市') + total('町田市')) / 2],
      ['神奈川県平均', total('横浜市')],
    ]);
    expect(means.map((row) => row[3]?.source?.text)).toEqual([
      expect.stringContaining('東京都の2市町村'),
      expect.stringContaining('神奈川県の1市町村'),
    ]);
  });

  test('a provisional member is counted with its least points, and a note says so', () => {
    const open = { name: '回答2', grid: form('R7', '町田市', ({ id }) => (id.startsWith('S3') ? '△' : '○')) };
    const two = results(allMet, open);
    const [sheet] = reportSheets(two, 'prefecture');
    const values = (sheet?.rows ?? []).flat().map(({ value }) => String(value));
    expect(values.filter((value) => value.includes('（暫定）'))).toEqual([
      '町田市\n（暫定）',
      expect.stringContaining('平均と順位には、加点しない最も低い得点で入れています'),
    ]);
    const mean = sheet?.rows.find((row) => row[2]?.value === '平均')?.[3]?.value;
    const least = municipalitiesOf(two).map(({ range }) => range.least);
    expect(mean).toBe(((least[0] ?? 0) + (least[1] ?? 0)) / 2);
  });
});

describe('the machine-readable twin', () => {
  test('has one header row without repeats, one value per cell, no merges, numbers as numbers', () => {
    const [sheet] = reportSheets(results(allMet, { name: '設定', grid: withFacts() }), 'data');
    const [headers = [], row = []] = (sheet?.rows ?? []).map((cells) => cells.map(({ value }) => value));
    expect(sheet?.merges).toBeUndefined();
    expect(new Set(headers).size).toBe(headers.length);
    expect(row[headers.indexOf('年度（西暦）')]).toBe(2025);
    expect(row[headers.indexOf('全国地方公共団体コード')]).toBe('132012');
    expect(row[headers.indexOf('推進の交付額（円）')]).toBe(40_676_000);
    expect(row.some((value) => String(value).includes('\n'))).toBe(false);
  });
});

describe('refreshing 資料A', () => {
  const refreshed = async (bytes: Uint8Array, sheet: SheetModel) => {
    const done = await refreshWorkbookFile(bytes, 'x.xlsx', [sheet]);
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
    return done.value.bytes;
  };
  const textsOf = async (bytes: Uint8Array) => {
    const content = await readWorkbookFile(bytes, 'x.xlsx');
    if (!content.ok) throw new Error(JSON.stringify(content.problems));
    return content.value.sheets.map(({ name, grid }) => [name, grid.flat().map(String).join('\n')] as const);
  };

  test('keeps the user’s sentences, changes our figures, and a second time changes nothing', async () => {
    const first = paperA();
    const place = first.userCells?.[0];
    const edited: SheetModel = {
      ...first,
      rows: first.rows.map((row, at) =>
        row.map((one, column) =>
          at === place?.row && column === place.column ? { ...one, value: '市民の皆さんへ：私たちの言葉です。' } : one,
        ),
      ),
    };
    const next = paperA(new Map<string, CellValue>([['内示額（支援）', 83_935]]));
    const once = await refreshed(await writeWorkbookFile([edited]), next);
    const [[, text] = ['', '']] = await textsOf(once);
    expect(text).toContain('市民の皆さんへ：私たちの言葉です。');
    expect(text).toContain('83,935千円');
    expect(text).toContain('＋105,429千円');
    expect(await refreshed(once, next)).toBe(once);
  });

  test('a paper of another layout is another sheet, so that no sentence slips to a wrong place', async () => {
    const without = paperA(new Map<string, CellValue>([['内示額（成果指向型配分枠）', '']]));
    const bytes = await refreshed(await writeWorkbookFile([paperA()]), without);
    expect((await textsOf(bytes)).map(([name]) => name)).toEqual(['資料A', '資料A (2)']);
  });

  test('every place left to the user is marked in the edition 作業用, and in no paper that is handed in', () => {
    const looksOf = (sheet: SheetModel) =>
      new Set((sheet.userCells ?? []).map(({ row, column }) => sheet.rows[row]?.[column]?.look));
    const council = paperA();
    const grid = [hachiojiFacts[0]!, ['資料の版', '作業用'], ...hachiojiFacts.slice(1)];
    const working = reportSheets(results({ name: '設定', grid }), 'a')[0]!;
    expect([looksOf(council), looksOf(working)]).toEqual([new Set(['paragraph']), new Set(['own-text'])]);
    expect([council.name, working.name]).toEqual(['資料A', '資料A（作業用）']);
    expect(council.rows).toHaveLength(working.rows.length);
  });
});
