import { fiscalYearLabel, fiscalYearsIn, ok, problem, refuse, type FiscalYear, type Result } from '../../kernel';
import type { SheetContent } from '../../workbook';
import { yearsMentioned } from '../tables/titleBlock';

/**
 * The fiscal year of a national table: from the texts above its header, the sheet's name, the file's name: the first of
 * these that says anything decides. Refused when it names several or another one than asked for; never guessed.
 */
export const decideNationalYear = (
  sheet: SheetContent,
  headerTop: number,
  asked: FiscalYear | undefined,
  fileName: string | undefined,
): Result<FiscalYear> => {
  const titles = sheet.grid
    .slice(0, headerTop)
    .flatMap((row) => row.filter((value) => typeof value === 'string' && value !== ''))
    .map(String);
  const named = [yearsMentioned(titles), fiscalYearsIn(sheet.name), fiscalYearsIn(fileName ?? '')].find(
    (years) => years.length > 0,
  );
  const [first, ...others] = named ?? [];
  const place = { sheet: sheet.name };
  if (named === undefined || first === undefined) {
    return asked === undefined ? refuse(problem('year-missing', place)) : ok(asked);
  }
  const found = named.map(fiscalYearLabel).join('・');
  if (asked !== undefined) {
    return named.includes(asked)
      ? ok(asked)
      : refuse(problem('year-contradicts', { ...place, found, expected: fiscalYearLabel(asked) }));
  }
  return others.length === 0 ? ok(first) : refuse(problem('year-ambiguous', { ...place, found }));
};
