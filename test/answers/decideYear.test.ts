import { municipalitiesOf } from '../../src/evaluation';
import type { CellValue } from '../../src/workbook';
import { answerForm, flatList } from '../builders/answerSheets';
import { evaluated, refusals, type Rows } from '../builders/evaluated';

const table = answerForm({ year: 'R7', municipality: '', mark: () => '×' }).slice(3);
/** A form of R8 with other points in every row. */
const doubled = answerForm({ year: 'R8', municipality: '', mark: () => '×' })
  .slice(3)
  .map((row, at) => row.map((cell, column) => (at > 0 && column === 6 ? Number(cell) * 2 : cell)));
/** The rows of 推進Ⅱ alone: the same in R7 and R8. */
const part: Rows = [table[0] ?? [], ...table.filter(([grant, goal]) => grant === '推進' && goal === 'Ⅱ')];
const titled = (title: CellValue, ...more: readonly CellValue[]): Rows => [[title, ...more], ...table];
const yearOf = (grid: Rows, options: Parameters<typeof evaluated>[1] = {}, name = 'Sheet1'): string =>
  evaluated([{ grid, name }], options).scheme.fiscalYear;

// rules/bad-inputs.md#b035–#b040.
describe('decideYear', () => {
  it.each([
    '令和７年度 回答票',
    'R7',
    'Ｒ７ 回答票',
    '㋿7年度',
    '2025年度',
    'FY2025',
    '令和7年度評価（令和6年度実績）',
  ])('takes %p for R7', (title) => {
    expect(yearOf(titled(title))).toBe('R7');
  });

  it.each<CellValue>([
    '令和７年度',
    'R7',
    'Ｒ７',
    '㋿7',
    '令7',
    2025,
    '2025年度',
    'FY2025',
    '平成37年度',
    new Date(Date.UTC(2025, 3, 1)),
    new Date(Date.UTC(2026, 2, 31)),
  ])('takes the value %p beside 年度 for R7', (value) => {
    expect(yearOf(titled('年度', value))).toBe('R7');
  });

  it.each<CellValue>(['R7', '令和7年度', 2025, new Date(Date.UTC(2025, 3, 1))])(
    'takes %p in the year column for R7',
    (value) => {
      const list = flatList({ year: 'R7', municipality: '北塩原村', mark: () => '×' });
      expect(yearOf(list.map((row, at) => (at === 0 ? row : [value, ...row.slice(1)])))).toBe('R7');
    },
  );

  it('takes the year column before a year written above the table', () => {
    const list = flatList({ year: 'R7', municipality: '北塩原村', mark: () => '×' });
    expect(yearOf([['年度', 'R8'], ...list])).toBe('R7');
  });

  it('takes rows of no year for the year that is written where it was asked for', () => {
    expect(yearOf([['令和8年度'], ...doubled], { year: 'R8' })).toBe('R8');
  });

  it('looks into the sheet name, then the file name', () => {
    expect(yearOf(table, {}, '令和7年度')).toBe('R7');
    expect(yearOf(table, { fileName: '回答票_R7.xlsx' })).toBe('R7');
    expect(yearOf(titled('令和7年度'), { fileName: '回答票_R6.xlsx' }, 'R8')).toBe('R7');
  });

  it.each<[string, Rows, Parameters<typeof evaluated>[1], string]>([
    ['nothing names a year and several fit', part, {}, 'year-missing'],
    ['the title names two and both fit', [['令和7年度・令和8年度'], ...part], {}, 'year-ambiguous'],
    ['the rows are those of another year', titled('令和8年度'), {}, 'year-fits-another'],
    ['the rows are of no year', [['令和8年度'], ...doubled], {}, 'year-fits-none'],
    [
      'the rows are of no year, and another one was asked for',
      [['令和8年度'], ...doubled],
      { year: 'R7' },
      'year-contradicts',
    ],
    ['another year was asked for', titled('令和7年度'), { year: 'R6' }, 'year-contradicts'],
    [
      'the year asked for is written and the rows are another’s',
      titled('令和8年度'),
      { year: 'R8' },
      'year-fits-another',
    ],
    ['nothing is written and the year asked for fits none', part, { year: 'R6' }, 'year-contradicts'],
    ['title and 年度 differ and both fit', [['令和7年度 回答票'], ['年度', 'R8'], ...part], {}, 'year-ambiguous'],
    ['the year has no scheme', titled('令和5年度'), {}, 'unknown-year'],
    ['the year is to come', titled('令和29年度'), {}, 'unknown-year'],
    ['the year is 令和元年', titled('令和元年度'), {}, 'unknown-year'],
    ['the full marks are those of R5', titled('令和7年度', '満点 2,185点'), {}, 'full-marks-of-another-year'],
    ['the full marks are full-width', titled('令和7年度', '２，１８５点満点'), {}, 'full-marks-of-another-year'],
    [
      'the sum of the points is that of R5',
      [...table, ['合計', null, null, null, null, null, 2185, 0]],
      { year: 'R7' },
      'full-marks-of-another-year',
    ],
  ])('refuses by name when %s', (_, grid, options, name) => {
    expect(refusals([{ grid }], options)).toEqual([name]);
  });

  it('finds by its rows which of no or two years it is', () => {
    expect(yearOf(table)).toBe('R7');
    expect(yearOf(titled('令和6年度・令和7年度'))).toBe('R7');
    expect(evaluated([{ grid: table }]).problems.map(({ name }) => name)).toContain('year-by-fit');
  });

  // A newcomer's trial: R8 forms with R7 written on them, in the title, beside 年度, or both.
  it.each<[string, Rows, Parameters<typeof evaluated>[1]]>([
    ['the title says another year than 年度', [['令和8年度 回答票'], ['年度', 'R7'], ...table], {}],
    ['年度 says another year than the title', [['令和7年度 回答票'], ['年度', 'R8'], ...table], {}],
    ['all that is written is another year, and the one that fits was asked for', titled('令和8年度'), { year: 'R7' }],
  ])('scores the year that fits and names the other when %s', (_, grid, options) => {
    const { scheme, problems } = evaluated([{ grid }], options);
    expect(scheme.fiscalYear).toBe('R7');
    expect(problems).toContainEqual(
      expect.objectContaining({ name: 'year-written-otherwise', found: '令和8年度', expected: '令和7年度' }),
    );
  });

  it('names no year that a column of the table bears', () => {
    const list = flatList({ year: 'R7', municipality: '北塩原村', mark: () => '×' });
    const both = [...list, ...flatList({ year: 'R8', municipality: '北塩原村', mark: () => '×' }).slice(1)];
    expect(evaluated([{ grid: both }], { year: 'R7' }).problems.map(({ name }) => name)).not.toContain(
      'year-written-otherwise',
    );
  });

  it('offers the sound sheets beside one that fits another year than it says', () => {
    const sheets = [
      { name: '回答', grid: titled('令和7年度') },
      { name: '令和8年度', grid: titled('令和8年度') },
    ];
    expect(refusals(sheets)).toEqual(['year-fits-another-beside']);
    expect(evaluated(sheets, { year: 'R7' }).reading[0]?.sheets.map(({ use }) => use)).toEqual([
      'answers',
      'other-year',
    ]);
  });

  it.each(['R6回答', '昨年の回答'])('refuses the column %s when a person chose it for another year', (header) => {
    const [labels = [], ...rows] = table;
    const grid: Rows = [
      ['令和7年度'],
      [...labels.slice(0, 7), header, '今年度の回答'],
      ...rows.map((row) => [...row, row[7] ?? null]),
    ];
    expect(refusals([{ grid }], { column: { header } })).toEqual(['chosen-column-of-another-year']);
    expect(refusals([{ grid }], { column: { header: '今年度の回答' } })).toEqual([]);
  });

  it('holds rows whose year cannot be read', () => {
    const list = flatList({ year: 'R7', municipality: '北塩原村', mark: () => '×' });
    const results = evaluated([{ grid: list.map((row, at) => (at === 1 ? ['7/8/15', ...row.slice(1)] : row)) }]);
    expect(results.problems.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['unknown-criterion', 'missing-criteria']),
    );
    expect(municipalitiesOf(results)[0]?.provisional).toBe(true);
  });
});
