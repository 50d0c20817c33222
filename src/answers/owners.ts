import { foldLabel } from '../kernel';
import type { Problem } from '../problems';
import { identifyMunicipality } from './municipality/identify';
import { readName } from './municipality/names';
import { readPrefecture, type MunicipalityIdentity } from './municipality/register';
import type { MunicipalityClue } from './tables/answerColumns';
import type { ColumnReading } from './columns/readAnswerGroups';

/** A municipality of the workbook and every column that is its. */
export interface Owner {
  readonly identity: MunicipalityIdentity;
  readonly insured: number | null;
  readonly columns: readonly ColumnReading[];
  /** What is to be said beside the notes of the identity. */
  readonly problems: readonly Problem[];
}

interface Claimed {
  readonly clue: MunicipalityClue;
  readonly identity: MunicipalityIdentity;
  /** The register, or nobody, knows who this is: a name several share, or none at all. */
  readonly unsettled: boolean;
  readonly notes: readonly Problem[];
  readonly columns: readonly ColumnReading[];
}

/**
 * Sorts columns by municipality: the same code is the same municipality however its name is written; a shared name without
 * prefecture, or no name at all, joins the only one it can be.
 */
export const ownersOf = (
  claims: readonly { readonly clue: MunicipalityClue; readonly column: ColumnReading }[],
): readonly Owner[] => {
  const claimed = new Map<string, Claimed>();
  for (const { clue, column } of claims) {
    const { identity, unsettled, notes } = identify(clue);
    const key = identity.code ?? foldLabel(`${identity.prefecture ?? ''}|${bareName(clue.claim.name) ?? ''}`);
    const known = claimed.get(key);
    claimed.set(
      key,
      known === undefined
        ? { clue, identity, unsettled, notes, columns: [column] }
        : joined(known, { clue, notes: [], columns: [column] }),
    );
  }
  return joinUnsettled([...claimed.values()]).map(({ clue, identity, notes, columns }) => ({
    identity: { ...identity, notes: uniqueProblems(notes) },
    insured: clue.insured,
    columns,
    problems: uniqueProblems(clue.problems),
  }));
};

const joined = (into: Claimed, more: Pick<Claimed, 'clue' | 'notes' | 'columns'>): Claimed => ({
  ...into,
  clue: {
    ...into.clue,
    insured: into.clue.insured ?? more.clue.insured,
    problems: [...into.clue.problems, ...more.clue.problems],
  },
  notes: [...into.notes, ...more.notes],
  columns: [...into.columns, ...more.columns],
});

const joinUnsettled = (claimed: readonly Claimed[]): readonly Claimed[] => {
  const settled = claimed.filter(({ unsettled }) => !unsettled);
  const homes = new Map(settled.map((one) => [one, one]));
  const alone: Claimed[] = [];
  for (const stray of claimed.filter(({ unsettled }) => unsettled)) {
    const name = stray.clue.claim.name;
    const fits = settled.filter(({ clue }) => name === undefined || sameName(name, clue.claim.name));
    const [home] = fits;
    if (fits.length !== 1 || home === undefined) alone.push(stray);
    else homes.set(home, joined(homes.get(home) ?? home, { ...stray, notes: [] }));
  }
  return claimed.flatMap((one) => homes.get(one) ?? (alone.includes(one) ? [one] : []));
};

const sameName = (one: string, other: string | undefined): boolean =>
  other !== undefined && bareName(one) === bareName(other);

/** Who answers where nobody says it. */
export const nameless = '（市町村名なし）';

/** The name alone, without what people write around it. */
const bareName = (written: string | undefined): string | undefined =>
  written === undefined ? undefined : readName(written).name;

const identify = (clue: MunicipalityClue): Omit<Claimed, 'clue' | 'columns'> => {
  const result = identifyMunicipality(clue.claim);
  const notes = result.ok ? result.value.notes : result.problems;
  const { name, prefecture } = clue.claim;
  const identity: MunicipalityIdentity = result.ok
    ? result.value
    : {
        name: bareName(name) ?? nameless,
        prefecture: prefecture === undefined ? undefined : (readPrefecture(prefecture) ?? prefecture),
        code: undefined,
        kind: 'unknown',
        notes: [],
      };
  return { identity, unsettled: !result.ok, notes: notes.map((note) => placed(note, clue)) };
};

const placed = (note: Problem, clue: MunicipalityClue): Problem => ({
  ...note,
  sheet: clue.sheet,
  ...(clue.cell === undefined ? {} : { cell: clue.cell }),
});

const uniqueProblems = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((one) => [JSON.stringify(one), one])).values(),
];
