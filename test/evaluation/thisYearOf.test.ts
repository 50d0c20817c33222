import { nationalOf } from '../../src/schemes';
import type { CellValue } from '../../src/workbook';
import { answerForm } from '../builders/answerSheets';
import { evaluated } from '../builders/evaluated';

type Rows = readonly (readonly CellValue[])[];
const settings = (rows: Rows) => ({ name: '設定', grid: [['項目', '値', '単位'], ...rows] }); // prettier-ignore
const answers = (open: boolean) => ({
  name: '回答',
  grid: answerForm({
    year: 'R7',
    municipality: '八王子市',
    prefecture: '東京都',
    // A × tells that a blank is open.
    mark: ({ id }) => (id === 'P1p1a' ? '×' : id === 'P1p1b' ? (open ? null : '○') : '○'),
  }),
});
const saidOf = (rows: Rows, { open = false } = {}) =>
  evaluated([answers(open), settings(rows)]).problems.flatMap(({ name, found, expected }) =>
    name.startsWith('facts-') ? [[name, found, expected]] : [],
  );

test.each<[string, Rows, readonly unknown[]]>([
  ['of this year', [['評価年度', 'R7'], ['今年度の得点（合計）', 796]], []], // prettier-ignore
  ['of no year', [['今年度の得点（合計）', 796]], []],
  ['of no year, other points', [['今年度の得点（合計）', 700]], [['facts-points-differ', '700', '796']]],
  // Facts of another year are said, and none of them is used or compared.
  ['of another year', [['評価年度', 'R6'], ['今年度の得点（合計）', 700]], [['facts-year-differs', '令和6年度', '令和7年度']]], // prettier-ignore
])('facts %s', (_, rows, said) => {
  expect(saidOf(rows)).toEqual(said);
});

test('a rank told of another year is not printed as of this one', () => {
  const rankOf = (year: string) =>
    evaluated([answers(false), settings([['評価年度', year], ['今年度の全国順位', 77]])]).money.own?.thisYear.points.total // prettier-ignore
    ?.nationalRank?.value;
  expect([rankOf('R7'), rankOf('R6') === 77]).toEqual([77, false]);
});

test('told points are not called wrong while open answers can still come to them', () => {
  expect(saidOf([['今年度の得点（合計）', 794]], { open: true })).toEqual([]);
  expect(saidOf([['今年度の得点（合計）', 700]], { open: true })).toEqual([['facts-points-differ', '700', '792～796']]);
});

const mean = nationalOf('R7')?.blocks.find(({ grant, goal }) => grant === null && goal === null)?.mean ?? NaN;

test.each([
  ['the last printed digit', 0.01, false],
  ['the last printed digit', -0.01, false],
  ['more than that', 0.02, true],
  ['more than that', -0.02, true],
])('a national mean that differs by %s (%d): said %s', (_, difference, said) => {
  const rows: Rows = [['全国平均点', mean + difference]];
  expect(saidOf(rows).map(([name]) => name)).toEqual(said ? ['facts-mean-differs'] : []);
});
