import { ok, problem, refuse, type Problem, type Result } from '../../problems';
import type { CellValue } from '../../workbook';
import { listed, readMunicipalityCode } from './code';
import { cleanName } from './foldName';
import { fitOf, matchName, readName, type NameReading } from './names';
import {
  citiesOfWard,
  cityOfWardCode,
  formerlyCoded,
  formerlyNamed,
  identityOf,
  isUnionCode,
  isUnionName,
  municipalitiesWithBase,
  municipalityOfCode,
  prefectureOfCode,
  readPrefecture,
  registerDate,
  type MunicipalityIdentity,
  type RegisteredMunicipality,
} from './register';

/** What a workbook says of a municipality; blank counts as absent. */
export interface MunicipalityClaim {
  readonly name?: string | undefined;
  readonly prefecture?: string | undefined;
  readonly code?: CellValue | undefined;
}

/**
 * Says which municipality is meant. Refuses where a person must choose (shared or shortened name, a prefecture, name and
 * code that disagree: E-241…E-255, all of severity `check`); the caller may still score under the name as written. An
 * unknown name, a union and a ward are no refusals: they come back as such, with a note.
 */
export const identifyMunicipality = (claim: MunicipalityClaim): Result<MunicipalityIdentity> => {
  const written = present(claim.name);
  const reading = written === undefined ? undefined : readName(written);
  const writtenPrefecture = present(claim.prefecture);
  const prefecture = writtenPrefecture === undefined ? undefined : readPrefecture(writtenPrefecture);
  const notes: readonly Problem[] =
    writtenPrefecture !== undefined && prefecture === undefined
      ? [problem('prefecture-unknown', { found: writtenPrefecture })]
      : [];

  const given = typeof claim.code === 'string' ? present(claim.code) : (claim.code ?? undefined);
  const code =
    given === undefined ? codeBeside(reading, prefecture) : readMunicipalityCode(given, { name: written, prefecture });
  if (code?.ok === true) return noted(identifyByCode(code.value, reading, prefecture), notes);
  const allNotes = [...notes, ...(code?.problems ?? [])];
  if (reading === undefined) return refuse(problem('municipality-nameless'), ...allNotes);
  return noted(identifyByName(reading, prefecture), allNotes);
};

/** Digits beside the name count where they are a code: 202510 川崎町 is a month. */
const codeBeside = (reading: NameReading | undefined, prefecture: string | undefined): Result<string> | undefined => {
  if (reading?.code === undefined) return undefined;
  const code = readMunicipalityCode(reading.code, { name: reading.name, prefecture: prefecture ?? reading.prefecture });
  return code.ok ? code : undefined;
};

const present = (text: string | undefined): string | undefined =>
  text === undefined || cleanName(text) === '' ? undefined : text;

const noted = (result: Result<MunicipalityIdentity>, notes: readonly Problem[]): Result<MunicipalityIdentity> => {
  if (result.ok) return ok({ ...result.value, notes: [...notes, ...result.value.notes] });
  return { ok: false, problems: [...result.problems, ...notes] };
};

/** Identifies by a valid six-digit code; name and prefecture, where given, must agree with it. */
const identifyByCode = (
  code: string,
  reading: NameReading | undefined,
  prefecture: string | undefined,
): Result<MunicipalityIdentity> => {
  const one = municipalityOfCode(code);
  if (one !== undefined) return agreed(one, code, reading, prefecture, []);

  const former = formerlyCoded(code);
  if (former !== undefined) {
    const expected = listed(former.now);
    const note = problem('municipality-former', { found: code, expected }, { since: former.since });
    return agreed(former.now, code, reading, prefecture, [note]);
  }

  const found = reading?.written ?? code;
  const city = cityOfWardCode(code);
  if (city !== undefined) return ok(wardOf(reading?.name ?? code, city));
  const ofCode = prefectureOfCode(code) ?? '';
  if (code.slice(2, 5) === '000') {
    return refuse(problem('municipality-is-prefecture', { found }, { prefecture: ofCode }));
  }
  return outsideTheRegister(code, reading, prefecture ?? ofCode);
};

const agreed = (
  one: RegisteredMunicipality,
  code: string,
  reading: NameReading | undefined,
  prefecture: string | undefined,
  notes: readonly Problem[],
): Result<MunicipalityIdentity> => {
  const found = reading?.written ?? prefecture ?? '';
  const settled = (...further: readonly Problem[]) => ok(identityOf(one, [...notes, ...further]));
  const mismatch = () => refuse(problem('municipality-code-mismatch', { found }, { code, official: listed(one) }));
  if (prefecture !== undefined && prefecture !== one.prefecture) return mismatch();
  if (reading === undefined) return settled();
  switch (fitOf(reading, one)) {
    case 'exact':
      return settled(...writtenOtherwise(reading, one));
    case 'base':
      return settled(problem('municipality-written', { found, expected: listed(one) }));
    case 'former':
      return settled(...(notes.length > 0 ? [] : [problem('municipality-written', { found, expected: listed(one) })]));
    case 'variant':
      return settled(problem('municipality-spelling', { found, expected: listed(one) }));
    case undefined:
      return reading.names.flatMap(citiesOfWard).includes(one) ? ok(wardOf(reading.name, one)) : mismatch();
  }
};

const outsideTheRegister = (
  code: string,
  reading: NameReading | undefined,
  prefecture: string,
): Result<MunicipalityIdentity> => {
  const isUnion = isUnionCode(code) || reading?.names.some(isUnionName) === true;
  if (reading !== undefined && matchName(reading, prefecture) !== undefined) {
    const official = isUnion ? '広域連合・組合のコード' : '名簿にないコード';
    return refuse(problem('municipality-code-mismatch', { found: reading.written }, { code, official }));
  }
  const name = reading?.name ?? code;
  if (isUnion) return ok(unionOf(name, prefecture, code));
  const note = problem('municipality-code-unknown', { found: code }, { listDate: registerDate });
  return ok({ name, prefecture, code, kind: 'unknown', notes: [note] });
};

/** Identifies by name and, where known, prefecture. A name that nothing resembles is `unknown`, not refused. */
const identifyByName = (reading: NameReading, givenPrefecture?: string): Result<MunicipalityIdentity> => {
  const found = reading.written;
  const prefecture = givenPrefecture ?? reading.prefecture;
  if (reading.prefecture !== undefined && reading.prefecture !== prefecture) return elsewhere(reading, prefecture);
  if (reading.names.some(isUnionName)) return ok(unionOf(reading.name, prefecture));

  const match = matchName(reading, prefecture);
  const [one, ...others] = match?.candidates ?? [];
  if (one !== undefined && others.length > 0) {
    return refuse(problem('municipality-shared-name', { found }, { candidates: listed(one, ...others) }));
  }
  if (one !== undefined) {
    const notes =
      match?.spelling === 'variant'
        ? [problem('municipality-spelling', { found, expected: listed(one) })]
        : [...(prefecture === undefined ? wardsOfTheSameName(reading, one) : []), ...writtenOtherwise(reading, one)];
    return ok(identityOf(one, notes));
  }
  return withoutMatch(reading, prefecture);
};

/** A union of municipalities, for which no municipality's code, rank or members are guessed. */
const unionOf = (written: string, prefecture?: string, code?: string): MunicipalityIdentity => ({
  name: written,
  prefecture,
  code,
  kind: 'union',
  notes: [problem('municipality-union', { found: written })],
});

/** A ward of a designated city is no insurer: it is scored under its own name, and nothing is ranked or paid. */
const wardOf = (name: string, ...cities: readonly RegisteredMunicipality[]): MunicipalityIdentity => ({
  name,
  prefecture: cities.length === 1 ? cities[0]?.prefecture : undefined,
  code: undefined,
  kind: 'ward',
  notes: [problem('municipality-ward', { found: name }, { candidates: listed(...cities) })],
});

/** Says what was left off the name, if it was more than spaces, prefecture and code. */
const writtenOtherwise = (reading: NameReading, one: RegisteredMunicipality): readonly Problem[] =>
  reading.leftOff.length === 0 && reading.name === one.name
    ? []
    : [problem('municipality-written', { found: reading.written, expected: listed(one) })];

const withoutMatch = (reading: NameReading, prefecture: string | undefined): Result<MunicipalityIdentity> => {
  const found = reading.written;
  const isThere = (one: RegisteredMunicipality): boolean => prefecture === undefined || one.prefecture === prefecture;

  const cities = reading.names.flatMap(citiesOfWard).filter(isThere);
  if (cities.length > 0) return ok(wardOf(reading.name, ...cities));

  const former = reading.names.map((name) => formerlyNamed(name, prefecture)).find((one) => one !== undefined);
  if (former !== undefined) {
    const { now, since } = former;
    return ok(identityOf(now, [problem('municipality-former', { found, expected: listed(now) }, { since })]));
  }

  const bases = reading.names.flatMap(municipalitiesWithBase).filter(isThere);
  if (bases.length > 0) return refuse(problem('municipality-base-name', { found }, { candidates: listed(...bases) }));

  const itself = readPrefecture(reading.name);
  if (itself !== undefined) return refuse(problem('municipality-is-prefecture', { found }, { prefecture: itself }));
  if (prefecture !== undefined && matchName(reading) !== undefined) return elsewhere(reading, prefecture);

  const unknown = problem('municipality-unknown', { found }, { listDate: registerDate });
  return ok({ name: reading.name, prefecture, code: undefined, kind: 'unknown', notes: [unknown] });
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
