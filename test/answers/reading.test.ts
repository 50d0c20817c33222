import { noAnswers } from '../../src/answers';
import { evaluate } from '../../src/evaluation';
import { partsOf } from '../../src/problems';
import type { CellValue } from '../../src/workbook';
import { answerForm, workbook } from '../builders/answerSheets';

type Rows = readonly (readonly CellValue[])[];

const form: Rows = answerForm({ year: 'R8', municipality: '小野町', prefecture: '福島県', mark: () => '○' });

const readingOf = (grid: Rows) => {
  const results = evaluate(workbook({ name: '回答', grid }), { year: 'R8' });
  if (!results.ok) throw new Error(JSON.stringify(results.problems));
  return results.value.reading[0]?.sheets[0];
};

it('tells tables stacked on one sheet as one sheet: both headers, the rows together, every column once', () => {
  const half = form.length / 2 + 2;
  const [header] = [form[3]!];
  const rows = readingOf([...form.slice(0, half), [], header, ...form.slice(half)]);
  expect(rows?.rows?.headers).toEqual([3, Math.floor(half) + 1]);
  expect(rows?.rows?.used).toBe(form.length - 4);
  expect(rows?.columns).toHaveLength(8);
});

it('tells the rows that are no criterion of the year by their place', () => {
  const stranger: readonly CellValue[] = ['推進', 'Ⅰ', '体制・取組', 99, '知らない指標', 'ア', 5, '○'];
  expect(readingOf([...form, stranger, [], stranger])?.rows?.unused).toEqual([form.length, form.length + 2]);
});

describe('E-201 names what was seen and what is missing', () => {
  const told = (...sheets: readonly { readonly name: string; readonly grid: Rows }[]) => {
    const result = evaluate(workbook(...sheets), { year: 'R8' });
    const [first] = result.ok ? [] : result.problems;
    return first === undefined ? [] : [first.code, first.found, first.expected];
  };

  it('the sheets, where none has a header', () => {
    const sheets = ['一', '二', '三', '四', '五', '六'].map((name) => ({ name, grid: [['あいさつ']] }));
    expect(told(...sheets)).toEqual([
      'E-201',
      'シート「一」「二」「三」「四」「五」ほか1枚',
      '指標・枝番・配点・回答などの見出しの行',
    ]);
  });

  it('the header nearest to ours and the columns it lacks', () => {
    const memo = { name: 'メモ', grid: [['目標', '担当']] };
    expect(told(memo, { name: '回答', grid: [[], ['目標', '配点', '回答']] })).toEqual([
      'E-201',
      'シート「回答」の2行目の見出し（目標・配点・回答）',
      '枝番・指標の列',
    ]);
    expect(told({ name: '回答', grid: [['交付金', '目標', '指標群']] })[2]).toBe('枝番・指標・回答か市町村名の列');
  });

  it('the rows below a header that are none of the year', () => {
    const grid = [['指標', '枝番', '回答'], ...Array.from({ length: 5 }, (_, at) => [`議題${at}`, '', '○'])];
    expect(told({ name: '会議', grid })).toEqual([
      'E-201',
      'シート「会議」の1行目から下の5行',
      '令和8年度の指標や枝番に当たる行',
    ]);
  });

  it('the column of branches, where a table has one row for each indicator', () => {
    const rows = Array.from({ length: 5 }, (_, at) => ['推進', at + 1, `議題${at}`, 10, 5]);
    expect(told({ name: '点数', grid: [['交付金', '番号', '指標名', '配点', '得点'], ...rows] })[2]).toBe('枝番の列');
  });

  it('in one sentence', () => {
    const { what } = partsOf(noAnswers(workbook({ name: 'メモ', grid: [['a']] }).sheets, 'R8'));
    expect(what).toMatch(/見つかりません。見たところ：シート「メモ」。足りないもの：指標・枝番/);
  });
});
