import { foldLabel } from '../kernel';
import { problem, type Problem } from '../problems';
import { a1, cellAt, type CellValue, type Grid, type SheetContent, type WorkbookContent } from '../workbook';
import type { SettingField } from './field';
import { fieldsByLabel, settingFields } from './fields';
import { settingsOf, type FilledField } from './readFields';
import { isBlank, readMeaning, readProgramme, textAt, type Columns } from './readTables';
import type { Programme, Settings, SettingsReading } from './settings';

/** Name of the sheet with a person's own figures and choices. */
const settingsSheet = '設定';
/** Headings of the form; a sheet of another name that bears them is read as well. */
const headings = ['項目', '値'];
const headingRows = 10;

type NamedGrid = Pick<SheetContent, 'name' | 'grid'>;

/** The settings of the workbook's own sheet 設定, else of one that is headed like it, else those given. */
export const settingsIn = (
  { sheets }: WorkbookContent,
  given: Settings | undefined,
): Omit<SettingsReading, 'settings'> & { readonly settings: Settings | undefined } => {
  const sheet = settingsSheetIn(sheets);
  return sheet === undefined ? { settings: given, problems: [] } : readSettingsSheet(sheet.name, sheet.grid);
};

/** The sheet 設定, else one that is headed like it. */
export const settingsSheetIn = <Sheet extends NamedGrid>(sheets: readonly Sheet[]): Sheet | undefined =>
  sheets.find(({ name }) => foldLabel(name) === settingsSheet) ?? sheets.find(isHeadedLikeSettings);

const isHeadedLikeSettings = ({ grid }: NamedGrid): boolean =>
  grid.slice(0, headingRows).some((cells) => {
    const texts = cells.flatMap((cell) => (typeof cell === 'string' ? [foldLabel(cell)] : []));
    return headings.every((heading) => texts.includes(heading));
  });

/** Rows looked at; the form has about a hundred. */
export const mostRows = 600;

/**
 * Reads the sheet 設定: rows of 項目, 値, 単位 in any order, then the tables 使途の表 and 記号の意味 under their headings, down to
 * the first blank row. Labels are matched regardless of width and spaces; unknown rows and repeats are said.
 */
export const readSettingsSheet = (
  sheet: string,
  grid: Grid,
  fields: readonly SettingField[] = settingFields,
): SettingsReading => {
  const state: Reading = { sheet, filled: new Map(), programmes: [], markMeanings: new Map(), problems: [] };
  const fieldOf = fieldsByLabel(fields);
  for (const { row, section, isHeading } of filledRows(grid)) {
    if (isHeading) continue;
    if (section.kind === 'programmes') readProgramme(state, grid, row, section.columns);
    else if (section.kind === 'marks') readMeaning(state, grid, row, section.columns);
    else readField(state, fieldOf, grid, row);
  }
  const { settings, problems } = settingsOf([...state.filled.values()], state, fields);
  return { sheet, settings, problems: [...state.problems, ...problems] };
};

type Section =
  | { readonly kind: 'fields' }
  | { readonly kind: 'programmes'; readonly columns: Columns }
  | { readonly kind: 'marks'; readonly columns: Columns };

interface Reading {
  readonly sheet: string;
  readonly filled: Map<string, FilledField>;
  readonly programmes: Programme[];
  readonly markMeanings: Map<string, 'met' | 'unmet'>;
  readonly problems: Problem[];
}

/** A row that is not blank, and what it is a row of. */
interface FilledRow {
  readonly row: number;
  readonly section: Section;
  /** The heading of a table, which is no row of it. */
  readonly isHeading: boolean;
}

/** The rows of the sheet that are not blank, from the top: a table goes down to the first blank row. */
export function* filledRows(grid: Grid): Generator<FilledRow> {
  let section: Section = { kind: 'fields' };
  for (let row = 0; row < Math.min(grid.length, mostRows); row += 1) {
    const cells = grid[row] ?? [];
    const heading = headingOf(cells);
    if (heading === undefined && cells.every(isBlank)) section = { kind: 'fields' };
    else {
      section = heading ?? section;
      yield { row, section, isHeading: heading !== undefined };
    }
  }
}

/** The table a row is the heading of; undefined for any other row. */
const headingOf = (cells: readonly CellValue[]): Section | undefined => {
  const columns = new Map(
    cells.flatMap((cell, at) => (typeof cell === 'string' ? [[foldLabel(cell), at] as const] : [])),
  );
  if (columns.has('事業名') && columns.has('金額')) return { kind: 'programmes', columns };
  if (columns.has('記号') && columns.has('意味')) return { kind: 'marks', columns };
  return undefined;
};

const readField = (
  { sheet, filled, problems }: Reading,
  fieldOf: (label: string) => SettingField | undefined,
  grid: Grid,
  row: number,
): void => {
  const column = (grid[row] ?? []).findIndex((cell) => !isBlank(cell));
  const label = textAt(grid, row, column);
  const value = cellAt(grid, row, column + 1);
  const cell = a1(row, column + 1);
  const field = fieldOf(label);
  if (field === undefined) {
    // A title or a note has nothing beside it; a misspelt item has.
    const isTitle = isBlank(value) || foldLabel(label) === '項目';
    if (!isTitle) problems.push(problem('settings-unknown-row', { sheet, cell: a1(row, column), found: label }));
    return;
  }
  if (isBlank(value)) return;
  const known = filled.get(field.path);
  if (known !== undefined) {
    const other = known.place.cell ?? '';
    const place = { sheet, cell, found: String(value), expected: String(known.value) };
    problems.push(problem('settings-repeated', place, { label: field.label, other }));
    return;
  }
  const unit = cellAt(grid, row, column + 2);
  filled.set(field.path, { field, value, unit, place: { label: field.label, sheet, cell } });
};
