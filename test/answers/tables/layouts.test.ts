import { municipalitiesOf } from '../../../src/evaluation';
import { answerForm, flatList, schemeFor } from '../../builders/answerSheets';
import { evaluated, problemNames, refusals, statesOf, type Rows } from '../../builders/evaluated';
import type { CellValue } from '../../../src/workbook';

// R6: nothing is worked out by ourselves, so states are what was answered.
const year = 'R6';
/** Yes and no in a pattern that no shift of rows repeats. */
const isMet = (id: string): boolean =>
  (Array.from(id).reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 7) >> 3) % 3 === 0;
const mark = ({ id }: { id: string }): CellValue => (isMet(id) ? '○' : '×');
const base = { year, municipality: '北塩原村', prefecture: '福島県', mark };
const form = answerForm(base);
const title = form.slice(0, 3);
const table = form.slice(3);
const expected = statesOf(evaluated([{ grid: form }]));
const everyState = Object.fromEntries(
  schemeFor(year).indicators.flatMap(({ criteria }) => criteria.map(({ id }) => [id, isMet(id) ? 'met' : 'unmet'])),
);
const allColumns = table[0]?.map((_, at) => at) ?? [];
const pick = (rows: Rows, columns: readonly number[]): Rows => rows.map((row) => columns.map((at) => row[at] ?? null));

/** Reads the same answers, without a complaint that is more than information. */
const expectSame = (sheets: Parameters<typeof evaluated>[0], options: Parameters<typeof evaluated>[1] = {}): void => {
  const results = evaluated(sheets, options);
  expect(municipalitiesOf(results)).toHaveLength(1);
  expect(statesOf(results)).toEqual(everyState);
  const doubts = results.problems.filter(({ severity, name }) => severity !== 'info' && !name.startsWith('tier-gap'));
  expect(doubts).toEqual([]);
};

/** Blanks every cell that repeats the one above, as merged label cells do. */
const mergedLabels = (rows: Rows, columns: readonly number[]): Rows =>
  rows.map((row, at) =>
    row.map((cell, column) => {
      const same = columns.filter((one) => one <= column).every((one) => rows[at - 1]?.[one] === row[one]);
      return columns.includes(column) && same ? null : cell;
    }),
  );

describe('finding the table', () => {
  it('reads the plain form', () => {
    expect(expected).toEqual(everyState);
  });

  it.each([0, 7, 39])('finds the header on 0-based row %d', (row) => {
    const above: Rows = Array.from({ length: row }, (_, at) => [at === 0 ? '令和6年度' : null]);
    expectSame([{ grid: [...above, ...table] }], { year, fileName: '福島県北塩原村.xlsx' });
  });

  it('does not look for a first header below row 40', () => {
    const above: Rows = Array.from({ length: 40 }, () => [null]);
    expect(refusals([{ grid: [...above, ...table] }], { year })).toEqual(['no-answers']);
  });

  it.each([[[...allColumns].reverse()], [[7, 0, 5, 1, 4, 2, 6, 3]], [[0, 1, 2, 3, 5, 7]], [[0, 1, 2, 4, 5, 7]]])(
    'takes the columns in the order %p',
    (columns) => {
      expectSame([{ grid: [...title, ...pick(table, columns)] }]);
    },
  );

  it('ignores columns of the user, also with odd headers', () => {
    const extras = [
      '備考',
      '担当課',
      '__proto__',
      'constructor',
      'toString',
      '市町村数',
      '前年度',
      '確認',
      'hasOwnProperty',
    ];
    const grid = table.map((row, at) => [
      ...extras.map((extra) => (at === 0 ? extra : '○')),
      ...row,
      at === 0 ? 'メモ' : 4,
    ]);
    expectSame([{ grid: [...title, ...grid] }]);
  });

  it('reads a header of three rows with units and column numbers', () => {
    const header: Rows = [
      ['評価指標', null, null, null, null, null, null, '回答'],
      table[0]!.slice(0, 7),
      [null, null, null, null, null, null, '（点）', '（○か×）'],
    ];
    const merges = [{ top: 3, bottom: 3, left: 0, right: 6 }];
    expectSame([{ grid: [...title, ...header, ...table.slice(1)], merges }]);
    const numbered = [table[0]!, ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)']];
    expectSame([{ grid: [...title, ...numbered, ...table.slice(1)] }]);
  });

  it('finds the names under a merged 回答 and a merged prefecture', () => {
    const header: Rows = [
      [...table[0]!.slice(0, 7), '回答', null],
      [...Array<null>(7).fill(null), '府中市', '伊達市'],
    ];
    const top: Rows = [['令和6年度'], [...Array<null>(7).fill(null), '東京都', '北海道']];
    const rows = table.slice(1).map((row) => [...row, '×']);
    const results = evaluated([
      { grid: [...top, ...header.slice(1).map((row) => [...table[0]!.slice(0, 7), ...row.slice(7)]), ...rows] },
    ]);
    expect(municipalitiesOf(results).map(({ identity }) => identity.name)).toEqual(['府中市', '伊達市']);
    const under = evaluated([
      {
        grid: [['令和6年度'], [...header[0]!.slice(0, 7), '東京都', null], header[1]!, ...rows],
        merges: [{ top: 1, bottom: 1, left: 7, right: 8 }],
      },
    ]);
    expect(municipalitiesOf(under).map(({ identity }) => identity.code)).toEqual(['132063', undefined]);
    expect(statesOf(under)).toEqual(everyState);
  });

  it('prefers 番号 to a running No.', () => {
    const grid = table.map((row, at) => [at === 0 ? 'No.' : at, ...row]);
    expectSame([{ grid: [...title, ...grid] }]);
    expectSame([{ grid: [...title, ...pick(grid, [0, 1, 2, 3, 5, 6, 7, 8])] }]);
  });

  it('carries merged labels down, over blank rows, headings and notes', () => {
    const merged = mergedLabels(table, [0, 1, 2, 3, 4]);
    expectSame([{ grid: [...title, ...merged] }]);
    const loose = merged.flatMap((row, at) =>
      at % 9 === 5 ? [[], row] : at % 20 === 7 ? [[null, null, '（続き）'], row] : [row],
    );
    expectSame([{ grid: [...title, ...loose, [], ['※ 目標Ⅳは両交付金に共通です。'], ['注）得点の合計']] }]);
  });

  it('reads branch and step from two columns, also merged', () => {
    const split = table.map((row, at) => {
      const [letter = '', digit = null] = at === 0 ? ['枝番', '小枝'] : Array.from(String(row[5]));
      return [...row.slice(0, 5), letter, digit, ...row.slice(6)];
    });
    expectSame([{ grid: [...title, ...split] }]);
    expectSame([{ grid: [...title, ...mergedLabels(split, [0, 1, 2, 3, 4, 5])] }]);
  });

  it.each([
    [
      'ｱ(1)',
      (label: string) => label.replace('ア', 'ｱ').replace(/[①-⑨]/, (sign) => `(${sign.charCodeAt(0) - 0x245f})`),
    ],
    ['ア-1', (label: string) => label.replace(/[①-⑨]/, (sign) => `-${sign.charCodeAt(0) - 0x245f}`)],
    ['（ア）①', (label: string) => `（${label.charAt(0)}）${label.slice(1)}`],
  ])('reads branches spelled like %s', (_, spell) => {
    const grid = table.map((row, at) =>
      at === 0 ? row : [...row.slice(0, 5), spell(String(row[5])), ...row.slice(6)],
    );
    expectSame([{ grid: [...title, ...grid] }]);
  });

  it('reads a table with ids and answers only', () => {
    const ids = schemeFor(year).indicators.flatMap(({ criteria }) =>
      criteria.map((one): CellValue[] => [one.id, mark(one)]),
    );
    expectSame([{ grid: [...title, ['ID', '回答'], ...ids] }]);
    const lower = ids.map(([id, answer]) => [String(id).toLowerCase(), answer ?? null]);
    expectSame([{ grid: [...title, ['ID', '回答'], ...lower] }]);
  });

  it('never takes a row whose id and labels differ', () => {
    const grid = [[...table[0]!, 'ID'], [...table[1]!, 'P1p1b'], ...table.slice(2)];
    const results = evaluated([{ grid: [...title, ...grid] }]);
    expect(statesOf(results)).toEqual({ ...everyState, P1p1a: 'unanswered' });
    expect(problemNames(results)).toContain('unknown-criterion');
  });

  it('reads 推進 and 支援 from two sheets, one without the prefecture', () => {
    const of = (...grants: readonly string[]): Rows =>
      table.filter(([grant], at) => at === 0 || grants.includes(String(grant)));
    expectSame([
      { name: '推進', grid: [...title, ...of('推進')] },
      { name: '支援', grid: [['令和6年度'], ['市町村名', '北塩原村'], ...of('支援', '共通')] },
    ]);
  });

  it('reads tables stacked on one sheet, with other columns', () => {
    const [header = [], ...rows] = table;
    const half = [...rows.slice(0, 80), [], ['（つづき）']];
    expectSame([{ grid: [...title, header, ...half, ...pick([header, ...rows.slice(80)], [5, 0, 1, 2, 3, 4, 6, 7])] }]);
  });

  it('reads two municipalities stacked on one sheet by their own titles', () => {
    const second: Rows = [['市町村名', '磐梯町', null, '都道府県', '福島県']];
    const results = evaluated([
      { grid: [...title, ...table, [], ...second, ...answerForm({ ...base, mark: () => '×' }).slice(3)] },
    ]);
    expect(municipalitiesOf(results).map(({ identity }) => identity.name)).toEqual(['北塩原村', '磐梯町']);
    expect(statesOf(results)).toEqual(everyState);
    expect(municipalitiesOf(results)[1]?.total).toBe(0);
  });

  it('reads one of several years of a table', () => {
    const seven = flatList({ ...base, year: 'R7', mark: () => '×' });
    const grid = [...flatList(base), ...seven.slice(1)];
    expect(refusals([{ grid }])).toEqual(['year-ambiguous']);
    expect(statesOf(evaluated([{ grid }], { year }))).toEqual(everyState);
    expect(municipalitiesOf(evaluated([{ grid }], { year: 'R7' }))[0]?.total).toBe(0);
  });

  it('reads the columns of several municipalities', () => {
    const grid = table.map((row, at) => [
      ...row.slice(0, 7),
      ...(at === 0 ? ['福島県北塩原村', '磐梯町'] : [row[7] ?? null, '×']),
    ]);
    const results = evaluated([{ grid: [['令和6年度'], ...grid] }]);
    expect(municipalitiesOf(results).map(({ identity }) => [identity.name, identity.prefecture])).toEqual([
      ['北塩原村', '福島県'],
      ['磐梯町', '福島県'],
    ]);
    expect(statesOf(results)).toEqual(everyState);
  });

  it('reads 目標名 where there is no numeral', () => {
    const names = new Map(schemeFor(year).goals.map(({ grant, goal, name }) => [`${grant}${goal}`, name]));
    const scheme = schemeFor(year);
    const goals = scheme.indicators.flatMap(({ grant, goal, criteria }) =>
      criteria.map(() => names.get(`${grant}${goal}`) ?? null),
    );
    const grid = table.map((row, at) => (at === 0 ? row : [row[0]!, goals[at - 1] ?? null, ...row.slice(2)]));
    expectSame([{ grid: [...title, ...grid] }]);
  });

  it('takes the column of the year asked for among 回答（R5）, 回答（R6）', () => {
    const grid = table.map((row, at) => [
      ...row.slice(0, 7),
      ...(at === 0 ? ['回答（令和5年度）', '回答（令和6年度）'] : ['×', row[7] ?? null]),
    ]);
    expectSame([{ grid: [...title, ...grid] }]);
  });
});

describe('columns that claim one role', () => {
  it('are settled by the plainer word, wherever it stands', () => {
    const grid = table.map((row, at) => [at === 0 ? '項目' : '（様式）', ...row.slice(0, 3), ...row.slice(4)]);
    expectSame([
      {
        grid: [
          ...title,
          ...grid.map((row, at) => (at === 0 ? row.map((cell) => (cell === '指標' ? '指標名' : cell)) : row)),
        ],
      },
    ]);
  });

  it('are settled by the year in a municipality’s header', () => {
    const grid = table.map((row, at) => [
      ...row.slice(0, 7),
      ...(at === 0 ? ['北塩原村（R5）', '北塩原村（R6）'] : ['×', row[7] ?? null]),
    ]);
    expectSame([{ grid: [['令和6年度'], ...grid] }]);
  });
});

describe('hostile sizes', () => {
  it('are read like any other: 300,000 rows, uncalculated formulas and merges', () => {
    const filler: CellValue[][] = Array.from({ length: 300_000 }, () => [
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    const addresses = Array.from({ length: 300_000 }, (_, at) => `H${String(at + 200)}`);
    const merges = Array.from({ length: 100_000 }, (_, at) => ({
      top: at * 2 + 400,
      bottom: at * 2 + 401,
      left: 7,
      right: 7,
    }));
    const sheet = { grid: [...form, ...filler], uncalculated: addresses, struckThrough: addresses, merges };
    expect(statesOf(evaluated([sheet]))).toEqual(everyState);
  });
});

describe('rows that are no criterion of the year', () => {
  it('pass no label of the block above on to the rows below', () => {
    // The first row of 推Ⅱ says 目標Ｘ and the merged rows below say nothing: they must not be read as 推Ⅰ, but by their names.
    const merged = mergedLabels(table, [0, 1, 2, 3, 4]);
    const at = table.findIndex((row) => row[0] === '推進' && row[1] === 'Ⅱ');
    const grid = merged.map((row, place) => (place === at ? [null, '目標Ｘ', ...row.slice(2)] : row));
    const states = statesOf(evaluated([{ grid: [...title, ...grid] }]));
    expect(states).toEqual({ ...everyState, P2p1a: 'unanswered' });
  });

  it.each([
    ['交付金', 0, 'その他'],
    ['目標', 1, 'Ⅴ'],
    ['枝番', 5, 'ケ'],
    ['枝番', 5, 'ク'],
  ])('reports an answer under %s %p %p and leaves the criterion open', (_, column, label) => {
    const grid = table.map((row, at) => (at === 1 ? row.map((cell, place) => (place === column ? label : cell)) : row));
    const results = evaluated([{ grid: [...title, ...grid] }]);
    expect(statesOf(results)).toEqual({ ...everyState, P1p1a: 'unanswered' });
    expect(problemNames(results)).toEqual(expect.arrayContaining(['unknown-criterion', 'missing-criteria']));
  });

  it('reads a row whose number is nobody’s by its name', () => {
    const grid = table.map((row, at) => (at === 1 ? row.map((cell, place) => (place === 3 ? 9 : cell)) : row));
    expectSame([{ grid: [...title, ...grid] }]);
  });

  it('says that points and names differ', () => {
    const grid = table.map((row, at) => (at === 1 ? [...row.slice(0, 4), '評価結果の活用', row[5]!, 9, row[7]!] : row));
    expect(problemNames(evaluated([{ grid: [...title, ...grid] }]))).toEqual(
      expect.arrayContaining(['name-of-another-indicator', 'points-differ']),
    );
  });
});

it('points at the cells of a list with municipalities in rows as they stand on the sheet', () => {
  const turned = table
    .slice(0)
    .reduce<CellValue[][]>((rows, row) => row.map((cell, at) => [...(rows[at] ?? []), cell]), []);
  const grid = [['令和6年度 回答一覧'], ...turned.map((row, at) => (at === 7 ? ['北塩原村', ...row.slice(1)] : row))];
  const [municipality] = municipalitiesOf(evaluated([{ grid }]));
  expect(municipality?.identity.name).toBe('北塩原村');
  // The second criterion stands in the third column; the only town in the ninth row.
  expect(municipality?.cellOf(1)).toMatchObject({ sheet: 'Sheet1', cell: 'C9' });
});

describe('what stands beside this year’s answers', () => {
  const isSupport = (row: readonly CellValue[]): boolean => row[0] === '支援';
  const blanked = table.map((row) => (isSupport(row) ? [...row.slice(0, 7), null] : row));
  const part = [table[0]!, ...table.filter(isSupport)];
  const supportStates = (sheets: Parameters<typeof evaluated>[0]): ReadonlySet<string> =>
    new Set(
      Object.entries(statesOf(evaluated(sheets)))
        .filter(([id]) => id.startsWith('S'))
        .map(([, state]) => state),
    );

  it('holds a sheet that answers only what the form leaves blank', () => {
    const sheets = [
      { name: '回答', grid: [...title, ...blanked] },
      { name: '支援', grid: [...title, ...part] },
    ];
    expect(supportStates(sheets)).toEqual(new Set(['held']));
    expect(problemNames(evaluated(sheets), 'part-beside-form')).toEqual(['part-beside-form']);
  });

  it('reads a grant on a sheet of its own where the other sheet has no rows for it', () => {
    const promotion = table.filter((row) => !isSupport(row));
    expectSame([
      { name: '推進', grid: [...title, ...promotion] },
      { name: '支援', grid: [...title, ...part] },
    ]);
  });

  it('leaves a sheet out whose name says another year than its title', () => {
    const sheets = [
      { name: '回答', grid: [...title, ...blanked] },
      { name: '支援_R5', grid: [...title, ...part] },
    ];
    expect(supportStates(sheets)).toEqual(new Set(['unanswered']));
    expect(problemNames(evaluated(sheets), 'old-sheets')).toEqual(['old-sheets']);
  });

  it.each([
    ['【令和5年度の回答】', '【令和6年度の回答】'],
    ['※以下は昨年度の回答です', '※ここまで'],
    ['令和5年度', '令和6年度'],
  ])('leaves the rows under the heading %s out', (from, to) => {
    const first = table.findIndex(([grant, goal]) => grant === '推進' && goal === 'Ⅱ');
    const next = table.findIndex(([grant, goal]) => grant === '推進' && goal === 'Ⅲ');
    const grid = [...title, ...table.slice(0, first), [from], ...table.slice(first, next), [to], ...table.slice(next)];
    const results = evaluated([{ grid }]);
    const states = Object.entries(statesOf(results));
    expect(new Set(states.filter(([id]) => id.startsWith('P2')).map(([, state]) => state))).toEqual(
      new Set(['unanswered']),
    );
    expect(states.filter(([id, state]) => !id.startsWith('P2') && state !== everyState[id])).toEqual([]);
    expect(problemNames(results, 'rows-of-another-time')).toHaveLength(1);
  });
});
