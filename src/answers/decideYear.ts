import { fiscalYearLabel, fiscalYearsIn, ok, problem, refuse, type FiscalYear, type Result } from '../kernel';
import { blockSchemeOf, blockSchemes } from '../schemes';
import type { AnswerTable } from './tables/answerTable';
import { printedFullMarks } from './tables/printedFullMarks';

/**
 * The fiscal year a workbook speaks of: from the 年度 column, a 年度 label, the headings, the answer columns' headers, the
 * sheet names, the file name — the first of these that says anything decides. Refused when it names several, another year
 * than the one asked for, or prints the full marks of a year with other rules (R5: rules/bad-inputs.md#b040).
 */
export const decideYear = (
  tables: readonly AnswerTable[],
  asked: FiscalYear | undefined,
  fileName: string | undefined,
): Result<FiscalYear> => {
  const year = yearNamed(tables, asked, fileName);
  const other = fullMarksOfAnotherYear(tables);
  if (other === undefined || (year.ok && year.value === other.year)) return year;
  const place = { found: String(other.maxPoints), expected: fiscalYearLabel(other.year) };
  return refuse(problem('full-marks-of-another-year', place));
};

const yearNamed = (
  tables: readonly AnswerTable[],
  asked: FiscalYear | undefined,
  fileName: string | undefined,
): Result<FiscalYear> => {
  const sources = [
    tables.flatMap(({ years }) => years),
    tables.flatMap(({ title }) => title.labelledYears),
    tables.flatMap(({ title }) => title.mentionedYears),
    tables.flatMap(({ answerColumns }) => answerColumns.flatMap(({ year }) => year ?? [])),
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

const fullMarksOfAnotherYear = (
  tables: readonly AnswerTable[],
): { readonly year: FiscalYear; readonly maxPoints: number } | undefined => {
  const printed = new Set(tables.flatMap(printedFullMarks));
  for (const { year, part } of blockSchemes) {
    const scheme = part === 'municipality' ? blockSchemeOf(year, part) : undefined;
    if (scheme?.ok === true && printed.has(scheme.value.maxPoints)) return { year, maxPoints: scheme.value.maxPoints };
  }
  return undefined;
};
