import type { Choice } from '../../src/answers';
import { evaluate, municipalitiesOf } from '../../src/evaluation';
import type { CellValue } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';

type Grid = readonly (readonly CellValue[])[];
const headerRow = 3;

/** A form of one town; an empty name leaves it nameless. */
const formOf = (municipality: string, prefecture?: string, mark: CellValue = '○'): Grid =>
  answerForm({ year: 'R7', municipality, ...(prefecture === undefined ? {} : { prefecture }), mark: () => mark });

/** A form with a column for each town, headed by its name; the marks of each are alike, but for a first ○ of 4 points. */
const columnsOf = (...towns: readonly (readonly [name: string, mark: CellValue])[]): Grid =>
  formOf('').map((row, at) => [
    ...(at < headerRow ? row : row.slice(0, -1)),
    ...(at < headerRow
      ? []
      : towns.map(([name, mark]) => (at === headerRow ? name : at === headerRow + 1 ? '○' : mark))),
  ]);

/** Whom the results are of, with their points, and the codes that name a municipality; or how it was refused. */
const read = (grid: Grid, choice: Choice, fileName?: string): unknown => {
  const result = evaluate(workbook({ name: '回答', grid }), {
    ...choice,
    ...(fileName === undefined ? {} : { fileName }),
  });
  if (!result.ok) return result.problems.map(({ code, found, expected }) => [code, found, expected]);
  const towns = municipalitiesOf(result.value).map(
    ({ identity: { prefecture = '', name, code }, range }) => `${prefecture}${name} ${code ?? '-'} ${range.most}`,
  );
  return [...towns, ...result.value.problems.map(({ code }) => code).filter((code) => /E-2[45]/.test(code))];
};

describe('a nameless workbook', () => {
  test.each<[Choice, unknown]>([
    [{}, ['（市町村名なし） - 800', 'E-255']],
    [{ municipality: '小野町' }, ['福島県小野町 075221 800']],
    [{ municipality: '福島県小野町' }, ['福島県小野町 075221 800']],
    [{ municipality: '川崎町' }, ['川崎町 - 800', 'E-245']],
    [{ municipality: '川崎町', prefecture: '宮城県' }, ['宮城県川崎町 043249 800']],
    [{ municipality: '川崎町', prefecture: '福岡' }, ['福岡県川崎町 406058 800']],
  ])('with %j', (choice, expected) => {
    expect(read(formOf(''), choice)).toEqual(expected);
  });
});

describe('a workbook of one municipality', () => {
  test.each<[string, Grid, Choice, unknown]>([
    ['the same name', formOf('小野町'), { municipality: '小野町' }, ['福島県小野町 075221 800']],
    ['a name in its old shape', formOf('檜枝岐村'), { municipality: '桧枝岐村' }, ['福島県檜枝岐村 073644 800']],
    ['another name', formOf('小野町'), { municipality: '川崎町' }, [['E-929', '川崎町', '福島県小野町']]],
    ['its prefecture', formOf('川崎町'), { prefecture: '宮城県' }, ['宮城県川崎町 043249 800']],
    [
      'another prefecture than its own',
      formOf('川崎町', '宮城県'),
      { prefecture: '福岡県' },
      [['E-932', '福岡県', '宮城県川崎町']],
    ],
    ['another than it can have', formOf('小野町'), { prefecture: '福岡県' }, [['E-932', '福岡県', '福島県小野町']]],
    ['what is no prefecture', formOf('小野町'), { prefecture: '小野' }, [['E-931', '小野', undefined]]],
    ['the whole of a shortened name', formOf('小野'), { municipality: '小野町' }, ['福島県小野町 075221 800']],
    ['a ward that is assumed', formOf('中央区'), { prefecture: '東京都' }, ['東京都中央区 131024 800']],
  ])('with %s', (_, grid, choice, expected) => {
    expect(read(grid, choice)).toEqual(expected);
  });

  test('that only the name of its file names: another one is refused all the same', () => {
    expect(read(formOf(''), { municipality: '川崎町' }, '小野町_回答.xlsx')).toEqual([
      ['E-929', '川崎町', '福島県小野町'],
    ]);
  });
});

describe('a workbook of several', () => {
  const several = columnsOf(['小野町', '○'], ['北塩原村', '×'], ['川崎町', '△']);

  test('gives the one that is chosen, without what is doubtful in the columns of others', () => {
    expect(read(several, { municipality: '北塩原村' })).toEqual(['福島県北塩原村 074021 4']);
    const all = evaluate(workbook({ name: '回答', grid: several }), {});
    const one = evaluate(workbook({ name: '回答', grid: several }), { municipality: '小野町' });
    const heldOf = (result: typeof all) =>
      result.ok ? result.value.problems.filter(({ code }) => code === 'E-217').length : -1;
    expect(heldOf(all)).toBeGreaterThan(0);
    expect(heldOf(one)).toBe(0);
  });

  test('is refused with the names it has when nobody is called so', () => {
    expect(read(several, { municipality: '会津若松市' })).toEqual([
      ['E-928', '会津若松市', expect.stringContaining('福島県小野町・福島県北塩原村・')],
    ]);
  });

  test('of two that share a name asks for the prefecture, and takes the one of it', () => {
    const shared = columnsOf(['宮城県川崎町', '○'], ['福岡県川崎町', '×']);
    expect(read(shared, { municipality: '川崎町' })).toEqual([['E-930', '川崎町', '宮城県川崎町・福岡県川崎町']]);
    expect(read(shared, { municipality: '川崎町', prefecture: '福岡県' })).toEqual(['福岡県川崎町 406058 4']);
  });
});
