import { groupedBy, type FiscalYear } from '../../kernel';
import { schemeOf, scoredYears, type Scheme } from '../../schemes';
import { alignmentOf } from '../alignment/alignRows';
import { contradictionsAmong, contradictMore } from '../alignment/contradictions';
import type { AnswerTable } from '../tables/answerTable';
import { yearsMentioned } from '../years/writtenYears';

/** What one sheet says of its year, and which years its rows fit. */
export interface SheetYear {
  readonly sheet: string;
  readonly tables: readonly AnswerTable[];
  /** Every year it names as its own; several where title and 年度 contradict each other. */
  readonly written: readonly FiscalYear[];
  /** The years whose criteria its rows contradict least. */
  readonly fitting: readonly FiscalYear[];
  /**
   * They contradict it little, and at most half as often as the year that is written: of a form with other points in every
   * row, or with numbers of its own, no year can be told.
   */
  readonly fitsWell: boolean;
  /** The year, where what is written and what fits agree, or nothing is written and one year fits. */
  readonly year: FiscalYear | undefined;
}

/**
 * Sheets that say the same year, or all say none, are parts of one form and are held against the years together. `own` = a
 * scheme of the user's, which stands for its year. A lone sheet that says no year is held against `asked` first: where its
 * rows contradict that in nothing, it is of that year whatever others it fits.
 */
export const sheetYears = (
  tables: readonly AnswerTable[],
  own: Scheme | undefined,
  asked: FiscalYear | undefined,
): readonly SheetYear[] => {
  const schemes = schemesToFit(own);
  const bySheet = groupedBy(tables, ({ sheet }) => sheet.name);
  const parts = [...bySheet].map(([sheet, on]) => ({ sheet, on, written: writtenOn(sheet, on) }));
  const forms = groupedBy(parts, ({ written }) => written.join());
  const fits = new Map(
    [...forms].map(([said, of]) => [
      said,
      yearOfForm(
        of.flatMap(({ on }) => on),
        of[0]?.written ?? [],
        schemes,
        bySheet.size === 1 ? asked : undefined,
      ),
    ]),
  );
  const dated = parts.flatMap((part) => {
    const year = part.written.length === 0 ? undefined : fits.get(part.written.join())?.year;
    return year === undefined ? [] : [{ year, on: part.on }];
  });
  return parts.map(({ sheet, on, written }) => {
    const form = fits.get(written.join()) ?? { fitting: [], year: undefined, fitsWell: false };
    const home = written.length === 0 ? yearOfFewRows(on, form.fitting, dated, schemes) : undefined;
    if (home !== undefined) return { sheet, tables: on, written, fitting: [home], fitsWell: true, year: home };
    const { fitting } = form;
    const readable = on.some((table) => fitting.some((one) => knowsRows(table, schemes.get(one))));
    const fit = readable ? form : { ...form, fitting: [], year: undefined };
    return { sheet, tables: on, written, ...fit };
  });
};

/**
 * A few rows that say no year (corrections on a sheet 最終) fit one by chance: where the dated sheets of the workbook are of
 * one year and it knows every row of theirs, they are of that year.
 */
const yearOfFewRows = (
  tables: readonly AnswerTable[],
  fitting: readonly FiscalYear[],
  dated: readonly { readonly year: FiscalYear; readonly on: readonly AnswerTable[] }[],
  schemes: Schemes,
): FiscalYear | undefined => {
  const [year, ...others] = new Set(dated.map((one) => one.year));
  const [fit] = fitting;
  if (year === undefined || fit === undefined || others.length > 0 || fitting.includes(year)) return undefined;
  const rowsIn = (of: readonly AnswerTable[], scheme: Scheme | undefined): number =>
    scheme === undefined ? 0 : of.reduce((sum, table) => sum + alignmentOf(table, scheme).criteria.length, 0);
  const known = rowsIn(tables, schemes.get(year));
  const whole = Math.max(...dated.map(({ on }) => rowsIn(on, schemes.get(year))));
  return known > 0 && known * fewRows <= whole && known >= rowsIn(tables, schemes.get(fit)) ? year : undefined;
};

/** A fifth of a form is too much for chance. */
const fewRows = 5;

/** Whether a sheet names years and fits another. */
export const contradictsItself = ({ written, fitting }: SheetYear): boolean =>
  written.length > 0 && fitting.length > 0 && !fitting.some((year) => written.includes(year));

/** The years a title names beside the one that was decided, where no column of the table bears them. */
export const otherYearsInTitle = ({ tables, written }: SheetYear, decided: FiscalYear): readonly FiscalYear[] => {
  const inColumns = new Set(tables.flatMap(({ years, answerColumns }) => [...years, ...headedYears(answerColumns)]));
  return written.filter((year) => year !== decided && !inColumns.has(year));
};

type Schemes = ReadonlyMap<FiscalYear, Scheme>;

const schemesToFit = (own: Scheme | undefined): Schemes => {
  const packaged = scoredYears().flatMap((year) => {
    const scheme = schemeOf(year);
    return scheme.ok ? [[year, scheme.value] as const] : [];
  });
  return new Map(own === undefined ? packaged : [...packaged, [own.fiscalYear, own]]);
};

const yearOfForm = (
  tables: readonly AnswerTable[],
  written: readonly FiscalYear[],
  schemes: Schemes,
  asked: FiscalYear | undefined,
): Pick<SheetYear, 'fitting' | 'fitsWell' | 'year'> => {
  const [only, ...more] = written.length > 0 || asked === undefined ? written : [asked];
  if (only !== undefined && more.length === 0 && contradictionsIn(tables, schemes.get(only), Infinity) === 0) {
    return { fitting: [only], fitsWell: true, year: only };
  }
  const { fitting, fewest, fitsWell } = yearsThatFit(tables, schemes);
  const agreed = written.length === 0 ? fitting : fitting.filter((year) => written.includes(year));
  const isClear = agreed.length > 0 || fewest * 2 <= contradictionsOfWritten(tables, written, schemes);
  return { fitting, fitsWell: fitsWell && isClear, year: agreed.length === 1 ? agreed[0] : undefined };
};

/** How often the rows contradict the years that are written, the likeliest of them; without end where its rules are unknown. */
const contradictionsOfWritten = (
  tables: readonly AnswerTable[],
  written: readonly FiscalYear[],
  schemes: Schemes,
): number => Math.min(...written.map((year) => contradictionsIn(tables, schemes.get(year), Infinity) ?? Infinity));

/** The years of the 年度 column, a 年度 label and the headings together; without any, of the answers' headers, of the sheet's name. */
const writtenOn = (sheet: string, tables: readonly AnswerTable[]): readonly FiscalYear[] => {
  const sources = [
    tables.flatMap(({ years, title }) => [...years, ...title.labelledYears, ...title.mentionedYears]),
    tables.flatMap(({ answerColumns }) => headedYears(answerColumns)),
    yearsMentioned([sheet]),
  ];
  return [...new Set(sources.find((years) => years.length > 0) ?? [])];
};

const headedYears = (columns: AnswerTable['answerColumns']): readonly FiscalYear[] =>
  columns.flatMap(({ year }) => year ?? []);

/** The years with the fewest contradictions among those that know any row; the newest are the likeliest. */
const yearsThatFit = (
  tables: readonly AnswerTable[],
  schemes: Schemes,
): Pick<SheetYear, 'fitting' | 'fitsWell'> & { readonly fewest: number } => {
  let fewest = Infinity;
  let fitting: FiscalYear[] = [];
  for (const [year, scheme] of [...schemes].toReversed()) {
    const contradictions = contradictionsIn(tables, scheme, fewest);
    if (contradictions === undefined || contradictions > fewest) continue;
    fitting = contradictions < fewest ? [year] : [year, ...fitting];
    fewest = contradictions;
  }
  const [scheme] = fitting.map((year) => schemes.get(year));
  const rows = tables.reduce((sum, table) => sum + (scheme ? alignmentOf(table, scheme).criteria.length : 0), 0);
  return { fitting, fewest, fitsWell: fewest * mostContradicted <= rows };
};

/** Where more than a fourth of the rows contradict the best year, it is none. */
const mostContradicted = 4;

const knowsRows = (table: AnswerTable, scheme: Scheme | undefined): boolean =>
  scheme !== undefined && alignmentOf(table, scheme).criteria.length > 0;

/** How often the rows of the tables contradict a year's criteria; undefined for a year that knows none, and beyond `most`. */
const contradictionsIn = (
  tables: readonly AnswerTable[],
  scheme: Scheme | undefined,
  most: number,
): number | undefined =>
  scheme === undefined || (most < Infinity && contradictMore(tables, scheme, most))
    ? undefined
    : contradictionsAmong(tables.map((table) => alignmentOf(table, scheme)));
