import { foldText } from '../kernel';
import { problem, type Problem } from '../problems';
import { a1, cellAt, spokenText, type CellValue, type Grid } from '../workbook';
import { readMoney } from './readMoney';
import type { MoneyGrant, Programme } from './settings';

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

/** The column of each heading of a table, by its folded text. */
export type Columns = ReadonlyMap<string, number>;

/** What the tables of one sheet add up to, row by row. */
interface Tables {
  readonly sheet: string;
  readonly programmes: Programme[];
  readonly markMeanings: Map<string, 'met' | 'unmet'>;
  readonly problems: Problem[];
}

/** Whether a cell holds nothing but space. */
export const isBlank = (cell: CellValue): boolean =>
  cell === null || (typeof cell === 'string' && foldText(cell) === '');
/** The text of a cell, folded; empty where the column or the cell is not there. */
export const textAt = (grid: Grid, row: number, column: number | undefined): string => {
  const cell = column === undefined ? null : cellAt(grid, row, column);
  return cell === null ? '' : foldText(String(cell));
};

/** Reads one row of 使途の表; a half-filled row is said. */
export const readProgramme = (
  { sheet, programmes, problems }: Tables,
  grid: Grid,
  row: number,
  columns: Columns,
): void => {
  const nameColumn = columns.get('事業名') ?? 0;
  const written = cellAt(grid, row, nameColumn);
  const name = spokenText(written);
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

/** Reads one row of 記号の意味; a half-filled row says nothing. */
export const readMeaning = (
  { sheet, markMeanings, problems }: Tables,
  grid: Grid,
  row: number,
  columns: Columns,
): void => {
  const mark = textAt(grid, row, columns.get('記号'));
  const word = textAt(grid, row, columns.get('意味'));
  if (mark === '' || word === '') return;
  const meaning = markMeaningWords.get(word);
  const cell = a1(row, columns.get('意味') ?? 0);
  if (meaning !== undefined) markMeanings.set(mark, meaning);
  else {
    const expected = [...markMeaningWords.keys()].join('か');
    problems.push(
      problem('settings-unreadable', { sheet, cell, found: word, expected }, { label: `記号「${mark}」の意味` }),
    );
  }
};
