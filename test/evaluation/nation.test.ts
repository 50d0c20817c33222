import { evaluate, mergeResults, readBook, municipalitiesOf, nationIn, nationBeside } from '../../src/evaluation';
import type { Results } from '../../src/evaluation';
import { resultSheets, resultsJson } from '../../src/report';
import type { WorkbookContent } from '../../src/workbook';
import { answerForm, flatList, workbook } from '../builders/answerSheets';
import { formOfPlace } from '../builders/formOfPlace';
import { syntheticNation } from '../fixtures/syntheticNation';

const nation = syntheticNation({ year: 'R8' });

const evaluated = (content: WorkbookContent, options: Parameters<typeof evaluate>[1] = {}): Results => {
  const results = evaluate(content, options);
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  return results.value;
};

const formOf = (row: number, change?: (id: string, met: boolean) => boolean): WorkbookContent =>
  formOfPlace(nation, row, change);

it('scores and ranks a national table given as the input: 順位表, 統計, 配分, 要確認, 検算, 処理記録', () => {
  const results = evaluated(nation.content);
  expect(municipalitiesOf(results)).toHaveLength(1741);
  expect(resultSheets(results).map(({ name }) => name)).toEqual([
    '順位表',
    '統計',
    '配分',
    '要確認',
    '読み取り',
    '検算',
    '処理記録',
  ]);
  const json = resultsJson(results) as {
    statistics: {
      of: number;
      blocks: { grant: string; goal: number | null; group: string | null; mean: number }[];
      criteria: Record<string, number>;
    };
  };
  expect(json.statistics.of).toBe(1741);
  expect(json.statistics.criteria).toEqual(Object.fromEntries(nation.national.criteria));
  for (const block of nation.national.blocks) {
    const ours = json.statistics.blocks.find(
      ({ grant, goal, group }) => grant === (block.grant ?? 'common') && goal === block.goal && group === block.group,
    );
    expect(Math.abs((ours?.mean ?? NaN) - block.mean)).toBeLessThan(1e-9);
  }
});

it('ranks a municipality’s own answers in the national table as the table itself does', () => {
  const whole = evaluated(nation.content);
  const results = evaluated(formOf(700), { national: nationBeside(nation.content, '全国集計.xlsx') });
  expect(municipalitiesOf(results)[0]?.rank).toEqual(municipalitiesOf(whole)[700]?.rank);
  expect(municipalitiesOf(results)[0]?.rank.national?.basis).toBe('table');
  expect(resultSheets(results).map(({ name }) => name)).toEqual([
    '得点',
    '指標別',
    '順位',
    '統計',
    '配分',
    '要確認',
    '読み取り',
    '検算',
    '処理記録',
  ]);
});

it('moves up the ranking when an answer changes, and only against the others', () => {
  const before = municipalitiesOf(evaluated(formOf(700), { national: nationBeside(nation.content, 'n.xlsx') }))[0];
  const after = municipalitiesOf(
    evaluated(
      formOf(700, (id, met) => met || id.startsWith('S')),
      { national: nationBeside(nation.content, 'n.xlsx') },
    ),
  )[0];
  const totals = municipalitiesOf(evaluated(nation.content))
    .filter((_, row) => row !== 700)
    .map(({ total }) => total);
  expect(after?.rank.national?.low).toBe(totals.filter((total) => total > (after?.total ?? 0)).length + 1);
  expect(after?.rank.national?.low).toBeLessThan(before?.rank.national?.low ?? 0);
});

it('says when the municipality is not in the table, and keeps the rank by the published distribution', () => {
  const stranger = workbook({
    name: '回答',
    grid: answerForm({ year: 'R8', municipality: '北塩原村', prefecture: '福島県', mark: () => '×' }),
  });
  const results = evaluated(stranger, { national: nationBeside(nation.content, 'n.xlsx') });
  expect(municipalitiesOf(results)[0]?.rank.national?.basis).toBe('distribution');
  expect(results.problems.map(({ name }) => name)).toContain('nation-municipality-absent');
});

it('ranks among chosen peers, and says which names it does not find', () => {
  const names = [701, 702, 703].map((row) => nation.places[row]?.name ?? '');
  const results = evaluated(formOf(700), {
    national: nationBeside(nation.content, 'n.xlsx'),
    peers: [nation.places[700]?.name ?? '', ...names, 'どこにもない市'],
  });
  expect(nationIn(results)?.ranks.scopes.map(({ name }) => name)).toContain('peers');
  expect(results.problems.find(({ name }) => name === 'peer-unknown')?.found).toBe('どこにもない市');
});

it('takes the peers from the sheet 設定, however their names are set apart', () => {
  const [one, two, three] = [701, 702, 703].map((row) => nation.places[row]?.name ?? '');
  const form = formOf(700);
  const told = workbook({
    name: '設定',
    grid: [
      ['項目', '値', '単位'],
      ['比較団体', `${one ?? ''}、${two ?? ''}\n${nation.places[703]?.prefecture ?? ''} ${three ?? ''}`],
    ],
  });
  const results = evaluated(
    { ...form, sheets: [...form.sheets, ...told.sheets] },
    { national: nationBeside(nation.content, 'n.xlsx') },
  );
  const peers = nationIn(results)?.ranks.scopes.find(({ name }) => name === 'peers');
  expect([...(peers?.groups ?? [])].flatMap((group, row) => (group === 0 ? [row] : []))).toEqual([701, 702, 703]);
  expect(results.problems.map(({ name }) => name)).not.toContain('peer-unknown');
});

it('ranks answers in a national table that stands in the same workbook, as beside it', () => {
  const form = formOf(700);
  const both: WorkbookContent = { ...form, sheets: [...nation.content.sheets, ...form.sheets] };
  const inside = evaluated(both);
  const beside = evaluated(form, { national: nationBeside(nation.content, 'n.xlsx') });
  expect(inside.subject).toBe('answers');
  expect(municipalitiesOf(inside).map(({ rank }) => rank)).toEqual(municipalitiesOf(beside).map(({ rank }) => rank));
  expect(inside.checkCode).toBe(beside.checkCode);
});

it('takes a workbook for the table it holds when the answers beside it are of nobody in it', () => {
  const stranger = workbook({
    name: '回答',
    grid: answerForm({ year: 'R8', municipality: '北塩原村', prefecture: '福島県', mark: () => '×' }),
  });
  const results = evaluated({ ...stranger, sheets: [...nation.content.sheets, ...stranger.sheets] });
  expect(results.subject).toBe('nation');
});

it('refuses a national table of another year than the answers', () => {
  const r6 = workbook({ name: '回答', grid: answerForm({ year: 'R6', municipality: '北塩原村', mark: () => '×' }) });
  const results = evaluate(r6, { national: nationBeside(nation.content, 'n.xlsx') });
  expect(results.ok).toBe(false);
});

describe('a batch', () => {
  const scored = (file: string, content: WorkbookContent, link = file) => ({
    file,
    outcome: readBook(content, { fileName: file, source: { name: file, sha256: file.padEnd(64, '0'), link } }),
  });

  it('makes one table of all files, lists failures and other years, and does the rest', () => {
    const merged = mergeResults([
      scored('a.xlsx', formOf(3)),
      scored('b.xlsx', formOf(4)),
      scored('empty.xlsx', workbook({ name: 'メモ', grid: [['メモ']] })),
      scored(
        'r6.xlsx',
        workbook({ name: 'x', grid: flatList({ year: 'R6', municipality: '福島県北塩原村', mark: () => 0 }) }),
      ),
    ]);
    if (!merged.ok) throw new Error('refused');
    const { municipalities, failures, problems } = merged.value;
    expect(municipalities.map(({ identity }) => identity.name)).toEqual([
      nation.places[3]?.name,
      nation.places[4]?.name,
    ]);
    expect(failures.map(({ file, problems: [first] }) => [file, first?.code])).toEqual([
      ['empty.xlsx', 'E-201'],
      ['r6.xlsx', 'E-462'],
    ]);
    expect(problems.every(({ file }) => file !== undefined)).toBe(true);
    expect(resultSheets(merged.value).map(({ name }) => name)).toEqual([
      '得点',
      '指標別',
      '順位表',
      '要確認',
      '読み取り',
      '検算',
      '処理記録',
    ]);
  });

  it('lists a municipality that stands in two files with the same answers once', () => {
    const merged = mergeResults([scored('a.xlsx', formOf(3)), scored('copy.xlsx', formOf(3))]);
    if (!merged.ok) throw new Error('refused');
    expect(merged.value.municipalities).toHaveLength(1);
    expect(merged.value.problems.map(({ name }) => name)).toContain('batch-joined');
  });

  it('is refused with every reason when no file can be scored', () => {
    const merged = mergeResults([scored('empty.xlsx', workbook({ name: 'メモ', grid: [['メモ']] }))]);
    expect(merged.ok).toBe(false);
  });

  it('gives the same check code whatever the order of the files', () => {
    const [one, two] = [scored('a.xlsx', formOf(3)), scored('b.xlsx', formOf(4))];
    const codes = [mergeResults([one, two]), mergeResults([two, one])].map(
      (merged) => merged.ok && merged.value.checkCode,
    );
    expect(codes[0]).toBe(codes[1]);
  });
});
