import data from './wards.json';
import { foldName } from './foldName';
import { once } from './once';
import { municipalityOfCode, type RegisteredMunicipality } from './register';

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
  data.cities.map(({ code }) => municipalityOfCode(code)).filter((city) => city !== undefined),
);

/** Wards of today and former ones: an old file still names 浜松市's seven. */
const byWard = once((): ReadonlyMap<string, readonly RegisteredMunicipality[]> => {
  const cities = new Map<string, RegisteredMunicipality[]>();
  for (const { code, wards } of [...data.cities, ...data.former]) {
    const city = municipalityOfCode(code);
    if (city === undefined) throw new Error(`byWard: no city ${code} in the register`);
    for (const ward of wards.split(' ').map(foldName)) {
      const known = cities.get(ward) ?? [];
      if (!known.includes(city)) cities.set(ward, [...known, city]);
    }
  }
  return cities;
});
