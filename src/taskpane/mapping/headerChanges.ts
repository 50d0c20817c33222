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
