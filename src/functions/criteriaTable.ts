import { ok, type Result } from '../kernel';
import { criterionIndexOf, goalNumeral, grantNames, groupNames } from '../schemes';
import { readScheme } from './readYear';

/** CRITERIA: one row per criterion of the year, under a header, in the order of the notice. */
export const criteriaTable = (year: unknown): Result<(string | number)[][]> => {
  const scheme = readScheme(year);
  if (!scheme.ok) return scheme;
  return ok([
    ['枝番ID', '交付金', '目標', '指標群', '番号', '指標', '枝番', '配点'],
    ...criterionIndexOf(scheme.value).all.map(({ criterion, indicator }) => [
      criterion.id,
      grantNames[indicator.grant].short,
      goalNumeral(indicator.goal),
      groupNames[indicator.group].short,
      indicator.number,
      indicator.name,
      criterion.label,
      criterion.points,
    ]),
  ]);
};
