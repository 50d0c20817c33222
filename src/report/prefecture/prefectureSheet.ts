import { fiscalYearLabel } from '../../kernel';
import { statisticsOf } from '../../rank';
import { goalNumeral, grantNames } from '../../schemes';
import { compileScheme } from '../../score';
import type { SheetModel } from '../../workbook';
import { cell } from '../cells';
import { layOut, type Line } from '../layOut';
import type { Results } from '../results';
import { line, span } from '../spans';
import { membersOf, type Member } from '../members';

const titleLines = 2;

/** 県内一覧: every member with points by goal, means below, best first within each prefecture; undefined where only one is known. */
export const prefectureSheet = (results: Results): SheetModel | undefined => {
  const members = membersOf(results);
  if (members.length < 2) return undefined;
  const { blocks, totalBlock } = compileScheme(results.scheme);
  const shown = blocks.flatMap((block, at) => (block.group === null && at !== totalBlock ? [{ block, at }] : []));
  const headers = [
    '都道府県',
    '県内順位',
    '市町村',
    '総得点',
    '得点率',
    '全国順位',
    ...shown.map(({ block }) =>
      block.goal === null
        ? `${block.grant === null ? '' : grantNames[block.grant].short}計`
        : `${block.grant === null ? '' : grantNames[block.grant].short}${goalNumeral(block.goal)}`,
    ),
  ];
  const columnWidths = [12, 10, 20, 10, 10, 14, ...shown.map(() => 9)];
  const width = columnWidths.length;
  const of = (member: Member, at: number): number => member.points[at] ?? 0;
  const lines: readonly Line[] = [
    line(span(`県内一覧（${fiscalYearLabel(results.scheme.fiscalYear)}）　${members.length}市町村`, width, 'title')),
    line(...headers.map((text) => span(text, 1, 'header'))),
    ...ordered(members, totalBlock).map((member): Line => {
      const look = member.isOwn ? 'total' : 'body';
      const side = member.isOwn ? 'total-side' : 'side';
      return cells([
        cell(member.identity.prefecture ?? null, side),
        cell(member.prefectureRank ?? null, look, 'integer'),
        cell(`${member.identity.name}${member.provisional ? '（暫定）' : ''}`, side),
        cell(of(member, totalBlock), look, 'integer'),
        cell(of(member, totalBlock) / results.scheme.maxPoints, look, 'percent1'),
        nationalCell(member, look),
        ...shown.map(({ at }) => cell(of(member, at), look, 'integer')),
      ]);
    }),
    meanLine('平均', members, [totalBlock, ...shown.map(({ at }) => at)], results.scheme.maxPoints),
    line(
      span('※ 平均は端数処理前の値から計算しています。県内順位は全国集計の表があるときだけ出します。', width, 'note'),
    ),
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
    print: {
      orientation: 'landscape',
      titleRows: { first: titleLines - 1, last: titleLines - 1 },
      header: '&R&A',
      footer: `&L検算コード ${results.checkCode}&R&P / &N`,
    },
  };
};

const cells = (row: readonly ReturnType<typeof cell>[]): Line => ({
  spans: row.map((one) => ({ cell: one, columns: 1 })),
});

const ordered = (members: readonly Member[], total: number): readonly Member[] => {
  const prefectures = [...new Set(members.map(({ identity }) => identity.prefecture))];
  return prefectures.flatMap((prefecture) =>
    members
      .filter(({ identity }) => identity.prefecture === prefecture)
      .sort((one, other) => (other.points[total] ?? 0) - (one.points[total] ?? 0)),
  );
};

const nationalCell = ({ national }: Member, look: 'body' | 'total') => {
  if (national === null) return cell(null, look);
  return national.low === national.high
    ? cell(national.low, look, 'integer')
    : cell(`${national.low}～${national.high}`, 'center');
};

const meanLine = (
  label: string,
  members: readonly Member[],
  [total = 0, ...others]: readonly number[],
  most: number,
): Line => {
  const mean = (at: number): number => statisticsOf(members.map(({ points }) => points[at] ?? 0)).mean;
  return cells([
    cell(null, 'total'),
    cell(null, 'total'),
    cell(label, 'total-side'),
    cell(mean(total), 'total', 'decimal1'),
    cell(mean(total) / most, 'total', 'percent1'),
    cell(null, 'total'),
    ...others.map((at) => cell(mean(at), 'total', 'decimal1')),
  ]);
};
