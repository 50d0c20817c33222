import { foldLabel, foldText, problem, type Problem } from '../../kernel';
import { a1, cellAt, type CellValue, type Grid } from '../../workbook';
import type { MoneyGrant } from '../use/costCategories';
import type { Programme } from '../use/useOfGrant';
import { readMoney } from './readMoney';
import type { SettingField } from './settingField';
import { fieldOf } from './settingFields';
import type { SettingsReading } from './settings';
import { settingsOf, type FilledField } from './settingsForm';
import { writtenText } from './writtenText';

/** The columns of 使途の表 and 記号の意味, as the form heads them. */
export const programmeHeadings = ['事業名', '交付金', '経費区分', '金額', '単位'] as const;
export const markHeadings = ['記号', '意味'] as const;
/** What the drop-downs of the form offer. */
export const programmeGrantWords: ReadonlyMap<string, MoneyGrant> = new Map([
  ['推進', 'promotion'],
  ['成果指向型', 'outcomeOriented'],
  ['支援', 'support'],
]);
export const markMeaningWords: ReadonlyMap<string, 'met' | 'unmet'> = new Map([
  ['該当', 'met'],
  ['非該当', 'unmet'],
]);

const mostRows = 600;

/**
 * Reads the sheet 設定: rows of 項目, 値, 単位 in any order, then the tables 使途の表 and 記号の意味 under their headings, down to
 * the first blank row. Labels are matched regardless of width and spaces; unknown rows and repeats are said.
 */
export const readSettingsSheet = (sheet: string, grid: Grid): SettingsReading<Problem> => {
  const state: Reading = { sheet, filled: new Map(), programmes: [], meanings: new Map(), problems: [] };
  let section: Section = { kind: 'fields' };
  for (let row = 0; row < Math.min(grid.length, mostRows); row += 1) {
    const cells = grid[row] ?? [];
    const heading = headingOf(cells);
    if (heading !== undefined) section = heading;
    else if (cells.every(isBlank)) section = { kind: 'fields' };
    else if (section.kind === 'programmes') readProgramme(state, grid, row, section.columns);
    else if (section.kind === 'marks') readMeaning(state, grid, row, section.columns);
    else readField(state, grid, row);
  }
  const { settings, problems } = settingsOf([...state.filled.values()], state.programmes, state.meanings);
  return { settings, problems: [...state.problems, ...problems] };
};

type Columns = ReadonlyMap<string, number>;
type Section =
  | { readonly kind: 'fields' }
  | { readonly kind: 'programmes'; readonly columns: Columns }
  | { readonly kind: 'marks'; readonly columns: Columns };

interface Reading {
  readonly sheet: string;
  readonly filled: Map<SettingField['key'], FilledField>;
  readonly programmes: Programme[];
  readonly meanings: Map<string, 'met' | 'unmet'>;
  readonly problems: Problem[];
}

const isBlank = (cell: CellValue): boolean => cell === null || (typeof cell === 'string' && foldText(cell) === '');
const textAt = (grid: Grid, row: number, column: number | undefined): string => {
  const cell = column === undefined ? null : cellAt(grid, row, column);
  return cell === null ? '' : foldText(String(cell));
};

const headingOf = (cells: readonly CellValue[]): Section | undefined => {
  const columns = new Map(
    cells.flatMap((cell, at) => (typeof cell === 'string' ? [[foldLabel(cell), at] as const] : [])),
  );
  if (columns.has('事業名') && columns.has('金額')) return { kind: 'programmes', columns };
  if (columns.has('記号') && columns.has('意味')) return { kind: 'marks', columns };
  return undefined;
};

const readField = ({ sheet, filled, problems }: Reading, grid: Grid, row: number): void => {
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
  const known = filled.get(field.key);
  if (known !== undefined) {
    const other = known.place.cell ?? '';
    const place = { sheet, cell, found: String(value), expected: String(known.value) };
    problems.push(problem('settings-repeated', place, { label: field.label, other }));
    return;
  }
  const unit = cellAt(grid, row, column + 2);
  filled.set(field.key, { field, value, unit, place: { label: field.label, sheet, cell } });
};

const readProgramme = ({ sheet, programmes, problems }: Reading, grid: Grid, row: number, columns: Columns): void => {
  const nameColumn = columns.get('事業名') ?? 0;
  const written = cellAt(grid, row, nameColumn);
  const name = writtenText(written);
  const amountColumn = columns.get('金額') ?? 0;
  const amount = cellAt(grid, row, amountColumn);
  const cell = a1(row, amountColumn);
  if (isBlank(written) || isBlank(amount)) {
    // The form offers rows with nothing but a unit.
    if (!isBlank(amount)) {
      const nameCell = a1(row, nameColumn);
      problems.push(problem('programme-without-name', { sheet, cell, found: String(amount) }, { name: nameCell }));
    }
    if (!isBlank(written)) problems.push(problem('programme-without-amount', { sheet, cell, found: name }));
    return;
  }
  const grantText = textAt(grid, row, columns.get('交付金'));
  const grant = moneyGrantOf(grantText);
  const label = `充当先事業「${name}」`;
  if (grant === undefined) {
    const place = { sheet, cell: a1(row, columns.get('交付金') ?? amountColumn), found: grantText };
    const expected = [...programmeGrantWords.keys()].join('・');
    problems.push(problem('settings-unreadable', { ...place, expected }, { label: `${label}の交付金` }));
    return;
  }
  const unitColumn = columns.get('単位');
  const read = readMoney(amount, unitColumn === undefined ? null : cellAt(grid, row, unitColumn), {
    label,
    sheet,
    cell,
  });
  if (read.kind === 'problem') problems.push(read.problem);
  if (read.kind === 'amount') {
    const category = textAt(grid, row, columns.get('経費区分'));
    programmes.push({ name, grant, category, amountYen: read.yen, sheet, cell, nameCell: a1(row, nameColumn) });
  }
};

const moneyGrantOf = (text: string): MoneyGrant | undefined => {
  if (text.includes('成果指向')) return 'outcomeOriented';
  // 保険者努力支援 contains neither word of the other; 機能強化推進 only its own.
  if (text.includes('支援')) return 'support';
  return text.includes('推進') ? 'promotion' : undefined;
};

const readMeaning = ({ sheet, meanings, problems }: Reading, grid: Grid, row: number, columns: Columns): void => {
  const mark = textAt(grid, row, columns.get('記号'));
  const word = textAt(grid, row, columns.get('意味'));
  if (mark === '' || word === '') return;
  const meaning = markMeaningWords.get(word);
  const cell = a1(row, columns.get('意味') ?? 0);
  if (meaning !== undefined) meanings.set(mark, meaning);
  else {
    const expected = [...markMeaningWords.keys()].join('か');
    problems.push(
      problem('settings-unreadable', { sheet, cell, found: word, expected }, { label: `記号「${mark}」の意味` }),
    );
  }
};
