import { municipalitiesOf } from '../../../src/evaluation';
import { a1, type CellValue } from '../../../src/workbook';
import { answerForm, flatList, schemeFor } from '../../builders/answerSheets';
import { evaluated, problemNames, statesOf, type Rows } from '../../builders/evaluated';

const year = 'R6';
const ids = schemeFor(year).indicators.flatMap(({ criteria }) => criteria.map(({ id }) => id));
const formOf = (mark: (criterion: { id: string; points: number }) => CellValue): Rows =>
  answerForm({ year, municipality: '北塩原村', prefecture: '福島県', mark });
/** Every answer ×, but for the cells given. */
const withCells = (cells: Readonly<Record<string, CellValue>>, rest: CellValue = '×'): Rows =>
  formOf(({ id }) => (Object.hasOwn(cells, id) ? (cells[id] ?? null) : id === yes ? '○' : rest));
/** Met, 1 point: a form without a single "yes" is a question of its own. */
const yes = 'S1p1a';
const cellOf = (id: string): string => a1(4 + ids.indexOf(id), 7);
const read = (cells: Readonly<Record<string, CellValue>>, rest: CellValue = '×', sheet = {}) => {
  const results = evaluated([{ grid: withCells(cells, rest), ...sheet }]);
  return {
    results,
    states: statesOf(results),
    names: problemNames(results),
    municipality: municipalitiesOf(results)[0]!,
  };
};

describe('doubtful cells', () => {
  it.each<[CellValue, string]>([
    ['△', 'triangle-mark'],
    ['◎', 'ask-mark'],
    ['○(予定)', 'annotated-mark'],
    ['検討中', 'unreadable-mark'],
    ['①', 'circled-number'],
    ['#N/A', 'cell-error'],
    [new Date(Date.UTC(2025, 0, 3)), 'turned-into-date'],
    [1e300, 'number-too-large'],
    [3, 'points-out-of-range'],
    [-4, 'points-out-of-range'],
    ['(4)', 'unreadable-mark'],
    ['ー', 'unreadable-mark'],
  ])('are held, with their place and points: %p', (cell, name) => {
    const { results, states, municipality } = read({ P1p1a: cell });
    expect(states['P1p1a']).toBe('held');
    expect(results.problems).toEqual([
      expect.objectContaining({ name, sheet: 'Sheet1', cell: cellOf('P1p1a'), criterion: 'P1p1a', pointsAtStake: 4 }),
    ]);
    expect(municipality.provisional).toBe(true);
    expect(municipality.range).toEqual({ least: 1, most: 5 });
  });

  it('count twice in goal Ⅳ, which is paid in both grants', () => {
    const { results, municipality } = read({ C4o2a: '△' });
    expect(results.problems).toEqual([expect.objectContaining({ criterion: 'C4o2a', pointsAtStake: 10 })]);
    expect(municipality.range).toEqual({ least: 1, most: 11 });
    const blanks = read({ C4o1a1: null, C4o1a2: null, C4o1a3: null, C4o1a4: null, C4o1b1: null });
    expect(blanks.results.problems).toEqual([expect.objectContaining({ name: 'unanswered', pointsAtStake: 40 })]);
    expect(blanks.municipality.range).toEqual({ least: 1, most: 41 });
  });

  it('are held where a formula has no result or a merged block swallows the cell', () => {
    const row = 4 + ids.indexOf('P1p1b');
    const blank = { P1p1b: null };
    expect(read(blank, '×', { uncalculated: [cellOf('P1p1b')] }).names).toEqual(['uncalculated-answer']);
    const down = read(blank, '×', { merges: [{ top: row - 1, bottom: row, left: 7, right: 7 }] });
    expect([down.names, down.states['P1p1b'], down.states['P1p1a']]).toEqual([['merged-answer'], 'held', 'unmet']);
    const across = read(blank, '×', { merges: [{ top: row, bottom: row, left: 6, right: 7 }] });
    expect([across.names, across.states['P1p1b']]).toEqual([['merged-answer'], 'held']);
    const own = read(blank, '×', { merges: [{ top: row, bottom: row, left: 7, right: 8 }] });
    expect([own.names, own.states['P1p1b']]).toEqual([['unanswered'], 'unanswered']);
  });

  it('are told of when struck through', () => {
    expect(read({ P1p1a: '○' }, '×', { struckThrough: [cellOf('P1p1a')] }).names).toEqual(['struck-through']);
  });

  it('are held where the cell shows something else, whatever it holds; a blank shows nothing', () => {
    const unseenValues = [cellOf('P1p1a'), cellOf('P1p1b')];
    const { names, states, municipality } = read({ P1p1a: '○', P1p1b: '○' }, '×', { unseenValues });
    expect([names, states['P1p1a'], municipality.provisional]).toEqual([['unseen-answer'], 'held', true]);
    expect(read({ P1p1a: null, P1p1b: null }, '×', { unseenValues }).names).toEqual(['unanswered']);
  });

  it('take the meaning a person gave', () => {
    const results = evaluated([{ grid: withCells({ P1p1a: '◎' }) }], { markMeanings: new Map([['◎', 'met']]) });
    expect(statesOf(results)['P1p1a']).toBe('met');
  });
});

/** The first criterion of each block met. */
const oneYesInEachBlock = Object.fromEntries(
  [...new Map(ids.toReversed().map((id) => [id.slice(0, 3), id])).values()].map((id) => [id, '○']),
);

describe('blanks', () => {
  it('are unanswered beside an explicit no', () => {
    const { states, municipality } = read({ P1p1a: '○', P1p1b: null });
    expect([states['P1p1a'], states['P1p1b']]).toEqual(['met', 'unanswered']);
    expect(municipality.range).toEqual({ least: 5, most: 9 });
  });

  it.each(['×', 0, '非該当', '該当なし', false, '×→○'])('are unanswered beside one %p', (no) => {
    expect(read({ P1p1a: '○', P1p1b: no }, null).states['P1p1c']).toBe('unanswered');
  });

  it('are a no among yes marks only, and a line says so', () => {
    const { states, names, municipality } = read(oneYesInEachBlock, null);
    expect([states['P1p1a'], states['P1p1b']]).toEqual(['met', 'unmet']);
    expect(names).toEqual(['blank-means-no']);
    expect(municipality.provisional).toBe(false);
  });

  it('are unanswered in a block without a single mark, and one line says so', () => {
    const { states, names, municipality } = read({ ...oneYesInEachBlock, P2a1a: null }, null);
    expect([states['P1p1b'], states['P2a1a'], states['P2a2d']]).toEqual(['unmet', 'unanswered', 'unanswered']);
    expect(names).toEqual(['blank-means-no', 'block-without-mark']);
    expect(municipality.provisional).toBe(true);
  });

  it('are unanswered behind the last mark of a form that was left halfway', () => {
    const first = Object.fromEntries(Object.entries(oneYesInEachBlock).filter(([id]) => id.startsWith('P1')));
    const { states } = read({ ...first, S1p1a: null }, null);
    expect([states['P1p1b'], states['P1a1b'], states['P3p1a']]).toEqual(['unmet', 'unanswered', 'unanswered']);
  });

  it.each([null, '', '　', '例：○'])('are unanswered in a form that is empty but for %p', (cell) => {
    const { results, municipality } = read({ P1p1a: cell }, null);
    expect(municipality.provisional).toBe(true);
    expect([municipality.total, municipality.range]).toEqual([1, { least: 1, most: 800 }]);
    expect(problemNames(results, 'placeholder')).toHaveLength(cell === '例：○' ? 1 : 0);
  });
});

describe('推Ⅰ活動1', () => {
  const left = (year: string) =>
    evaluated([
      {
        grid: answerForm({
          year,
          municipality: '北塩原村',
          mark: ({ id }) => (id.startsWith('P1a1') ? null : id === yes ? '○' : '×'),
        }),
      },
    ]);

  it('may be left empty in R8, where it is worked out from the total', () => {
    const results = left('R8');
    expect([results.problems, municipalitiesOf(results)[0]?.provisional]).toEqual([[], false]);
  });

  it('is an answer left out in R7, where nobody knows the cut-offs', () => {
    const results = left('R7');
    expect(results.problems).toEqual([expect.objectContaining({ name: 'unanswered', criterion: 'P1a1a' })]);
    expect(municipalitiesOf(results)[0]?.provisional).toBe(true);
  });
});

describe('bare numbers', () => {
  it('are marks where there are only 1 and 0', () => {
    const { states, results } = read({ P1p1a: 1, P2p1a: '１' }, 0);
    expect([states['P1p1a'], states['P2p1a'], states['P1p1b']]).toEqual(['met', 'met', 'unmet']);
    expect(results.problems).toEqual([]);
  });

  it('are points where one is below 0, which no mark is', () => {
    const { states } = read({ P1p1a: 1, P2p1a: -1 }, 0);
    expect([states['P1p1a'], states['P2p1a'], states['P1p1b']]).toEqual(['held', 'held', 'unmet']);
  });

  it('are points where there are others, and must be the points of the criterion', () => {
    const { states } = read({ P1p1a: 4, P2p1a: 1, P1p3a1: 1, P1p1c: '4点', P2p1b: 5 }, 0);
    expect(['P1p1a', 'P2p1a', 'P1p3a1', 'P1p1c', 'P2p1b', 'P1p1b'].map((id) => states[id])).toEqual([
      'met',
      'held',
      'met',
      'met',
      'held',
      'unmet',
    ]);
  });

  it('with 点 are points, never marks', () => {
    expect(read({ P1p1a: '1点' }, 0).states['P1p1a']).toBe('held');
  });
});

describe('hidden things', () => {
  const row = 4 + ids.indexOf('P1p1a');
  it.each([
    ['hidden rows', { hiddenRows: new Set([row]) }, 'hidden-answers', 1],
    ['hidden columns', { hiddenColumns: new Set([7]) }, 'hidden-answers', ids.length],
    ['filtered rows', { hiddenRows: new Set([row]), filtered: true }, 'filtered-answers', 1],
  ])('are scored and told of: %s', (_, sheet, name, count) => {
    const { results, states } = read({ P1p1a: '○' }, '×', sheet);
    expect(states['P1p1a']).toBe('met');
    expect(results.problems).toEqual([expect.objectContaining({ name, facts: { count } })]);
  });

  it.each(['hidden', 'very-hidden'])('are told of on a %s sheet', (visibility) => {
    expect(read({ P1p1a: '○' }, '×', { visibility }).names).toEqual(['hidden-sheet']);
  });

  it('are told of when drawings may hide a mark', () => {
    expect(read({}, '×', { drawings: true }).names).toEqual(['drawings-on-sheet']);
  });
});

describe('several answers', () => {
  it('on a copy that agrees change nothing', () => {
    const grid = withCells({ P1p1a: '○' });
    const results = evaluated([
      { name: '回答', grid },
      { name: '回答 (2)', grid },
    ]);
    expect([statesOf(results)['P1p1a'], results.problems]).toEqual(['met', []]);
  });

  it('on a copy that differs are held, and the sheets are named', () => {
    const results = evaluated([
      { name: '回答', grid: withCells({ P1p1a: '○' }) },
      { name: '回答 (2)', grid: withCells({ P2p1a: '○' }) },
    ]);
    const states = statesOf(results);
    expect([states['P1p1a'], states['P2p1a'], states['P1p1b']]).toEqual(['held', 'held', 'unmet']);
    expect(problemNames(results)).toEqual(['several-sheets', 'answers-disagree', 'answers-disagree']);
    expect(results.problems[0]).toMatchObject({
      found: '回答・回答 (2)',
      pointsAtStake: 12,
      facts: { count: 2, differences: 2 },
    });
    expect(municipalitiesOf(results)[0]?.range).toEqual({ least: 1, most: 13 });
  });

  it('differ where a blank of a ○-only copy says no', () => {
    const results = evaluated([
      { name: '回答', grid: withCells({ ...oneYesInEachBlock, P1p1b: '○' }, null) },
      { name: '回答 (2)', grid: withCells(oneYesInEachBlock, null) },
    ]);
    expect([statesOf(results)['P1p1a'], statesOf(results)['P1p1b']]).toEqual(['met', 'held']);
  });

  it('in two columns headed 回答 are held where they differ', () => {
    const grid = withCells({ P1p1a: '○' }).map((cells, at) => (at < 3 ? cells : [...cells, at === 3 ? '回答' : '×']));
    const results = evaluated([{ grid }]);
    expect([statesOf(results)['P1p1a'], statesOf(results)['P1p1b']]).toEqual(['held', 'unmet']);
    expect(problemNames(results)).toContain('several-answer-columns');
  });

  it('of goal Ⅳ under both grants are held where they differ', () => {
    const list = flatList({
      year,
      municipality: '福島県北塩原村',
      mark: ({ id }) => (id === yes ? '○' : '×'),
      goal4Twice: true,
    });
    const place = list.findLastIndex((cells) => cells[2] === 'Ⅳ');
    const grid = list.map((cells, at) => (at === place ? [...cells.slice(0, -1), '○'] : cells));
    const results = evaluated([{ grid }]);
    expect(Object.values(statesOf(results)).filter((state) => state === 'held')).toHaveLength(1);
    expect(results.problems).toEqual([expect.objectContaining({ name: 'answers-disagree', pointsAtStake: 10 })]);
    expect(municipalitiesOf(results)[0]?.range).toEqual({ least: 1, most: 11 });
  });

  it('of goal Ⅳ may be left out on one of two sheets', () => {
    const [head = [], title = [], blank = [], header = [], ...rows] = withCells(
      { ...oneYesInEachBlock, C4o2a: '○' },
      null,
    );
    const of = (grant: string, keep: boolean): Rows => [
      head,
      title,
      blank,
      header,
      ...rows
        .filter(([one]) => one === grant || one === '共通')
        .map((cells) => (keep || cells[0] !== '共通' ? cells : [...cells.slice(0, 7), null])),
    ];
    const results = evaluated([
      { name: '推進', grid: of('推進', true) },
      { name: '支援', grid: of('支援', false) },
    ]);
    expect([statesOf(results)['C4o2a'], statesOf(results)['C4o2b']]).toEqual(['met', 'unmet']);
    expect(municipalitiesOf(results)[0]?.provisional).toBe(false);
  });
});

describe('the column 得点', () => {
  const beside = (header: string): Rows =>
    withCells({ P1p1a: '○' }).map((cells, at) => (at < 3 ? cells : [...cells, at === 3 ? header : 9]));
  it.each(['得点', '点数', '備考'])('%s beside 回答 is no answer', (header) => {
    const results = evaluated([{ grid: beside(header) }]);
    expect([statesOf(results)['P1p1a'], results.problems]).toEqual(['met', []]);
  });

  it('holds the sums that belong to the marks', () => {
    const rows = withCells({ P1p1a: '○' }).map((cells, at) => (at < 3 ? cells : [...cells, at === 3 ? '得点' : null]));
    const total = (sum: number): Rows => [...rows, ['合計', null, null, null, null, null, 800, null, sum]];
    expect(evaluated([{ grid: total(5) }]).problems).toEqual([]);
    expect(evaluated([{ grid: total(6) }]).problems).toEqual([
      expect.objectContaining({ name: 'subtotal-differs', found: '6', expected: '5' }),
    ]);
  });

  it('is read where nothing else holds the answers', () => {
    const grid = formOf(({ id, points }) => (id === 'P1p1a' ? points : 0)).map((cells, at) =>
      at === 3 ? cells.map((cell) => (cell === '回答' ? '得点' : cell)) : cells,
    );
    expect(statesOf(evaluated([{ grid }]))['P1p1a']).toBe('met');
  });
});
