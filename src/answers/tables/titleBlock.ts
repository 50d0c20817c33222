import { foldText, readFiscalYear, reiwaYear, type FiscalYear } from '../../kernel';
import { cellAt, type CellValue, type SheetContent } from '../../workbook';
import { readHeadingPlace, type HeadingPlace } from '../places';
import { yearsMentioned } from '../years/writtenYears';
import { addressIn } from './turned';

/** What stands above an answer table: who answers, for which year. */
export interface TitleBlock {
  readonly municipality?: TitleField;
  readonly prefecture?: TitleField;
  readonly code?: TitleField;
  readonly insured?: TitleField;
  /** Years named by a 年度 label. */
  readonly labelledYears: readonly FiscalYear[];
  /** Years named anywhere else above the table, asides in brackets left out. */
  readonly mentionedYears: readonly FiscalYear[];
  /** Where in the scheme the rows below stand, as far as the heading or the sheet's name says. */
  readonly place?: HeadingPlace;
  /** All text above the table, for finding a municipality's name in a heading. */
  readonly texts: readonly string[];
}

export interface TitleField {
  readonly value: CellValue;
  readonly cell: string;
}

const labels = {
  municipality: /^(?:市区?町村名?|団体名|保険者名|自治体名|市町村名称|市区町村)$/,
  prefecture: /^(?:都道府県名?|県名|府県名)$/,
  code: /^(?:団体コード|市区?町村コード|全国地方公共団体コード|地方公共団体コード|自治体コード|保険者番号|コード)$/,
  insured: /^(?:第?[1一]号被保険者数|被保険者数|65歳以上人口)$/,
  year: /^(?:年度|評価年度|対象年度|交付年度|会計年度)$/,
} as const;
type Label = keyof typeof labels;

/** How far right of its label a value may stand. */
const reach = 6;

/** Reads the cells from 0-based `firstRow` down to above `headerRow`. */
export const readTitleBlock = (sheet: SheetContent, firstRow: number, headerRow: number): TitleBlock => {
  const fields = new Map<Label, TitleField>();
  const texts: string[] = [];
  for (let row = firstRow; row < headerRow; row += 1) {
    for (const [column, value] of (sheet.grid[row] ?? []).slice(0, 64).entries()) {
      if (typeof value !== 'string') continue;
      const text = foldText(value);
      if (text === '') continue;
      const labelled = readField(sheet, row, column, headerRow);
      if (labelled === undefined) texts.push(text);
      else if (!fields.has(labelled.label)) fields.set(labelled.label, labelled.field);
    }
  }
  const year = fields.get('year');
  const labelled = year === undefined ? undefined : labelledYear(year.value);
  const [municipality, prefecture, code, insured] = (['municipality', 'prefecture', 'code', 'insured'] as const).map(
    (label) => fields.get(label),
  );
  return {
    ...(municipality && { municipality }),
    ...(prefecture && { prefecture }),
    ...(code && { code }),
    ...(insured && { insured }),
    labelledYears: labelled === undefined ? [] : [labelled],
    mentionedYears: yearsAbove(sheet, firstRow, headerRow, texts),
    place: placeOf([sheet.name, ...texts]),
    texts,
  };
};

/** Beside 年度 a bare number counts in 令和. */
const labelledYear = (value: CellValue): FiscalYear | undefined => {
  const bare = /^\d{1,2}$/.exec(foldText(String(value)))?.[0];
  return bare === undefined ? readFiscalYear(value) : reiwaYear(Number(bare));
};

/** The years of the headings; where no cell names one, those of whole rows: 令和|8|年度. */
const yearsAbove = (
  { grid }: SheetContent,
  firstRow: number,
  headerRow: number,
  texts: readonly string[],
): readonly FiscalYear[] => {
  const years = yearsMentioned(texts);
  if (years.length > 0) return years;
  const rows = grid.slice(firstRow, Math.max(firstRow, headerRow));
  return yearsMentioned(
    rows.map((row) =>
      row
        .slice(0, 64)
        .filter((cell) => typeof cell === 'string' || typeof cell === 'number')
        .join(''),
    ),
  );
};

/** The place the last heading tells; a heading that names another goal begins anew. */
const placeOf = (headings: readonly string[]): HeadingPlace =>
  headings.map(readHeadingPlace).reduce<HeadingPlace>((above, here) => {
    if (Object.keys(here).length === 0) return above;
    return here.goal === undefined ? { ...above, ...here } : { ...(above.grant && { grant: above.grant }), ...here };
  }, {});

/** The value of a label: behind a colon or space in the same cell, to the right, or — under a row of labels — below. */
const readField = (
  sheet: SheetContent,
  row: number,
  column: number,
  headerRow: number,
): { readonly label: Label; readonly field: TitleField } | undefined => {
  const text = textAt(sheet, row, column);
  const label = labelOf(text);
  if (label === undefined) return inlineField(text, addressIn(sheet, row, column));
  for (let right = column + 1; right <= column + reach; right += 1) {
    const value = cellAt(sheet.grid, row, right);
    if (value === null || value === '') continue;
    if (labelOf(textAt(sheet, row, right)) !== undefined) break;
    return { label, field: { value, cell: addressIn(sheet, row, right) } };
  }
  const below = row + 1 < headerRow && isRowOfLabels(sheet, row) ? cellAt(sheet.grid, row + 1, column) : null;
  if (below === null || below === '' || labelOf(textAt(sheet, row + 1, column)) !== undefined) return undefined;
  return { label, field: { value: below, cell: addressIn(sheet, row + 1, column) } };
};

/** 市町村名 | 都道府県 | 団体コード with their values in the row below. */
const isRowOfLabels = (sheet: SheetContent, row: number): boolean => {
  const cells = (sheet.grid[row] ?? []).slice(0, 64).filter((cell) => cell !== null && cell !== '');
  return cells.length > 1 && cells.every((cell) => typeof cell === 'string' && labelOf(foldText(cell)) !== undefined);
};

const inlineField = (text: string, cell: string): { readonly label: Label; readonly field: TitleField } | undefined => {
  const end = text.search(/[:\s]/);
  const label = end < 1 ? undefined : labelOf(text.slice(0, end));
  const value = text.slice(end + 1).replace(/^[:\s]+/, '');
  return label === undefined || value === '' ? undefined : { label, field: { value, cell } };
};

const textAt = (sheet: SheetContent, row: number, column: number): string => {
  const value = cellAt(sheet.grid, row, column);
  return typeof value === 'string' ? foldText(value) : '';
};

const labelOf = (text: string): Label | undefined => {
  const name = text
    .replace(/\s/g, '')
    .replace(/[:※]+$/, '')
    .replace(/\([^)]*\)$/, '');
  return (Object.keys(labels) as Label[]).find((label) => labels[label].test(name));
};

/** A later table on the same sheet speaks for itself; what it leaves out it takes from the title above. */
export const inheritTitle = (own: TitleBlock, above: TitleBlock): TitleBlock => {
  const years = own.labelledYears.length + own.mentionedYears.length > 0 ? own : above;
  const owner = own.municipality === undefined && own.code === undefined ? above : own;
  const { municipality, prefecture, code, insured } = owner;
  return {
    ...(municipality && { municipality }),
    ...(prefecture && { prefecture }),
    ...(code && { code }),
    ...(insured && { insured }),
    labelledYears: years.labelledYears,
    mentionedYears: years.mentionedYears,
    place: own.place ?? {},
    texts: owner === own ? own.texts : [...own.texts, ...above.texts],
  };
};
