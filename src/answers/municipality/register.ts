import type { Problem } from '../../problems';
import { cleanName, foldName } from './foldName';
import formerRegister from './formerMunicipalities.json';
import municipalityRegister from './register.json';
import register from './register.json';
import wardRegister from './wards.json';

/** Makes a value at its first use and keeps it: the register's indexes cost nothing until someone asks. */
const once = <T extends object>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

/** One of the 1,741 municipalities, as the ministry's code list writes it. */
export interface RegisteredMunicipality {
  /** Six digits with check digit, e.g. `132063`. */
  readonly code: string;
  readonly prefecture: string;
  readonly name: string;
}

/** The day up to which the register is known to hold; shown wherever a name or code is not in it. */
export const registerDate = municipalityRegister.checkedDate;

/** All 1,741 municipalities in code order (source, date and confidence: register.json). */
export const registeredMunicipalities = once((): readonly RegisteredMunicipality[] =>
  municipalityRegister.prefectures.flatMap(({ prefecture, municipalities }) =>
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

/** A name or code that ended, and the municipality it is part of today. */
interface FormerMunicipality {
  readonly now: RegisteredMunicipality;
  /** First day of the new name, e.g. `2019-05-01`. */
  readonly since: string;
}

/** 「篠山市」 → 丹波篠山市 since 2019-05-01. Prefecture undefined = any. The table is known to be incomplete. */
export const formerlyNamed = (name: string, prefecture?: string): FormerMunicipality | undefined => {
  const folded = foldName(name);
  return found(
    (change) => foldName(change.name) === folded && (prefecture === undefined || change.prefecture === prefecture),
  );
};

/** 044237 (富谷町) → 富谷市 since 2016-10-10. */
export const formerlyCoded = (code: string): FormerMunicipality | undefined => found((change) => change.code === code);

type Change = (typeof formerRegister.changes)[number];

const found = (isIt: (change: Change) => boolean): FormerMunicipality | undefined => {
  const change = formerRegister.changes.find(isIt);
  const now = change === undefined ? undefined : municipalityOfCode(change.now);
  return change === undefined || now === undefined ? undefined : { now, since: change.since };
};

/** The designated cities that have a ward of this name: 「横浜市鶴見区」 → 横浜市; 「青葉区」 → 仙台市, 横浜市. */
export const citiesOfWard = (name: string): readonly RegisteredMunicipality[] => {
  if (!name.endsWith('区')) return [];
  const city = designatedCities().find((one) => name.length > one.name.length && name.startsWith(one.name));
  return city === undefined ? (byWard().get(foldName(name)) ?? []) : [city];
};

/** The designated city whose ward bears this code; wards are numbered upwards from their city, below 200. */
export const cityOfWardCode = (code: string): RegisteredMunicipality | undefined =>
  code.charAt(2) === '1' && municipalityOfCode(code) === undefined
    ? designatedCities().findLast((city) => city.code.startsWith(code.slice(0, 2)) && city.code < code)
    : undefined;

const designatedCities = once(() =>
  wardRegister.cities.map(({ code }) => municipalityOfCode(code)).filter((city) => city !== undefined),
);

/** Wards of today and former ones: an old file still names 浜松市's seven. */
const byWard = once((): ReadonlyMap<string, readonly RegisteredMunicipality[]> => {
  const cities = new Map<string, RegisteredMunicipality[]>();
  for (const { code, wards } of [...wardRegister.cities, ...wardRegister.former]) {
    const city = municipalityOfCode(code);
    if (city === undefined) throw new Error(`byWard: no city ${code} in the register`);
    for (const ward of wards.split(' ').map(foldName)) {
      const known = cities.get(ward) ?? [];
      if (!known.includes(city)) cities.set(ward, [...known, city]);
    }
  }
  return cities;
});

/** Every ward of a designated city under its city's name, today's and former ones: 札幌市中央区. */
export const wardsOfCities = once((): readonly string[] =>
  [...wardRegister.cities, ...wardRegister.former].flatMap(({ code, wards }) =>
    wards.split(' ').map((ward) => `${municipalityOfCode(code)?.name ?? ''}${ward}`),
  ),
);

/** Six-digit codes of the 20 政令指定都市, whose ranks councils like to leave out (八王子市 資料4-1). */
export const designatedCityCodes = (): readonly string[] => wardRegister.cities.map(({ code }) => code);

/**
 * 広域連合 and 組合 that act as insurer for their members; never one of the 1,741
 * (rules/grants.md#municipalities-and-insurers).
 */
export const isUnionName = (name: string): boolean => /広域連合|組合|企業団|広域行政/.test(cleanName(name));

/** Codes whose third digit is 8 or 9 belong to unions, not to municipalities (likely; the primary text was not at hand). */
export const isUnionCode = (code: string): boolean => /^\d\d[89]/.test(code);

/** The 47 prefectures in code order: 北海道 is 01, 沖縄県 is 47. */
export const prefectures: readonly string[] = register.prefectures.map(({ prefecture }) => prefecture);

const counts = once(
  (): ReadonlyMap<string, number> =>
    new Map(
      prefectures.map((one) => [one, registeredMunicipalities().filter(({ prefecture }) => prefecture === one).length]),
    ),
);

/** How many municipalities a prefecture has, wards and unions not counted; 0 where it is none. */
export const registeredIn = (prefecture: string): number => counts().get(prefecture) ?? 0;

/** 「福島県」 and 「福島」 → 福島県; spaces and full-width forms do not matter. Undefined when it is no prefecture. */
export const readPrefecture = (text: string): string | undefined => prefectureByName.get(cleanName(text));

/** The prefecture of a code's first two digits; undefined outside 01–47. */
export const prefectureOfCode = (code: string): string | undefined => prefectures[Number(code.slice(0, 2)) - 1];

const shortName = (prefecture: string): string => (prefecture === '北海道' ? prefecture : prefecture.slice(0, -1));

const prefectureByName: ReadonlyMap<string, string> = new Map(
  prefectures.flatMap((prefecture): [string, string][] => [
    [prefecture, prefecture],
    [shortName(prefecture), prefecture],
  ]),
);

/** Who answers: one of the 1,741, a union of several, a ward of a designated city, or a name that the register does not know. */
export interface MunicipalityIdentity {
  /** As the register writes it; without an entry there, the bare name as it was written. */
  readonly name: string;
  /** In full, e.g. 福島県. */
  readonly prefecture: string | undefined;
  /** Six digits. For unions and unknown names only if one was given. */
  readonly code: string | undefined;
  readonly kind: 'municipality' | 'union' | 'ward' | 'unknown';
  /** What a person should know or check all the same. */
  readonly notes: readonly Problem[];
}

/** The identity of a municipality of the register. */
export const identityOf = (
  { code, prefecture, name }: RegisteredMunicipality,
  notes: readonly Problem[] = [],
): MunicipalityIdentity => ({ name, prefecture, code, kind: 'municipality', notes });
