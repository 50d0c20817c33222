import type { Scheme } from '../schema';
import type { Linter } from './linter';

/** Cut-offs on the own total rise strictly, one for each criterion: ア is met before イ (rules/grants.md#own-total). */
export const cutOffs: Linter<Scheme> = {
  name: 'cut-offs',
  check: ({ indicators }) =>
    indicators.flatMap(({ id: place, rule, criteria }) => {
      if (rule.kind !== 'tier-on-own-total' || rule.cutOffs === 'unspecified') return [];
      const limits = rule.cutOffs;
      return [
        ...(limits.length === criteria.length
          ? []
          : [{ place, message: `区切りの数 ${limits.length} ≠ 枝番の数 ${criteria.length}` }]),
        ...limits.flatMap((limit, at) => {
          const before = limits[at - 1];
          return before === undefined || before < limit
            ? []
            : [{ place, message: `区切り ${limit} が前の区切り ${before} より大きくありません` }];
        }),
      ];
    }),
};
