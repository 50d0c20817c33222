import { municipalitiesOf, onlyMunicipality, type MunicipalityResult, type Results } from '../../evaluation';
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
