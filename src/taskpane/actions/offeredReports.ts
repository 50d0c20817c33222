import type { Results } from '../../evaluation';
import { reportSheets, singleReports, type SingleReport } from '../../report';

const known = new WeakMap<Results, ReadonlySet<SingleReport>>();

/** The reports that say something about these results; found out once for each results. */
export const offeredReports = (results: Results): ReadonlySet<SingleReport> => {
  const before = known.get(results);
  if (before !== undefined) return before;
  const offered = new Set(singleReports.filter((report) => reportSheets(results, report).length > 0));
  known.set(results, offered);
  return offered;
};
