import { fiscalYearLabel } from '../../kernel';
import { type Block, goalNumeral, grantNames } from '../../schemes';
import { compileScheme } from '../../score';
import type { SheetModel } from '../../workbook';
import { computed } from '../origins';
import { layOut, type Line, pageSetup, cellLine, headerLine, wideLines } from '../layout';
import type { Member } from '../members';
import type { ScoredResults } from '../../evaluation';
import { memberCells, type BlockColumn } from './memberCells';
import { meanCells, nationCells } from './meanCells';

const titleLines = 2;

/** 県内一覧: every member with points by goal, best first within each prefecture, means below. */
export const prefectureSheet = (results: ScoredResults, members: readonly Member[]): SheetModel => {
  const { blocks, totalBlock } = compileScheme(results.scheme);
  const columns: readonly BlockColumn[] = blocks.flatMap((block, at) =>
    block.group === null && at !== totalBlock ? [{ block, at }] : [],
  );
  const headers = [
    '都道府県',
    '県内順位',
    '市町村',
    '総得点',
    '得点率',
    '全国順位',
    ...columns.map(({ block }) => headingOf(block)),
  ];
  const columnWidths = [12, 10, 20, 10, 10, 14, ...columns.map(() => 9)];
  const listed = ordered(members, totalBlock);
  const wide = wideLines(columnWidths.length);
  const total = { block: blocks[totalBlock] ?? noBlock(), at: totalBlock };
  const lines: readonly Line[] = [
    wide(
      `県内一覧（${fiscalYearLabel(results.scheme.fiscalYear)}）　${members.length}市町村`,
      'title',
      computed('一覧の市町村の数'),
    ),
    headerLine(headers),
    ...listed.map((member) => cellLine(memberCells(results, member, total, columns))),
    ...meanCells(listed, total, columns).map(cellLine),
    ...nationCells(results, total, columns).map(cellLine),
    wide('※ 平均は端数処理前の値から計算しています。県内順位は全国集計の表があるときだけ出します。', 'note'),
    ...(members.some(({ provisional }) => provisional)
      ? [wide('※ （暫定）の市町村は、未確定の回答に加点しない最も低い得点で、一覧と平均に入れています。', 'note')]
      : []),
  ];
  const { rows, merges, rowHeights } = layOut(lines, columnWidths);
  return {
    name: '県内一覧',
    marker: 'prefecture',
    rows,
    merges,
    columnWidths,
    rowHeights,
    frozenRows: titleLines,
    frozenColumns: 3,
    print: pageSetup({ orientation: 'landscape', headerRow: titleLines - 1, checkCode: results.checkCode }),
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
