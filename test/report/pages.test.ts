import { printedPages as shownPages, reportSheets, resultSheets } from '../../src/report';
import type { SheetModel } from '../../src/workbook';
import { evaluated } from '../builders/evaluated';
import { syntheticNation } from '../fixtures/syntheticNation';
import { pageFaults, printedPages } from './pageArithmetic';
import { variedResults } from './variedResults';

const books = variedResults(20261128, 9).map(([name, results]): readonly [string, readonly SheetModel[]] => [
  name,
  [...reportSheets(results, 'all'), ...resultSheets(results)],
]);
const sheets = books.flatMap(([, all]) => all);
/** The nation itself, as ranked: 1,741 rows a list, so looked at apart. */
const nation = resultSheets(evaluated(syntheticNation({ year: 'R8' }).content.sheets));

describe('the pages of every sheet', () => {
  test.each(books)('%s: no head alone, no block divided, no table without its head, nothing small or cut', (_, all) => {
    expect(all.flatMap(pageFaults)).toEqual([]);
  });

  test('the nation ranked: the same', () => {
    expect(nation.map(({ name }) => name)).toContain('順位表');
    expect(nation.flatMap(pageFaults)).toEqual([]);
  });

  test('of the machine-readable tables are one each: what they hold is not for paper', () => {
    const open = sheets.filter(({ name }) => name.startsWith('機械可読'));
    expect(open.length).toBeGreaterThan(10);
    expect([...new Set(open.map((sheet) => printedPages(sheet).length))]).toEqual([1]);
  });

  test('are hundreds', () => {
    expect(sheets.flatMap(printedPages).length).toBeGreaterThan(400);
  });

  test('are those the print view shows, with the titles that are repeated', () => {
    const range = (first: number, last: number): readonly number[] =>
      Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const whole = ([first, last]: readonly [number, number], titles: SheetModel['print']['titleRows']) => [
      ...(titles !== undefined && first > titles.last ? range(titles.first, titles.last) : []),
      ...range(first, last),
    ];
    for (const sheet of sheets) {
      const { titleRows, titleColumns } = sheet.print;
      const expected = printedPages(sheet).map(({ rows, columns }) => ({
        rows: whole(rows, titleRows),
        columns: whole(columns, titleColumns),
      }));
      expect([sheet.name, shownPages(sheet)]).toEqual([sheet.name, expected]);
    }
  });

  test('have at most two scales in a workbook', () => {
    expect([...new Set(sheets.map(({ print }) => print.scale))].sort()).toEqual([100, 86]);
  });
});

describe('a fault is found', () => {
  const paper = sheets.find(({ marker }) => marker.startsWith('paperA'))!;
  const breaks = (rows: readonly number[]): SheetModel => ({ ...paper, print: { ...paper.print, rowBreaks: rows } });
  const money = paper.rows.findIndex(([first]) => first?.value === '区分');

  test.each([
    ['a heading alone at the foot', () => breaks([money - 1]), /stands alone|divided/],
    ['a divided block', () => breaks([money + 3]), /divided/],
    [
      'rows that are too high',
      () => ({
        ...paper,
        rowHeights: new Map(paper.rows.map((_, row) => [row, 60])),
        print: { ...paper.print, rowBreaks: [] },
      }),
      /divided|alone/,
    ],
    ['a page of one row', () => breaks([paper.rows.length - 1]), /holds 1 rows/],
    [
      'a head cut in its word',
      () => ({
        ...paper,
        columnWidths: paper.columnWidths.map(() => 5),
        rows: [[{ value: '交付金', look: 'header' }]],
        merges: [],
      }),
      /交付\|金/,
    ],
    [
      'a text over the side of the page',
      () => ({
        ...paper,
        merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
        rows: [[{ value: '題', look: 'plain' }]],
        print: { ...paper.print, columnBreaks: [2] },
      }),
      /over the side/,
    ],
    [
      'a text cut where its columns are repeated',
      () => ({
        ...paper,
        columnWidths: paper.columnWidths.map(() => 40),
        merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
        rows: [[{ value: '題', look: 'plain' }]],
        print: { ...paper.print, columnBreaks: [2], titleColumns: { first: 0, last: 0 } },
      }),
      /columns are repeated/,
    ],
    [
      'a column alone on a page',
      () => ({ ...paper, print: { ...paper.print, columnBreaks: [paper.columnWidths.length - 1] } }),
      /stands alone on a page/,
    ],
    ['type that is too small', () => ({ ...paper, print: { ...paper.print, scale: 78 } }), /type of/],
    [
      'a figure wider than its column',
      () => ({
        ...paper,
        columnWidths: paper.columnWidths.map(() => 2),
        rows: [[{ value: 1_234_567, look: 'body', number: 'integer' }]],
      }),
      /wider/,
    ],
  ] as readonly (readonly [string, () => SheetModel, RegExp])[])('%s', (_, broken, fault) => {
    expect(pageFaults(broken()).join('\n')).toMatch(fault);
  });
});
