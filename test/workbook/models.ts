import type { CellValue, ModelCell, SheetModel } from '../../src/workbook';

/** A model of plain cells, for tests that care about values only. */
export const modelOf = (
  rows: readonly (readonly CellValue[])[],
  more: Partial<Omit<SheetModel, 'rows'>> = {},
): SheetModel => ({
  name: '得点',
  marker: 'score',
  columnWidths: [20, 12, 12],
  print: { orientation: 'landscape' },
  rows: rows.map((row) => row.map((value): ModelCell => ({ value, look: 'body' }))),
  ...more,
});

/** A model that uses everything a sheet can have. */
export const fullModel: SheetModel = {
  name: '採点結果',
  marker: 'score',
  rows: [
    [
      { value: '令和７年度 得点表', look: 'title' },
      { value: null, look: 'plain' },
      { value: null, look: 'plain' },
    ],
    [
      { value: '指標', look: 'header' },
      { value: '得点', look: 'header' },
      { value: '交付見込額', look: 'header' },
    ],
    [
      { value: '=1+1', look: 'side' },
      { value: 447, look: 'body', number: 'integer' },
      { value: -12333, look: 'total', number: 'yen' },
    ],
    [
      { value: '一覧へ', look: 'link', link: { sheet: '一覧', cell: 'A2' } },
      { value: 0.7234, look: 'center', number: 'percent1' },
      { value: new Date(Date.UTC(2025, 7, 15)), look: 'good', number: 'date' },
    ],
    [
      { value: true, look: 'input' },
      { value: '#N/A', look: 'check' },
      { value: 'どこにもない', look: 'link', link: { sheet: '別のブック', cell: 'A1' } },
    ],
  ],
  columnWidths: [30, 10, 18],
  rowHeights: new Map([[0, 28]]),
  merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
  frozenRows: 2,
  frozenColumns: 1,
  print: {
    orientation: 'landscape',
    titleRows: { first: 0, last: 1 },
    header: '&R資料４‐１',
    footer: '&C&P / &N',
  },
  choices: [{ range: { top: 4, left: 0, bottom: 4, right: 0 }, values: ['○', '×'] }],
};

/** A sheet others link to, laid out as an Excel table. */
export const listModel: SheetModel = {
  name: '一覧',
  marker: 'list',
  rows: [
    [
      { value: '市町村', look: 'header' },
      { value: '順位', look: 'header' },
    ],
    [
      { value: '府中市', look: 'body' },
      { value: 48, look: 'body', number: 'integer' },
    ],
  ],
  columnWidths: [16, 8],
  print: { orientation: 'portrait' },
  table: { name: 'ListTable', range: { top: 0, left: 0, bottom: 1, right: 1 } },
};
