import { ok, problem, refuse, type Problem, type Result } from '../kernel';
import type { Scheme } from '../schemes';
import type { Answers, MunicipalityAnswers } from './answers';
import { identifyMunicipality, type MunicipalityIdentity } from './municipality';
import type { MarkMeanings } from './marks';
import { mergeColumns } from './mergeColumns';
import { claimOf, type MunicipalityClue } from './tables/claimOf';
import type { AnswerTable } from './tables/answerTable';
import { readColumn, type ColumnReading } from './tables/readColumn';
import { readTableRows } from './tables/readTable';

export interface ReadingOptions {
  /** What ambiguous marks (◎, レ …) mean in this office, as a person said once. */
  readonly markMeanings?: MarkMeanings;
  /** The name of the file, for tables that say nowhere whose answers they are. */
  readonly fileName?: string;
}

/**
 * Reads every answer table of one fiscal year (layouts 1 and 2 of design §5) into answers per municipality.
 * Refuses when no row is a criterion of the scheme; everything else that is doubtful comes back as problems.
 */
export const readAnswers = (
  scheme: Scheme,
  tables: readonly AnswerTable[],
  options: ReadingOptions = {},
): Result<Answers> => {
  const problems: Problem[] = [];
  const owners = new Map<string, { readonly clue: MunicipalityClue; readonly columns: ColumnReading[] }>();
  for (const table of tables) {
    const rows = readTableRows(table, scheme);
    if (rows.criteria.length === 0) continue;
    problems.push(...rows.problems, ...sheetNotes(table));
    for (const { clue, column } of ownedColumns(table, options)) {
      const reading = readColumn(table, rows, column, options.markMeanings ?? new Map());
      problems.push(...reading.problems);
      const owner = owners.get(clue.key);
      if (owner === undefined) owners.set(clue.key, { clue, columns: [reading] });
      else owner.columns.push(reading);
    }
  }
  if (owners.size === 0) return refuse(problem('no-answers', {}, { year: scheme.fiscalYear }), ...problems);
  adoptNameless(owners);
  const municipalities = [...owners.values()].map(({ clue, columns }) => {
    const merged = mergeColumns(scheme, columns);
    const { identity, notes } = identify(clue);
    problems.push(...notes, ...clue.problems, ...merged.problems);
    return {
      identity,
      insured: clue.insured,
      states: merged.states,
      cellOf: (index: number) => merged.cells[index],
      sums: columns.flatMap(({ sums }) => sums),
    } satisfies MunicipalityAnswers;
  });
  return ok({ scheme, municipalities, problems });
};

/** 回答 columns without a name belong to the workbook's only named municipality, if there is just one. */
const adoptNameless = (
  owners: Map<string, { readonly clue: MunicipalityClue; readonly columns: ColumnReading[] }>,
): void => {
  const nameless = owners.get('');
  if (nameless === undefined || owners.size !== 2) return;
  const named = [...owners].find(([key]) => key !== '')?.[1];
  named?.columns.push(...nameless.columns);
  owners.delete('');
};

interface OwnedColumn {
  readonly clue: MunicipalityClue;
  readonly column: number;
}

/** Named columns belong to the municipality in their header; otherwise the one 回答 column to the title block's. */
const ownedColumns = (table: AnswerTable, options: ReadingOptions): readonly OwnedColumn[] => {
  const named = table.answerColumns.filter((column) => column.named);
  const chosen = named.length > 0 ? named : table.answerColumns.slice(0, 1);
  return chosen.map((column) => ({
    column: column.column,
    clue: claimOf(table, column, named.length, options.fileName),
  }));
};

/** What a person should know of the sheet a table stands on. */
const sheetNotes = ({ sheet, answerColumns }: AnswerTable): readonly Problem[] => {
  const [first, ...others] = answerColumns;
  const rivals = first === undefined || first.named ? [] : others.filter(({ named }) => !named);
  return [
    ...(sheet.drawings ? [problem('drawings-on-sheet', { sheet: sheet.name })] : []),
    ...(sheet.visibility === 'visible' ? [] : [problem('hidden-sheet', { sheet: sheet.name })]),
    ...(first === undefined || rivals.length === 0 || answerColumns.some(({ named }) => named)
      ? []
      : [
          problem(
            'several-answer-columns',
            {
              sheet: sheet.name,
              cell: first.headerCell,
              found: answerColumns.map(({ headerCell }) => headerCell).join('・'),
              expected: first.headerCell,
            },
            { count: answerColumns.length },
          ),
        ]),
  ];
};

const identify = (
  clue: MunicipalityClue,
): { readonly identity: MunicipalityIdentity; readonly notes: readonly Problem[] } => {
  const result = identifyMunicipality(clue.claim);
  if (result.ok) return { identity: result.value, notes: result.value.notes.map((note) => placed(note, clue)) };
  const asWritten: MunicipalityIdentity = {
    name: clue.claim.name ?? '（市町村名なし）',
    prefecture: clue.claim.prefecture,
    code: undefined,
    kind: 'unknown',
    notes: [],
  };
  return { identity: asWritten, notes: result.problems.map((note) => placed(note, clue)) };
};

const placed = (note: Problem, clue: MunicipalityClue): Problem => ({
  ...note,
  sheet: clue.sheet,
  ...(clue.cell === undefined ? {} : { cell: clue.cell }),
});
