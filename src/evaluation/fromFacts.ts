import type { Settings } from '../settings';
import { engineVersion, fiscalYearLabel, type FiscalYear } from '../kernel';
import { ok, problem, refuse, type Result } from '../problems';
import type { SourceFile, ToldFacts } from './results';
import { nationalUnder, schemeHash, schemeOf, type Scheme } from '../schemes';
import { checkCode } from './checkCode';
import { otherRules } from './fromAnswers';

/** True when the settings tell this year's points or amounts, so that papers can be made without any answers. */
export const tellsFacts = (settings: Settings | undefined): settings is Settings =>
  settings !== undefined &&
  [...Object.values(settings.thisYear.points), ...Object.values(settings.notice)].some((value) => value !== undefined);

/** Results of a workbook that holds no answers but the facts of its sheet 設定; the year must be named there or asked for. */
export const factsResults = (
  settings: Settings,
  options: { readonly year?: FiscalYear; readonly scheme?: Scheme; readonly source?: SourceFile },
): Result<ToldFacts> => {
  const told = settings.thisYear.fiscalYear;
  const asked = options.scheme?.fiscalYear ?? options.year;
  if (told !== undefined && asked !== undefined && told !== asked) {
    return refuse(problem('year-contradicts', { found: fiscalYearLabel(told), expected: fiscalYearLabel(asked) }));
  }
  const year = told ?? asked;
  if (year === undefined) return refuse(problem('year-missing'));
  const scheme = options.scheme === undefined ? schemeOf(year) : ok(options.scheme);
  if (!scheme.ok) return scheme;
  return ok({
    scheme: scheme.value,
    schemeHash: schemeHash(scheme.value),
    national: nationalUnder(scheme.value),
    subject: 'facts',
    problems: otherRules(scheme.value),
    checkCode: checkCode(scheme.value, []),
    engineVersion,
    sources: options.source === undefined ? [] : [options.source],
    reading: [],
  });
};
