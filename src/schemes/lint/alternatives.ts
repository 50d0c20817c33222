import { alternativeOf } from '../counting';
import type { Scheme } from '../schema';
import type { Linter } from './linter';

/**
 * The better of alternatives needs two of them, told apart by ア, イ, …; an indicator of one measure is a sum
 * (rules/grants.md#best-of-alternatives).
 */
export const alternatives: Linter<Scheme> = {
  name: 'alternatives',
  check: ({ indicators }) =>
    indicators
      .filter(({ combine }) => combine === 'best-of-alternatives')
      .flatMap(({ id: place, criteria }) => [
        ...(new Set(criteria.map(alternativeOf)).size >= 2
          ? []
          : [
              {
                place,
                message: '「高い方」とする選択肢が一つしかありません（選択肢 1 ＜ 2）。合計（sum）としてください',
              },
            ]),
        ...criteria
          .filter((criterion) => criterion.measure !== alternativeOf(criterion))
          .map((criterion) => ({
            place: criterion.id,
            message: `選択肢「${criterion.measure ?? '（なし）'}」≠ 枝番「${criterion.label}」の「${alternativeOf(criterion)}」`,
          })),
      ]),
};
