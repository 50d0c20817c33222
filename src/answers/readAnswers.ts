import { fiscalYearLabel, fiscalYearsIn, type FiscalYear } from '../kernel';
import { ok, problem, refuse, type Problem, type Result } from '../problems';
import { blockSchemeOf, blockSchemes, type Scheme } from '../schemes';
import type { Answers } from './answers';
import type { Choice } from './choice';
import { chosenOwners, toldClaims, type MunicipalityChoice } from './chosenMunicipality';
import { onceForTheBook } from './columns/questions';
import { readAnswerGroups, type ColumnReading } from './columns/readAnswerGroups';
import { mergeColumns } from './merge';
import { ownersOf } from './owners';
import { strangers } from './strangers';
import { claimOf, type MunicipalityClue } from './tables/answerColumns';
import { readTableRows } from './tables/tableRows';
import { printedFullMarks, type AnswerTable } from './tables/answerTable';

export interface ReadingOptions extends Pick<Choice, 'markMeanings'>, MunicipalityChoice {
  /** The name of the file, for tables that say nowhere whose answers they are. */
  readonly fileName?: string;
  /** The folders the file lies in below the one that was given, innermost first: 川崎町/回答.xlsx. */
  readonly folders?: readonly string[];
}

/**
 * Reads every answer table of one fiscal year (layouts 1 and 2 of rules/design.md#layouts) into answers per
 * municipality. Refuses when no row is a criterion of the scheme; everything else that is doubtful comes back as
 * problems.
 */
export const readAnswers = (
  scheme: Scheme,
  tables: readonly AnswerTable[],
  options: ReadingOptions = {},
): Result<Answers> => {
  const problems: Problem[] = [];
  const claims: { readonly clue: MunicipalityClue; readonly column: ColumnReading }[] = [];
  for (const table of tables) {
    const rows = readTableRows(table, scheme);
    problems.push(...rows.problems);
    if (rows.criteria.length === 0) continue;
    const { groups, problems: notes } = readAnswerGroups(table, rows, {
      year: scheme.fiscalYear,
      meanings: options.markMeanings ?? new Map(),
    });
    const used = groups.flatMap(({ columns }) => columns);
    problems.push(...sheetNotes(table), ...notes, ...strangers(table, rows, used));
    const named = groups.filter(({ owner }) => owner.municipality !== undefined).length;
    for (const group of groups) {
      problems.push(...group.problems);
      claims.push({ clue: claimOf(table, group.owner, named, namesOfFile(options)), column: group });
    }
  }
  if (claims.length === 0) {
    const [why, ...others] = problems.filter(({ severity }) => severity === 'stop');
    return why === undefined
      ? refuse(problem('no-answers', {}, { year: scheme.fiscalYear }), ...problems)
      : refuse(why, ...others);
  }
  const owners = chosenOwners(ownersOf(toldClaims(claims, options)), options);
  if (!owners.ok) return owners;
  const municipalities = owners.value.map(({ identity, insured, columns, problems: notes }) => {
    const merged = mergeColumns(scheme, columns);
    problems.push(...notes, ...merged.problems);
    return {
      identity,
      insured,
      states: merged.states,
      cellOf: merged.cellOf,
      sums: columns.flatMap(({ sums }) => sums),
    };
  });
  // What is doubtful in the columns of others concerns nobody who chose one.
  const read = new Set(owners.value.flatMap(({ columns }) => columns));
  const others = new Set(claims.flatMap(({ column }) => (read.has(column) ? [] : column.problems)));
  return ok({ scheme, municipalities, problems: onceForTheBook(problems.filter((one) => !others.has(one))) });
};

/** Where the name of a municipality may stand outside the workbook: the name of the file, then those of its folders. */
const namesOfFile = ({ fileName, folders }: ReadingOptions): readonly string[] => [
  ...(fileName === undefined ? [] : [fileName]),
  ...(folders ?? []),
];

/** What a person should know of the sheet a table stands on. */
const sheetNotes = ({ sheet }: AnswerTable): readonly Problem[] => [
  ...(sheet.drawings ? [problem('drawings-on-sheet', { sheet: sheet.name })] : []),
  ...(sheet.visibility === 'visible' ? [] : [problem('hidden-sheet', { sheet: sheet.name })]),
];

/**
 * The fiscal year a workbook speaks of: from the 年度 column, a 年度 label, the headings, the answer columns' headers, the
 * sheet names, the file name — the first of these that says anything decides. Refused when it names several, another year
 * than the one asked for, or prints the full marks of a year with other rules (R5: rules/bad-inputs.md#b040).
 */
export const decideYear = (
  tables: readonly AnswerTable[],
  asked: FiscalYear | undefined,
  fileName: string | undefined,
): Result<FiscalYear> => {
  const year = yearNamed(tables, asked, fileName);
  const other = fullMarksOfAnotherYear(tables);
  if (other === undefined || (year.ok && year.value === other.year)) return year;
  const place = { found: String(other.maxPoints), expected: fiscalYearLabel(other.year) };
  return refuse(problem('full-marks-of-another-year', place));
};

const yearNamed = (
  tables: readonly AnswerTable[],
  asked: FiscalYear | undefined,
  fileName: string | undefined,
): Result<FiscalYear> => {
  const sources = [
    tables.flatMap(({ years }) => years),
    tables.flatMap(({ title }) => title.labelledYears),
    tables.flatMap(({ title }) => title.mentionedYears),
    tables.flatMap(({ answerColumns }) => answerColumns.flatMap(({ year }) => year ?? [])),
    tables.flatMap(({ sheet }) => fiscalYearsIn(sheet.name)),
    fiscalYearsIn(fileName ?? ''),
  ].map((years) => [...new Set(years)]);
  const named = sources.find((years) => years.length > 0);
  const [first] = named ?? [];
  if (named === undefined || first === undefined) {
    return asked === undefined ? refuse(problem('year-missing')) : ok(asked);
  }
  if (asked !== undefined) {
    return named.includes(asked)
      ? ok(asked)
      : refuse(problem('year-contradicts', { found: listed(named), expected: fiscalYearLabel(asked) }));
  }
  return named.length === 1 ? ok(first) : refuse(problem('year-ambiguous', { found: listed(named) }));
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
