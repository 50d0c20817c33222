import { readNationalTable, type NationalReadingOptions } from '../../../src/answers';
import { yearByFit } from '../../../src/answers/national/nationalYear';
import type { SheetContent } from '../../../src/workbook';
import { changed, contentOf } from '../../builders/nationTables';
import { syntheticNation } from '../../fixtures/syntheticNation';

const official = { heads: 'official', merges: false } as const;
const titled = (sheet: SheetContent, ...titles: readonly string[]): SheetContent =>
  changed(sheet, (grid) => {
    grid[0] = [...titles];
  });
/** The year a table is read as, with what was noted of it; or the codes of what refuses it. */
const yearOf = (sheet: SheetContent, options: NationalReadingOptions = {}) => {
  const table = readNationalTable(contentOf({ ...sheet, name: 'Sheet1' }), options);
  if (!table.ok) return table.problems.map(({ code, found, expected }) => [code, found, expected]);
  const noted = table.value.problems.some(({ code }) => code === 'E-431');
  return `${table.value.scheme.fiscalYear}${noted ? ' by fit' : ''}`;
};

describe('the year of a national table', () => {
  const nation = syntheticNation({ year: 'R8', ...official });
  const untitled = titled(nation.sheet);

  it('comes from the title, the sheet, the file name, or the person, in this order', () => {
    expect(yearOf(nation.sheet)).toBe('R8');
    expect(yearOf(untitled, { fileName: '令和8年度_全国集計.xlsx' })).toBe('R8');
    expect(yearOf(untitled, { year: 'R8' })).toBe('R8');
  });

  it.each(['R6', 'R7', 'R8'] as const)(
    '%s is known by its names, branches and 配点 where nothing is written',
    (year) => {
      const { sheet } = syntheticNation({ year, ...official });
      expect(yearOf(titled(sheet), { fileName: '001732614.xlsx' })).toBe(`${year} by fit`);
    },
  );

  it.each(['R6', 'R7', 'R8'] as const)('%s is known by its points where there is no row 配点', (year) => {
    const { sheet } = syntheticNation({ year, ...official });
    const bare = changed(titled(sheet), (grid) => {
      for (const row of grid) if (row[6] === '配点') row.fill(null);
    });
    expect(yearOf(bare)).toBe(`${year} by fit`);
  });

  it.each([
    ['全国集計（令和7年10月15日時点）'],
    ['全国集計　令和７年１０月１５日'],
    ['全国集計 R7.10.15現在'],
    ['全国集計（R7.1.1の人口による）'],
    ['全国集計　2025/10/15'],
    ['令和7年度実施分 全国集計'],
    ['R6実績による全国集計（令和６年度末）'],
  ])('is not taken from a date or the year of the deeds: %s', (title) => {
    expect(yearOf(titled(untitled, title))).toBe('R8 by fit');
  });

  it('counts in brackets where no other year is named', () => {
    expect(yearOf(titled(untitled, '全国集計結果（令和８年度交付金）'))).toBe('R8');
  });

  it.each([
    ['令和7年度 全国集計結果', {}],
    ['全国集計結果', { fileName: '令和7年度_全国集計.xlsx' }],
    ['全国集計結果', { year: 'R7' }],
  ] as const)('is refused with both years where another one fits: %s %j', (title, options) => {
    expect(yearOf(titled(untitled, title), options)).toEqual([['E-430', '令和7年度', '令和8年度']]);
  });

  it('of two that are written is the one that fits', () => {
    expect(yearOf(titled(untitled, '令和7年度・令和8年度 全国集計'))).toBe('R8 by fit');
    expect(yearOf(titled(untitled, '令和6年度・令和7年度 全国集計'))).toEqual([
      ['E-203', '令和6年度・令和7年度', undefined],
    ]);
  });

  it('is never guessed where the columns do not tell, and never overridden', () => {
    const unknown = changed(untitled, (grid) => {
      for (const level of [3, 5]) grid[level] = grid[level]!.map((text) => (String(text).endsWith('計') ? text : null));
    });
    expect(yearOf(unknown)).toEqual([['E-202', undefined, undefined]]);
    expect(yearOf(nation.sheet, { year: 'R7' })).toEqual([['E-204', '令和8年度', '令和7年度']]);
  });
});

it.each([
  [[], undefined],
  [[{ year: 'R8', found: 267, of: 267, against: 0 }], 'R8'],
  [[{ year: 'R8', found: 100, of: 267, against: 0 }], undefined],
  [
    [
      { year: 'R7', found: 265, of: 265, against: 4 },
      { year: 'R8', found: 267, of: 267, against: 0 },
    ],
    'R8',
  ],
  [
    [
      { year: 'R7', found: 265, of: 265, against: 3 },
      { year: 'R8', found: 267, of: 267, against: 0 },
    ],
    undefined,
  ],
] as const)('of the fits %j the year is %s', (fits, year) => {
  expect(yearByFit(fits)).toBe(year);
});
