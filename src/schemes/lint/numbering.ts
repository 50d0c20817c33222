import { blockKey, blockName } from '../names';
import type { Indicator, Scheme } from '../schema';
import type { Linter } from './linter';

/** The indicators of a goal × group are numbered 1, 2, … n, in this order: sheets print them as they stand. */
export const numbering: Linter<Scheme> = {
  name: 'numbering',
  check: ({ indicators }) => {
    const blocks = new Map<string, Indicator[]>();
    for (const indicator of indicators) {
      const key = blockKey(indicator);
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [indicator]);
      else block.push(indicator);
    }
    return [...blocks.values()].flatMap((block) =>
      block
        .map((indicator, at) => ({ indicator, due: at + 1 }))
        .filter(({ indicator, due }) => indicator.number !== due)
        .map(({ indicator, due }) => ({
          place: indicator.id,
          message: `${blockName(indicator)}の指標番号 ${indicator.number} ≠ 順番どおりの番号 ${due}`,
        })),
    );
  },
};
