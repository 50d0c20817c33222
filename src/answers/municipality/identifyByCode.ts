import { ok, problem, refuse, type Problem, type Result } from '../../kernel';
import { formerlyCoded } from './formerMunicipalities';
import { unionOf } from './identifyByName';
import { listed } from './listed';
import { identityOf, type MunicipalityIdentity } from './municipalityIdentity';
import { fitOf, matchName } from './nameMatch';
import { prefectureOfCode } from './prefectures';
import type { NameReading } from './readName';
import { municipalityOfCode, registerDate, type RegisteredMunicipality } from './register';
import { isUnionCode, isUnionName } from './unions';
import { citiesOfWard, cityOfWardCode } from './wards';

/** Identifies by a valid six-digit code; name and prefecture, where given, must agree with it. */
export const identifyByCode = (
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
  if (city !== undefined) return refuse(problem('municipality-ward', { found }, { candidates: listed(city) }));
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
  const mismatch = () => refuse(problem('municipality-code-mismatch', { found }, { code, official: listed(one) }));
  if (prefecture !== undefined && prefecture !== one.prefecture) return mismatch();
  if (reading === undefined) return ok(identityOf(one, undefined, notes));
  switch (fitOf(reading, one)) {
    case 'exact':
    case 'base':
    case 'former':
      return ok(identityOf(one, found, notes));
    case 'variant':
      return ok(identityOf(one, found, [...notes, problem('municipality-spelling', { found, expected: listed(one) })]));
    case undefined:
      return reading.names.flatMap(citiesOfWard).includes(one)
        ? refuse(problem('municipality-ward', { found }, { candidates: listed(one) }))
        : mismatch();
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
  const name = reading?.written ?? code;
  if (isUnion) return ok(unionOf(name, prefecture, code));
  const note = problem('municipality-code-unknown', { found: code }, { listDate: registerDate });
  return ok({ name, prefecture, code, kind: 'unknown', notes: [note] });
};
