import type { CellValue, Formula, FormulaPlace, ModelCell, SheetModel } from '../../src/workbook';

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
    titleColumns: { first: 0, last: 0 },
    area: { top: 0, left: 0, bottom: 4, right: 2 },
    scale: 86,
    rowBreaks: [3, 4],
    columnBreaks: [2],
    header: '&R資料４‐１',
    footer: '&C&P / &N',
  },
  choices: [{ range: { top: 4, left: 0, bottom: 4, right: 0 }, values: ['○', '×'] }],
};

/** The goals of {@link chartModel}, and their rates as series. */
const goals = { top: 1, left: 0, bottom: 3, right: 0 };
const rates = {
  own: { name: '天草市', values: { top: 1, left: 1, bottom: 3, right: 1 }, role: 'own' },
  compared: { name: '全国平均', values: { top: 1, left: 2, bottom: 3, right: 2 }, role: 'compared' },
  prefecture: { name: '県内平均', values: { top: 1, left: 3, bottom: 3, right: 3 }, role: 'prefecture' },
} as const;

/** Charts of every kind that use everything a chart can have. */
export const chartModel: SheetModel = modelOf(
  [
    ['目標', '天草市', '全国平均', '県内平均'],
    ['推進Ⅰ', 0.5, 0.4, 0.3],
    ['推進Ⅱ', 0.25, null, 0.6],
    ['支援Ⅰ', 1, 0.75, 0],
    ['総得点', '市町村数', '天草市の区間', null],
    ['0～49', 3, null, null],
    ['50～99', 12, 12, null],
  ],
  {
    name: 'グラフ',
    marker: 'charts',
    charts: [
      {
        kind: 'bar',
        title: '目標別の得点率',
        altText: '天草市と全国平均の得点率を比べた横棒グラフ。数値は左の表にあります。',
        anchor: { top: 0, left: 5, bottom: 11, right: 10 },
        categories: goals,
        series: [rates.own, rates.compared, rates.prefecture],
        percent: true,
      },
      {
        kind: 'column',
        title: '得点分布 <A&B>',
        altText: '総得点ごとの市町村数の縦棒グラフ。',
        anchor: { top: 12, left: 5, bottom: 23, right: 10 },
        categories: { top: 5, left: 0, bottom: 6, right: 0 },
        series: [
          { name: '市町村数', values: { top: 5, left: 1, bottom: 6, right: 1 }, role: 'compared' },
          { name: '天草市の区間', values: { top: 5, left: 2, bottom: 6, right: 2 }, role: 'marked' },
        ],
        overlapping: true,
      },
      {
        kind: 'line',
        title: '得点率の推移',
        altText: '天草市と全国平均の得点率の折れ線グラフ。',
        anchor: { top: 24, left: 5, bottom: 35, right: 10 },
        categories: goals,
        series: [rates.own, rates.compared],
      },
      {
        kind: 'radar',
        title: '目標別の得点率（レーダー）',
        altText: '天草市と全国平均の得点率のレーダーチャート。',
        anchor: { top: 36, left: 5, bottom: 50, right: 10 },
        categories: goals,
        series: [rates.own, rates.prefecture],
        number: 'percent1',
        percent: true,
      },
    ],
  },
);

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

/** Points, and a sheet whose formulas add them up and compare the sum with the one that is printed. */
export const checkModels = (printed: number): readonly [points: SheetModel, checks: SheetModel] => {
  const place = (marker: string, left: number, right = left): FormulaPlace => ({
    kind: 'place',
    marker,
    area: { top: 0, left, bottom: 0, right },
  });
  const difference: Formula = {
    kind: 'call',
    name: 'ROUND',
    given: [
      { kind: 'infix', operator: '-', left: place('control', 0), right: place('score', 2) },
      { kind: 'number', value: 6 },
    ],
  };
  const verdict: Formula = {
    kind: 'call',
    name: 'IF',
    given: [
      { kind: 'infix', operator: '=', left: difference, right: { kind: 'number', value: 0 } },
      { kind: 'word', word: '一致' },
      { kind: 'word', word: '不一致' },
    ],
  };
  const sum: Formula = { kind: 'call', name: 'SUM', given: [place('score', 0, 1)] };
  return [
    modelOf([[1, 2, printed]]),
    {
      ...modelOf([]),
      name: '検算',
      marker: 'control',
      emphasis: [{ range: { top: 0, left: 1, bottom: 0, right: 1 }, word: '不一致', look: 'stop' }],
      rows: [
        [
          { value: 3, look: 'body', formula: sum },
          { value: printed === 3 ? '一致' : '不一致', look: 'center', formula: verdict },
        ],
      ],
    },
  ];
};
