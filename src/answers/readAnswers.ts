import { ok, problem, refuse, type Problem, type Result } from '../problems';
import type { Scheme } from '../schemes';
import type { SheetContent } from '../workbook';
import type { Answers } from './answers';
import { besideTexts } from './besideTexts';
import type { Choice } from './choice';
import { chosenOwners, toldClaims, type MunicipalityChoice } from './chosenMunicipality';
import { readIndicatorPoints } from './columns/indicatorPoints';
import { legendsOn } from './columns/legends';
import { onceForTheBook } from './columns/questions';
import { readAnswerGroups, type ColumnReading } from './columns/readAnswerGroups';
import type { PrintedSum } from './columns/readGroup';
import { mergeColumns } from './merge';
import { noAnswers } from './noAnswers';
import { ownersOf, type Owner } from './owners';
import { printedTotals } from './totals/printedTotals';
import { sheetsRead, type TableReading } from './reading';
import { strangers } from './strangers';
import { claimOf, type MunicipalityClue } from './tables/answerColumns';
import { readTableRows } from './alignment/tableRows';
import type { AnswerTable } from './tables/answerTable';

export interface ReadingOptions extends Pick<Choice, 'markMeanings'>, MunicipalityChoice {
  /** The name of the file, for tables that say nowhere whose answers they are. */
  readonly fileName?: string;
  /** The folders the file lies in below the one that was given, innermost first: 川崎町/回答.xlsx. */
  readonly folders?: readonly string[];
  /** The sheets of the workbook without a table of criteria, where codes may be explained and totals printed. */
  readonly sheets?: readonly SheetContent[];
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
  const legends = legendsOn(options.sheets ?? []);
  const read: TableReading[] = [];
  const claims: { readonly clue: MunicipalityClue; readonly column: ColumnReading }[] = [];
  for (const table of tables) {
    const rows = readTableRows(table, scheme);
    const answers =
      rows.criteria.length === 0
        ? readIndicatorPoints(table, scheme)
        : readAnswerGroups(table, rows, {
            year: scheme.fiscalYear,
            meanings: options.markMeanings ?? new Map(),
            legends,
          });
    if (answers === undefined) continue;
    problems.push(...rows.problems);
    const { groups, problems: notes } = answers;
    read.push({ table, rows, groups: answers });
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
      ? refuse(
          noAnswers(
            tables.map(({ sheet }) => sheet),
            scheme.fiscalYear,
            tables,
          ),
          ...problems,
        )
      : refuse(why, ...others);
  }
  const found = ownersOf(toldClaims(claims, options));
  const owners = chosenOwners(found, options);
  if (!owners.ok) return owners;
  const totalsOf = (columns: readonly ColumnReading[]): readonly PrintedSum[] => {
    const shared = new Set(
      found.flatMap((one) => (one.columns === columns ? [] : one.columns.map(({ sheet }) => sheet))),
    );
    const own = new Set(columns.flatMap(({ sheet }) => (shared.has(sheet) ? [] : sheet)));
    const tablesOfOwner = read.filter(({ table }) => own.has(table.sheet.name));
    return printedTotals(scheme, tablesOfOwner, found.length > 1 ? [] : (options.sheets ?? []));
  };
  const municipalities = owners.value.map(({ identity, insured, columns, problems: notes }) => {
    const merged = mergeColumns(scheme, columns);
    problems.push(...notes, ...merged.problems);
    return {
      identity,
      insured,
      states: merged.states,
      isFound: merged.isFound,
      cellOf: merged.cellOf,
      cellsOf: merged.cellsOf,
      textOf: merged.textOf,
      besideOf: besideTexts(
        read.filter(({ groups: { groups } }) => groups.length === 1 && columns.some((one) => one === groups[0])),
      ),
      unmarked: merged.unmarked,
      sums: [...columns.flatMap(({ sums }) => sums), ...totalsOf(columns)],
    };
  });
  // What is doubtful in the columns of others concerns nobody who chose one.
  const chosen = new Set(owners.value.flatMap(({ columns }) => columns));
  const others = new Set(claims.flatMap(({ column }) => (chosen.has(column) ? [] : column.problems)));
  return ok({
    scheme,
    municipalities,
    sheets: sheetsRead(read),
    leftOut: found.filter((one) => !owners.value.includes(one)).map(nameOf),
    problems: onceForTheBook(problems.filter((one) => !others.has(one))),
  });
};

const nameOf = ({ identity: { prefecture, name } }: Owner): string => `${prefecture ?? ''}${name}`;

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
