import { printedValue } from '../../src/taskpane/charts/table';
import { figureAt } from '../../src/taskpane/state/figureAt';
import { numberStyles } from '../../src/workbook/appearance';
import { markerReference, type CellValue, type FigureSource, type SheetModel } from '../../src/workbook';

const source: FigureSource = {
  kind: 'answers',
  text: '回答を採点した推進の得点です。',
  place: { sheet: '回答', cell: 'H9' },
};
const paper: SheetModel = {
  name: '資料A',
  marker: 'paperAR7',
  rows: [
    [
      { value: '得点', look: 'header' },
      { value: 1447, look: 'body', number: 'integer', source },
    ],
    [
      { value: '得点は447点です。', look: 'paragraph', source },
      { value: null, look: 'paragraph' },
    ],
    [
      { value: '自由に書く欄', look: 'own-text' },
      { value: null, look: 'plain' },
    ],
  ],
  columnWidths: [10, 10],
  merges: [{ top: 1, left: 0, bottom: 1, right: 1 }],
  userCells: [{ row: 2, column: 0 }],
  print: { orientation: 'portrait' },
};
const names = [
  { name: '_INCENTIVE_paperAR7', refersTo: markerReference('課の資料', { top: 4, left: 1, bottom: 6, right: 2 }), sheet: '課の資料' }, // prettier-ignore
  { name: '_INCENTIVE_paperAR7_hash', refersTo: '="0123456789abcdef"', sheet: '課の資料' },
];
const ask = (row: number, column: number, value: CellValue, more: { readonly names?: typeof names } = {}) =>
  figureAt([paper], { sheet: '課の資料', row, column, value, names, ...more });

describe('the source of a selected cell', () => {
  test('is that of the model, wherever the sheet was moved and whatever it is called', () => {
    expect(ask(4, 2, 1447)).toEqual({ kind: 'figure', place: '課の資料!C5', printed: '1,447', source });
  });

  test('of a merged block stands in its first cell, which is named', () => {
    const answer = { kind: 'figure', place: '課の資料!B6', printed: '得点は447点です。', source };
    expect(ask(5, 1, '得点は447点です。')).toEqual(answer);
    expect(ask(5, 2, null)).toEqual(answer);
  });

  test('a value that is not the scoring’s is named beside it', () => {
    expect(ask(4, 2, 1500)).toMatchObject({ kind: 'figure', printed: '1,447', found: '1,500' });
    expect(ask(4, 2, null)).toMatchObject({ found: '' });
    expect(ask(4, 1, '点数')).toEqual({ kind: 'no-figure', place: '課の資料!B5', found: '点数' });
  });

  test('headings and the user’s own text have none; own text never counts as edited', () => {
    expect(ask(4, 1, '得点')).toEqual({ kind: 'no-figure', place: '課の資料!B5' });
    expect(ask(6, 1, '私の文章')).toEqual({ kind: 'no-figure', place: '課の資料!B7' });
  });

  test('cells beside our block and sheets of others are not ours', () => {
    expect(ask(3, 1, null)).toEqual({ kind: 'not-ours', place: '課の資料!B4' });
    expect(ask(4, 2, 1447, { names: [] })).toEqual({ kind: 'not-ours', place: '課の資料!C5' });
    const form = [{ name: '_INCENTIVE_form', refersTo: "'課の資料'!$A$1:$H$9", sheet: '課の資料' }];
    expect(ask(4, 2, 1447, { names: form })).toMatchObject({ kind: 'not-ours' });
  });

  test('a sheet we wrote for another scoring is said to be one', () => {
    const other = [{ name: '_INCENTIVE_paperAR6', refersTo: "'課の資料'!$A$1:$H$9", sheet: '課の資料' }];
    expect(ask(4, 2, 1447, { names: other })).toEqual({ kind: 'other-scoring', place: '課の資料!C5' });
  });
});

describe('a printed value', () => {
  test.each([
    [12345.4, 'integer', '12,345'],
    [-12333, 'integer', '△12,333'],
    [56.25, 'decimal1', '56.3'],
    [1.005, 'decimal2', '1.01'],
    [0.5586, 'percent1', '55.9%'],
    [8, 'signed-integer', '＋8'],
    [0, 'signed-integer', '±0'],
    [-0.05, 'signed-decimal1', '△0.1'],
    [0.04, 'signed-percent1', '＋4.0%'],
    [1234567, 'yen', '1,234,567円'],
    [-400, 'thousand-yen', '△400'],
    [104429, 'signed-thousand-yen', '＋104,429'],
  ] as const)('%s as %s is %s', (value, number, printed) => {
    expect(printedValue({ value, number })).toBe(printed);
  });

  test('texts, days and nothing print as they are, and any number prints somehow', () => {
    expect(printedValue({ value: '資料' })).toBe('資料');
    expect(printedValue({ value: new Date(Date.UTC(2025, 7, 15)) })).toBe('2025年8月15日');
    expect(printedValue({ value: null, number: 'yen' })).toBe('');
    for (const number of numberStyles) {
      for (const value of [1e300, -1e15, 1e-300, NaN, Infinity])
        expect(typeof printedValue({ value, number })).toBe('string');
    }
  });
});
