import { ok, problem, refuse, type Problem, type Result } from '../../kernel';
import type { CellValue } from '../../workbook';
import { cleanName } from './foldName';
import { identifyByCode } from './identifyByCode';
import { identifyByName } from './identifyByName';
import type { MunicipalityIdentity } from './municipalityIdentity';
import { readPrefecture } from './prefectures';
import { readMunicipalityCode } from './readMunicipalityCode';
import { readName } from './readName';

/** What a workbook says of a municipality; blank counts as absent. */
export interface MunicipalityClaim {
  readonly name?: string | undefined;
  readonly prefecture?: string | undefined;
  readonly code?: CellValue | undefined;
}

/**
 * Says which municipality is meant. Refuses where a person must choose (shared or shortened name, a ward, a prefecture,
 * name and code that disagree: E-241…E-255, all of severity `check`); the caller may still score under the name as
 * written. An unknown name and a union are no refusals: they come back as such, with a note.
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
  const code = given === undefined ? undefined : readMunicipalityCode(given, { name: written, prefecture });
  if (code?.ok === true) return noted(identifyByCode(code.value, reading, prefecture), notes);
  const allNotes = [...notes, ...(code?.problems ?? [])];
  if (reading === undefined) return refuse(problem('municipality-nameless'), ...allNotes);
  return noted(identifyByName(reading, prefecture), allNotes);
};

const present = (text: string | undefined): string | undefined =>
  text === undefined || cleanName(text) === '' ? undefined : text;

const noted = (result: Result<MunicipalityIdentity>, notes: readonly Problem[]): Result<MunicipalityIdentity> => {
  if (result.ok) return ok({ ...result.value, notes: [...notes, ...result.value.notes] });
  return { ok: false, problems: [...result.problems, ...notes] };
};
