import { nothingAsked, readingNationalTable, type NationalTable } from '../answers';
import { foldLabel, type Steps } from '../kernel';
import { ok, problem, type Problem, type Result } from '../problems';
import { trustingNation, withPeers, type Nation } from '../rank';
import type { Scheme } from '../schemes';
import { plainWorkbook, type SheetContent, type WorkbookContent } from '../workbook';

/** A national table given beside answers, to rank them in. */
export interface NationBeside {
  /**
   * The table by the rules the answers are scored by, with the municipalities named `peers` as a scope of their own.
   * Refused where no table is found, or where it is of another year than the answers.
   */
  readonly rankedBy: (scheme: Scheme, peers: readonly string[]) => Steps<Result<NationInHand>>;
}

export interface NationInHand {
  readonly nation: Nation;
  /** Names of peers that are not in the table, or stand for several. */
  readonly problems: readonly Problem[];
}

/**
 * Takes a workbook for a national table. It is read, scored, checked and ranked when the first answers ask for it, since only
 * they say of which year it must be, and then kept: forty workbooks of a prefecture read its 1,741 rows once.
 */
export const nationBeside = (content: WorkbookContent, fileName: string): NationBeside => {
  const known = new Map<Scheme, Result<Nation>>();
  // No decision about a cell of the answers' workbook speaks of the table's.
  const ofTable = (one: Problem): Problem => ({
    ...(fileName !== '' && { file: fileName }),
    ...one,
    asked: nothingAsked,
  });
  const nationBy = function* (scheme: Scheme): Steps<Result<Nation>> {
    const before = known.get(scheme);
    if (before !== undefined) return before;
    const table = yield* readingNationalTable(content, { scheme, year: scheme.fiscalYear, fileName });
    const trusted = table.ok ? yield* trustingNation(table.value) : table;
    const nation = trusted.ok ? ok({ ...trusted.value, problems: trusted.value.problems.map(ofTable) }) : trusted;
    known.set(scheme, nation);
    return nation;
  };
  return {
    *rankedBy(scheme, peers) {
      const nation = yield* nationBy(scheme);
      return nation.ok ? ok(amongPeers(nation.value, peers)) : nation;
    },
  };
};

/** Kept as long as the sheet is: the pane scores a workbook again after each edit, and the table is mostly the same. */
const taken = new WeakMap<SheetContent, NationBeside>();

/** The national table on a sheet beside the answers; of the very same sheet it is prepared once. */
export const nationOnSheet = (sheet: SheetContent): NationBeside => {
  const known = taken.get(sheet) ?? nationBeside(plainWorkbook(sheet), '');
  taken.set(sheet, known);
  return known;
};

/** The nation with the municipalities of these names as a scope; a name not in the table, or of several, is said. */
export const amongPeers = (nation: Nation, names: readonly string[]): NationInHand => {
  const { table } = nation;
  const found = names.map((name) => ({ name, rows: rowsNamed(table, name) }));
  return {
    nation: withPeers(
      nation,
      found.flatMap(({ rows }) => (rows.length === 1 ? rows : [])),
    ),
    problems: found
      .filter(({ rows }) => rows.length !== 1)
      .map(({ name, rows }) => problem('peer-unknown', { sheet: table.sheet, found: name }, { count: rows.length })),
  };
};

/** 北塩原村, or 福島県北塩原村 where a name is shared. */
const rowsNamed = ({ municipalities }: NationalTable, written: string): readonly number[] => {
  const wanted = foldLabel(written);
  return [...municipalities.keys()].filter((row) => {
    const { name, prefecture } = municipalities[row] ?? { name: '', prefecture: undefined };
    return foldLabel(name) === wanted || foldLabel(`${prefecture ?? ''}${name}`) === wanted;
  });
};
