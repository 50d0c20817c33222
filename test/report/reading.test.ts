import { evaluate, mergeResults, nationBeside, readBook, type Results } from '../../src/evaluation';
import { resultSheets, resultsJson } from '../../src/report';
import type { CellValue, SheetModel, WorkbookContent } from '../../src/workbook';
import { answerForm, schemeFor, workbook } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';
import { syntheticNation } from '../fixtures/syntheticNation';

const resultsOf = (content: WorkbookContent): Results => {
  const results = evaluate(content);
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  return results.value;
};

type Rows = readonly (readonly CellValue[])[];

const form = (year: string, municipality = '北塩原村', prefecture = '福島県'): Rows =>
  answerForm({ year, municipality, prefecture, mark: ({ id }) => (id.endsWith('a') ? '○' : '×') });

const sheetOf = (results: Results): SheetModel => {
  const sheet = resultSheets(results).find(({ marker }) => marker === 'reading');
  if (sheet === undefined) throw new Error('no sheet 読み取り');
  return sheet;
};

const texts = (results: Results): Rows => sheetOf(results).rows.map((row) => row.map(({ value }) => value));

/** The rows under a heading, without its column heads. */
const under = (results: Results, heading: string): Rows => {
  const rows = texts(results);
  const from = rows.findIndex(([first]) => first === heading);
  const rest = rows.slice(from + 2);
  const end = rest.findIndex((row) => row.every((value) => value === null));
  return from < 0 ? [] : rest.slice(0, end < 0 ? rest.length : end);
};

describe('読み取り', () => {
  it('stands after 要確認 and says what became of every sheet and row, and what decided the year', () => {
    const answers = form('R8');
    const grid = [...answers, ['推進', 'Ⅰ', '体制・取組', 99, '知らない指標', 'ア', 5, '○'] as const];
    const results = evaluated(
      [
        { name: '回答', grid },
        { name: '記入例', grid: answers },
        { name: '令和7年度', grid: form('R7') },
        { name: '送り状', grid: [['よろしくお願いします']] },
        { name: '設定', grid: [['項目', '値', '単位']] },
      ],
      { year: 'R8' },
    );
    const names = resultSheets(results).map(({ name }) => name);
    expect(names.indexOf('読み取り')).toBe(names.indexOf('要確認') + 1);
    const count = schemeFor('R8').indicators.reduce((sum, { criteria }) => sum + criteria.length, 0);
    expect(under(results, 'シート')).toEqual([
      ['回答', '回答を読みました', '令和8年度', '4行', count, `${grid.length}行`],
      ['記入例', '記入例（読みません）', null, null, null, null],
      ['令和7年度', 'ほかの年度（今年度の採点には使いません）', '令和7年度', null, null, null],
      ['送り状', '回答の表がありません', null, null, null, null],
      ['設定', '設定として読みました', null, null, null, null],
    ]);
    expect(texts(results)[1]?.[0]).toBe('評価年度は令和8年度です。指定された年度です。');
  });

  it('says that the year was written, or that no other fits', () => {
    const written = form('R8');
    expect(texts(evaluated([{ grid: written }]))[1]?.[0]).toMatch(/^評価年度は令和8年度です。ブックに書かれた年度で/);
    const unsaid = written.filter((row) => !row.some((value) => String(value).includes('年度')));
    expect(texts(evaluated([{ grid: unsaid }]))[1]?.[0]).toMatch(/^評価年度は令和8年度です。ブックに年度がないため/);
  });

  it('says what every column was taken for, and how many answers of an unused one differ', () => {
    const grid = form('R8').map((row, at) =>
      row.length < 8
        ? row
        : [...row, ...(at === 3 ? ['控え', '備考'] : [at % 10 === 0 ? '○' : (row[7] ?? null), 'メモ'])],
    );
    const results = evaluated([{ name: '回答', grid }], { column: { index: 7 } });
    const columns = under(results, '列');
    expect(columns.map(([, column, header, role]) => [column, header, role])).toEqual([
      ['A列', '交付金', '交付金'],
      ['B列', '目標', '目標'],
      ['C列', '指標群', '指標群'],
      ['D列', '番号', '指標番号'],
      ['E列', '指標', '指標'],
      ['F列', '枝番', '枝番'],
      ['G列', '配点', '配点'],
      ['H列', '回答', '回答'],
      ['I列', '控え', '使わなかった列'],
      ['J列', '備考', '備考'],
    ]);
    expect(columns[7]?.[5]).toBe('回答として読みました');
    expect(columns[9]?.[5]).toBe('使っていません');
  });

  it('counts the answers of a column beside that differ from those that were used', () => {
    const other = (mark: CellValue): CellValue => (mark === '○' ? '×' : '○');
    const grid = form('R8').map((row, at) =>
      row.length < 8 ? row : [...row, at === 3 ? '案' : at === 5 || at === 6 ? other(row[7]!) : row[7]!],
    );
    expect(under(evaluated([{ name: '回答', grid }]), '列').find(([, column]) => column === 'I列')).toEqual([
      null,
      'I列',
      '案',
      '使わなかった列',
      2,
      '使っていません',
    ]);
  });

  it('names whose answers a column holds, and turns rows and columns where towns stand in rows', () => {
    const answers = form('R8');
    const wide = answers
      .slice(3)
      .map((row, at) => (at === 0 ? [...row.slice(0, 7), '小野町', '磐梯町'] : [...row, '×']));
    const results = evaluated([{ name: '一覧', grid: [['令和8年度'], ...wide] }]);
    expect(under(results, '列').slice(-2)).toEqual([
      [null, 'H列', '小野町', '回答', null, '小野町の回答として読みました'],
      [null, 'I列', '磐梯町', '回答', null, '磐梯町の回答として読みました'],
    ]);
    const turned = wide[0]!.map((_, column) => wide.map((row) => row[column] ?? null));
    const sideways = evaluated([{ name: '一覧', grid: turned }], { year: 'R8' });
    expect(under(sideways, '列').at(-1)?.slice(1, 3)).toEqual(['9行', '磐梯町']);
    expect(under(sideways, 'シート')[0]?.[3]).toBe('A列');
  });

  it('lists the columns of workbooks that are built alike once, and what was left out by name', () => {
    const read = (name: string, grid: Rows) => ({
      file: `${name}.xlsx`,
      outcome: readBook(workbook({ name: '回答', grid }), {
        source: { name: `${name}.xlsx`, sha256: '0'.repeat(64), link: `${name}.xlsx` },
      }),
    });
    const merged = mergeResults([
      read('小野町', form('R8', '小野町')),
      read('磐梯町', form('R8', '磐梯町').slice(0, -20)),
      read('空', [['目標', '配点', '回答']]),
    ]);
    if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
    expect(under(merged.value, 'シート').map(([sheet]) => sheet)).toEqual(['小野町.xlsx／回答', '磐梯町.xlsx／回答']);
    expect(new Set(under(merged.value, '列').map(([sheet]) => sheet))).toEqual(
      new Set(['小野町.xlsx／回答 ほか1枚', null]),
    );
    expect(under(merged.value, '市町村と枝番').map((row) => [row[0], row[2], Number(row[4]) - Number(row[3])])).toEqual(
      [
        ['小野町', '小野町.xlsx', 0],
        ['磐梯町', '磐梯町.xlsx', 20],
      ],
    );
    const [left] = under(merged.value, '読まなかったもの');
    expect(left?.[0]).toBe('空.xlsx');
    expect(left?.[1]).toContain('シート「回答」の1行目の見出し（目標・配点・回答）。足りないもの：枝番・指標の列');
  });

  it('names the municipalities that were not chosen', () => {
    const grid = form('R8')
      .slice(3)
      .map((row, at) => (at === 0 ? [...row.slice(0, 7), '小野町', '磐梯町'] : [...row, '×']));
    const results = evaluated([{ grid: [['令和8年度'], ...grid] }], { municipality: '磐梯町' });
    expect(under(results, '読まなかったもの')[0]?.[0]).toBe('福島県小野町');
  });

  it('holds a national table against its rules, the whole nation and its printed totals', () => {
    const nation = syntheticNation({ year: 'R8' });
    const whole = resultsOf(nation.content);
    expect(under(whole, 'シート')[0]?.slice(1, 5)).toEqual(['全国集計表', '令和8年度', null, 1741]);
    expect(under(whole, '全国集計表').map(([, what, , found, of]) => [what, Number(of) - Number(found)])).toEqual([
      ['枝番の列', 0],
      ['計・合計の列', 0],
      ['市町村の行', 0],
      ['合計が合う行', 0],
    ]);
    const beside = evaluated([{ name: '回答', grid: form('R8') }], {
      national: nationBeside(nation.content, '表.xlsx'),
    });
    expect(under(beside, '全国集計表')).toHaveLength(4);
    expect(under(beside, '市町村と枝番')).toHaveLength(1);
  });
});

describe('the reading in JSON', () => {
  it('tells sheets, rows and columns by their places, and how many criteria were found', () => {
    const stranger = ['推進', 'Ⅰ', '体制・取組', 99, '知らない指標', 'ア', 5, '○'] as const;
    const grid = [...form('R8').slice(0, -20), stranger];
    const json = resultsJson(
      evaluated([
        { name: '回答', grid },
        { name: '送り状', grid: [['よろしく']] },
      ]),
    );
    const [reading] = json.reading;
    expect(reading).toMatchObject({ file: null, fiscalYear: 'R8', because: 'written', leftOut: [] });
    const [answers, letter] = reading?.sheets ?? [];
    expect(answers).toMatchObject({
      use: 'answers',
      turned: false,
      headers: ['4'],
      rowsUsed: grid.length - 5,
      rowsUnused: [String(grid.length)],
    });
    expect(answers?.columns.at(-1)).toEqual({
      place: 'H',
      header: '回答',
      role: 'answer',
      municipality: null,
      differences: null,
    });
    expect(letter).toMatchObject({ name: '送り状', use: 'no-answers', rowsUsed: 0, columns: [] });
    const { found, of } = json.municipalities[0]!.coverage;
    expect(of - found).toBe(20);
    expect(json.tableCoverage).toBeNull();
  });

  it('tells the grounds of a national table', () => {
    const { tableCoverage, reading } = resultsJson(resultsOf(syntheticNation({ year: 'R8' }).content));
    expect(tableCoverage).toMatchObject({
      criteria: { missing: [] },
      municipalities: { found: 1741, expected: 1741 },
      totals: { compared: 1741, agreeing: 1741 },
      rows: { fromCriteria: 1741, byPrint: 0, open: 0 },
    });
    expect(reading[0]).toMatchObject({ because: 'written', sheets: [{ use: 'national', rowsUsed: 1741 }] });
  });
});
