import type { ScoredResults } from '../../evaluation';
import { fiscalYearLabel, halfUp } from '../../kernel';
import { statisticsOf } from '../../rank';
import { figuresOf, goalNumeral, grantNames, type Block } from '../../schemes';
import { compileScheme } from '../../score';
import type { FigureSource, ModelCell, SheetModel } from '../../workbook';
import { fromPublished, fromTable } from '../figureSources';
import { cellKeys } from '../cellKeys';
import { cell, keyed, rangeCell, rankCell } from '../layout/cells';
import { cellLine, headerLine, layOut, pageSetup, wideLines, type Line } from '../layout/layOut';
import type { Member } from '../members';
import { computed, fromAnswers } from '../origins';

const titleLines = 2;

/** 県内一覧: every member with points by goal, best first within each prefecture, means below. */
export const prefectureSheet = (results: ScoredResults, members: readonly Member[]): SheetModel => {
  const { blocks, totalBlock } = compileScheme(results.scheme);
  const columns: readonly BlockColumn[] = blocks.flatMap((block, at) =>
    block.group === null && at !== totalBlock ? [{ block, at }] : [],
  );
  const isOpen = members.some(({ provisional }) => provisional);
  const headers = [
    isOpen ? '都道\n府県' : '都道府県',
    isOpen ? '県内\n順位' : '県内順位',
    '市町村',
    '総得点',
    '得点率',
    '全国順位',
    ...columns.map(({ block }) => headingOf(block)),
  ];
  // 「98.8%～99.8%」 and 「392～399」 stand in one line.
  const columnWidths = isOpen
    ? [8, 6, 15, 9, 14.5, 13, ...columns.map(() => 9)]
    : [10, 9, 18, 9, 9, 12, ...columns.map(() => 8)];
  const listed = ordered(members, totalBlock);
  const wide = wideLines(columnWidths.length);
  const total = { block: blocks[totalBlock] ?? noBlock(), at: totalBlock };
  const lines: readonly Line[] = [
    wide(
      `県内一覧（${fiscalYearLabel(results.scheme.fiscalYear)}）　${members.length.toLocaleString('en-US')}市町村`,
      'title',
      computed('一覧の市町村の数'),
    ),
    headerLine(headers),
    ...placedIn(listed).map((placed) => cellLine(memberCells(results, placed, total, columns))),
    ...meanCells(listed, total, columns).map(cellLine),
    ...nationCells(results, total, columns).map(cellLine),
    wide(
      '※ 平均は端数処理前の値から計算しています。全国平均は国の公表値です。県内順位は全国集計の表があるときだけ出します。',
      'note',
    ),
    ...(isOpen
      ? [
          wide(
            '※ （暫定）の市町村の得点は、未確定の回答による幅で示します。平均と順位には、加点しない最も低い得点で入れています。',
            'note',
          ),
        ]
      : []),
  ];
  const laidOut = layOut(lines, columnWidths);
  return {
    name: '県内一覧',
    marker: 'prefecture',
    ...laidOut,
    frozenRows: titleLines,
    frozenColumns: 3,
    print: pageSetup({ orientation: 'landscape', headerRow: titleLines - 1, coded: true }),
  };
};

const noBlock = (): never => {
  throw new Error('prefectureSheet: the scheme has no total');
};

const headingOf = ({ grant, goal }: Block): string => {
  const short = grant === null ? '' : grantNames[grant].short;
  return goal === null ? `${short}計` : `${short}${goalNumeral(goal)}`;
};

const ordered = (members: readonly Member[], total: number): readonly Member[] => {
  const prefectures = [...new Set(members.map(({ identity }) => identity.prefecture))];
  return prefectures.flatMap((prefecture) =>
    members
      .filter(({ identity }) => identity.prefecture === prefecture)
      .sort((one, other) => (other.points[total] ?? 0) - (one.points[total] ?? 0)),
  );
};

/** A member with the place of its prefecture on the sheet, and its own within that. */
interface PlacedMember {
  readonly member: Member;
  readonly prefecture: number;
  readonly place: number;
}

const placedIn = (listed: readonly Member[]): readonly PlacedMember[] => {
  const counts = new Map<string | undefined, number>();
  return listed.map((member) => {
    const { prefecture } = member.identity;
    const place = counts.get(prefecture) ?? 0;
    counts.set(prefecture, place + 1);
    return { member, prefecture: [...counts.keys()].indexOf(prefecture), place };
  });
};

/** A block with its place in the points of a member. */
interface BlockColumn {
  readonly block: Block;
  readonly at: number;
}

/** One member's row; the municipality the workbook is about stands out. */
const memberCells = (
  results: ScoredResults,
  { member, prefecture, place }: PlacedMember,
  total: BlockColumn,
  columns: readonly BlockColumn[],
): readonly ModelCell[] => {
  const { identity, prefectureRank, provisional, points, most, national, isOwn } = member;
  const keyOf = ({ block }: BlockColumn): string => cellKeys.member(prefecture, place, block);
  const look = isOwn ? 'total' : 'body';
  const side = isOwn ? 'total-side' : 'side';
  const { nation } = results;
  const source =
    nation === undefined || isOwn ? fromAnswers(`${identity.name}の得点`) : fromTable(nation, `${identity.name}の得点`);
  const of = (at: number): readonly [number, number] => [points[at] ?? 0, most[at] ?? 0];
  const [least, greatest] = of(total.at);
  return [
    cell(identity.prefecture ?? null, side),
    prefectureRank === undefined
      ? cell('－', 'center')
      : cell(prefectureRank, look, {
          number: 'integer',
          source: nation && fromTable(nation, '同じ都道府県の中の総得点の順位'),
        }),
    cell(`${identity.name}${provisional ? '\n（暫定）' : ''}`, side),
    keyed(rangeCell([least, greatest], look, { number: 'integer', source }), keyOf(total)),
    rangeCell(
      [least / total.block.maxPoints, greatest / total.block.maxPoints],
      look,
      { number: 'percent1', source: computed('総得点÷満点') },
      (share) => `${halfUp(share * 100, 1)}%`,
    ),
    rankCell(national, look, rankSource(results)),
    ...columns.map((column) => keyed(rangeCell(of(column.at), look, { number: 'integer', source }), keyOf(column))),
  ];
};

const rankSource = ({ nation, national }: ScoredResults): FigureSource | undefined => {
  if (nation !== undefined) return fromTable(nation, '総得点の全国順位');
  return national && fromPublished(national, '総得点の全国順位');
};

/** 平均 of the members, unrounded: one row for each prefecture, never one over several. */
const meanCells = (
  members: readonly Member[],
  total: BlockColumn,
  columns: readonly BlockColumn[],
): readonly (readonly ModelCell[])[] => {
  const prefectures = [...new Set(members.map(({ identity }) => identity.prefecture))];
  return prefectures.map((prefecture, place) => {
    const own = members.filter(({ identity }) => identity.prefecture === prefecture);
    const meanOf = ({ at }: BlockColumn): number => statisticsOf(own.map(({ points }) => points[at] ?? 0)).mean;
    const name = prefecture ?? '都道府県不明';
    const [label, words] =
      prefectures.length === 1
        ? ['平均', '上の市町村の平均']
        : [`${name}平均`, `上の市町村のうち${name}の${own.length}市町村の平均`];
    return row(label, meanOf, computed(words), total, columns, ({ block }) => cellKeys.member(place, 'mean', block));
  });
};

/** 全国平均 as published; none where no figures are packaged. */
const nationCells = (
  { national }: ScoredResults,
  total: BlockColumn,
  columns: readonly BlockColumn[],
): readonly (readonly ModelCell[])[] => {
  if (national === undefined) return [];
  const meanOf = ({ block }: BlockColumn): number | null => figuresOf(national, block)?.mean ?? null;
  return [row('全国平均', meanOf, fromPublished(national, '全国の平均点'), total, columns)];
};

const row = (
  label: string,
  meanOf: (column: BlockColumn) => number | null,
  source: ModelCell['source'],
  total: BlockColumn,
  columns: readonly BlockColumn[],
  keyOf?: (column: BlockColumn) => string,
): readonly ModelCell[] => {
  const mean = meanOf(total);
  const meanCell = (column: BlockColumn): ModelCell => {
    const one = cell(meanOf(column), 'total', { number: 'decimal1', source });
    return keyOf === undefined ? one : keyed(one, keyOf(column));
  };
  return [
    cell(null, 'total'),
    cell(null, 'total'),
    cell(label, 'total-side'),
    meanCell(total),
    cell(mean === null ? null : mean / total.block.maxPoints, 'total', {
      number: 'percent1',
      source: computed('平均点÷満点'),
    }),
    cell(null, 'total'),
    ...columns.map(meanCell),
  ];
};
