import { outlookFrom, type Outlook, type OutlookAsked } from '../outlook';
import { at } from '../kernel';
import { ok, type Result } from '../problems';
import { criterionIndexOf } from '../schemes';
import type { Results } from './results';
import { standpointOf } from './standpoint';

/**
 * The results with an outlook for each municipality that was scored from its answers; a national table and told facts have
 * none. What is to be said of the goal joins the problems. Refused where the scenario names criteria the year does not have.
 */
export const withOutlook = (results: Results, asked: OutlookAsked): Result<Results> => {
  if (results.subject === 'facts' || results.subject === 'nation') return ok(results);
  const outlooks: Outlook[] = [];
  for (const municipality of results.municipalities) {
    const outlook = outlookFrom(standpointOf(results, municipality), asked);
    if (!outlook.ok) return outlook;
    outlooks.push(outlook.value);
  }
  const said = outlooks.flatMap(({ problems }) => problems);
  return ok({ ...results, outlooks, problems: [...results.problems, ...said] });
};

/** What is asked for one plan: these criteria met. */
export const planAsked = (
  { scheme }: Pick<Results, 'scheme'>,
  name: string,
  criteria: Iterable<number>,
): OutlookAsked => {
  const { all } = criterionIndexOf(scheme);
  const met = Array.from(criteria, (index) => at(all, index).criterion.id);
  return { scenario: { plans: [{ name, met, unmet: [] }], effort: new Map(), excluded: [] } };
};
