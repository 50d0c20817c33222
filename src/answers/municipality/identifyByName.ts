import { ok, problem, refuse, type Result } from '../../kernel';
import { formerlyNamed } from './formerMunicipalities';
import { listed } from './listed';
import { identityOf, type MunicipalityIdentity } from './municipalityIdentity';
import { matchName } from './nameMatch';
import { readPrefecture } from './prefectures';
import type { NameReading } from './readName';
import { municipalitiesWithBase, registerDate, type RegisteredMunicipality } from './register';
import { isUnionName } from './unions';
import { citiesOfWard } from './wards';

/** Identifies by name and, where known, prefecture. A name that nothing resembles is `unknown`, not refused. */
export const identifyByName = (reading: NameReading, givenPrefecture?: string): Result<MunicipalityIdentity> => {
  const found = reading.written;
  const prefecture = givenPrefecture ?? reading.prefecture;
  if (reading.prefecture !== undefined && reading.prefecture !== prefecture) return elsewhere(reading, prefecture);
  if (reading.names.some(isUnionName)) return ok(unionOf(found, prefecture));

  const match = matchName(reading, prefecture);
  const [one, ...others] = match?.candidates ?? [];
  if (one !== undefined && others.length > 0) {
    return refuse(problem('municipality-shared-name', { found }, { candidates: listed(one, ...others) }));
  }
  if (one !== undefined) {
    const notes =
      match?.spelling === 'variant'
        ? [problem('municipality-spelling', { found, expected: listed(one) })]
        : prefecture === undefined
          ? wardsOfTheSameName(reading, one)
          : [];
    return ok(identityOf(one, found, notes));
  }
  return withoutMatch(reading, prefecture);
};

/** A union of municipalities, for which no municipality's code, rank or members are guessed. */
export const unionOf = (written: string, prefecture?: string, code?: string): MunicipalityIdentity => ({
  name: written,
  prefecture,
  code,
  kind: 'union',
  notes: [problem('municipality-union', { found: written })],
});

const withoutMatch = (reading: NameReading, prefecture: string | undefined): Result<MunicipalityIdentity> => {
  const found = reading.written;
  const isThere = (one: RegisteredMunicipality): boolean => prefecture === undefined || one.prefecture === prefecture;

  const cities = reading.names.flatMap(citiesOfWard).filter(isThere);
  if (cities.length > 0) return refuse(problem('municipality-ward', { found }, { candidates: listed(...cities) }));

  const former = reading.names.map((name) => formerlyNamed(name, prefecture)).find((one) => one !== undefined);
  if (former !== undefined) {
    const { now, since } = former;
    return ok(identityOf(now, found, [problem('municipality-former', { found, expected: listed(now) }, { since })]));
  }

  const bases = reading.names.flatMap(municipalitiesWithBase).filter(isThere);
  if (bases.length > 0) return refuse(problem('municipality-base-name', { found }, { candidates: listed(...bases) }));

  const itself = readPrefecture(found);
  if (itself !== undefined) return refuse(problem('municipality-is-prefecture', { found }, { prefecture: itself }));
  if (prefecture !== undefined && matchName(reading) !== undefined) return elsewhere(reading, prefecture);

  const unknown = problem('municipality-unknown', { found }, { listDate: registerDate });
  return ok({ name: found, prefecture, code: undefined, kind: 'unknown', notes: [unknown] });
};

const elsewhere = (reading: NameReading, prefecture = ''): Result<MunicipalityIdentity> => {
  const candidates = listed(...(matchName(reading)?.candidates ?? []));
  return refuse(problem('municipality-in-other-prefecture', { found: reading.written }, { prefecture, candidates }));
};

/** 中央区, 北区 and 港区 are special wards of Tokyo and wards of other cities too; only code or prefecture decides. */
const wardsOfTheSameName = ({ written, names }: NameReading, one: RegisteredMunicipality) => {
  const cities = names.flatMap(citiesOfWard);
  return cities.length === 0
    ? []
    : [
        problem(
          'municipality-special-ward-assumed',
          { found: written, expected: listed(one) },
          { candidates: listed(...cities) },
        ),
      ];
};
