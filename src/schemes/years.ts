import { ok, problem, refuse, type Result } from '../problems';
import { westernYear, type FiscalYear } from '../kernel';
import { maximaIn, type Maxima } from './counting';
import type { BlockNationalFigures, NationalFigures } from './national';
import { packagedFolders } from './packaged';
import type { BlockScheme, Scheme, SchemePart } from './scheme';
import { partNames } from './names';
import { knowsCriteria, placeOfFolder, proven, type YearFolder } from './yearFolder';

/** All that is known of a fiscal year; nothing is ever taken from another year. */
export interface KnownYear {
  /** The rules, criterion by criterion; undefined where they are not known so far. */
  readonly scheme: Scheme | undefined;
  /** The packaged rules, which the published figures are of: `scheme`, unless a person added their own. */
  readonly packaged: Scheme | undefined;
  /** Published figures of a year scored criterion by criterion; undefined before they are published. */
  readonly national: NationalFigures | undefined;
  /** Points and figures of the parts that are known by blocks (goal, area) only; the prefectures' part is not packaged. */
  readonly blocks: Readonly<Record<SchemePart, KnownBlocks>>;
  /** The same, or where only the blocks are known their points: who declares what, and with which document. */
  readonly rules: Scheme | BlockScheme | undefined;
  /** 満点, whether the criteria or only the blocks are known (R5: 1,355, 830 and 2,185). */
  readonly maxima: Maxima | undefined;
  /** The allocation plan and the cost categories as they lie in the year's folder; `allocation` reads them. */
  readonly plan: unknown;
  readonly costs: unknown;
}

/** A part of a year that is known by blocks. */
export interface KnownBlocks {
  readonly scheme: BlockScheme | undefined;
  readonly national: BlockNationalFigures | undefined;
}

/** The years of a set of folders, with the schemes a person added for this session. */
export interface Years {
  /** What is known of a year; all of it undefined for a year nobody knows. */
  readonly yearOf: (year: FiscalYear) => KnownYear;
  /** The fiscal years that can be scored criterion by criterion, oldest first. */
  readonly scoredYears: () => readonly FiscalYear[];
  /** The years and parts known by blocks, oldest first. */
  readonly blockSchemes: readonly { readonly year: FiscalYear; readonly part: SchemePart }[];
  /** The years with an allocation plan, oldest first. */
  readonly plannedYears: readonly FiscalYear[];
  /** Makes a person's own scheme (from `readScheme`) the rules of its year, for whoever asks by year. */
  readonly addScheme: (scheme: Scheme) => void;
}

/** The years that lie in `folders`, oldest first as given. */
export const yearsIn = (folders: readonly YearFolder[]): Years => {
  const placed = folders.flatMap((folder) => {
    const place = placeOfFolder(folder.folder);
    return place === undefined ? [] : [{ ...place, folder, byCriteria: knowsCriteria(folder) }];
  });
  const added = new Map<FiscalYear, Scheme>();
  const read = new Map<FiscalYear, KnownYear>();
  const folderOf = (year: FiscalYear, part: SchemePart, byCriteria: boolean): YearFolder | undefined =>
    placed.find((one) => one.year === year && one.part === part && one.byCriteria === byCriteria)?.folder;
  return {
    yearOf: (year) => {
      const known = read.get(year);
      if (known !== undefined) return known;
      const made = knownYear(
        added.get(year),
        folderOf(year, 'municipality', true),
        folderOf(year, 'municipality', false),
        folderOf(year, 'prefecture', false),
      );
      read.set(year, made);
      return made;
    },
    scoredYears: () => {
      const packaged = placed.filter(({ byCriteria }) => byCriteria).map(({ year }) => year);
      return [...new Set([...packaged, ...added.keys()])].toSorted(
        (one, other) => westernYear(one) - westernYear(other),
      );
    },
    blockSchemes: placed.filter(({ byCriteria }) => !byCriteria).map(({ year, part }) => ({ year, part })),
    plannedYears: placed
      .filter(({ folder, part }) => part === 'municipality' && folder.plan !== undefined)
      .map(({ year }) => year),
    addScheme: (scheme) => {
      added.set(scheme.fiscalYear, scheme);
      read.delete(scheme.fiscalYear);
    },
  };
};

/** The packaged years, municipalities' part; the add-in's pane and its functions live in one runtime, so what one adds the other knows. */
export const { yearOf, scoredYears, blockSchemes, plannedYears, addScheme } = yearsIn(packagedFolders);

/** The rules of a year; a year without rules is refused by name, never replaced by another. */
export const schemeOf = (year: FiscalYear): Result<Scheme> => {
  const { scheme } = yearOf(year);
  return scheme === undefined
    ? refuse(problem('unknown-year', { found: year, expected: scoredYears().join('・') }))
    : ok(scheme);
};

/**
 * Published figures of a year (means, medians, SDs, counts, distribution or known ranks); undefined when none are packaged,
 * and when a person added rules of the year that they are not of.
 */
export const nationalOf = (year: FiscalYear): NationalFigures | undefined => {
  const { scheme } = yearOf(year);
  return scheme && nationalUnder(scheme);
};

/** The same for a person's own scheme: figures published of other points than it gives are none of it. */
export const nationalUnder = (scheme: Scheme): NationalFigures | undefined =>
  differsFromPublished(scheme) ? undefined : yearOf(scheme.fiscalYear).national;

/** Whether figures of the scheme's year are published, but of other criteria or points than these. */
export const differsFromPublished = (scheme: Scheme): boolean => {
  const { packaged, national } = yearOf(scheme.fiscalYear);
  if (packaged === undefined || packaged === scheme || national === undefined) return false;
  return pointsText(packaged) !== pointsText(scheme);
};

/** All that decides on points; names, shares and sources may be put right without making other rules. */
const pointsText = ({ indicators }: Scheme): string =>
  indicators
    .map(({ id, combine, rule, criteria }) => [
      id,
      combine,
      rule.kind === 'tier-on-own-total' ? rule.cutOffs : [],
      criteria.map((criterion) => [criterion.id, criterion.points]),
    ])
    .map((each) => JSON.stringify(each))
    .toSorted()
    .join();

/** The block points of a year and part, for comparing years; what is not packaged is refused by name. */
export const blockSchemeOf = (year: FiscalYear, part: SchemePart): Result<BlockScheme> => {
  const { scheme } = yearOf(year).blocks[part];
  if (scheme !== undefined) return ok(scheme);
  const expected = blockSchemes.map((each) => `${each.year}${partNames[each.part]}`).join('・');
  return refuse(problem('unknown-block-scheme', { found: `${year}${partNames[part]}`, expected }));
};

/** Published figures of a year and part known by blocks; undefined when none are packaged. */
export const blockNationalOf = (year: FiscalYear, part: SchemePart): BlockNationalFigures | undefined =>
  yearOf(year).blocks[part].national;

/** The maxima of a year whose rules are known, by criteria or by blocks; else undefined. */
export const maximaOf = (year: FiscalYear): Maxima | undefined => yearOf(year).maxima;

const knownYear = (
  own: Scheme | undefined,
  criteria: YearFolder | undefined,
  municipality: YearFolder | undefined,
  prefecture: YearFolder | undefined,
): KnownYear => {
  const packaged = criteria && proven<Scheme>(criteria.scheme, 'incentive-scheme/1');
  const scheme = own ?? packaged;
  const blocks = { municipality: blocksIn(municipality), prefecture: blocksIn(prefecture) };
  const rules = scheme ?? blocks.municipality.scheme;
  return {
    scheme,
    packaged,
    national:
      criteria?.national === undefined ? undefined : proven<NationalFigures>(criteria.national, 'incentive-national/1'),
    blocks,
    rules,
    maxima: rules && maximaIn(rules),
    plan: (criteria ?? municipality)?.plan,
    costs: (criteria ?? municipality)?.costs,
  };
};

const blocksIn = (folder: YearFolder | undefined): KnownBlocks => ({
  scheme: folder && proven<BlockScheme>(folder.scheme, 'incentive-scheme/1'),
  national:
    folder?.national === undefined ? undefined : proven<BlockNationalFigures>(folder.national, 'incentive-national/1'),
});
