import type { Block } from '../../schemes';
import type { FigureSource, ModelCell } from '../../workbook';
import { cell } from '../layout';
import { fromPublished, fromTable } from '../figureSources';
import { computed, fromAnswers } from '../origins';
import type { Member } from '../members';
import type { ScoredResults } from '../../evaluation';

/** A block with its place in the points of a member. */
export interface BlockColumn {
  readonly block: Block;
  readonly at: number;
}

/** One member's row; the municipality the workbook is about stands out. */
export const memberCells = (
  results: ScoredResults,
  { identity, prefectureRank, provisional, points, national, isOwn }: Member,
  total: BlockColumn,
  columns: readonly BlockColumn[],
): readonly ModelCell[] => {
  const look = isOwn ? 'total' : 'body';
  const side = isOwn ? 'total-side' : 'side';
  const { nation } = results;
  const source =
    nation === undefined || isOwn ? fromAnswers(`${identity.name}の得点`) : fromTable(nation, `${identity.name}の得点`);
  const of = (at: number): number => points[at] ?? 0;
  return [
    cell(identity.prefecture ?? null, side),
    prefectureRank === undefined
      ? cell('－', 'center')
      : cell(prefectureRank, look, 'integer', nation && fromTable(nation, '同じ都道府県の中の総得点の順位')),
    cell(`${identity.name}${provisional ? '（暫定）' : ''}`, side),
    cell(of(total.at), look, 'integer', source),
    cell(of(total.at) / total.block.maxPoints, look, 'percent1', computed('総得点÷満点')),
    rankCell(national, look, rankSource(results)),
    ...columns.map(({ at }) => cell(of(at), look, 'integer', source)),
  ];
};

const rankSource = ({ nation, national }: ScoredResults): FigureSource | undefined => {
  if (nation !== undefined) return fromTable(nation, '総得点の全国順位');
  return national && fromPublished(national, '総得点の全国順位');
};

const rankCell = (band: Member['national'], look: 'body' | 'total', source: FigureSource | undefined): ModelCell => {
  if (band === null) return cell(null, look);
  return band.low === band.high
    ? cell(band.low, look, 'integer', source)
    : cell(`${band.low}～${band.high}`, 'center', undefined, source);
};
