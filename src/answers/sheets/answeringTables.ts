import { fiscalYearLabel, type FiscalYear } from '../../kernel';
import { ok, problem, refuse, type Problem, type Result } from '../../problems';
import type { Scheme } from '../../schemes';
import type { CellValue } from '../../workbook';
import { headerMeaning } from '../columns/headerMeaning';
import { columnCalled, headerReader } from '../columns/headerTexts';
import { textOf } from '../marks';
import type { AnswerTable } from '../tables/answerTable';
import { yearsMentioned } from '../years/writtenYears';
import { decideYear, type TablesOfYear } from './decideYear';
import { roleOfSheet, type SheetRole } from './sheetRoles';

export interface AnsweringOptions {
  /** The one sheet a person chose: it answers, whatever it is called. */
  readonly sheet?: string | undefined;
  /** Sheets that answer whatever they are called: the sample of the pane. */
  readonly own?: ReadonlySet<string>;
  readonly year?: FiscalYear | undefined;
  /** A user's own scheme of that year. */
  readonly scheme?: Scheme | undefined;
  readonly fileName?: string | undefined;
}

/** The tables whose answers count, and what became of the others. */
export interface AnsweringTables extends TablesOfYear {
  readonly roles: ReadonlyMap<string, SheetRole>;
}

/**
 * Sorts the tables of a workbook: examples and old versions are listed and never mixed in; of the rest those of one fiscal
 * year answer. An old version alone is read; an example alone is not, unless it was chosen.
 */
export const answeringTables = (
  tables: readonly AnswerTable[],
  { sheet, own, year, scheme, fileName }: AnsweringOptions,
): Result<AnsweringTables> => {
  const roles = new Map<string, SheetRole>();
  for (const table of tables) {
    const { name } = table.sheet;
    if (roles.get(name) === 'example') continue;
    const chosen = name === sheet || own?.has(name) === true;
    roles.set(name, chosen ? 'answers' : roleOfSheet(table.sheet, headingsOf(table), headersOf(table)));
  }
  const of = (role: SheetRole): readonly AnswerTable[] =>
    tables.filter((table) => roles.get(table.sheet.name) === role);
  const current = of('answers');
  const read = current.length > 0 ? current : of('old');
  if (read.length === 0) {
    const examples = of('example');
    return refuse(
      examples.length > 0
        ? problem('only-examples', { found: names(examples) })
        : problem('own-results', { found: names(of('result')) }),
    );
  }
  const decided = decideYear(read, { asked: year, scheme, fileName });
  if (!decided.ok) return decided;
  const chosen = columnOfAnotherYear(decided.value);
  if (chosen !== undefined) return refuse(chosen);
  const ofName = namedForAnotherYear(decided.value);
  for (const {
    sheet: { name },
  } of ofName)
    roles.set(name, 'old');
  const left = leftOut(of('example'), current.length > 0 ? of('old') : []);
  const kept = decided.value.tables.filter((table) => !ofName.includes(table));
  return ok({ ...decided.value, tables: kept, roles, problems: [...decided.value.problems, ...left] });
};

/** Beside sheets that do not, those whose own name says another year: 支援_R7 under a title of R8. */
const namedForAnotherYear = ({ tables, year }: TablesOfYear): readonly AnswerTable[] => {
  const others = tables.filter(({ sheet: { name } }) => {
    const named = yearsMentioned([name]);
    return named.length > 0 && !named.includes(year);
  });
  return others.length < tables.length ? others : [];
};

/** A column that a person chose is refused like a sheet where its header says another year than the one scored. */
const columnOfAnotherYear = ({ tables, year }: TablesOfYear): Problem | undefined => {
  for (const table of tables) {
    if (table.chosenColumn === undefined || table.headerRow < 0) continue;
    const header = headerReader(table, table.headerRow + 1)(table.chosenColumn);
    const said = headerMeaning(header.texts).year;
    if (said === undefined || said === 'this' || said === year) continue;
    return problem('chosen-column-of-another-year', {
      sheet: table.sheet.name,
      cell: header.cell,
      found: columnCalled(table.chosenColumn, header),
      expected: fiscalYearLabel(year),
    });
  }
  return undefined;
};

const headingsOf = ({ title }: AnswerTable): readonly string[] => [
  ...title.texts,
  ...(title.municipality === undefined ? [] : [textOf(title.municipality.value)]),
];

const headersOf = ({ sheet, headerRow }: AnswerTable): readonly CellValue[] => sheet.grid[headerRow] ?? [];

const leftOut = (examples: readonly AnswerTable[], old: readonly AnswerTable[]): readonly Problem[] => [
  ...(examples.length === 0 ? [] : [problem('example-sheets', { found: names(examples) })]),
  ...(old.length === 0 ? [] : [problem('old-sheets', { found: names(old) })]),
];

const names = (tables: readonly AnswerTable[]): string =>
  [...new Set(tables.map(({ sheet }) => sheet.name))].join('・');
