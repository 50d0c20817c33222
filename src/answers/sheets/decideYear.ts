import { fiscalYearLabel, groupedBy, type FiscalYear } from '../../kernel';
import { ok, problem, refuse, type Problem, type Result } from '../../problems';
import { blockSchemeOf, blockSchemes, schemeOf, type Scheme } from '../../schemes';
import { printedFullMarks, type AnswerTable } from '../tables/answerTable';
import { yearsMentioned } from '../years/writtenYears';
import { contradictsItself, otherYearsInTitle, sheetYears, type SheetYear } from './sheetYears';

/** The tables that answer for one fiscal year, and the sheets of the workbook that answer for others. */
export interface TablesOfYear {
  readonly year: FiscalYear;
  /** What told the year: a person, what is written, or that the rows fit no other year. */
  readonly because: 'asked' | 'written' | 'fit';
  readonly tables: readonly AnswerTable[];
  readonly others: readonly { readonly sheet: string; readonly year: FiscalYear | undefined }[];
  readonly problems: readonly Problem[];
}

/** What is known of the year beside the tables. */
export interface YearAsked {
  readonly asked?: FiscalYear | undefined;
  /** A user's own scheme: its year is fitted by it, not by the packaged one. */
  readonly scheme?: Scheme | undefined;
  readonly fileName?: string | undefined;
}

/**
 * The fiscal year of a workbook, by fit: names, branches and points are held against every known year, and what is written
 * is a check on that (rules/bad-inputs.md#b035). Each sheet answers for its own year; dates and the year of the deeds are
 * none. Refused where a sheet says one year and fits another, unless the one it fits was asked for; where sheets are of
 * several years and nobody chose; and where several years fit and none is written.
 */
export const decideYear = (
  tables: readonly AnswerTable[],
  { asked, scheme, fileName }: YearAsked = {},
): Result<TablesOfYear> => {
  const named = fullMarksOfAnotherYear(tables);
  const namedByFile = yearsMentioned([fileName ?? '']).length > 0;
  const all = sheetYears(tables, scheme, namedByFile ? undefined : asked);
  const readable = all.filter(({ fitting }) => fitting.length > 0);
  const sheets = readable.length > 0 ? readable : all;
  const decided = asked === undefined ? yearOf(sheets, fileName) : askedYear(sheets, asked, fileName);
  if (named === undefined || (decided.ok && decided.value.year === named.year)) return decided;
  const place = { found: String(named.maxPoints), expected: fiscalYearLabel(named.year) };
  return refuse(problem('full-marks-of-another-year', place));
};

const yearOf = (sheets: readonly SheetYear[], fileName: string | undefined): Result<TablesOfYear> => {
  const known = sheets.filter(({ fitting }) => fitting.length > 0);
  const contradicting = known.find(contradictsItself);
  if (contradicting !== undefined) {
    const [unknown] = contradicting.written.filter((year) => !schemeOf(year).ok);
    return unknown === undefined ? refuse(contradiction(contradicting, known)) : withScheme(sheets, unknown);
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

/**
 * The sheets of the year asked for: those that say and fit it; where there are none, those that fit it and say another.
 * Refused where all of them say another, and where those that say it fit another.
 */
const askedYear = (
  sheets: readonly SheetYear[],
  asked: FiscalYear,
  fileName: string | undefined,
): Result<TablesOfYear> => {
  const fitting = sheets.filter((one) => contradictsItself(one) && one.fitsWell && one.fitting.includes(asked));
  if (fitting.length > 0 && !sheets.some((one) => isOf(one, asked))) {
    return ok(ofSheets(sheets, fitting, asked, 'asked'));
  }
  const own = sheets.filter((one) => isOf(one, asked));
  const written = [...new Set(sheets.flatMap((one) => one.written))];
  const named = written.length > 0 ? written : yearsMentioned([fileName ?? '']);
  const contradicts = named.length > 0 && !named.includes(asked);
  if (own.length === 0 || (contradicts && own.every((one) => one.year !== asked))) {
    const contradicting = sheets.find((one) => contradictsItself(one) && one.written.includes(asked));
    if (contradicting !== undefined) return refuse(contradiction(contradicting, sheets));
    const found = named.length > 0 ? named : [...new Set(sheets.flatMap((one) => one.fitting))];
    return refuse(problem('year-contradicts', { found: listed(found), expected: fiscalYearLabel(asked) }));
  }
  return ok(ofYear(sheets, asked, 'asked'));
};

/** Whether a sheet answers for a year: what it says and fits, or the one of both there is; a sheet without either fits all. */
const isOf = (sheet: SheetYear, asked: FiscalYear): boolean => {
  const { written, fitting, fitsWell } = sheet;
  if (contradictsItself(sheet)) return !fitsWell && written.includes(asked);
  const agreed =
    fitting.length === 0 ? written : fitting.filter((year) => written.length === 0 || written.includes(year));
  return agreed.length === 0 || agreed.includes(asked);
};

const ofYear = (sheets: readonly SheetYear[], year: FiscalYear, because: TablesOfYear['because']): TablesOfYear =>
  ofSheets(
    sheets,
    sheets.filter((one) => isOf(one, year)),
    year,
    because,
  );

const ofSheets = (
  sheets: readonly SheetYear[],
  own: readonly SheetYear[],
  year: FiscalYear,
  because: TablesOfYear['because'],
): TablesOfYear => {
  const others = sheets.filter((one) => !own.includes(one));
  const problems = [
    ...(because === 'fit' ? [problem('year-by-fit', { found: fiscalYearLabel(year) })] : []),
    ...writtenOtherwise(own, year),
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

/** The headings that name another year than the one scored, in one sentence. */
const writtenOtherwise = (own: readonly SheetYear[], year: FiscalYear): readonly Problem[] => {
  const saying = own.map((one) => ({ sheet: one.sheet, years: otherYearsInTitle(one, year) }));
  const [first] = saying.filter(({ years }) => years.length > 0);
  if (first === undefined) return [];
  const found = listed([...new Set(saying.flatMap(({ years }) => years))]);
  return [problem('year-written-otherwise', { sheet: first.sheet, found, expected: fiscalYearLabel(year) })];
};

/** A sheet that fits another year than it says, or none; beside sheets that do not, one of those may be chosen. */
const contradiction = (one: SheetYear, all: readonly SheetYear[]): Problem => {
  const { sheet, written, fitting } = one;
  const place = { sheet, found: listed(written), expected: listed(fitting) };
  const sound = all.filter((other) => other.year !== undefined).map((other) => other.sheet);
  const [first] = sound;
  if (!one.fitsWell) return problem('year-fits-none', place, { option: written.join(' か --year ') });
  return first === undefined
    ? problem('year-fits-another', place, { option: fitting.join(' か --year ') })
    : problem('year-fits-another-beside', place, { others: sound.join('・'), first });
};

/** Each year with its sheets, so many by name. */
const severalYears = (sheets: readonly SheetYear[]): Problem => {
  const byYear = groupedBy(sheets, ({ year }) => (year === undefined ? '不明' : fiscalYearLabel(year)));
  const found = [...byYear].map(([year, of]) => {
    const more = of.length > mostNamed ? `ほか${of.length - mostNamed}枚` : '';
    return `${year}：${of
      .slice(0, mostNamed)
      .map(({ sheet }) => sheet)
      .join('、')}${more}`;
  });
  return problem('year-ambiguous', { found: found.join('／') });
};

const mostNamed = 3;

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
