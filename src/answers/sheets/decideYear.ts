import { fiscalYearLabel, groupedBy, type FiscalYear } from '../../kernel';
import { ok, problem, refuse, type Problem, type Result } from '../../problems';
import { blockSchemeOf, blockSchemes, schemeOf, scoredYears } from '../../schemes';
import { contradictionsAmong, readTableRows } from '../alignment/tableRows';
import { printedFullMarks, type AnswerTable } from '../tables/answerTable';
import { yearsMentioned } from '../years/writtenYears';

/** The tables that answer for one fiscal year, and the sheets of the workbook that answer for others. */
export interface TablesOfYear {
  readonly year: FiscalYear;
  /** What told the year: a person, what is written, or that the rows fit no other year. */
  readonly because: 'asked' | 'written' | 'fit';
  readonly tables: readonly AnswerTable[];
  readonly others: readonly { readonly sheet: string; readonly year: FiscalYear | undefined }[];
  readonly problems: readonly Problem[];
}

/** What one sheet says of its year, and which years its rows fit. */
interface SheetYear {
  readonly sheet: string;
  readonly tables: readonly AnswerTable[];
  readonly written: readonly FiscalYear[];
  /** The years whose criteria its rows contradict least. */
  readonly fitting: readonly FiscalYear[];
  /** The year, where what is written and what fits agree, or nothing is written and one year fits. */
  readonly year: FiscalYear | undefined;
}

/**
 * The fiscal year of a workbook, by fit: names, branches and points are held against every known year, and what is written
 * is a check on that (rules/bad-inputs.md#b035). Each sheet answers for its own year; dates and the year of the deeds are
 * none. Refused where a sheet says one year and fits another, where sheets are of several years and nobody chose, and where
 * several years fit and none is written.
 */
export const decideYear = (
  tables: readonly AnswerTable[],
  asked: FiscalYear | undefined,
  fileName: string | undefined,
): Result<TablesOfYear> => {
  const named = fullMarksOfAnotherYear(tables);
  const all = sheetYears(tables);
  const readable = all.filter(({ fitting }) => fitting.length > 0);
  const sheets = readable.length > 0 ? readable : all;
  const decided = asked === undefined ? yearOf(sheets, fileName) : askedYear(sheets, asked, fileName);
  if (named === undefined || (decided.ok && decided.value.year === named.year)) return decided;
  const place = { found: String(named.maxPoints), expected: fiscalYearLabel(named.year) };
  return refuse(problem('full-marks-of-another-year', place));
};

/** Sheets that say the same year, or all say none, are parts of one form and are held against the years together. */
const sheetYears = (tables: readonly AnswerTable[]): readonly SheetYear[] => {
  const bySheet = groupedBy(tables, ({ sheet }) => sheet.name);
  const parts = [...bySheet].map(([sheet, own]) => ({ sheet, own, written: writtenOn(sheet, own) }));
  const forms = groupedBy(parts, ({ written }) => written.join());
  const fits = new Map(
    [...forms].map(([said, of]) => [
      said,
      yearOfForm(
        of.flatMap(({ own }) => own),
        of[0]?.written ?? [],
      ),
    ]),
  );
  return parts.map(({ sheet, own, written }) => {
    const { fitting, year } = fits.get(written.join()) ?? { fitting: [], year: undefined };
    const readable = own.some((table) => fitting.some((one) => isReadable(table, one)));
    return { sheet, tables: own, written, fitting: readable ? fitting : [], year: readable ? year : undefined };
  });
};

const yearOfForm = (
  tables: readonly AnswerTable[],
  written: readonly FiscalYear[],
): Pick<SheetYear, 'fitting' | 'year'> => {
  const [only, ...more] = written;
  if (only !== undefined && more.length === 0 && contradictionsIn(tables, only) === 0) {
    return { fitting: [only], year: only };
  }
  const fitting = yearsThatFit(tables);
  const agreed = written.length === 0 ? fitting : fitting.filter((year) => written.includes(year));
  return { fitting, year: agreed.length === 1 ? agreed[0] : undefined };
};

const isReadable = (table: AnswerTable, year: FiscalYear): boolean => contradictionsIn([table], year) !== undefined;

/** The first of these that names a year: the 年度 column, a 年度 label, the headings, the answers' headers, the sheet's name. */
const writtenOn = (sheet: string, tables: readonly AnswerTable[]): readonly FiscalYear[] => {
  const sources = [
    tables.flatMap(({ years }) => years),
    tables.flatMap(({ title }) => title.labelledYears),
    tables.flatMap(({ title }) => title.mentionedYears),
    tables.flatMap(({ answerColumns }) => answerColumns.flatMap(({ year }) => year ?? [])),
    yearsMentioned([sheet]),
  ];
  return [...new Set(sources.find((years) => years.length > 0) ?? [])];
};

/** The years with the fewest contradictions among those that know any row. */
const yearsThatFit = (tables: readonly AnswerTable[]): readonly FiscalYear[] => {
  const fits = scoredYears()
    .map((year) => ({ year, contradictions: contradictionsIn(tables, year) }))
    .filter(({ contradictions }) => contradictions !== undefined);
  const fewest = Math.min(...fits.map(({ contradictions }) => contradictions ?? Infinity));
  return fits.filter(({ contradictions }) => contradictions === fewest).map(({ year }) => year);
};

/** How often the rows of the tables contradict a year's criteria; undefined for a year that knows none of them. */
const contradictionsIn = (tables: readonly AnswerTable[], year: FiscalYear): number | undefined => {
  const scheme = schemeOf(year);
  return scheme.ok ? contradictionsAmong(tables.map((table) => readTableRows(table, scheme.value))) : undefined;
};

const yearOf = (sheets: readonly SheetYear[], fileName: string | undefined): Result<TablesOfYear> => {
  const known = sheets.filter(({ fitting }) => fitting.length > 0);
  const contradicting = known.find(
    ({ written, fitting }) => written.length > 0 && !fitting.some((year) => written.includes(year)),
  );
  if (contradicting !== undefined) {
    const [unknown] = contradicting.written.filter((year) => !schemeOf(year).ok);
    return unknown === undefined ? refuse(contradiction(contradicting)) : withScheme(sheets, unknown);
  }
  const years = [...new Set(known.flatMap(({ year }) => year ?? []))];
  const [only] = years;
  if (years.length > 1) return refuse(severalYears(known));
  if (only !== undefined)
    return ok(ofYear(sheets, only, known.some(({ written }) => written.includes(only)) ? 'written' : 'fit'));
  const written = [...new Set(known.flatMap((one) => one.written))];
  if (written.length > 1) return refuse(problem('year-ambiguous', { found: listed(written) }));
  const fitting = [...new Set(known.flatMap((one) => one.fitting))];
  const inFileName = yearsMentioned([fileName ?? '']).filter((year) => fitting.length === 0 || fitting.includes(year));
  const [byFile, ...others] = inFileName;
  if (byFile !== undefined && others.length === 0) return withScheme(sheets, byFile);
  const [unknown] = sheets.flatMap((one) => one.written);
  return unknown === undefined ? refuse(problem('year-missing')) : withScheme(sheets, unknown);
};

/** A year nobody has the rules of is refused by its name. */
const withScheme = (sheets: readonly SheetYear[], year: FiscalYear): Result<TablesOfYear> => {
  const scheme = schemeOf(year);
  return scheme.ok ? ok(ofYear(sheets, year, 'written')) : scheme;
};

/** The sheets of the year asked for; refused where all of them say another. */
const askedYear = (
  sheets: readonly SheetYear[],
  asked: FiscalYear,
  fileName: string | undefined,
): Result<TablesOfYear> => {
  const own = sheets.filter((one) => isOf(one, asked));
  const written = [...new Set(sheets.flatMap((one) => one.written))];
  const named = written.length > 0 ? written : yearsMentioned([fileName ?? '']);
  const contradicts = named.length > 0 && !named.includes(asked);
  if (own.length === 0 || (contradicts && own.every((one) => one.year !== asked))) {
    const found = named.length > 0 ? named : [...new Set(sheets.flatMap((one) => one.fitting))];
    return refuse(problem('year-contradicts', { found: listed(found), expected: fiscalYearLabel(asked) }));
  }
  return ok(ofYear(sheets, asked, 'asked'));
};

/** Whether a sheet answers for a year: it says so, or says nothing and fits it, or fits nothing better that it says. */
const isOf = ({ year, written, fitting }: SheetYear, asked: FiscalYear): boolean => {
  if (year !== undefined) return year === asked || (written.length === 0 && fitting.includes(asked));
  return written.length === 0 || written.includes(asked);
};

const ofYear = (sheets: readonly SheetYear[], year: FiscalYear, because: TablesOfYear['because']): TablesOfYear => {
  const own = sheets.filter((one) => isOf(one, year));
  const others = sheets.filter((one) => !own.includes(one));
  const problems = [
    ...(because === 'fit' ? [problem('year-by-fit', { found: fiscalYearLabel(year) })] : []),
    ...(others.length === 0
      ? []
      : [
          problem('sheets-of-other-years', {
            found: others
              .map((one) => `${one.sheet}${one.year === undefined ? '' : `（${fiscalYearLabel(one.year)}）`}`)
              .join('・'),
            expected: fiscalYearLabel(year),
          }),
        ]),
  ];
  return {
    year,
    because,
    tables: own.flatMap(({ tables }) => tables),
    others: others.map((one) => ({ sheet: one.sheet, year: one.year ?? one.written[0] })),
    problems,
  };
};

const contradiction = ({ sheet, written, fitting }: SheetYear): Problem =>
  problem('year-fits-another', { sheet, found: listed(written), expected: listed(fitting) });

const severalYears = (sheets: readonly SheetYear[]): Problem => {
  const found = sheets.map(({ sheet, year }) => `${sheet}：${year === undefined ? '不明' : fiscalYearLabel(year)}`);
  return problem('year-ambiguous', { found: found.join('・') });
};

const listed = (years: readonly FiscalYear[]): string => years.map(fiscalYearLabel).join('・');

const fullMarksOfAnotherYear = (
  tables: readonly AnswerTable[],
): { readonly year: FiscalYear; readonly maxPoints: number } | undefined => {
  const printed = new Set(tables.flatMap(printedFullMarks));
  for (const { year, part } of blockSchemes) {
    const scheme = part === 'municipality' ? blockSchemeOf(year, part) : undefined;
    if (scheme?.ok === true && printed.has(scheme.value.maxPoints)) return { year, maxPoints: scheme.value.maxPoints };
  }
  return undefined;
};
