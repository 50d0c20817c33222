import type { ScoredResults } from '../../evaluation';
import { blockColumn, blockStatistics, groupTotals, statisticsOf, type Nation, type Statistics } from '../../rank';
import { blockName, groupMaximum, groupNames } from '../../schemes';
import type { ModelCell, SheetModel } from '../../workbook';
import { fromRules, fromTable } from '../figureSources';
import { cellKeys } from '../cellKeys';
import { cell, keyed } from '../layout/cells';
import { cellLine, headerLine, layOut, line, pageSetup, together, wideLines, type Line } from '../layout/layOut';
import { computed } from '../origins';

/** The column heads of the rows. */
const statisticsHeaders = [
  '区分',
  '市町村数',
  '配点',
  '平均点',
  '平均\n得点率',
  '中央値',
  '標準偏差',
  '第1\n四分位',
  '第3\n四分位',
  '最高',
  '最低',
];

const meanColumn = statisticsHeaders.indexOf('平均点');

type StatisticsRow = readonly ModelCell[];

/** Makes the rows of the sheet 統計; the sources are made once for each column. */
const statisticsRows = ({ scheme }: ScoredResults, nation: Nation) => {
  const count = fromTable(nation, '市町村の数');
  const maximum = fromRules(scheme, '配点');
  const mean = fromTable(nation, '平均点');
  const rate = computed('平均点÷配点');
  const median = fromTable(nation, '中央値');
  const deviation = fromTable(nation, '標準偏差（母標準偏差）');
  const quartile = fromTable(nation, '四分位');
  const extreme = fromTable(nation, '最高・最低の得点');
  return (label: string, maxPoints: number, one: Statistics): StatisticsRow => [
    cell(label, 'side'),
    cell(one.count, 'body', { number: 'integer', source: count }),
    cell(maxPoints, 'body', { number: 'integer', source: maximum }),
    cell(one.mean, 'body', { number: 'decimal1', source: mean }),
    cell(one.mean / maxPoints, 'body', { number: 'percent1', source: rate }),
    cell(one.median, 'body', { number: 'decimal1', source: median }),
    cell(one.sdPopulation, 'body', { number: 'decimal2', source: deviation }),
    cell(one.lowerQuartile, 'body', { number: 'decimal1', source: quartile }),
    cell(one.upperQuartile, 'body', { number: 'decimal1', source: quartile }),
    cell(one.max, 'body', { number: 'integer', source: extreme }),
    cell(one.min, 'body', { number: 'integer', source: extreme }),
  ];
};

const columnWidths = [20, 9, 7, 8, 8.5, 8, 9, 8.5, 8.5, 7, 6];
const wide = wideLines(columnWidths.length);

/** Sheet 統計: mean, rate, median, population SD, quartiles by block; totals by size class and by prefecture. */
export const statisticsSheet = (results: ScoredResults, nation: Nation): SheetModel => {
  const rowOf = statisticsRows(results, nation);
  const totals = blockColumn(nation.scores, nation.scores.compiled.totalBlock);
  const groupRows = (groups: ReadonlyMap<string, readonly number[]>): readonly StatisticsRow[] =>
    [...groups].map(([label, members]) =>
      rowOf(label, results.scheme.maxPoints, statisticsOf(members.map((row) => totals[row] ?? 0))),
    );
  const lines: readonly Line[] = [
    wide(`統計（${nation.table.count.toLocaleString('en-US')}市町村）`, 'title', fromTable(nation, '市町村の数')),
    headerLine(statisticsHeaders),
    ...section(
      '交付金・目標・指標群ごと',
      blockStatistics(nation.scores).map((one) =>
        rowOf(blockName(one.block), one.block.maxPoints, one).map((figure, column) =>
          column === meanColumn ? keyed(figure, cellKeys.mean(one.block)) : figure,
        ),
      ),
    ),
    ...section(
      '指標群ごと（両交付金の計）',
      groupTotals(nation.scores).map((one) =>
        rowOf(groupNames[one.group].full, groupMaximum(nation.scores.compiled.blocks, one.group), one),
      ),
    ),
    ...section('規模区分ごと（総得点）', groupRows(sizeClasses(nation))),
    ...section('都道府県ごと（総得点）', groupRows(prefectures(nation))),
    wide(
      '※ 標準偏差は母標準偏差、四分位は中央値を除いた上半分・下半分の中央値です。中央値は足し合わせても合計と一致しません。',
      'note',
    ),
  ];
  const laidOut = layOut(lines, columnWidths);
  return {
    name: '統計',
    marker: 'statistics',
    ...laidOut,
    frozenRows: headLines,
    print: pageSetup({ orientation: 'portrait', headerRow: headLines - 1, coded: true }),
  };
};

/** Title, and the one head of all sections. */
const headLines = 2;

/** Nothing where the table says nothing of it, e.g. no size classes. */
const section = (title: string, rows: readonly (readonly ModelCell[])[]): readonly Line[] =>
  rows.length === 0 ? [] : together([wide(title, 'heading'), ...rows.map(cellLine), line()]);

const sizeClasses = ({ table }: Nation): ReadonlyMap<string, readonly number[]> => {
  const known = [1, 2, 3, 4, 5].map(
    (size) => [`規模区分${size}`, rowsWhere(table.count, (row) => table.sizeClass[row] === size)] as const,
  );
  return new Map(known.filter(([, members]) => members.length > 0));
};

const prefectures = ({ table }: Nation): ReadonlyMap<string, readonly number[]> => {
  const groups = new Map<string, number[]>();
  for (const [row, { prefecture }] of table.municipalities.entries()) {
    if (prefecture === undefined) continue;
    const members = groups.get(prefecture);
    if (members === undefined) groups.set(prefecture, [row]);
    else members.push(row);
  }
  return groups;
};

const rowsWhere = (count: number, wanted: (row: number) => boolean): readonly number[] =>
  Array.from({ length: count }, (_, row) => row).filter(wanted);
