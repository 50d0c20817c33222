import type { Linter } from '../../../src/schemes/lint/linter';
import type { NationalSubject } from './nationalSubject';

/** Every criterion of the year has exactly one count, and nothing else has one. */
export const nationalCoverage: Linter<NationalSubject> = {
  name: 'national-coverage',
  check: ({ national, scheme }) => {
    const times = new Map<string, number>();
    for (const [id] of national.criteria) times.set(id, (times.get(id) ?? 0) + 1);
    const due = new Set(scheme.indicators.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
    return [
      ...(national.fiscalYear === scheme.fiscalYear
        ? []
        : [{ place: 'fiscalYear', message: `年度 ${national.fiscalYear} ≠ スキームの年度 ${scheme.fiscalYear}` }]),
      ...[...due]
        .filter((id) => times.get(id) !== 1)
        .map((id) => ({ place: id, message: `該当市町村数の件数 ${times.get(id) ?? 0} ≠ 1` })),
      ...[...times.keys()]
        .filter((id) => !due.has(id))
        .map((id) => ({ place: id, message: `枝番「${id}」はスキームにありません（スキームの枝番 ${due.size} 件）` })),
    ];
  },
};
