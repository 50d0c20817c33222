import { designatedCityCodes, registeredMunicipalities } from '../answers';
import { at } from '../kernel';
import type { NationalFigures } from '../schemes';

/** Among whom a municipality is ranked. */
export type ScopeName =
  'nation' | 'prefecture' | 'size-class' | 'size-class-and-depopulation' | 'without-designated-cities' | 'peers';

/** A scope as columns: per row the number of its group, −1 where the row is not ranked in this scope. */
export interface Scope {
  readonly name: ScopeName;
  readonly groups: Int16Array;
}

/** What the scopes need to know of the rows, column by column. */
export interface ScopeColumns {
  readonly count: number;
  readonly prefectures: readonly (string | undefined)[];
  readonly codes: readonly (string | undefined)[];
  /** 1–5; 0 = not known. */
  readonly sizeClass: Uint8Array;
  /** 1 = 過疎, 0 = not; 255 = not known. */
  readonly depopulated: Uint8Array;
}

/** Every scope that the columns allow; `peers` only when rows are chosen. A scope nobody belongs to is left out. */
export const scopesOf = (columns: ScopeColumns, peers?: readonly number[]): readonly Scope[] => {
  const numbers = new Map<string, number>();
  const prefectureGroups = Int16Array.from({ length: columns.count }, (_, row) => {
    const prefecture = columns.prefectures[row];
    if (prefecture === undefined) return -1;
    const known = numbers.get(prefecture) ?? numbers.size;
    numbers.set(prefecture, known);
    return known;
  });
  const designated = new Set(designatedCityCodes());
  const by = (name: ScopeName, groupOf: (row: number) => number): Scope => ({
    name,
    groups: Int16Array.from({ length: columns.count }, (_, row) => groupOf(row)),
  });
  const sizeOf = (row: number): number => at(columns.sizeClass, row) - 1;
  const all: readonly Scope[] = [
    by('nation', () => 0),
    { name: 'prefecture', groups: prefectureGroups },
    by('size-class', sizeOf),
    by('size-class-and-depopulation', (row) => {
      const depopulated = at(columns.depopulated, row);
      return sizeOf(row) < 0 || depopulated > 1 ? -1 : sizeOf(row) * 2 + depopulated;
    }),
    by('without-designated-cities', (row) => (designated.has(columns.codes[row] ?? '') ? -1 : 0)),
    ...(peers === undefined ? [] : [peerScope(columns.count, peers)]),
  ];
  return all.filter(({ groups }) => groups.some((group) => group >= 0));
};

/** A chosen group: the rows given, and nobody else. */
export const peerScope = (count: number, rows: readonly number[]): Scope => {
  const chosen = new Set(rows);
  return { name: 'peers', groups: Int16Array.from({ length: count }, (_, row) => (chosen.has(row) ? 0 : -1)) };
};

/** How many municipalities are ranked in a year: as published, else as many as the code list has. */
export const municipalitiesIn = (national: NationalFigures | undefined): number =>
  national?.municipalities ?? registeredMunicipalities().length;
