import { municipalitiesOf, onlyMunicipality, type MunicipalityResult, type Results } from '../../evaluation';
import { criterionIndexOf } from '../../schemes';
import type { PaneState, Reading, Trying } from './paneState';

/** What もしも holds of nobody. */
export const nothingTried: Trying = { trial: new Set(), goal: '', plans: {} };

/** By what a municipality is known again in another reading. */
export const townKey = ({ identity: { code, prefecture, name } }: MunicipalityResult): string =>
  code ?? `${prefecture ?? ''}${name}`;

/** Whose plan it is: the rules it is made by, and the municipality; none while several are in hand. */
export const subjectOf = (results: Results, town: MunicipalityResult | undefined): string =>
  `${results.schemeHash.slice(0, 16)}/${town === undefined ? '' : townKey(town)}`;

/**
 * The municipality and what is on trial, after another reading: found again by the municipality's code or name, and kept as
 * long as it is the same one by the same rules. A workbook that cannot be scored for a while changes nothing.
 */
export const placesOf = (
  state: PaneState,
  { outcome }: Reading,
): Pick<PaneState, 'municipality' | 'subject'> & Partial<Trying> => {
  const { municipality, subject } = state;
  if (!outcome.ok) return { municipality, subject };
  const towns = municipalitiesOf(outcome.value);
  const chosen = towns.findIndex((town) => subject === subjectOf(outcome.value, town));
  const place = municipality === undefined || chosen < 0 ? undefined : chosen;
  const now = subjectOf(outcome.value, onlyMunicipality(outcome.value) ?? towns[place ?? -1]);
  return { municipality: place, subject: now, ...(now === subject ? {} : nothingTried) };
};

/** The plan that stands on the sheet 取組案, as it is stored with the workbook. */
export const planText = (results: Results, town: MunicipalityResult, trial: ReadonlySet<number>): string => {
  const { all } = criterionIndexOf(results.scheme);
  return [subjectOf(results, town), ...[...trial].map((index) => all[index]?.criterion.id ?? '')].join('\n');
};

/** The criteria of that plan; undefined where none is known, or it is of somebody else or by other rules. */
export const keptPlan = ({
  reading,
  stored,
}: Pick<PaneState, 'reading' | 'stored'>): ReadonlySet<number> | undefined => {
  if (reading?.outcome.ok !== true || stored.plan === undefined) return undefined;
  const { value: results } = reading.outcome;
  const [subject, ...ids] = stored.plan.split('\n');
  const town = onlyMunicipality(results);
  return town === undefined || subject !== subjectOf(results, town) ? undefined : new Set(indexesOf(results, ids));
};

/** Criteria by their ids; one that the year does not have is left out. */
export const indexesOf = ({ scheme }: Results, ids: readonly string[]): readonly number[] => {
  const { byId } = criterionIndexOf(scheme);
  return ids.flatMap((id) => byId.get(id)?.index ?? []);
};
