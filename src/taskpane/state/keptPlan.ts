import { onlyMunicipality, type Results } from '../../evaluation';
import { reportOfMarker, standingReports } from '../../report';
import { criterionIndexOf } from '../../schemes';
import type { SheetModel } from '../../workbook';
import type { PaneState } from './paneState';
import { subjectOf } from './trying';

/** The criteria of the plan that stands on the sheet 取組案; undefined where none is known, or it is of somebody else or by other rules. */
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

/** A plan stays on its sheet until a person leaves another there; a sheet that is new takes what is on trial. */
export const planToWrite = (state: PaneState): ReadonlySet<number> => {
  const { planToKeep, trial, reading, lastWrite } = state;
  const stands =
    standingReports(reading?.content.names ?? []).has('plan') ||
    lastWrite?.sheets.some(({ marker }) => reportOfMarker(marker) === 'plan') === true;
  return planToKeep ?? (stands ? keptPlan(state) : undefined) ?? trial;
};

/** The plan among what is written, as it is stored with the workbook; undefined where there is none. */
export const writtenPlan = (models: readonly SheetModel[], results: Results, state: PaneState): string | undefined => {
  const town = onlyMunicipality(results);
  if (town === undefined || !models.some(({ marker }) => reportOfMarker(marker) === 'plan')) return undefined;
  const { all } = criterionIndexOf(results.scheme);
  const ids = [...planToWrite(state)].map((index) => all[index]?.criterion.id ?? '');
  return [subjectOf(results, town), ...ids].join('\n');
};
