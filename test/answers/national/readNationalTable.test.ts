import { answerState, nationalSheetName, readNationalTable, registeredMunicipalities } from '../../../src/answers';
import { nationOf } from '../../../src/rank';
import { pointsOf } from '../../../src/score';
import { readWorkbookFile } from '../../../src/workbook/file';
import type { CellValue, SheetContent } from '../../../src/workbook';
import { changed, contentOf, nationalTable } from '../../builders/nationTables';
import { syntheticNationFile } from '../../fixtures/syntheticNationFile';
import { syntheticNation, type SyntheticNation, type SyntheticOptions } from '../../fixtures/syntheticNation';

const read = (nation: SyntheticNation, sheet: SheetContent = nation.sheet, options = {}) =>
  nationalTable(sheet, options);
/** Everything but the names that the register does not know, which an invented nation always brings. */
const codesOf = (problems: readonly { readonly name: string; readonly found?: string }[]): readonly string[] => [
  ...new Set(
    problems
      .filter(
        ({ name, found }) => name !== 'municipality-unknown' && !(name === 'nation-more-of-these' && found === 'E-250'),
      )
      .map(({ name }) => name),
  ),
];

describe.each(['R6', 'R7', 'R8'] as const)('the table of %s', (year) => {
  const variants: Readonly<Record<string, SyntheticOptions>> = {
    'points under merged headers': { year },
    'points, merges lost': { year, merges: false },
    '○ and ×': { year, cells: 'circles' },
    '○ only': { year, cells: 'circles-only' },
    'with answer columns and raw figures': { year, answers: true, ...(year === 'R8' ? { width: 1563 } : {}) },
    'answer columns, merges lost': { year, answers: true, merges: false },
    'the texts of the ministry': { year, heads: 'official' },
    'the texts of the ministry, merges lost': { year, heads: 'official', merges: false },
    'the texts of the ministry beside answer columns': { year, heads: 'official', answers: true },
  };
  it.each(Object.entries(variants))('gives every state back: %s', (_, options) => {
    const nation = syntheticNation(options);
    const table = read(nation);
    expect(Buffer.compare(table.states, nation.states)).toBe(0);
    expect(table.count).toBe(1741);
    expect(table.unions).toHaveLength({ R6: 40, R7: 39, R8: 38 }[year]);
    expect(table.printedBlocks.size).toBe(22);
    expect(table.raw).toEqual(nation.raw);
    expect(codesOf(table.problems)).toEqual([]);
    expect(table.insured[5]).toBe(nation.places[5]?.insured);
    expect(table.sizeClass[5]).toBe(nation.places[5]?.sizeClass);
    expect(table.depopulated[5]).toBe(nation.places[5]?.depopulated === true ? 1 : 0);
    expect(table.municipalities[5]?.prefecture).toBe('北海道');
  });

  it.each([{}, { heads: 'official' }] as const)('agrees with every figure it prints: %j', (texts) => {
    const nation = nationOf(read(syntheticNation({ year, answers: true, ...texts })));
    expect(nation.complete).toBe(true);
    expect(codesOf(nation.problems)).toEqual(['nation-population']);
  });

  it('has its score and rank columns where the ministry has them (rules/grants.md#national-table)', () => {
    const { totalColumn, sheet } = syntheticNation({ year });
    expect(totalColumn + 1).toBe({ R6: 331, R7: 334, R8: 336 }[year]);
    expect(sheet.grid[1]?.[totalColumn + 1]).toBe('順位');
  });

  it('reads columns in any order: by header text, never by position', () => {
    const nation = syntheticNation({ year, merges: false });
    const { firstColumn } = nation;
    const moved = changed(nation.sheet, (grid) => {
      for (const row of grid) row.splice(0, firstColumn, ...row.slice(0, firstColumn).reverse(), null);
    });
    const table = read(nation, moved);
    expect(Buffer.compare(table.states, nation.states)).toBe(0);
    expect(table.insured[7]).toBe(nation.places[7]?.insured);
  });

  it('reads summary rows wherever they stand', () => {
    const nation = syntheticNation({ year });
    const below = changed(nation.sheet, (grid) => {
      const rows = grid.splice(8, 9);
      grid.push(...rows.reverse());
    });
    const table = read(nation, below);
    expect(Buffer.compare(table.states, nation.states)).toBe(0);
    expect(codesOf(nationOf(table).problems)).toEqual(['nation-population']);
  });
});

describe('what is not a municipality', () => {
  const nation = syntheticNation({ year: 'R8' });
  const { firstRow, firstColumn } = nation;
  it('is left out and listed: summary rows, prefectures, nameless rows, rows without points, scored unions', () => {
    const sheet = changed(nation.sheet, (grid) => {
      const copy = (name: string | null): CellValue[] => grid[firstRow]!.map((cell, at) => (at === 7 ? name : cell));
      grid.splice(firstRow + 3, 0, copy('福島県計'), copy('北海道'), copy(null), copy('架空広域連合'));
      const empty = grid[firstRow + 20]!;
      grid[firstRow + 20] = empty.map((cell, at) => (at < firstColumn ? cell : null));
    });
    const table = read(nation, sheet);
    expect(table.count).toBe(1740);
    expect(table.excluded).toHaveLength(4);
    const problems = nationOf(table).problems.map(({ name }) => name);
    for (const name of [
      'nation-row-excluded',
      'nation-row-nameless',
      'nation-row-without-scores',
      'nation-union-scored',
      'nation-partial',
    ]) {
      expect(problems).toContain(name);
    }
  });
  it('includes the trailing 標準偏差 row even when its label is lost', () => {
    const sheet = changed(nation.sheet, (grid) => {
      grid[grid.length - 1]![7] = null;
    });
    const table = read(nation, sheet);
    expect(table.count).toBe(1741);
    expect(table.excluded).toHaveLength(1);
  });
});

describe('duplicates (rules/bad-inputs.md#b051)', () => {
  const nation = syntheticNation({ year: 'R8' });
  const { firstRow, firstColumn } = nation;
  it('with the same points count once', () => {
    const sheet = changed(nation.sheet, (grid) => grid.push([...grid[firstRow]!]));
    const made = nationOf(read(nation, sheet));
    expect(made.complete).toBe(true);
    expect(codesOf(made.problems)).toContain('nation-duplicate');
  });
  it('with other points hold the national ranks', () => {
    const sheet = changed(nation.sheet, (grid) => {
      const other = [...grid[firstRow]!];
      other[firstColumn] = other[firstColumn] === 0 ? 4 : 0;
      grid.push(other);
    });
    const made = nationOf(read(nation, sheet));
    expect(made.complete).toBe(false);
    expect(made.table.count).toBe(1741);
    expect(codesOf(made.problems)).toContain('nation-duplicate-differs');
  });
  it.each(['before', 'behind'])('leave the points open, whether the wrong row stands %s the right one', (place) => {
    const truth = nationOf(read(nation));
    const { totalBlock } = truth.points.least.compiled;
    const sheet = changed(nation.sheet, (grid) => {
      const other = [...grid[firstRow]!];
      other[firstColumn] = other[firstColumn] === 0 ? 4 : 0;
      grid.splice(place === 'before' ? firstRow : firstRow + 1, 0, other);
    });
    const { points } = nationOf(read(nation, sheet));
    const [least, most] = [pointsOf(points.least, 0, totalBlock), pointsOf(points.most, 0, totalBlock)];
    expect(most - least).toBe(4);
    expect([least, most]).toContain(pointsOf(truth.points.least, 0, totalBlock));
  });
});

describe('a partial table (1,536 municipalities, members of unions left out)', () => {
  const nation = syntheticNation({ year: 'R8', short: true });
  const made = nationOf(read(nation));
  const full = nationOf(read(syntheticNation({ year: 'R8' })));
  const fullRank = new Map(
    full.table.municipalities.map(({ name, prefecture }, row) => [
      `${prefecture ?? ''}${name}`,
      full.nationalRank(row).low,
    ]),
  );
  it('says how many there are and prefers the published rank', () => {
    expect(made.table.count).toBe(1536);
    expect(made.complete).toBe(false);
    expect(codesOf(made.problems)).toEqual(['nation-population', 'nation-partial']);
    for (const [row, { name, prefecture }] of made.table.municipalities.entries()) {
      expect(made.nationalRank(row).low).toBe(fullRank.get(`${prefecture ?? ''}${name}`));
    }
  });
  it.each(['R7', 'R8'] as const)(
    'without published ranks is ranked by the distribution, else by a band: %s',
    (year) => {
      const partial = syntheticNation({ year, short: true });
      const whole = nationOf(read(syntheticNation({ year })));
      const trueRanks = new Map(
        whole.table.municipalities.map(({ name, prefecture }, row) => [
          `${prefecture ?? ''}${name}`,
          whole.nationalRank(row).low,
        ]),
      );
      const rankColumn = partial.totalColumn + 1;
      const unranked = nationOf(
        read(
          partial,
          changed(partial.sheet, (grid) => {
            for (const row of grid.slice(18)) row[rankColumn] = null;
          }),
        ),
      );
      for (const [row, { name, prefecture }] of unranked.table.municipalities.entries()) {
        const { low, high } = unranked.nationalRank(row);
        const rank = trueRanks.get(`${prefecture ?? ''}${name}`) ?? 0;
        expect(low <= rank && rank <= high).toBe(true);
        expect(high - low).toBe(year === 'R8' ? 0 : 205);
      }
    },
  );
});

describe('cells', () => {
  const nation = syntheticNation({ year: 'R8' });
  const { firstRow, firstColumn, totalColumn } = nation;
  const goal4 = nation.sheet.grid[2]!.findIndex((text) => typeof text === 'string' && text.startsWith('目標Ⅳ'));
  const first = (name: string, change: (grid: CellValue[][]) => void) =>
    nationOf(read(nation, changed(nation.sheet, change))).problems.find((one) => one.name === name);
  it('that are no points are held, with the cell', () => {
    expect(first('nation-cell-unreadable', (grid) => (grid[firstRow]![firstColumn] = 3))).toMatchObject({
      cell: 'O19',
      found: '3',
      criterion: 'P1p1a',
    });
    expect(first('nation-cell-unreadable', (grid) => (grid[firstRow]![firstColumn] = 1))).toMatchObject({
      cell: 'O19',
      found: '1',
    });
  });
  it('of goal Ⅳ that differ between the grants are held', () => {
    const change = (grid: CellValue[][]) => (grid[firstRow]![goal4] = grid[firstRow]![goal4] === 0 ? 5 : 0);
    expect(first('nation-goal4-differs', change)).toMatchObject({ criterion: 'C4o1a1' });
  });
  it('left blank among 0s are counted as unanswered and said', () => {
    const sheet = changed(nation.sheet, (grid) => (grid[firstRow]![firstColumn] = null));
    const table = read(nation, sheet);
    expect(table.states[0]).toBe(answerState.unanswered);
    expect(codesOf(nationOf(table).problems)).toContain('nation-unanswered');
  });
  it('printed totals and ranks that differ from ours name both figures', () => {
    const total = Number(nation.sheet.grid[firstRow]![totalColumn]);
    const rank = Number(nation.sheet.grid[firstRow]![totalColumn + 1]);
    expect(first('nation-points-differ', (grid) => (grid[firstRow]![totalColumn] = 999))).toMatchObject({
      found: '999',
      expected: String(total),
    });
    expect(first('nation-rank-differs', (grid) => (grid[firstRow]![totalColumn + 1] = 9999))).toMatchObject({
      found: '9999',
      expected: String(rank),
    });
  });
  it('printed means are compared to their printed precision', () => {
    const mean = nation.sheet.grid.findIndex((row) => row[6] === '平均点');
    const rounded = changed(nation.sheet, (grid) => (grid[mean]![totalColumn] = 455.13));
    expect(codesOf(nationOf(read(nation, rounded)).problems)).toEqual(['nation-population']);
    expect(first('nation-figure-differs', (grid) => (grid[mean]![totalColumn] = 455.12))).toMatchObject({
      found: '455.12',
    });
  });
  it('of a column whose 配点 contradicts the scheme are not used', () => {
    expect(first('nation-points-contradict', (grid) => (grid[8]![firstColumn] = 5))).toMatchObject({
      found: '5',
      expected: '4',
      criterion: 'P1p1a',
    });
  });
});

describe('amounts of R6', () => {
  it('are read in yen, and left out when no unit is named', () => {
    const nation = syntheticNation({ year: 'R6' });
    const table = read(nation);
    expect(table.amounts.map(({ grant, kind }) => `${grant ?? ''}/${kind}`)).toEqual([
      'promotion/draft',
      'support/draft',
      'promotion/final',
      'support/final',
    ]);
    expect(table.amounts[0]?.values.every((value) => value !== null && value % 1000n === 0n)).toBe(true);
    const unitless = changed(nation.sheet, (grid) => {
      grid[1] = grid[1]!.map((text) => (typeof text === 'string' ? text.replace('（千円）', '') : text));
    });
    const other = read(nation, unitless);
    expect(other.amounts).toEqual([]);
    expect(codesOf(other.problems)).toContain('nation-amount-unit');
  });
});

it('other sheets are no national table', () => {
  const nation = syntheticNation({ year: 'R8' });
  expect(nationalSheetName(contentOf(nation.sheet))).toBe(nation.sheet.name);
  expect(
    nationalSheetName(contentOf({ ...nation.sheet, grid: [['市町村名', 'ア', 'イ']], merges: [] })),
  ).toBeUndefined();
  expect(readNationalTable(contentOf({ ...nation.sheet, grid: [], merges: [] }))).toMatchObject({ ok: false });
});

describe('who a row is', () => {
  const nation = syntheticNation({ year: 'R8' });
  const register = registeredMunicipalities();
  /** The invented rows under real names, in register order, with codes as an insurer's number: the sixth digit is another. */
  const real = (digits: 5 | 6, change?: (grid: CellValue[][]) => void): SheetContent =>
    changed(nation.sheet, (grid) => {
      const rows = grid
        .slice(nation.firstRow)
        .filter((row) => typeof row[nation.totalColumn] === 'number' && row[7] !== '標準偏差');
      for (const [at, row] of rows.entries()) {
        const one = register[at];
        const code = one?.code.slice(0, 5) ?? '';
        const sixth = String((Number(one?.code.charAt(5)) + 3) % 10);
        row[3] = row[3] === null ? null : digits === 5 ? Number(code) : Number(code + sixth);
        row[6] = one?.prefecture ?? null;
        row[7] = one?.name ?? null;
      }
      change?.(grid);
    });
  it.each([5, 6] as const)(
    'is found by name, prefecture and the first five of %p digits, leading zeros lost',
    (digits) => {
      const table = read(nation, real(digits));
      expect(table.problems).toEqual([]);
      expect(table.municipalities.map(({ code }) => code)).toEqual(register.map(({ code }) => code));
    },
  );
  it('is told where the code belongs to somebody else, and where the spelling is another', () => {
    const sheet = real(6, (grid) => {
      const row = (name: string): CellValue[] => grid.find((cells) => cells[7] === name) ?? [];
      row('札幌市')[3] = '132012';
      row('龍ケ崎市')[7] = '竜ヶ崎市';
    });
    const table = read(nation, sheet);
    expect(table.problems.map(({ name }) => name)).toEqual(['municipality-code-mismatch', 'municipality-spelling']);
    expect(table.municipalities.map(({ code }) => code)).toEqual(register.map(({ code }) => code));
  });
  it('is nobody of the 1,741 where it is a ward or a union, whatever its points', () => {
    const sheet = real(6, (grid) => {
      const row = (name: string): CellValue[] => grid.find((cells) => cells[7] === name) ?? [];
      const like = (name: string, code: string | null): CellValue[] =>
        row('札幌市').map((cell, at) => (at === 7 ? name : at === 3 ? code : cell));
      grid.push(like('札幌市中央区', null), like('大雪地区広域連合', '019059'));
    });
    const table = read(nation, sheet);
    expect(table.count).toBe(1741);
    expect(table.unions.map(({ name }) => name)).toEqual(expect.arrayContaining(['札幌市中央区', '大雪地区広域連合']));
    expect(table.problems.map(({ name, found }) => [name, found])).toEqual([
      ['nation-union-scored', '北海道大雪地区広域連合'],
      ['nation-union-scored', '北海道札幌市中央区'],
    ]);
  });
  it('is itself under the number of its union, and beside columns that say what kind it is', () => {
    const sheet = real(6, (grid) => {
      const row = (name: string): CellValue[] => grid.find((cells) => cells[7] === name) ?? [];
      for (const name of ['東川町', '美瑛町', '東神楽町']) row(name)[3] = '019059';
      grid[1]![2] = '都市区分';
      row('札幌市')[2] = '政令市';
    });
    const table = read(nation, sheet);
    expect(table.problems).toEqual([]);
    expect(table.municipalities.map(({ code }) => code)).toEqual(register.map(({ code }) => code));
  });
  it('has no national rank from a column of ranks in its prefecture', () => {
    const sheet = changed(nation.sheet, (grid) => {
      for (const [at, cells] of grid.entries())
        cells.splice(nation.totalColumn + 1, 0, at === 1 ? '県内順位' : at < 18 ? null : 1);
    });
    expect(nationOf(read(nation, sheet)).nationalRank(0)).toEqual(nationOf(read(nation)).nationalRank(0));
    expect(codesOf(nationOf(read(nation, sheet)).problems)).toEqual(['nation-population']);
  });
});

it('comes back the same from an .xlsx file', async () => {
  const nation = syntheticNation({ year: 'R7' });
  const content = await readWorkbookFile(syntheticNationFile({ year: 'R7' }), '全国集計.xlsx');
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  const table = readNationalTable(content.value);
  expect(table.ok && Buffer.compare(table.value.states, nation.states)).toBe(0);
});
