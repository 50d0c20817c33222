import { foldText, problem, type Problem } from '../../kernel';
import type { CellValue } from '../../workbook';
import { identifyMunicipality, registeredMunicipalities, type MunicipalityIdentity } from '../municipality';

/** What one row of a national table says of its municipality. */
export interface RowClaim {
  readonly name: string;
  readonly prefecture: string | undefined;
  readonly code: CellValue;
  /** How many digits the codes of the column have: 5 (R6) or 6 (from R7), so that a lost zero can be told. */
  readonly codeDigits: number;
}

/**
 * Identifies a row by name and prefecture; the code is held against them by its first five digits, since the sixth of an
 * insurer's number is not that of the 全国地方公共団体コード. Never refuses: a doubtful row stays as written, with notes.
 */
export const identifyRow = (claim: RowClaim): MunicipalityIdentity => {
  const { name, prefecture } = claim;
  const five = firstFive(claim);
  const exact = five === undefined ? undefined : index().byFive.get(five);
  if (exact?.name === name && (prefecture === undefined || prefecture === exact.prefecture)) {
    return { name, prefecture: exact.prefecture, code: exact.code, kind: 'municipality', notes: [] };
  }
  const named = prefecture === undefined ? undefined : index().byName.get(`${prefecture}${name}`);
  const identity: MunicipalityIdentity =
    named === undefined
      ? byClaim(name, prefecture)
      : { name, prefecture: named.prefecture, code: named.code, kind: 'municipality', notes: [] };
  if (five === undefined || identity.kind === 'union' || identity.code?.startsWith(five) === true) return identity;
  return { ...identity, notes: [...identity.notes, ...codeNotes(identity, five, exact)] };
};

const byClaim = (name: string, prefecture: string | undefined): MunicipalityIdentity => {
  const result = identifyMunicipality({ name, prefecture });
  return result.ok ? result.value : { name, prefecture, code: undefined, kind: 'unknown', notes: result.problems };
};

const codeNotes = (
  identity: MunicipalityIdentity,
  code: string,
  owner: { readonly name: string; readonly prefecture: string } | undefined,
): readonly Problem[] => {
  const official = owner === undefined ? '名簿にない番号' : `${owner.prefecture}${owner.name}`;
  return identity.code === undefined && owner === undefined
    ? []
    : [problem('municipality-code-mismatch', { found: identity.name }, { code, official })];
};

/** The prefecture and municipality digits; a zero that Excel dropped is put back by the length of the column's codes. */
const firstFive = ({ code, codeDigits }: RowClaim): string | undefined => {
  const text = typeof code === 'number' ? String(code) : typeof code === 'string' ? foldText(code) : '';
  if (!/^\d{4,6}$/.test(text)) return undefined;
  return text.padStart(codeDigits, '0').slice(0, 5);
};

interface Index {
  readonly byFive: ReadonlyMap<string, ReturnType<typeof registeredMunicipalities>[number]>;
  readonly byName: ReadonlyMap<string, ReturnType<typeof registeredMunicipalities>[number]>;
}
let made: Index | undefined;

const index = (): Index =>
  (made ??= {
    byFive: new Map(registeredMunicipalities().map((one) => [one.code.slice(0, 5), one])),
    byName: new Map(registeredMunicipalities().map((one) => [`${one.prefecture}${one.name}`, one])),
  });
