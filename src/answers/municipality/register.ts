import data from './register.json';
import { foldName } from './foldName';
import { once } from './once';

/** One of the 1,741 municipalities, as the ministry's code list writes it. */
export interface RegisteredMunicipality {
  /** Six digits with check digit, e.g. `132063`. */
  readonly code: string;
  readonly prefecture: string;
  readonly name: string;
}

/** The day up to which the register is known to hold; shown wherever a name or code is not in it. */
export const registerDate = data.checkedDate;

/** All 1,741 municipalities in code order (source, date and confidence: register.json). */
export const registeredMunicipalities = once((): readonly RegisteredMunicipality[] =>
  data.prefectures.flatMap(({ prefecture, municipalities }) =>
    municipalities.map((entry) => ({ code: entry.slice(0, 6), prefecture, name: entry.slice(7) })),
  ),
);

/** The municipality of a six-digit code. */
export const municipalityOfCode = (code: string): RegisteredMunicipality | undefined => byCode().get(code);

/** The municipalities whose name is exactly this, in any prefecture. */
export const municipalitiesNamed = (name: string): readonly RegisteredMunicipality[] => byName().get(name) ?? [];

/** The municipalities whose name is this but for variant characters. */
export const municipalitiesLike = (name: string): readonly RegisteredMunicipality[] =>
  byFoldedName().get(foldName(name)) ?? [];

/** The municipalities whose name without 市, 町, 村 or 区 is this, variant characters allowed. */
export const municipalitiesWithBase = (base: string): readonly RegisteredMunicipality[] =>
  byFoldedBase().get(foldName(base)) ?? [];

const byCode = once(() => new Map(registeredMunicipalities().map((one) => [one.code, one])));
const byName = once(() => groupedBy(({ name }) => name));
const byFoldedName = once(() => groupedBy(({ name }) => foldName(name)));
const byFoldedBase = once(() => groupedBy(({ name }) => foldName(name.slice(0, -1))));

const groupedBy = (
  key: (one: RegisteredMunicipality) => string,
): ReadonlyMap<string, readonly RegisteredMunicipality[]> => {
  const groups = new Map<string, RegisteredMunicipality[]>();
  for (const one of registeredMunicipalities()) {
    const group = groups.get(key(one));
    if (group === undefined) groups.set(key(one), [one]);
    else group.push(one);
  }
  return groups;
};
