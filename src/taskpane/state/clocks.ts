import { municipalitiesOf } from '../../evaluation';
import type { PaneState } from './paneState';

/**
 * The three clocks: when the answers were changed, from which answers the result comes, and from which result the sheets.
 * `changed` = the answers are newer than the result · `unwritten` = the result is newer than the sheets, or there are none ·
 * `fresh` = all say the same · `none` = nothing was scored.
 */
export type Standing = 'none' | 'changed' | 'unwritten' | 'fresh';

export const standingOf = ({
  reading,
  stale,
  written,
  decisions,
  decisionsAreWritten,
}: Pick<PaneState, 'reading' | 'stale' | 'written' | 'decisions' | 'decisionsAreWritten'>): Standing => {
  if (reading?.outcome.ok !== true) return 'none';
  if (stale) return 'changed';
  const isDecided = decisions === undefined || decisionsAreWritten;
  const isOfThisResult =
    written?.checkCode === reading.outcome.value.checkCode && written.besideMark === reading.besideMark;
  return isDecided && isOfThisResult ? 'fresh' : 'unwritten';
};

/** Whether any total is still a range. */
export const isProvisional = ({ reading }: Pick<PaneState, 'reading'>): boolean =>
  reading?.outcome.ok === true && municipalitiesOf(reading.outcome.value).some(({ provisional }) => provisional);
