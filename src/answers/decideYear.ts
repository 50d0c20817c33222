import { fiscalYearLabel, fiscalYearsIn, ok, problem, refuse, type FiscalYear, type Result } from '../kernel';
import type { AnswerTable } from './tables/answerTable';

/**
 * The fiscal year a workbook speaks of: from the 年度 column, a 年度 label, the headings, the sheet names, the file name — the
 * first of these that says anything decides. Refused when it names several, or another year than the one asked for.
 */
export const decideYear = (
  tables: readonly AnswerTable[],
  asked: FiscalYear | undefined,
  fileName: string | undefined,
): Result<FiscalYear> => {
  const sources = [
    tables.flatMap(({ years }) => years),
    tables.flatMap(({ title }) => title.labelledYears),
    tables.flatMap(({ title }) => title.mentionedYears),
    tables.flatMap(({ sheet }) => fiscalYearsIn(sheet.name)),
    fiscalYearsIn(fileName ?? ''),
  ].map((years) => [...new Set(years)]);
  const named = sources.find((years) => years.length > 0);
  const [first] = named ?? [];
  if (named === undefined || first === undefined) {
    return asked === undefined ? refuse(problem('year-missing')) : ok(asked);
  }
  if (asked !== undefined) {
    return named.includes(asked)
      ? ok(asked)
      : refuse(problem('year-contradicts', { found: listed(named), expected: fiscalYearLabel(asked) }));
  }
  return named.length === 1 ? ok(first) : refuse(problem('year-ambiguous', { found: listed(named) }));
};

const listed = (years: readonly FiscalYear[]): string => years.map(fiscalYearLabel).join('・');
