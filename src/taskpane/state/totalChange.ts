import { onlyMunicipality } from '../../evaluation';
import type { PaneState } from './paneState';

/** The total as texts: 447 or 447～455; `before` is what the sheets say now, where we know it. */
export interface TotalChange {
  readonly before: string | undefined;
  readonly now: string;
}

/** Old → new of the one municipality of the workbook; undefined with several, or before a reading. */
export const totalChange = ({ reading, written }: Pick<PaneState, 'reading' | 'written'>): TotalChange | undefined => {
  if (reading?.outcome.ok !== true) return undefined;
  const only = onlyMunicipality(reading.outcome.value);
  if (only === undefined) return undefined;
  return {
    before: written === undefined ? undefined : rangeText(written.total, written.most),
    now: rangeText(only.range.min, only.range.max),
  };
};

const rangeText = (least: number, most: number): string =>
  least === most ? String(least) : `${String(least)}～${String(most)}`;
