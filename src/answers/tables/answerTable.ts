import { foldText, type FiscalYear } from '../../kernel';
import { cellAt, type CellValue, type SheetContent } from '../../workbook';
import { isSumLabel } from '../labels';
import type { NamedMunicipality } from '../municipality/namesInText';
import { readNumber } from '../numbers';
import type { HeaderRole } from './headerWords';
import type { TitleBlock } from './titleBlock';

/** What a label column is for; answers and notes aside. */
export type LabelRole = Exclude<HeaderRole, 'answer' | 'earned' | 'other'>;

/** A table of criteria found on a sheet: where its header is and what each column is for. */
export interface AnswerTable {
  readonly sheet: SheetContent;
  /** 0-based first row of the header; -1 for a table without one. */
  readonly firstHeaderRow: number;
  /** 0-based last row of the header; criteria follow below. */
  readonly headerRow: number;
  /** 0-based last row of the table. */
  readonly lastRow: number;
  readonly columns: ReadonlyMap<LabelRole, number>;
  readonly answerColumns: readonly AnswerColumn[];
  /** The column a person chose for the answers; 0-based. */
  readonly chosenColumn?: number;
  /** The column 得点 beside the answers, where the sheet's own sums may stand. */
  readonly earnedColumn?: number;
  readonly title: TitleBlock;
  /** Fiscal years in the 年度 column, in order of appearance. */
  readonly years: readonly FiscalYear[];
}

/** A column of answers: of the municipality named in its header, or of the title block's when headed 回答. */
export interface AnswerColumn {
  readonly column: number;
  readonly headerCell: string;
  /** The municipality in the header; absent when it only says 回答. */
  readonly municipality?: NamedMunicipality;
  /** The header names no municipality but stands for one: the title's (本町), or none at all (○○市). */
  readonly standIn?: 'own' | 'nobody';
  /** The fiscal year in the header: 回答（令和7年度）. */
  readonly year?: FiscalYear;
}

/** The leftmost label column, where a row is pointed at. */
export const firstColumn = ({ columns }: Pick<AnswerTable, 'columns'>): number => Math.min(...columns.values());

/** The label cells of one row as trimmed text, '' where nothing stands; in the order of a form's columns. */
export type RowTexts = Readonly<Record<(typeof labelColumns)[number], string>>;

/** The label columns from the widest block to the narrowest. */
export const labelColumns = [
  'year',
  'grant',
  'goal',
  'goal-name',
  'group',
  'number',
  'indicator',
  'branch',
  'sub-branch',
  'id',
  'question',
] as const satisfies readonly LabelRole[];

/** Reads the label cells of a 0-based row; undefined when they are all empty. */
export const rowTextsAt = ({ sheet, columns }: AnswerTable, row: number): RowTexts | undefined => {
  const cells = sheet.grid[row] ?? [];
  const texts: RowTexts = {
    year: textIn(cells, columns.get('year')),
    grant: textIn(cells, columns.get('grant')),
    goal: textIn(cells, columns.get('goal')),
    'goal-name': textIn(cells, columns.get('goal-name')),
    group: textIn(cells, columns.get('group')),
    number: textIn(cells, columns.get('number')),
    indicator: textIn(cells, columns.get('indicator')),
    branch: textIn(cells, columns.get('branch')),
    'sub-branch': textIn(cells, columns.get('sub-branch')),
    id: textIn(cells, columns.get('id')),
    question: textIn(cells, columns.get('question')),
  };
  for (const role of labelColumns) if (texts[role] !== '') return texts;
  return undefined;
};

const textIn = (cells: readonly CellValue[], column: number | undefined): string => {
  const value = column === undefined ? null : cells[column];
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
};

/** The points printed beside a 0-based row; undefined where there is no such column, or no number in it. */
export const printedPoints = ({ sheet, columns }: AnswerTable, row: number): number | undefined => {
  const column = columns.get('points');
  const reading = column === undefined ? undefined : readNumber(cellAt(sheet.grid, row, column));
  return reading?.kind === 'number' ? reading.value : undefined;
};

/** Every number that may be the full marks of the form: after 満点 in the title, or the 配点 beside a sum. */
export const printedFullMarks = (table: AnswerTable): readonly number[] => [
  ...table.title.texts.flatMap(fullMarksIn),
  ...pointsOfSums(table),
];

const fullMarksIn = (text: string): readonly number[] =>
  [...foldText(text).matchAll(/満点\D{0,4}([\d,]{3,6})|([\d,]{3,6})\s?点?満点/g)]
    .map(([, after, before]) => Number((after ?? before ?? '').replaceAll(',', '')))
    .filter(Number.isInteger);

const pointsOfSums = (table: AnswerTable): readonly number[] => {
  const points = table.columns.get('points');
  if (points === undefined) return [];
  const found: number[] = [];
  for (let row = table.headerRow + 1; row <= table.lastRow; row += 1) {
    const reading = readNumber(cellAt(table.sheet.grid, row, points));
    if (reading.kind !== 'number' || reading.value < fewestFullMarks) continue;
    const texts = rowTextsAt(table, row);
    if (texts === undefined || labelColumns.some((role) => isSumLabel(texts[role]))) found.push(reading.value);
  }
  return found;
};

/** No year's full marks are fewer; spares the look at the labels of every criterion. */
const fewestFullMarks = 100;
