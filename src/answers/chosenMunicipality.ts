import { ok, problem, refuse, type Result } from '../problems';
import type { Choice } from './choice';
import { identifyMunicipality, type MunicipalityClaim } from './municipality/identify';
import { readName } from './municipality/names';
import { readPrefecture } from './municipality/register';
import type { Owner } from './owners';
import type { MunicipalityClue } from './tables/answerColumns';

/** Whose answers a person says they are, or wants of those in the workbook. */
export type MunicipalityChoice = Pick<Choice, 'municipality' | 'prefecture'>;

/**
 * The claims of a workbook, completed by what a person told: the name where it names nobody at all, or only 小野 for 小野町;
 * the prefecture where the register needs it. Whoever is identified already stays who it is.
 */
export const toldClaims = <Claim extends { readonly clue: MunicipalityClue }>(
  claims: readonly Claim[],
  choice: MunicipalityChoice,
): readonly Claim[] => {
  if (choice.municipality === undefined && choice.prefecture === undefined) return claims;
  const nobody = claims.every(({ clue }) => clue.claim.name === undefined && !identifyMunicipality(clue.claim).ok);
  return claims.map((one) => ({ ...one, clue: { ...one.clue, claim: completed(one.clue.claim, choice, nobody) } }));
};

const completed = (
  claim: MunicipalityClaim,
  { municipality, prefecture }: MunicipalityChoice,
  nobody: boolean,
): MunicipalityClaim => {
  const found = identifyMunicipality(claim);
  // 中央区 is taken for the ward of Tokyo until somebody says the prefecture.
  const assumed = found.ok && found.value.notes.some(({ name }) => name === 'municipality-special-ward-assumed');
  if (found.ok && found.value.code !== undefined && !assumed) return claim;
  const shortened = municipality !== undefined && claim.name === withoutEnding(municipality);
  const known = claim.prefecture === undefined ? undefined : readPrefecture(claim.prefecture);
  return {
    ...claim,
    name: nobody || shortened ? (municipality ?? claim.name) : claim.name,
    prefecture: known ?? prefecture ?? claim.prefecture,
  };
};

const withoutEnding = (name: string): string => readName(name).name.replace(/[市町村区]$/, '');

/**
 * The owners a person wants: all of them where no municipality is chosen. Refused where nobody of that name is there, where
 * several are, and where the prefecture is not that of whom the workbook names.
 */
export const chosenOwners = (
  owners: readonly Owner[],
  { municipality, prefecture }: MunicipalityChoice,
): Result<readonly Owner[]> => {
  const home = prefecture === undefined ? undefined : readPrefecture(prefecture);
  if (prefecture !== undefined && home === undefined)
    return refuse(problem('chosen-prefecture-unreadable', { found: prefecture }));
  const named = municipality === undefined ? owners : owners.filter(({ identity }) => isCalled(identity, municipality));
  if (municipality !== undefined && named.length === 0) {
    const missing = owners.length === 1 ? 'chosen-municipality-differs' : 'chosen-municipality-missing';
    return refuse(problem(missing, { found: municipality, expected: listed(owners) }));
  }
  const wanted = home === undefined ? named : named.filter(({ identity }) => identity.prefecture === home);
  const elsewhere = named.filter((one) => !wanted.includes(one));
  if (home !== undefined && elsewhere.length > 0 && (municipality === undefined || wanted.length === 0))
    return refuse(problem('chosen-prefecture-differs', { found: home, expected: listed(elsewhere) }));
  return municipality !== undefined && wanted.length > 1
    ? refuse(problem('chosen-municipality-shared', { found: municipality, expected: listed(wanted) }))
    : ok(wanted);
};

const isCalled = ({ name, code }: Owner['identity'], municipality: string): boolean => {
  if (readName(name).name === readName(municipality).name) return true;
  const registered = identifyMunicipality({ name: municipality });
  return registered.ok && registered.value.code !== undefined && registered.value.code === code;
};

/** A prefecture has up to 179; so many are enough to see what the names look like. */
const mostListed = 12;

const listed = (owners: readonly Owner[]): string =>
  [
    ...owners.slice(0, mostListed).map(({ identity }) => `${identity.prefecture ?? ''}${identity.name}`),
    ...(owners.length > mostListed ? ['…'] : []),
  ].join('・');
