import { ownedSheets, type DefinedName } from '../../workbook';
import type { PaneState } from '../state/paneState';
import { readMarks } from './storedSettings';

/** What the pane remembers of its sheets: with the workbook, and of a write of this session where the workbook keeps nothing. */
type Remembered = Pick<PaneState, 'stored' | 'lastWrite'>;

/**
 * Whether a sheet that we wrote was deleted since, in this session or before it: what the others say is no longer the whole
 * result. Where nothing is remembered nobody can tell that a sheet still stands.
 */
export const isGone = (names: readonly DefinedName[], { stored, lastWrite }: Remembered): boolean => {
  const marks = readMarks(stored.cells);
  const markers = new Set([...marks.keys(), ...(lastWrite?.sheets ?? []).map(({ marker }) => marker)]);
  return markers.size === 0 || [...markers].some((marker) => !stands(names, marker, marks.get(marker)));
};

/** The marks of the sheets that stand: a report that a person deleted is not missed after the next write. */
export const standingMarks = (
  names: readonly DefinedName[],
  { cells }: PaneState['stored'],
): ReadonlyMap<string, string> =>
  new Map([...readMarks(cells)].filter(([marker, marks]) => stands(names, marker, marks)));

/**
 * Sheets are known by their markers, also under another name. 得点, which bears the total, must be the very one: that of
 * another town or year which a person kept beside it says nothing of this one.
 */
const stands = (names: readonly DefinedName[], marker: string, marks: string | undefined): boolean =>
  ownedSheets(names, { marker, name: '' }).some(
    ({ fingerprint }) =>
      marker !== 'score' || marks === undefined || fingerprint === undefined || marks.startsWith(fingerprint),
  );
