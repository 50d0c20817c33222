import { problem, type Problem } from '../problems';
import { blockName, figuresOf, nationalUnder, type Block } from '../schemes';
import type { Nation } from './nation';
import { blockStatistics } from './statistics';

/** Means are printed to two decimals at most. */
const meanTolerance = 0.005;

/**
 * Means and medians of a table of everybody that are not the published ones: the sheets print the published figures, but
 * ranks, distribution and statistics come from the table. One problem, that of the largest sum.
 */
export const figuresDiffering = ({ table, scores, complete }: Nation): readonly Problem[] => {
  const national = nationalUnder(table.scheme);
  if (!complete || national === undefined) return [];
  const differing = blockStatistics(scores).flatMap(({ block, mean, median }) => {
    const published = figuresOf(national, block);
    if (published === undefined) return [];
    return [
      ...(Math.abs(published.mean - mean) > meanTolerance ? [said(block, '平均点', mean, published.mean)] : []),
      ...(published.median !== median ? [said(block, '中央値', median, published.median)] : []),
    ];
  });
  const [last] = [...differing.filter(({ isTotal }) => isTotal), ...differing.toReversed()];
  if (last === undefined) return [];
  const others = differing.length === 1 ? '' : `（ほか${differing.length - 1}件）`;
  return [
    problem(
      'fact-told-twice',
      { sheet: table.sheet, found: last.here, expected: last.published },
      { label: `全国の${last.what}${others}`, one: '全国集計表', other: '公表値' },
    ),
  ];
};

const said = (block: Block, word: string, here: number, published: number) => ({
  isTotal: block.grant === null,
  what: `${blockName(block)}の${word}`,
  here: inPoints(here),
  published: inPoints(published),
});

const inPoints = (points: number): string => `${Number(points.toFixed(2))}点`;
