import fc from 'fast-check';
import { loadCalculations } from '../../src/functions/cell';
import * as functions from '../../src/functions/functions';
import { rangeMemory } from '../../src/functions/rangeMemory';
import { tierAmongDoers, tierTop } from '../../src/score';

class ExcelError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

beforeAll(loadCalculations);
beforeAll(() => {
  Object.assign(globalThis, {
    CustomFunctions: { Error: ExcelError, ErrorCode: { notAvailable: '#N/A', invalidValue: '#VALUE!' } },
  });
});

const told = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
const number = fc.oneof(fc.integer({ min: -3, max: 6 }), fc.double({ min: -1, max: 1, noNaN: true }), fc.constant(0.1 + 0.2), fc.constant(0.3)); // prettier-ignore
const grid = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 12 })).chain(
  ([columns, rows]) =>
    fc.array(fc.array(fc.oneof({ weight: 4, arbitrary: number }, fc.constant('')), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }), // prettier-ignore
);
const present = (rows: readonly (readonly unknown[])[]): readonly number[] =>
  rows.flat().filter((cell) => typeof cell === 'number');
/** As `A1:D12&""` hands them over: a 0 is a text, and told from an empty cell. */
const told0 = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => row.map((cell) => (cell === 0 ? '0' : cell)));
const valueOf = (value: number) => (value === 0 ? '0' : value);

test('RANKS is RANKIN of every cell, in the shape of the range; empty cells stay empty', () => {
  fc.assert(
    fc.property(grid, fc.boolean(), (rows, lower) => {
      const naive = (value: number) =>
        present(rows).filter((other) => (lower ? other < value : other > value)).length + 1;
      expect(functions.ranks(told0(rows), lower)).toEqual(
        rows.map((row) => row.map((cell) => (typeof cell === 'number' ? naive(cell) : ''))),
      );
      for (const value of present(rows))
        expect(functions.rankin(valueOf(value), told0(rows), lower)).toBe(naive(value));
    }),
  );
});

test.each([
  ['上位', 'tier-top', 'higher'],
  ['上位（低）', 'tier-top', 'lower'],
  ['実施', 'tier-among-doers', 'higher'],
  ['実施（低）', 'tier-among-doers', 'lower'],
] as const)('TIERS %s is TIER of every cell, and both are the thresholds of the notice', (rule, kind, better) => {
  const steps = (values: readonly number[], value: number): number => {
    // The value stands last, beside its own double: ties are lifted, so it changes nothing.
    const all = Float64Array.from([...values, value]);
    const flags =
      kind === 'tier-top'
        ? tierTop({ values: all, better, base: values.length }, ['7/10', '5/10', '3/10', '1/10'])
        : tierAmongDoers({ values: all, better, base: values.filter((one) => one > 0).length }, ['does', '5/10', '3/10', '1/10']); // prettier-ignore
    return flags.filter((one) => one.at(-1) === 1).length;
  };
  fc.assert(
    fc.property(grid, number, (rows, other) => {
      const values = present(rows);
      expect(functions.tiers(told0(rows), rule)).toEqual(
        rows.map((row) => row.map((cell) => (typeof cell === 'number' ? steps(values, cell) : ''))),
      );
      for (const value of [...values, other])
        expect(functions.tier(valueOf(value), told0(rows), rule)).toBe(steps(values, value));
    }),
  );
});

test('a 0 that may be an empty cell: a figure only where it makes no difference, else #N/A with its place', () => {
  const readings = (rows: readonly (readonly unknown[])[], of: (rows: unknown[][]) => unknown): readonly unknown[] => {
    const places = rows.flatMap((row, at) =>
      row.flatMap((cell, column) => (cell === 0 ? [[at, column] as const] : [])),
    );
    return Array.from({ length: 2 ** places.length }, (_, bits) =>
      of(
        rows.map((row, at) =>
          row.map((cell, column) => {
            const place = places.findIndex(([down, across]) => down === at && across === column);
            return place < 0 ? cell : (bits >> place) % 2 === 1 ? '0' : '';
          }),
        ),
      ),
    );
  };
  const few = fc.array(fc.array(fc.constantFrom(0, 0, 1, -1, 2, 0.3, ''), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }); // prettier-ignore
  const tenth = fc.array(fc.constantFrom(1, 2, 3), { minLength: 6, maxLength: 12 });
  let [given, refused] = [0, 0];
  fc.assert(
    fc.property(few, tenth, fc.constantFrom(-1, 1, 2, 0.3), fc.constantFrom('上位', '上位（低）', '実施', '実施（低）'), (zeros, more, value, rule) => {
      const rows: unknown[][] = [...zeros, ...more.map((one) => [one, one])];
      for (const of of [
        (cells: unknown[][]) => functions.rankin(value, cells, false),
        (cells: unknown[][]) => functions.rankin(value, cells, true),
        (cells: unknown[][]) => functions.tier(value, cells, rule),
      ]) {
        const possible = new Set(readings(rows, of));
        const said = told(() => of(rows));
        if (possible.size === 1) expect([...possible]).toEqual([said]);
        else expect(said).toMatchObject({ code: '#N/A', message: expect.stringMatching(/E-975 .*\d行目・\d列目/) });
        if (typeof said === 'number') given += 1;
        else refused += 1;
      }
    }),
  ); // prettier-ignore
  expect([given > 50, refused > 50]).toEqual([true, true]);
  for (const work of [
    () => functions.ranks([[5], [0]]),
    () => functions.tiers([[5], [0]], '上位'),
    () => functions.share(100, [[25], [0], [75]]),
  ])
    expect(told(work)).toMatchObject({ code: '#N/A', message: expect.stringContaining('2行目・1列目') });
  for (const work of [
    () => functions.rankin(0, [[1], [2]]),
    () => functions.grant(0, 1000, 'R7', 'P'),
    () => functions.nationalrank(0, 'R8'),
    () => functions.share(0, [[1]]),
  ])
    expect(told(work)).toMatchObject({ code: '#N/A', message: expect.stringContaining('E-976') });
  expect(functions.nationalrank('0', 'R8')).toBeGreaterThan(1000);
  expect(functions.share(100, [[25], ['0'], [''], [75]])).toEqual([[25], [0], [''], [75]]);
});

test('blanks give blanks; a text, an error or an unknown rule is #VALUE! with what was found', () => {
  expect(functions.ranks([[90, '', 80], [80, null, 70]])).toEqual([[1, '', 2], [2, '', 4]]); // prettier-ignore
  expect(functions.ranks([[''], ['']])).toEqual([[''], ['']]);
  expect(functions.tiers([[''], ['']], '実施')).toEqual([[''], ['']]);
  expect(functions.ranks([[5]])).toEqual([[1]]);
  const na = { type: 'Error', basicValue: '#N/A' };
  for (const [found, wrong] of [
    ['団体A', '団体A'],
    ['#N/A', na],
    ['true', true],
  ] as const) {
    for (const work of [() => functions.ranks([[1], [wrong]]), () => functions.tiers([[1], [wrong]], '上位')]) {
      expect(told(work)).toMatchObject({ code: '#VALUE!', message: expect.stringContaining(found) });
    }
  }
  expect(told(() => functions.tiers([[1]], '最高'))).toMatchObject({ message: expect.stringContaining('最高') });
});

test('cells that are data types are read anew each time: they may change where they stand', () => {
  const cell = { type: 'FormattedNumber', basicValue: 5 };
  const rows = [[cell], [3]];
  expect(functions.ranks(rows)).toEqual([[1], [2]]);
  cell.basicValue = 1;
  expect(functions.ranks(rows)).toEqual([[2], [1]]);
});

describe('the memory of ranges', () => {
  test('gives the same value for equal cells, never for others, and forgets what is unused for longest', () => {
    let made = 0;
    const remember = rangeMemory<readonly unknown[]>(3, 1000);
    const ask = (rows: unknown[][], rules = '') =>
      remember(rows, rules, () => [(made += 1), JSON.stringify(rows), rules]);
    expect(ask([[1, 'a']])).toBe(ask([[1, 'a']]));
    expect(made).toBe(1);
    // The same length, first and last sign: the same number, but other cells.
    for (const rows of [[['abc']], [['aXc']], [['abc']], [[1], ['']], [[1, '']], [[1], [null]]])
      expect(ask(rows)[1]).toBe(JSON.stringify(rows));
    expect(ask([[7]], 'one')[2]).toBe('one');
    expect(ask([[7]], 'two')[2]).toBe('two');
    const before = made;
    for (const value of [11, 12, 13]) ask([[value]]);
    ask([[11]]);
    ask([[14]]);
    expect(made).toBe(before + 4);
    ask([[11]]);
    expect(made).toBe(before + 4);
    ask([[12]]);
    expect(made).toBe(before + 5);
  });

  test('keeps no more cells than it may, and what is changed afterwards is other cells', () => {
    let made = 0;
    const remember = rangeMemory<number>(100, 10);
    const rows = [[1, 2, 3, 4, 5, 6]];
    remember(rows, '', () => (made += 1));
    rows[0]![5] = 7;
    expect(remember(rows, '', () => (made += 1))).toBe(2);
    expect(remember([[1, 2, 3, 4, 5, 6]], '', () => (made += 1))).toBe(3);
  });
});
