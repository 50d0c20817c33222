import { foldText, ok, problem, readFiscalYear, refuse, type FiscalYear, type Result } from '../kernel';
import { schemeOf, type Scheme } from '../schemes';
import { readCell, readRange } from './readRange';

/** The year argument: R8, 令和8年度, 2026, and a bare 8 for 令和8. */
export const readYear = (argument: unknown): Result<FiscalYear> => {
  const range = readRange(argument);
  const value = range.ok ? readCell(range.value[0]?.[0]) : null;
  const text = value instanceof Date || value === null ? '' : foldText(String(value));
  const year = readFiscalYear(/^\d{1,2}$/.test(text) ? `R${text}` : text);
  return year === undefined ? refuse(problem('function-year-unreadable', { found: text })) : ok(year);
};

/** The packaged scheme of the year argument; another year is never used instead. */
export const readScheme = (argument: unknown): Result<Scheme> => {
  const year = readYear(argument);
  return year.ok ? schemeOf(year.value) : year;
};
