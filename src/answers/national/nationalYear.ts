import { fiscalYearLabel, fiscalYearsIn, foldText, type FiscalYear, type Steps } from '../../kernel';
import { ok, problem, refuse, type Problem, type Result } from '../../problems';
import { criterionIndexOf, schemeOf, scoredYears } from '../../schemes';
import { cellAt, type SheetContent } from '../../workbook';
import { columnRoles } from './columnRoles';
import type { HeaderBand } from './headerBand';
import { summaryRows } from './nationalRows';

/** How well the columns of a table fit the rules of one year. */
export interface YearFit {
  readonly year: FiscalYear;
  /** Criteria of the year that have a column, and all of them. */
  readonly found: number;
  readonly of: number;
  /** Columns that say something else than these rules: another name, other 配点, values beyond the points. */
  readonly against: number;
}

/** Names and points change little from year to year (7 criteria from R7 to R8): fewer than this decide nothing. */
const clearMargin = 4;

/** The one year that fits by far best; undefined where none does, or where two are about as good. */
export const yearByFit = (fits: readonly YearFit[]): FiscalYear | undefined => {
  const [best, second] = fits.toSorted((one, other) => misfit(one) - misfit(other));
  if (best === undefined || best.found * 2 < best.of) return undefined;
  return second === undefined || misfit(second) - misfit(best) >= clearMargin ? best.year : undefined;
};

const misfit = ({ found, of, against }: YearFit): number => of - found + against;

/** The columns of a table held against the rules of the years that can be scored. */
export interface YearFits {
  /** Undefined for a year without rules. */
  readonly of: (year: FiscalYear) => YearFit | undefined;
  readonly all: () => Steps<readonly YearFit[]>;
}

/** Holds the columns against a year when it is first asked for: where the year that is written fits, no other is. */
export const yearFits = (sheet: SheetContent, band: HeaderBand): YearFits => {
  const summary = summaryRows(sheet, band);
  const pointsRow = summary.find(({ kind }) => kind === 'maxPoints')?.row;
  const rows = sampleRows(sheet, band, new Set(summary.map(({ row }) => row)));
  const known = new Map<FiscalYear, YearFit | undefined>();
  const of = (year: FiscalYear): YearFit | undefined => {
    if (!known.has(year)) known.set(year, fitOf(sheet, band, year, { pointsRow, rows }));
    return known.get(year);
  };
  return {
    of,
    *all() {
      const fits: YearFit[] = [];
      for (const year of scoredYears()) {
        yield;
        fits.push(...[of(year) ?? []].flat());
      }
      return fits;
    },
  };
};

const fitOf = (
  sheet: SheetContent,
  band: HeaderBand,
  year: FiscalYear,
  { pointsRow, rows }: { readonly pointsRow: number | undefined; readonly rows: readonly number[] },
): YearFit | undefined => {
  const scheme = scoredYears().includes(year) ? schemeOf(year) : undefined;
  if (scheme?.ok !== true) return undefined;
  const { criteria, unknown, problems } = columnRoles(sheet, band, scheme.value, pointsRow);
  const { all } = criterionIndexOf(scheme.value);
  const strange = all.filter(({ index, criterion }) =>
    (criteria[index] ?? []).some((column) => holdsOtherPoints(sheet, rows, column, criterion.points)),
  );
  return {
    year,
    found: criteria.filter((columns) => columns.length > 0).length,
    of: all.length,
    against: unknown + problems.filter(({ name }) => contradicting.has(name)).length + strange.length,
  };
};

const contradicting: ReadonlySet<string> = new Set([
  'nation-header-contradicts',
  'nation-points-contradict',
  'nation-sum-contradicts',
]);

/** Rows looked at; enough to meet the points of a criterion that only one in fifty has. */
const sampled = 150;

const sampleRows = (sheet: SheetContent, band: HeaderBand, summary: ReadonlySet<number>): readonly number[] =>
  Array.from({ length: Math.max(0, sheet.grid.length - band.bottom - 1) }, (_, at) => band.bottom + 1 + at)
    .filter((row) => !summary.has(row))
    .slice(0, sampled);

/** Most of the numbers in it are neither nothing, the points, nor the 1 of a flag. */
const holdsOtherPoints = (sheet: SheetContent, rows: readonly number[], column: number, points: number): boolean => {
  let fitting = 0;
  let other = 0;
  for (const row of rows) {
    const cell = cellAt(sheet.grid, row, column);
    if (typeof cell !== 'number' || cell === 0) continue;
    if (cell === points || cell === 1) fitting += 1;
    else other += 1;
  }
  return other > fitting;
};

/** Where a table may say its year, and what was asked for. */
interface YearSigns {
  readonly asked: FiscalYear | undefined;
  readonly fileName: string | undefined;
  /** Undefined where the rules are a person's own. */
  readonly fits: YearFits | undefined;
}

/** The year, and what is to be said of how it was found. */
interface DecidedYear {
  readonly year: FiscalYear;
  readonly notes: readonly Problem[];
}

/**
 * The fiscal year of a table: as written above its header, on its sheet or in the file's name, the first of these that says
 * anything. What is written is held against the columns: a year that fits clearly worse than another is refused with both
 * named, and where nothing is written the one year that fits is taken and said. Never guessed.
 */
export function* decideNationalYear(
  sheet: SheetContent,
  headerTop: number,
  { asked, fileName, fits }: YearSigns,
): Steps<Result<DecidedYear>> {
  const titles = sheet.grid
    .slice(0, headerTop)
    .flatMap((row) => row.filter((value) => typeof value === 'string' && value !== ''))
    .map(String);
  const named = [titles, [sheet.name], [fileName ?? '']].map(yearsWritten).find((years) => years.length > 0) ?? [];
  const place = { sheet: sheet.name };
  yield;
  const bestFit = function* (): Steps<FiscalYear | undefined> {
    return fits === undefined ? undefined : yearByFit(yield* fits.all());
  };
  const settled = function* (year: FiscalYear): Steps<Result<DecidedYear>> {
    const own = fits?.of(year);
    const best = own === undefined || misfit(own) === 0 ? year : yield* bestFit();
    return best === undefined || best === year
      ? ok({ year, notes: [] })
      : refuse(
          problem('nation-year-fits-other', {
            ...place,
            found: fiscalYearLabel(year),
            expected: fiscalYearLabel(best),
          }),
        );
  };
  const found = named.map(fiscalYearLabel).join('・');
  if (asked !== undefined) {
    return named.length === 0 || named.includes(asked)
      ? yield* settled(asked)
      : refuse(problem('year-contradicts', { ...place, found, expected: fiscalYearLabel(asked) }));
  }
  const [first, ...others] = named;
  if (first !== undefined && others.length === 0) return yield* settled(first);
  const best = yield* bestFit();
  if (best !== undefined && (first === undefined || named.includes(best))) {
    return ok({ year: best, notes: [problem('nation-year-by-fit', { ...place, found: fiscalYearLabel(best) })] });
  }
  return refuse(first === undefined ? problem('year-missing', place) : problem('year-ambiguous', { ...place, found }));
}

/** 令和7年10月15日, R7.1.1, 2025/10/15, 令和6年3月: days and months of documents are no fiscal years. */
const dates =
  /(?:令和|令|r|㋿|20)\s?(?:元|\d{1,2})\s?(?:[./-]\s?\d{1,2}(?:\s?[./-]\s?\d{1,2})?(?!\d)|年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)/gi;
/** 令和6年度末, R6実績, 令和7年度実施分: the year of the deeds, not of the grant. */
const deeds = /(?:令和|r|㋿)\s?(?:元|\d{1,2})\s?年?度?\s?(?:末|の?(?:実績|実施|取組|事業|計画|調査|提出))/gi;
/** Asides after other words; a bracket that opens the text is its beginning. */
const asides = /(?!^)[(【[][^)】\]]*[)】\]]/g;

/** Years that texts name; a year in an aside counts only where no other is named. */
const yearsWritten = (texts: readonly string[]): readonly FiscalYear[] => {
  const plain = texts.map((text) => foldText(text).replace(dates, ' ').replace(deeds, ' '));
  const outside = plain.flatMap((text) => fiscalYearsIn(text.replace(asides, ' ')));
  return [...new Set(outside.length > 0 ? outside : plain.flatMap(fiscalYearsIn))];
};
