import { readMarkMeaning, type Choice } from '../../src/answers';
import { readScoreOptions } from '../../src/cli/options';
import { evaluate, municipalitiesOf } from '../../src/evaluation';
import type { CellValue } from '../../src/workbook';
import { answerForm, schemeFor, workbook } from '../builders/answerSheets';

type Grid = readonly (readonly CellValue[])[];

const formOf = (mark: CellValue): Grid =>
  answerForm({ year: 'R7', municipality: '天草市', prefecture: '熊本県', mark: ({ id }) => (id === yes ? '○' : mark) });
/** Met everywhere, 1 point: a form without a single "yes" is a question of its own. */
const yes = 'S1p1a';
const headerRow = 3;
/** A column right of the form, its header in the row of the headers. */
const beside = (grid: Grid, header: CellValue, mark: CellValue): Grid =>
  grid.map((row, at) => (at < headerRow ? row : [...row, at === headerRow ? header : at === rowOfYes ? '○' : mark]));
const rowOfYes =
  headerRow +
  1 +
  schemeFor('R7')
    .indicators.flatMap(({ criteria }) => criteria)
    .findIndex(({ id }) => id === yes);

const form = formOf('○');
const book = workbook(
  { name: '回答', grid: beside(form, '課の案', '×') },
  { name: '案', grid: formOf('×') },
  { name: 'メモ', grid: [['a']] },
);

/** Least and most points per municipality, or the codes of the refusal with what was found and what there is. */
const read = (choice: Choice, content = book): unknown => {
  const result = evaluate(content, choice);
  return result.ok
    ? municipalitiesOf(result.value).map(({ range: { least, most } }) => [least, most])
    : result.problems.map(({ code, found, expected }) => [code, found, expected]);
};

describe('a choice', () => {
  test.each<[string, Choice, unknown]>([
    ['nothing: a draft beside the answers is left aside', {}, [[800, 800]]],
    ['a sheet', { sheet: '案' }, [[1, 1]]],
    ['a column by its place', { sheet: '回答', column: { index: 8 } }, [[1, 1]]],
    ['a column by its header', { sheet: '回答', column: { header: '課の案' } }, [[1, 1]]],
    ['a column that moved, by its header', { sheet: '回答', column: { index: 20, header: '課の案' } }, [[1, 1]]],
    ['the column that would be found anyway', { sheet: '回答', column: { index: 7 } }, [[800, 800]]],
    ['the same column of every sheet that answers', { column: { header: '回答' } }, [[800, 800]]],
    ['a sheet that is not there', { sheet: '回答 ' }, [['E-258', '回答 ', '回答・案・メモ']]],
    [
      'a sheet without answers',
      { sheet: 'メモ' },
      [['E-201', 'シート「メモ」', '指標・枝番・配点・回答などの見出しの行']],
    ],
    [
      'a column that is not there',
      { sheet: '回答', column: { header: '部の案' } },
      [['E-259', '部の案', 'H（回答）・I（課の案）']],
    ],
    ['a column of labels', { sheet: '回答', column: { index: 0 } }, [['E-259', 'A', 'H（回答）・I（課の案）']]],
    ['a column that only one of two sheets has', { column: { header: '課の案' } }, [['E-259', '課の案', 'H（回答）']]],
  ])('%s', (_, choice, expected) => {
    expect(read(choice)).toEqual(expected);
  });

  test('leaves the cells of the workbook as they are: problems point at the chosen column', () => {
    const result = evaluate(workbook({ name: '回答', grid: beside(form, null, '△') }), { column: { index: 8 } });
    const [first] = result.ok ? result.value.problems : [];
    expect([first?.code, first?.sheet, first?.cell]).toEqual(['E-217', '回答', 'I5']);
  });

  test('tables stacked on one sheet are read in the column of the first, whose header alone names it', () => {
    const half = Math.ceil(form.length / 2);
    const [above, below] = [form.slice(0, half), [...form.slice(headerRow, headerRow + 1), ...form.slice(half)]];
    const stacked = [...beside(above, '課の案', '×'), ...below.map((row, at) => (at === 0 ? row : [...row, '×']))];
    const content = workbook({ name: '回答', grid: stacked });
    expect(read({}, content)).toEqual([[800, 800]]);
    expect(read({ column: { header: '課の案' } }, content)).toEqual([[1, 1]]);
  });

  test('a column 得点 that was only taken for want of answers bears no sums of the chosen column', () => {
    const headed = beside(form, '得点', 0).map((row, at) => (at === headerRow ? row.with(7, '案') : row));
    const content = workbook({ name: '回答', grid: [...headed, ['総計', ...Array<null>(7).fill(null), 500]] });
    const problemsOf = (choice: Choice): readonly string[] => {
      const result = evaluate(content, choice);
      return result.ok ? result.value.problems.map(({ name }) => name) : [];
    };
    expect(read({}, content)).toEqual([[1, 1]]);
    expect(problemsOf({})).toContain('subtotal-differs');
    expect(read({ column: { header: '案' } }, content)).toEqual([[800, 800]]);
    expect(problemsOf({ column: { header: '案' } })).not.toContain('subtotal-differs');
  });

  test('the meaning of a mark holds for a number too', () => {
    const content = workbook({ name: '回答', grid: formOf(9) });
    expect(read({}, content)).toEqual([[1, 800]]);
    expect(read({ markMeanings: new Map([['9', 'met']]) }, content)).toEqual([[800, 800]]);
    expect(read({ markMeanings: new Map([['9', 'unmet']]) }, content)).toEqual([[1, 1]]);
  });
});

describe('the choice on the command line', () => {
  const optionsOf = (...args: readonly string[]) => {
    const options = readScoreOptions(args);
    return options.ok ? options.value : options.problems.map(({ code, found }) => `${code} ${found ?? ''}`);
  };

  test('sheet, column and marks', () => {
    expect(
      optionsOf('a.xlsx', '--sheet', '案', '--answers', 'ab', '--mark', '◎=○，２=×', '--mark', 'レ=該当'),
    ).toMatchObject({
      sheet: '案',
      column: { index: 27 },
      markMeanings: new Map([
        ['◎', 'met'],
        ['2', 'unmet'],
        ['レ', 'met'],
      ]),
    });
    expect(optionsOf('--answers', '課の  案')).toMatchObject({ sheet: undefined, column: { header: '課の 案' } });
    expect(optionsOf()).toMatchObject({ column: undefined, markMeanings: new Map() });
  });

  test.each(['◎', '◎=', '=○', '◎=△', '◎=1'])('--mark %s is refused', (mark) => {
    expect(optionsOf('--mark', mark)).toEqual([`E-914 ${mark}`]);
    expect(readMarkMeaning(mark)).toBeUndefined();
  });
});
