import type { ScoredResults } from '../../evaluation';
import { blockName, grants, wholeOf, type Block } from '../../schemes';
import type { Formula, FormulaPlace, ModelCell } from '../../workbook';
import { cellKeys } from '../cellKeys';
import { computed } from '../origins';
import { endOf } from './bothEnds';
import type { Checked } from './criteriaControls';
import { knownSum, termIn, twoEnds, type Control, type Term } from './controls';
import {
  call,
  downFrom,
  infix,
  numeral,
  placeAt,
  sumOfCells,
  type PrintedCell,
  type PrintedCells,
} from './printedCells';

/** A municipality on the sheet 順位表: its total as 得点 has it or as its own row adds up, and its ranks within the list. */
export const rankControls = (results: ScoredResults, { printed, at }: Checked): readonly Control[] => {
  const total = wholeOf(null);
  const own = printed.find('ranking', cellKeys.ranked(at, total));
  if (own === undefined) return [];
  const parts = grants.map((grant) => termIn(printed.find('ranking', cellKeys.ranked(at, wholeOf(grant)))));
  const most = printed.find('ranking', cellKeys.rankedMost(at, total));
  const inScore = termIn(printed.find('score', cellKeys.score('points', at, total, null)));
  return [
    ...knownSum('順位表の総得点 ＝ 得点の合計', [inScore && endOf(inScore, 'low')], termIn(own)),
    ...knownSum('順位表の総得点の上限 ＝ 得点の合計', [inScore && endOf(inScore, 'high')], termIn(most)),
    ...knownSum('順位表の総得点 ＝ 推進計＋支援計', parts, termIn(own)),
    ...placeControls(results, { printed, at }, own, most),
  ];
};

/** Within the list, or of a national table within the prefecture; in the nation where all of it stands there. */
const placeControls = (
  { municipalities, nation, subject }: ScoredResults,
  { printed, at }: Checked,
  own: PrintedCell,
  most: PrintedCell | undefined,
): readonly Control[] => {
  const { marker } = own.place;
  const count = municipalities.length;
  // Places among a nation with open answers are left as they are printed.
  if (most !== undefined && subject === 'nation') return [];
  if (most !== undefined) return openPlace(own, most, count, { printed, at });
  const [totals, higher] = columnOf(own, count);
  const mine = Number(own.cell.value);
  const isHigher = ({ value }: ModelCell): boolean => Number(value) > mine;
  const totalCells = printed.below({ ...own, place: totals }, municipalities.length);
  const inList: Term = {
    value: 1 + totalCells.filter(isHigher).length,
    source: computed('この一覧で総得点がより高い市町村の数＋1'),
    formula: infix(call('COUNTIF', totals, higher), '+', numeral(1)),
  };
  const place = termIn(printed.find(marker, cellKeys.ranking('place', at)));
  if (subject !== 'nation') return knownSum('順位表の一覧内順位 ＝ より高い総得点の数＋1', [inList], place);
  const prefecture = printed.find(marker, cellKeys.ranking('prefecture', at));
  const national = termIn(printed.find(marker, cellKeys.ranking('national', at)));
  return [
    ...(prefecture === undefined
      ? []
      : knownSum(
          '順位表の県内順位 ＝ 県内のより高い総得点の数＋1',
          [inPrefecture(own, totalCells, prefecture, printed)],
          place,
        )),
    ...(nation.complete ? knownSum('順位表の全国順位 ＝ より高い総得点の数＋1', [inList], national) : []),
  ];
};

/**
 * The places that open answers leave: the best where all others stay with what is settled, the worst where they reach all
 * they can; the municipality itself is not among those above it.
 */
const openPlace = (
  own: PrintedCell,
  most: PrintedCell,
  count: number,
  { printed, at }: Checked,
): readonly Control[] => {
  const [least, higherThanLeast] = columnOf(own, count);
  const [all, higherThanMost] = columnOf(most, count);
  const source = computed('この一覧で総得点がより高い市町村の数＋1');
  const above = (column: FormulaPlace, points: number): number =>
    printed.below({ ...own, place: column }, count).filter(({ value }) => Number(value) > points).length;
  const [low, high] = [own, most].map(({ cell }) => Number(cell.value));
  const isOpen = call('IF', infix(most.place, '>', own.place), numeral(1), numeral(0));
  const best: Term = {
    value: 1 + above(least, high ?? 0),
    source,
    formula: infix(call('COUNTIF', least, higherThanMost), '+', numeral(1)),
  };
  const worst: Term = {
    value: 1 + above(all, low ?? 0) - (low === high ? 0 : 1),
    source,
    formula: infix(infix(call('COUNTIF', all, higherThanLeast), '+', numeral(1)), '-', isOpen),
  };
  return knownSum(
    '順位表の一覧内順位 ＝ より高い総得点の数＋1',
    [{ ...best, value: best.value === worst.value ? best.value : twoEnds, ends: { low: best, high: worst } }],
    termIn(printed.find(own.place.marker, cellKeys.ranking('place', at))),
  );
};

const inPrefecture = (
  own: PrintedCell,
  totals: readonly ModelCell[],
  prefecture: PrintedCell,
  printed: PrintedCells,
): Term => {
  const [column] = columnOf(prefecture, totals.length);
  const [totalColumn] = columnOf(own, totals.length);
  const prefectures = printed.below({ ...prefecture, place: column }, totals.length);
  const isHigher = ({ value }: ModelCell, row: number): boolean =>
    prefectures[row]?.value === prefecture.cell.value && Number(value) > Number(own.cell.value);
  const alike = infix(column, '=', prefecture.place);
  return {
    value: 1 + totals.filter(isHigher).length,
    source: computed('同じ都道府県で総得点がより高い市町村の数＋1'),
    formula: infix(call('SUMPRODUCT', infix(alike, '*', infix(totalColumn, '>', own.place))), '+', numeral(1)),
  };
};

/** The column of a cell of 順位表 below its head, and what is greater than the cell. */
const columnOf = ({ place }: PrintedCell, count: number): readonly [column: FormulaPlace, greater: Formula] => [
  placeAt(place.marker, 1, place.area.left, count),
  infix({ kind: 'word', word: '>' }, '&', place),
];

/** Means of lists: of the prefecture on 県内一覧, of the nation on 統計. */
export const meanControls = (results: ScoredResults, printed: PrintedCells): readonly Control[] => {
  const blocks = (results.municipalities[0]?.blocks ?? [])
    .map(({ block }) => block)
    .filter(({ group }) => group === null);
  return [...blocks.flatMap((block) => prefectureMeans(block, printed)), ...nationMeans(results, blocks, printed)];
};

const prefectureMeans = (block: Block, printed: PrintedCells): readonly Control[] => {
  const controls: Control[] = [];
  for (let prefecture = 0; ; prefecture += 1) {
    const mean = termIn(printed.find('prefecture', cellKeys.member(prefecture, 'mean', block)));
    const first = printed.find('prefecture', cellKeys.member(prefecture, 0, block));
    if (mean === undefined || first === undefined) return controls;
    let count = 1;
    while (printed.find('prefecture', cellKeys.member(prefecture, count, block)) !== undefined) count += 1;
    const nth = prefecture === 0 ? '' : `（${prefecture + 1}つ目の県）`;
    controls.push(meanControl(`県内一覧の平均${nth} ${blockName(block)}`, first, count, { mean, printed }));
  }
};

/** The table of a whole nation, where 順位表 lists every row that 統計 counts. */
const nationMeans = (
  { subject, municipalities }: ScoredResults,
  blocks: readonly Block[],
  printed: PrintedCells,
): readonly Control[] =>
  subject !== 'nation'
    ? []
    : blocks.flatMap((block) => {
        const mean = termIn(printed.find('statistics', cellKeys.mean(block)));
        const found = printed.find('ranking', cellKeys.ranked(0, block));
        if (mean === undefined || found === undefined) return [];
        const { area, marker } = found.place;
        const first = { ...found, place: placeAt(marker, 1, area.left) };
        return [meanControl(`統計の平均点 ${blockName(block)}`, first, municipalities.length, { mean, printed })];
      });

const meanControl = (
  label: string,
  first: PrintedCell,
  count: number,
  { mean, printed }: { readonly mean: Term; readonly printed: PrintedCells },
): Control => {
  const cells = printed.below(first, count);
  const source = computed('一覧の市町村の得点の平均');
  return {
    label,
    operation: 'sum',
    terms: [
      cells.every(({ value }) => typeof value === 'number')
        ? { value: averageOf(cells), source, formula: call('AVERAGE', downFrom(first.place, count)) }
        : settledMean(cells, first),
    ],
    printed: mean,
    style: 'decimal1',
    termStyle: 'decimal1',
  };
};

/** Means of lists leave out what is open: SUM passes over the texts with two ends, whose lower ones are added. */
const settledMean = (cells: readonly ModelCell[], first: PrintedCell): Term => {
  const source = computed('一覧の市町村の得点（未確定の回答を除く）の平均');
  const open = cells.flatMap((cell, at) =>
    typeof cell.value === 'number' ? [] : [termIn({ cell, place: downFrom(first.place, 1, at) })],
  );
  const lows = open.flatMap((term) => (term === undefined ? [] : (endOf(term, 'low') ?? [])));
  const formulas = lows.flatMap(({ formula }) => (formula === undefined || formula === 'carried' ? [] : [formula]));
  if (lows.length < open.length || formulas.length < open.length) return { value: twoEnds, source };
  return {
    value: (sumOfCells(cells) + lows.reduce((sum, { value }) => sum + Number(value), 0)) / cells.length,
    source,
    formula: infix(call('SUM', downFrom(first.place, cells.length), ...formulas), '/', numeral(cells.length)),
  };
};

const averageOf = (cells: readonly ModelCell[]): number =>
  cells.reduce((sum, { value }) => sum + Number(value), 0) / cells.length;
