import { blocksOf, countsIn, grants } from '../../../src/schemes/counting';
import { blockKey, blockName } from '../../../src/schemes/names';
import type { BlockNationalFigures } from '../../../src/schemes/national';
import type { BlockScheme } from '../../../src/schemes/scheme';
import type { Finding, Linter } from '../../../src/schemes/lint/linter';

/** Block figures and the rules of the same year and part. */
export interface BlockNationalSubject {
  readonly national: BlockNationalFigures;
  readonly scheme: BlockScheme;
}

/** Printed means of the goals add up to the grant's, and the grants' to the total, as far as rounding in print allows. */
export const nationalPrintedSums: Linter<BlockNationalSubject> = {
  name: 'national-printed-sums',
  check: ({ national, scheme }) => {
    const { blocks } = national;
    const sums = grants.map((grant) => ({
      whole: blocks.find((block) => block.goal === null && block.grant === grant),
      parts: blocks.filter((block) => block.goal !== null && countsIn(grant, block)),
    }));
    const grand = {
      whole: blocks.find((block) => block.grant === null),
      parts: blocks.filter((block) => block.goal === null && block.grant !== null),
    };
    const maxima = new Map(blocksOf(scheme).map((block) => [block.key, block.maxPoints]));
    return [
      ...[...sums, grand].flatMap(sumFault),
      ...blocks
        .filter((block) => block.goal !== null && block.mean > (maxima.get(blockKey(block)) ?? -1))
        .map((block) => ({
          place: blockName(block),
          message: `平均点 ${block.mean} ＞ 配点 ${maxima.get(blockKey(block)) ?? '（なし）'}`,
        })),
    ];
  },
};

type Printed = BlockNationalFigures['blocks'][number];

const sumFault = ({ whole, parts }: { whole: Printed | undefined; parts: readonly Printed[] }): readonly Finding[] => {
  if (whole === undefined) return [{ place: 'blocks', message: '交付金または総計の平均点がありません（0 件 ≠ 1 件）' }];
  const sum = parts.reduce((total, { mean }) => total + mean, 0);
  const rounding = [whole, ...parts].reduce((total, { decimals }) => total + 0.5 * 10 ** -decimals, 0);
  return Math.abs(sum - whole.mean) <= rounding + 1e-9
    ? []
    : [
        {
          place: blockName(whole),
          message: `平均点 ${whole.mean} ≠ 目標・交付金の平均点の合計 ${sum}（丸めの幅 ${rounding}）`,
        },
      ];
};
