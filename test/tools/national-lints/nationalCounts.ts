import { stepsOf, type Linter } from '../../../src/schemes/lint/linter';
import type { NationalSubject } from './nationalSubject';

/** No more municipalities than there are, and never more on a higher step of a tier than on the one before. */
export const nationalCounts: Linter<NationalSubject> = {
  name: 'national-counts',
  check: ({ national, scheme }) => {
    const counts = new Map(national.criteria);
    const tiers = scheme.indicators.filter(({ rule }) => rule.kind !== 'marked').flatMap(stepsOf);
    return [
      ...national.criteria
        .filter(([, count]) => count > national.municipalities)
        .map(([place, count]) => ({ place, message: `該当市町村数 ${count} ＞ 市町村数 ${national.municipalities}` })),
      ...tiers.flatMap((steps) =>
        steps.flatMap(({ id: place }, at) => {
          const count = counts.get(place) ?? 0;
          const before = counts.get(steps[at - 1]?.id ?? '');
          return before === undefined || count <= before
            ? []
            : [{ place, message: `該当市町村数 ${count} ＞ 前の段の該当市町村数 ${before}` }];
        }),
      ),
    ];
  },
};
