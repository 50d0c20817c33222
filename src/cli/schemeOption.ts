import { fiscalYearLabel, problem, refuse, type FiscalYear, type Result } from '../kernel';
import { readScheme, type Scheme } from '../schemes';
import { readJsonFile } from './readJsonFile';

/** The scheme of `--scheme`, undefined without it; refused beside a `--year` that is not its own. */
export const schemeOption = async (
  path: string | undefined,
  year: FiscalYear | undefined,
  folder: string,
): Promise<Result<Scheme | undefined>> => {
  const scheme = await readJsonFile(path, folder, readScheme);
  if (!scheme.ok || scheme.value === undefined || year === undefined || year === scheme.value.fiscalYear) return scheme;
  const found = fiscalYearLabel(scheme.value.fiscalYear);
  return refuse(problem('scheme-year-differs', { found, expected: fiscalYearLabel(year) }));
};
