import { answerState } from '../../src/answers';
import { evaluate, nationIn, type NationResults, type Results } from '../../src/evaluation';
import { blockColumn, blockStatistics, ranksWithin } from '../../src/rank';
import { criterionIndexOf } from '../../src/schemes';
import { pointsOf, scoreTable } from '../../src/score';
import type { CellValue, SheetContent } from '../../src/workbook';
import { changed, contentOf } from '../builders/nationTables';
import { syntheticNation, type SyntheticNation } from '../fixtures/syntheticNation';

/**
 * The ministry's table of a whole invented nation, and what people do to it. Whatever is done: a number is right, or the
 * truth lies in the range beside it, or the table is refused. Truth is the nation the table was drawn from.
 */
const truthOf = (nation: SyntheticNation) => {
  const table = scoreTable(nation.scheme, nation.states, nation.places.length, 'as-unmet', 'as-answered');
  const totals = blockColumn(table, table.compiled.totalBlock);
  const ranks = ranksWithin(totals, new Int16Array(table.count));
  const rows = new Map(nation.places.map(({ name, prefecture }, row) => [`${prefecture}${name}`, row]));
  return { table, totals, ranks, rows, statistics: blockStatistics(table) };
};

interface Verdict {
  readonly refused: readonly string[];
  readonly wrong: readonly string[];
  /** Municipalities by what is said of them. */
  readonly exact: number;
  readonly provisional: number;
  readonly exactRanks: number;
  readonly codes: readonly string[];
}

const judge = (nation: SyntheticNation, sheet: SheetContent): Verdict => {
  const results = evaluate(contentOf(sheet));
  if (!results.ok) {
    const refused = results.problems.map(({ code }) => code);
    return { refused, wrong: [], exact: 0, provisional: 0, exactRanks: 0, codes: refused };
  }
  const read = nationResults(results.value);
  const truth = truthOf(nation);
  const { all } = criterionIndexOf(nation.scheme);
  const wrong: string[] = [];
  let exact = 0;
  let exactRanks = 0;
  for (const [at, { identity, total, range, provisional, blocks, rank }] of read.municipalities.entries()) {
    const row = truth.rows.get(`${identity.prefecture ?? ''}${identity.name}`);
    if (row === undefined) continue;
    const say = (what: string): number => wrong.push(`${identity.name} ${what}`);
    const right = truth.totals[row] ?? NaN;
    if (!provisional) exact += 1;
    if (provisional ? right < range.least || right > range.most : total !== right) say(`total ${total}, true ${right}`);
    for (const [block, { points, most }] of blocks.entries()) {
      const own = pointsOf(truth.table, row, block);
      if (own < points || own > most || (!provisional && own !== points))
        say(`block ${block} ${points}–${most}, true ${own}`);
    }
    const place = truth.ranks[row] ?? NaN;
    const { low, high } = rank.national ?? { low: 1, high: 1741 };
    if (low === high) exactRanks += 1;
    if (place < low || place > high) say(`rank ${low}–${high}, true ${place}`);
    for (let index = 0; index < all.length; index += 1) {
      const state = read.nation.table.states[at * all.length + index];
      const isSaid = state === answerState.met || state === answerState.unmet;
      if (!provisional && isSaid && state !== nation.states[row * all.length + index]) say(`criterion ${index}`);
    }
  }
  if (read.nation.complete) {
    for (const [block, { mean }] of blockStatistics(read.nation.scores).entries()) {
      if (mean !== truth.statistics[block]?.mean) wrong.push(`mean of block ${block}`);
    }
  }
  const codes = [
    ...new Set(read.problems.map(({ code, found }) => (code === 'E-426' ? `${code} ${found ?? ''}` : code))),
  ];
  // Names and medians of an invented nation are not those of the real one.
  const ignored = new Set(['E-250', 'E-426 E-250', 'E-440']);
  return {
    refused: [],
    wrong,
    exact,
    provisional: read.municipalities.length - exact,
    exactRanks,
    codes: codes.filter((code) => code.startsWith('E-4') && !ignored.has(code)).sort(),
  };
};

const nationResults = (results: Results): NationResults => {
  if (results.subject !== 'nation' || nationIn(results) === undefined) throw new Error('no nation');
  return results;
};

const nation = syntheticNation({ year: 'R8', heads: 'official', merges: false });
const { firstRow, firstColumn, totalColumn } = nation;
const heads = nation.sheet.grid.slice(1, 4);
const columnsWith = (pattern: RegExp): readonly number[] =>
  heads.flatMap((row) => row.flatMap((text, column) => (pattern.test(String(text)) ? [column] : [])));
const sums = columnsWith(/計$/);
const rank = columnsWith(/今年度順位/);
const isBranch = (column: number): boolean => column >= firstColumn && column < totalColumn && !sums.includes(column);
const branches = nation.sheet.grid[1]!.map((_, column) => column).filter(isBranch);

type Change = (grid: CellValue[][]) => void;
const rowsOf = (grid: CellValue[][]): CellValue[][] =>
  grid.slice(firstRow).filter((row) => typeof row[totalColumn] === 'number' && row[7] !== '標準偏差');
const blank =
  (columns: readonly number[]): Change =>
  (grid) => {
    for (const row of grid) for (const column of columns) row[column] = null;
  };
const withoutNames: Change = (grid) => {
  for (const level of [3, 5]) grid[level] = grid[level]!.map((text) => (String(text).endsWith('計') ? text : null));
};
const deleted =
  (count: number): Change =>
  (grid) => {
    const gone = new Set(branches.filter((_, at) => at % Math.floor(branches.length / count) === 0).slice(0, count));
    for (const [at, row] of grid.entries()) {
      // A text that stands once over several columns must not go with the first of them.
      if (at < 8)
        for (const column of gone) if (row[column + 1] === null && at < 6) row[column + 1] = row[column] ?? null;
      grid[at] = row.filter((_, column) => !gone.has(column));
    }
  };
const totalsOff =
  (count: number, by = 7): Change =>
  (grid) => {
    const rows = rowsOf(grid);
    for (let at = 0; at < count; at += 1) {
      const row = rows[Math.floor((at * rows.length) / count)]!;
      row[totalColumn] = Math.max(0, Number(row[totalColumn]) - by);
    }
  };
const rotated =
  (from: number, to: number): Change =>
  (grid) => {
    for (const row of rowsOf(grid)) row.splice(from, to - from, ...row.slice(from + 1, to), row[from] ?? null);
  };
const ranked =
  (rankOf: (above: number, distinct: number, place: number) => number): Change =>
  (grid) => {
    const rows = rowsOf(grid).sort((one, other) => Number(other[totalColumn]) - Number(one[totalColumn]));
    let above = 0;
    let distinct = 0;
    for (const [place, row] of rows.entries()) {
      if (place === 0 || row[totalColumn] !== rows[place - 1]?.[totalColumn]) {
        above = place;
        distinct += 1;
      }
      row[totalColumn + 1] = rankOf(above, distinct, place);
    }
  };
const dense = ranked((_, distinct) => distinct);
const ordinal = ranked((_above, _distinct, place) => place + 1);
const onlyPrefecture =
  (prefecture: string): Change =>
  (grid) => {
    const kept = grid.filter((row, at) => at < firstRow || row[6] === prefecture);
    grid.splice(0, grid.length, ...kept);
  };
const extra: Change = (grid) => {
  const row = [...rowsOf(grid)[900]!];
  row[3] = null;
  row[7] = '架空余分町';
  grid.push(row);
};
const altered =
  (count: number): Change =>
  (grid) => {
    for (const row of rowsOf(grid).slice(0, count)) row[firstColumn + 2] = row[firstColumn + 2] === 0 ? 4 : 0;
  };
const both =
  (...changes: readonly Change[]): Change =>
  (grid) => {
    for (const change of changes) change(grid);
  };

describe('the ministry’s table of a whole nation', () => {
  it.each((['R6', 'R7', 'R8'] as const).flatMap((year) => [true, false].map((merges) => ({ year, merges }))))(
    'is right to the last rank, and nothing false is said of it: %j',
    ({ year, merges }) => {
      const whole = syntheticNation({ year, heads: 'official', merges });
      expect(judge(whole, whole.sheet)).toEqual({
        refused: [],
        wrong: [],
        exact: 1741,
        provisional: 0,
        exactRanks: 1741,
        codes: ['E-402'],
      });
    },
  );
});

describe('a national table that somebody worked on is right, in doubt, or refused, and never wrong', () => {
  const all = { exact: 1741, provisional: 0, exactRanks: 1741 };
  it.each<readonly [string, Change, Partial<Verdict>]>([
    ['1 column of criteria deleted', deleted(1), all],
    ['10 columns of criteria deleted', deleted(10), all],
    ['100 columns of criteria deleted', deleted(100), all],
    ['100 columns deleted, no sums', both(blank(sums), deleted(100)), { refused: ['E-450'] }],
    ['1 column deleted, no sums', both(blank(sums), deleted(1)), { exact: 0, provisional: 1741 }],
    ['no names, sums and ranks there', withoutNames, all],
    [
      'no names, totals and ranks only',
      both(withoutNames, blank(sums.filter((one) => one !== totalColumn))),
      { exactRanks: 1741 },
    ],
    ['no names, no ranks', both(withoutNames, blank(rank)), all],
    ['the data of a block permuted', rotated(firstColumn, firstColumn + 8), all],
    ['the data of a block permuted, no sums', both(rotated(firstColumn, firstColumn + 8), blank(sums)), { exact: 0 }],
    ['the data of columns with other points permuted', rotated(firstColumn + 6, firstColumn + 10), all],
    ['1 total off', totalsOff(1), all],
    ['100 totals off', totalsOff(100), all],
    ['1,000 totals off', totalsOff(1000), { refused: ['E-451'] }],
    [
      '1 total off, no other sums',
      both(blank(sums.filter((one) => one !== totalColumn)), totalsOff(1)),
      { provisional: 1 },
    ],
    [
      '100 totals off, no other sums',
      both(blank(sums.filter((one) => one !== totalColumn)), totalsOff(100)),
      { provisional: 100 },
    ],
    ['1 total off, no names', both(withoutNames, totalsOff(1)), { provisional: 1 }],
    ['100 totals off, no names', both(withoutNames, totalsOff(100)), { refused: ['E-450'] }],
    ['1,000 totals off, no names', both(withoutNames, totalsOff(1000)), { refused: ['E-450'] }],
    ['ranks without gaps after ties', dense, all],
    ['ranks in order among ties', ordinal, all],
    ['ranks without gaps after ties, no names', both(withoutNames, dense), { exact: 1741 }],
    ['ranks in order among ties, no names', both(withoutNames, ordinal), { exact: 1741 }],
    ['an extra municipality', extra, { exact: 1741, codes: ['E-402', 'E-403', 'E-437'] }],
    [
      'an extra municipality for a missing one',
      both((grid) => grid.splice(firstRow + 5, 1), extra),
      { exact: 1740, codes: expect.arrayContaining(['E-437', 'E-439']) },
    ],
    ['1 criterion changed', altered(1), { ...all, codes: ['E-402', 'E-432', 'E-433'] }],
    ['1 criterion changed, no sums', both(altered(1), blank(sums)), { exact: 0 }],
    ['50 criteria changed', altered(50), { ...all, codes: ['E-402', 'E-432', 'E-433'] }],
    [
      'one prefecture, national ranks',
      onlyPrefecture('福島県'),
      { exact: 59, exactRanks: 59, codes: ['E-402', 'E-403'] },
    ],
    [
      'one prefecture, no ranks',
      both(onlyPrefecture('福島県'), blank(rank)),
      { exact: 59, exactRanks: 59, codes: ['E-402', 'E-403'] },
    ],
    [
      'one prefecture, ranks of its own',
      both(
        onlyPrefecture('福島県'),
        ranked((above) => above + 1),
      ),
      { exact: 59, exactRanks: 59, codes: ['E-402', 'E-403', 'E-437'] },
    ],
  ])('%s', (_, change, expected) => {
    const verdict = judge(nation, changed(nation.sheet, change));
    expect(verdict.wrong.slice(0, 5)).toEqual([]);
    expect(verdict).toMatchObject(expected);
  });

  it('the rows of another year under its header', () => {
    const r7 = syntheticNation({ year: 'R7', heads: 'official', merges: false });
    const sheet = {
      ...nation.sheet,
      grid: [...nation.sheet.grid.slice(0, firstRow), ...r7.sheet.grid.slice(firstRow)],
    };
    expect(judge(r7, sheet).refused).toHaveLength(1);
  });

  it('one prefecture of a year without distribution, ranks of its own', () => {
    const r7 = syntheticNation({ year: 'R7', heads: 'official', merges: false });
    const change = both(onlyPrefecture('福島県'), (grid) => {
      const column = r7.totalColumn;
      const rows = grid.slice(r7.firstRow);
      for (const row of rows)
        row[column + 1] = rows.filter((one) => Number(one[column]) > Number(row[column])).length + 1;
    });
    const verdict = judge(r7, changed(r7.sheet, change));
    expect([verdict.wrong, verdict.exactRanks]).toEqual([[], 0]);
    expect(verdict.codes).toContain('E-437');
  });
});
