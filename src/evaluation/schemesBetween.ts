import { westernYear } from '../kernel';
import { schemeOf, scoredYears, type Scheme } from '../schemes';

/** The rules of the years between two, oldest first: what was asked in both is known through them. */
export const schemesBetween = (first: Scheme, last: Scheme): readonly Scheme[] =>
  scoredYears()
    .filter(
      (year) => westernYear(year) > westernYear(first.fiscalYear) && westernYear(year) < westernYear(last.fiscalYear),
    )
    .flatMap((year) => {
      const scheme = schemeOf(year);
      return scheme.ok ? [scheme.value] : [];
    });
