import { placeAmong } from '../../answers';
import type { FiscalYear } from '../../kernel';
import type { Layout } from './layout';
import type { MappedColumn, Mapping } from './mapping';

/** The mapping with another sheet; undefined = every sheet with a table. A column belongs to its sheet, so it goes. */
export const onSheet = ({ year, markMeanings }: Mapping, sheet: string | undefined): Mapping => ({
  markMeanings,
  ...(year === undefined ? {} : { year }),
  ...(sheet === undefined ? {} : { sheet }),
});

/** The mapping with this column of this sheet; undefined = the columns the engine finds. */
export const onColumn = (mapping: Mapping, sheet: string, column: MappedColumn | undefined): Mapping =>
  column === undefined ? onSheet(mapping, mapping.sheet) : { ...onSheet(mapping, sheet), column };

/** The mapping with this year; undefined = the year the workbook speaks of. */
export const inYear = ({ sheet, column, markMeanings }: Mapping, year: FiscalYear | undefined): Mapping => ({
  markMeanings,
  ...(sheet === undefined ? {} : { sheet }),
  ...(column === undefined ? {} : { column }),
  ...(year === undefined ? {} : { year }),
});

/** What of a mapping still fits the workbook; what is gone is found out anew, and the pane shows which headers changed. */
export const fitting = (mapping: Mapping, layout: Layout): Mapping => {
  const chosen = layout.find(({ name }) => name === mapping.sheet);
  if (chosen === undefined) return onSheet(mapping, undefined);
  const here = mapping.column !== undefined && placeAmong(chosen.columns, mapping.column) !== undefined;
  return here ? mapping : onSheet(mapping, chosen.name);
};

/** A header cell that is not as it was when the mapping was made. */
export interface HeaderChange {
  /** `回答!H8` */
  readonly place: string;
  readonly before: string;
  readonly now: string;
}

/** What changed between two lists of headers, cell by cell; an absent header is an empty text. */
export const headerChanges = (before: readonly string[], now: readonly string[]): readonly HeaderChange[] => {
  const old = byPlace(before);
  const current = byPlace(now);
  return [...new Set([...old.keys(), ...current.keys()])]
    .map((place) => ({ place, before: old.get(place) ?? '', now: current.get(place) ?? '' }))
    .filter((change) => change.before !== change.now);
};

/** A sheet's name may hold `=`, an address cannot: the place ends at the first `=` after the last `!` before it. */
const byPlace = (headers: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    headers.map((header) => {
      const match = /![A-Z]{1,3}[0-9]{1,7}=/.exec(header);
      const end = match === null ? header.length : match.index + match[0].length - 1;
      return [header.slice(0, end), header.slice(end + 1)];
    }),
  );
