import { blockName } from '../../../src/schemes/names';
import { describeHead } from './describeHead';
import { markdownTable } from './markdownTable';
import type { BlockNationalFigures } from '../../../src/schemes/national';
import type { BlockScheme } from '../../../src/schemes/scheme';

/** A scheme known by blocks as Markdown: points and published figures per goal; what is not published says so. */
export const describeBlockScheme = (scheme: BlockScheme, national: BlockNationalFigures | undefined): string =>
  [
    describeHead(scheme, national?.documents ?? []),
    '## 公表された結果',
    ...(national === undefined ? ['まだ公表されていません。'] : figuresOf(national)),
    '枝番ごとの配点が分からないため、回答からの採点はできません。目標ごとの得点を比べるときだけ使います。',
  ]
    .join('\n\n')
    .concat('\n');

const figuresOf = (national: BlockNationalFigures): readonly string[] => [
  `対象：${national.scored} 団体。最高 ${pointsOrUnknown(national.highest)}、最低 ${pointsOrUnknown(national.lowest)}。`,
  markdownTable(
    ['区分', '平均点', '中央値'],
    national.blocks.map((block) => [
      block.goal === null && block.grant !== null ? `${blockName(block)} 計` : blockName(block),
      block.mean.toFixed(block.decimals),
      block.median ?? '非公表',
    ]),
    ['平均点', '中央値'],
  ),
];

const pointsOrUnknown = (points: number | null): string => (points === null ? '非公表' : `${points}点`);
