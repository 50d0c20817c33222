import { ok, problem, refuse, type Problem, type Result } from '../problems';
import type { Scheme } from '../schemes';
import type { Answers } from './answers';
import type { Choice } from './choice';
import { mergeColumns } from './merge';
import { ownersOf } from './owners';
import { readColumn, type ColumnReading } from './tables/readColumn';
import { strangers } from './strangers';
import { claimOf, type MunicipalityClue } from './tables/answerColumns';
import { readTableRows } from './alignment/tableRows';
import type { AnswerColumn, AnswerTable } from './tables/answerTable';

export interface ReadingOptions extends Pick<Choice, 'markMeanings'> {
  /** The name of the file, for tables that say nowhere whose answers they are. */
  readonly fileName?: string;
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
    if (rows.criteria.length === 0) continue;
    problems.push(...rows.problems);
    const chosen = columnsOfYear(table, scheme);
    problems.push(...sheetNotes(table), ...severalColumns(table, chosen), ...strangers(table, rows, chosen));
    const named = chosen.filter(({ municipality }) => municipality !== undefined).length;
    for (const column of chosen) {
      const sums = chosen.length === 1 && table.earnedColumn !== undefined ? [table.earnedColumn] : [];
      const reading = readColumn(table, rows, column.column, options.markMeanings ?? new Map(), [
        column.column,
        ...sums,
      ]);
      problems.push(...reading.problems);
      claims.push({ clue: claimOf(table, column, named, options.fileName), column: reading });
    }
  }
  if (claims.length === 0) return refuse(problem('no-answers', {}, { year: scheme.fiscalYear }), ...problems);
  const municipalities = ownersOf(claims).map(({ identity, insured, columns, problems: notes }) => {
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
  return ok({ scheme, municipalities, problems });
};

/**
 * The columns that answer for the scheme's year: those that name it where any column names a year; then those that name
 * a municipality, or else every column headed 回答 (where two differ, the cell is held).
 */
const columnsOfYear = ({ answerColumns }: AnswerTable, { fiscalYear }: Scheme): readonly AnswerColumn[] => {
  const dated = answerColumns.filter(({ year }) => year === fiscalYear);
  const ofYear = dated.length > 0 ? dated : answerColumns.filter(({ year }) => year === undefined);
  const named = ofYear.filter(({ municipality, standIn }) => municipality !== undefined || standIn === 'own');
  return named.length > 0 ? named : ofYear;
};

/** What a person should know of the sheet a table stands on. */
const sheetNotes = ({ sheet }: AnswerTable): readonly Problem[] => [
  ...(sheet.drawings ? [problem('drawings-on-sheet', { sheet: sheet.name })] : []),
  ...(sheet.visibility === 'visible' ? [] : [problem('hidden-sheet', { sheet: sheet.name })]),
];

const severalColumns = ({ sheet }: AnswerTable, chosen: readonly AnswerColumn[]): readonly Problem[] => {
  const [first, ...others] = chosen;
  if (first === undefined || first.municipality !== undefined || others.length === 0) return [];
  const found = chosen.map(({ headerCell }) => headerCell).join('・');
  return [
    problem('several-answer-columns', { sheet: sheet.name, cell: first.headerCell, found }, { count: chosen.length }),
  ];
};
