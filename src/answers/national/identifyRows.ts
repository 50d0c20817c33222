import { answerState } from '../answerState';
import { foldText, type Steps } from '../../kernel';
import { problem, type Problem } from '../../problems';
import type { CellValue } from '../../workbook';
import { identifyMunicipality } from '../municipality/identify';
import { isUnionCode, registeredMunicipalities, type MunicipalityIdentity } from '../municipality/register';
import type { EntryRow } from './nationalRows';

/** What one row of a national table says of its municipality. */
interface RowClaim {
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
const identifyRow = (claim: RowClaim): MunicipalityIdentity => {
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
  // Members of a union may stand under the insurer's number of the union.
  if (five === undefined || isUnionCode(five) || identity.kind === 'union') return identity;
  if (identity.kind === 'ward' || identity.code?.startsWith(five) === true) return identity;
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

/** The rows that are municipalities, and who they are. */
interface MunicipalRows {
  readonly entries: readonly EntryRow[];
  readonly identities: readonly MunicipalityIdentity[];
  /** Unions and wards under names that do not say so at once. */
  readonly others: readonly EntryRow[];
  readonly problems: readonly Problem[];
}

/** Identifies rows with points; unions and wards among them are no municipalities and get no place among them. */
export function* municipalRows(sheet: string, rows: readonly EntryRow[]): Steps<MunicipalRows> {
  const codeDigits = rows.reduce((most, { code }) => Math.max(most, String(code ?? '').length), 0);
  const identified: { readonly entry: EntryRow; readonly identity: MunicipalityIdentity }[] = [];
  for (const [place, entry] of rows.entries()) {
    if (place % rowsAtOnce === 0) yield;
    const { name, prefecture, code } = entry;
    identified.push({ entry, identity: identifyRow({ name, prefecture, code, codeDigits }) });
  }
  const isMunicipal = ({ identity: { kind } }: (typeof identified)[number]): boolean =>
    kind !== 'union' && kind !== 'ward';
  const ranked = identified.filter(isMunicipal);
  const others = identified.flatMap((one) => (isMunicipal(one) ? [] : [one.entry]));
  return {
    entries: ranked.map(({ entry }) => entry),
    identities: ranked.map(({ identity }) => identity),
    others,
    problems: others.map(({ row, name, prefecture }) =>
      problem('nation-union-scored', { sheet, cell: `${String(row + 1)}行`, found: `${prefecture ?? ''}${name}` }),
    ),
  };
}

/** A name that nobody knows is held against the whole register. */
const rowsAtOnce = 32;

/** Which rows stay when one municipality stands in several. */
interface DuplicateReading {
  readonly kept: readonly number[];
  readonly dropped: readonly number[];
  /** The places among `kept` whose rows say different things: no rank can be trusted, and nothing that these rows print. */
  readonly contradicted: readonly number[];
  /** The answers of all rows; held where those of one municipality differ. */
  readonly states: Uint8Array;
  readonly problems: readonly Problem[];
}

/** A repeated row with the same answers counts once; with other answers what differs is held, and so are the ranks (row 51). */
export const settleDuplicates = (
  sheet: string,
  entries: readonly EntryRow[],
  identities: readonly MunicipalityIdentity[],
  states: Uint8Array,
): DuplicateReading => {
  const width = entries.length === 0 ? 0 : states.length / entries.length;
  const seen = new Map<string, number>();
  const kept: number[] = [];
  const dropped: number[] = [];
  const problems: Problem[] = [];
  const settled = states.slice();
  const contradicted = new Set<number>();
  for (const [place, { row, name }] of entries.entries()) {
    const identity = identities[place];
    const key = identity?.code ?? `${identity?.prefecture ?? ''}${identity?.name ?? ''}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, place);
      kept.push(place);
      continue;
    }
    dropped.push(place);
    const same = equalSlices(states, first * width, place * width, width);
    if (!same) {
      contradicted.add(kept.indexOf(first));
      holdDifferences(settled, first * width, place * width, width);
    }
    const where = { sheet, cell: `${String(row + 1)}行`, found: `${identity?.prefecture ?? ''}${name}` };
    const other = `${String((entries[first]?.row ?? 0) + 1)}行`;
    problems.push(problem(same ? 'nation-duplicate' : 'nation-duplicate-differs', where, { other }));
  }
  return { kept, dropped, contradicted: [...contradicted], states: settled, problems };
};

const holdDifferences = (states: Uint8Array, one: number, other: number, width: number): void => {
  for (let at = 0; at < width; at += 1) {
    if (states[one + at] !== states[other + at]) states[one + at] = answerState.held;
  }
};

const equalSlices = (states: Uint8Array, one: number, other: number, width: number): boolean => {
  for (let at = 0; at < width; at += 1) if (states[one + at] !== states[other + at]) return false;
  return true;
};
