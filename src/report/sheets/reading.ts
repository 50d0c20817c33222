import { columnPlace, rowPlace, type ColumnUse, type Reading, type RowsRead, type SheetReading } from '../../answers';
import { failuresOf, municipalitiesOf, nationIn, type Results } from '../../evaluation';
import { fiscalYearLabel } from '../../kernel';
import { partsOf, type Problem } from '../../problems';
import type { Nation } from '../../rank';
import type { FigureSource, ModelCell, SheetModel } from '../../workbook';
import { fromTable } from '../figureSources';
import { cell } from '../layout/cells';
import { cellLine, headerLine, layOut, line, pageSetup, span, wideLines, type Line } from '../layout/layOut';
import { becauseWords, columnWord, sheetWords, usageOf } from './readingWords';

const columnWidths = [26, 18, 25, 19, 11, 46];
const wide = wideLines(columnWidths.length);

/** Sheet 読み取り: what every sheet, row and column was taken for, what was left out, and how much of the criteria is there. */
export const readingSheet = (results: Results): SheetModel => {
  const lines: readonly Line[] = [
    wide('読み取り（どのシートのどこを、何として読んだか）', 'title'),
    ...yearLines(results.reading),
    line(),
    ...section(
      'シート',
      ['シート', '読み方', '年度', '見出し', '使った行', '使わなかった行'],
      sheetRows(results.reading),
    ),
    ...section('列', ['シート', '列', '見出し', '読み方', '違う回答', '使い方'], columnRows(results.reading)),
    ...coverageLines(results),
    ...leftOutLines(results),
  ];
  const laidOut = layOut(lines, columnWidths);
  return {
    name: '読み取り',
    marker: 'reading',
    ...laidOut,
    print: pageSetup({ orientation: 'landscape', coded: true }),
  };
};

/** Nothing where there is nothing to list. */
const section = (
  title: string,
  headers: readonly string[],
  rows: readonly (readonly ModelCell[])[],
): readonly Line[] =>
  rows.length === 0 ? [] : [wide(title, 'heading'), headerLine(headers), ...rows.map(cellLine), line()];

const decided: FigureSource = { kind: 'answers', text: 'ブックの年度と、評価指標の名前・枝番・配点から決めました。' };

/** One sentence for each way in which a year was decided. */
const yearLines = (readings: readonly Reading[]): readonly Line[] => {
  const sentences = readings.map(
    ({ year, because }) => `評価年度は${fiscalYearLabel(year)}です。${becauseWords[because]}`,
  );
  return [...new Set(sentences)].map((sentence) => {
    const count = sentences.filter((one) => one === sentence).length;
    return wide(readings.length === 1 ? sentence : `${sentence}（${count}件のブック）`, 'paragraph', decided);
  });
};

const rowCount: FigureSource = { kind: 'answers', text: 'このシートから枝番の回答として読み取った行の数です。' };
const differing: FigureSource = { kind: 'answers', text: '使った列の回答と違う回答の数です。' };

const sheetRows = (readings: readonly Reading[]): readonly (readonly ModelCell[])[] =>
  readings.flatMap((reading) =>
    reading.sheets.map((one) => {
      const { use, rows, year } = one;
      const isRead = use === 'answers' || use === 'national';
      const label = isRead ? reading.year : year;
      return [
        cell(calledIn(reading, one), 'wrap'),
        cell(sheetWords[use], 'wrap'),
        cell(label === undefined ? null : fiscalYearLabel(label), 'wrap'),
        cell(rows === undefined ? null : headersIn(rows), 'wrap'),
        cell(rows?.used ?? null, 'body', { number: 'integer', source: rowCount }),
        cell(rows === undefined ? null : unusedIn(rows), 'wrap'),
      ];
    }),
  );

const calledIn = ({ file }: Reading, { sheet }: SheetReading): string =>
  file === undefined ? sheet : `${file}／${sheet}`;

/** A row as people call it: 3行, or C列 where a municipality stands in each row. */
const rowCalled = (rows: RowsRead, row: number): string => `${rowPlace(rows, row)}${rows.turned ? '列' : '行'}`;

const headersIn = (rows: RowsRead): string | null =>
  rows.headers.length === 0 ? null : rows.headers.map((row) => rowCalled(rows, row)).join('・');

/** So many runs of rows are named. */
const mostRuns = 12;

const unusedIn = (rows: RowsRead): string | null => {
  const runs: [first: number, last: number][] = [];
  for (const row of rows.unused) {
    const run = runs.at(-1);
    if (run?.[1] === row - 1) run[1] = row;
    else runs.push([row, row]);
  }
  const named = runs
    .slice(0, mostRuns)
    .map(([first, last]) =>
      first === last ? rowCalled(rows, first) : `${rowCalled(rows, first)}～${rowCalled(rows, last)}`,
    );
  const parts = [
    ...(named.length === 0 ? [] : [`${named.join('・')}${runs.length > mostRuns ? ' ほか' : ''}`]),
    ...(rows.sums === 0 ? [] : [`計・平均などの${rows.sums}行は、合うかどうかの確認に使いました`]),
  ];
  return parts.length === 0 ? null : parts.join('。');
};

/** Of more columns the first are listed: a table of a prefecture has 179 municipalities. */
const mostColumns = 400;

/** The columns of each sheet; sheets that are built alike have them listed once. */
const columnRows = (readings: readonly Reading[]): readonly (readonly ModelCell[])[] => {
  const alike = new Map<string, { readonly called: string; readonly one: SheetReading; count: number }>();
  for (const reading of readings) {
    for (const one of reading.sheets) {
      if (one.columns.length === 0) continue;
      const key = JSON.stringify(one.columns);
      const known = alike.get(key);
      if (known === undefined) alike.set(key, { called: calledIn(reading, one), one, count: 1 });
      else known.count += 1;
    }
  }
  return [...alike.values()].flatMap(({ called, one, count }) => {
    const name = count === 1 ? called : `${called} ほか${count - 1}枚`;
    const rows = one.columns.slice(0, mostColumns).map((column, at) => columnRow(at === 0 ? name : null, one, column));
    const more = one.columns.length - mostColumns;
    return more > 0
      ? [...rows, [null, `ほか${more}列`, null, null, null, null].map((text) => cell(text, 'wrap'))]
      : rows;
  });
};

const columnRow = (name: string | null, { rows }: SheetReading, use: ColumnUse): readonly ModelCell[] => [
  cell(name, 'wrap'),
  cell(`${columnPlace(rows, use.column)}${rows?.turned === true ? '行' : '列'}`, 'center'),
  cell(use.header === '' ? null : use.header, 'wrap'),
  cell(columnWord(use.role), 'wrap'),
  cell(use.differences ?? null, 'body', { number: 'integer', source: differing }),
  cell(usageOf(use), 'wrap'),
];

const foundSource: FigureSource = {
  kind: 'answers',
  text: '行か列が見つかった枝番の数です（計算で決まる枝番を除く）。',
};
const askedSource: FigureSource = { kind: 'rules', text: '評価指標の枝番の数です（計算で決まる枝番を除く）。' };

/** How much of the criteria is there: of a national table as a whole, else of each municipality. */
const coverageLines = (results: Results): readonly Line[] => {
  const nation = nationIn(results);
  const rows = municipalitiesOf(results).map(
    ({ identity: { name, prefecture }, coverage: { found, of }, sourceOf }) => [
      cell(name, 'wrap'),
      cell(prefecture ?? null, 'wrap'),
      cell(sourceOf(0)?.name ?? null, 'wrap'),
      cell(found, 'body', { number: 'integer', source: foundSource }),
      cell(of, 'body', { number: 'integer', source: askedSource }),
      cell(
        found === of ? '枝番はすべて見つかりました' : `${of - found}件の枝番が見つかりません（未回答として扱います）`,
        'wrap',
      ),
    ],
  );
  return [
    ...(nation === undefined ? [] : nationLines(nation)),
    ...(results.subject === 'nation'
      ? []
      : section('市町村と枝番', ['市町村', '都道府県', 'ファイル', '見つかった枝番', '枝番の数', '説明'], rows)),
  ];
};

/** So many names of missing columns stand in a cell. */
const mostMissing = 8;

const nationLines = (nation: Nation): readonly Line[] => {
  const { criteria, blocks, municipalities, totals } = nation.coverage;
  const source = (what: string): FigureSource => fromTable(nation, what);
  const row = (
    what: string,
    beside: string,
    found: number,
    of: number,
    missing: readonly string[] = [],
  ): readonly ModelCell[] => [
    cell(nation.table.sheet, 'wrap'),
    cell(what, 'wrap'),
    cell(beside, 'wrap'),
    cell(found, 'body', { number: 'integer', source: source(what) }),
    cell(of, 'body', { number: 'integer', source: source(`${what}のあるはずの数`) }),
    cell(
      missing.length === 0
        ? null
        : `ないもの：${missing.slice(0, mostMissing).join('、')}${missing.length > mostMissing ? `、ほか${missing.length - mostMissing}件` : ''}`,
      'wrap',
    ),
  ];
  return section(
    '全国集計表',
    ['シート', '項目', '比べたもの', '見つかった数', 'あるはず\nの数', '説明'],
    [
      row('枝番の列', '評価指標の枝番', criteria.found, criteria.of, criteria.missing),
      row('計・合計の列', '評価指標の目標と指標群', blocks.found, blocks.of, blocks.missing),
      row('市町村の行', '全国の市町村', municipalities.found, municipalities.expected),
      row('合計が合う行', '枝番から数えた合計', totals.agreeing, totals.compared),
    ],
  );
};

/** Problems that say what was not read; they stand on 要確認 with their cure. */
const leftOutNames: ReadonlySet<string> = new Set([
  'own-results-left-out',
  'folder-too-deep',
  'link-not-followed',
  'file-temporary',
  'file-is-document',
  'file-ignored',
  'column-of-nobody',
  'municipalities-missing',
  'municipalities-few',
] satisfies Problem['name'][]);

const leftOutLines = (results: Results): readonly Line[] => {
  const rows: readonly (readonly [name: string, why: string])[] = [
    ...failuresOf(results).map(({ file, problems: [first] }) => [file, first ? partsOf(first).what : ''] as const),
    ...results.reading.flatMap(({ leftOut }) =>
      leftOut.map((name) => [name, 'ほかの市町村が選ばれているので、読んでいません'] as const),
    ),
    ...results.problems
      .filter(({ name }) => leftOutNames.has(name))
      .map((one) => [one.file ?? one.sheet ?? '', partsOf(one).what] as const),
  ];
  if (rows.length === 0) return [wide('読まなかった市町村・ファイルはありません。', 'paragraph')];
  const heads = cellsOver('名前', '理由', 'header');
  return [wide('読まなかったもの', 'heading'), heads, ...rows.map(([name, why]) => cellsOver(name, why, 'wrap'))];
};

const told: FigureSource = {
  kind: 'answers',
  text: '読み取りのときに分かったことです。直し方は「要確認」シートにあります。',
};

const cellsOver = (name: string, why: string, look: 'header' | 'wrap'): Line =>
  line(span(name, 1, look), span(why, columnWidths.length - 1, look, { source: told }));
