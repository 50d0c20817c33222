import type { Settings } from '../settings';
import { fiscalYearLabel, problem, type Problem } from '../kernel';
import { lastYearMaxima } from './lastYearOf';
import { toldPoints } from './toldPoints';

const rows = ['promotion', 'support', 'total'] as const;
const rowNames = { promotion: '推進', support: '支援', total: '合計' } as const;

/** Points of last year that no paper prints, because nobody knows the maximum of a year so long ago. */
export const lastYearProblems = (settings: Settings | undefined): readonly Problem[] => {
  const { lastYear } = settings ?? {};
  if (lastYear?.fiscalYear === undefined) return [];
  const most = lastYearMaxima(lastYear);
  const without = rows.filter((row) => most[row] === undefined && toldPoints(lastYear, row) !== undefined);
  return without.length === 0
    ? []
    : [
        problem(
          'last-year-most-unknown',
          { found: fiscalYearLabel(lastYear.fiscalYear) },
          { label: without.map((row) => rowNames[row]).join('・') },
        ),
      ];
};
