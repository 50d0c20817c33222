import { foldLabel, foldText } from '../kernel';
import { a1, cellAt, spokenText, type CellValue, type EnteredCell, type Grid, type SheetContent } from '../workbook';
import { filledRows, mostRows, settingsSheetIn } from './readSheet';
import { isBlank, programmeHeadings, textAt, type Columns } from './readTables';

/** One row of 使途の表 as it stands or is typed; a part that is not there is empty. */
export interface ProgrammeLine {
  readonly name: string;
  /** 推進・成果指向型・支援, as written. */
  readonly grant: string;
  readonly category: string;
  readonly amount: string;
  readonly unit: string;
}

type NamedGrid = Pick<SheetContent, 'name' | 'grid'>;
type Heading = (typeof programmeHeadings)[number];

const parts = {
  name: '事業名',
  grant: '交付金',
  category: '経費区分',
  amount: '金額',
  unit: '単位',
} as const satisfies Record<keyof ProgrammeLine, Heading>;
const partNames = Object.keys(parts) as readonly (keyof ProgrammeLine)[];
/** What a new amount counts in, as the form has it. */
const usualUnit = '千円';

/** The rows of 使途の表 on the sheet 設定, one for each row it has there; undefined for a row that waits to be filled. */
export const programmeLines = (sheets: readonly NamedGrid[]): readonly (ProgrammeLine | undefined)[] => {
  const sheet = settingsSheetIn(sheets);
  if (sheet === undefined) return [];
  const lines = tableIn(sheet.grid).slots.map((slot) => lineAt(sheet.grid, slot));
  return lines.slice(0, lines.findLastIndex((line) => line !== undefined) + 1);
};

const lineAt = (grid: Grid, { row, columns }: Slot): ProgrammeLine | undefined => {
  const of = (part: keyof ProgrammeLine): string => textAt(grid, row, columns.get(foldLabel(parts[part])));
  const column = columns.get(parts.name);
  const name = column === undefined ? '' : spokenText(cellAt(grid, row, column));
  const line = { name, grant: of('grant'), category: of('category'), amount: of('amount'), unit: of('unit') };
  return isFilled(line) ? line : undefined;
};

/** A grant alone says nothing: forms come with one. */
const isFilled = ({ name, category, amount }: ProgrammeLine): boolean =>
  [name, category, amount].some((text) => text.trim() !== '');

interface Slot {
  readonly row: number;
  readonly columns: Columns;
}

/** The rows of 使途の表, and those below it that are free; without a table, where one would stand. */
const tableIn = (
  grid: Grid,
): { readonly slots: readonly Slot[]; readonly free: readonly Slot[]; readonly head?: number } => {
  const slots: Slot[] = [];
  let last: Slot | undefined;
  for (const { row, section, isHeading } of filledRows(grid)) {
    if (section.kind !== 'programmes') continue;
    last = { row, columns: section.columns };
    if (!isHeading) slots.push(last);
  }
  const filled = grid.findLastIndex((cells) => !cells.every(isBlank));
  const head = last === undefined ? filled + 2 : undefined;
  const { row: above, columns: below } = last ?? { row: filled + 2, columns: formColumns };
  const next = grid.findIndex((cells, row) => row > above && !cells.every(isBlank));
  // One row stays blank above whatever follows, so that it is no programme.
  const end = next < 0 ? mostRows : next - 1;
  const free = Array.from({ length: Math.max(0, end - above - 1) }, (_, at) => ({
    row: above + 1 + at,
    columns: below,
  }));
  return { slots, free, ...(head === undefined ? {} : { head }) };
};

const formColumns: Columns = new Map(programmeHeadings.map((heading, at) => [foldLabel(heading), at]));

/** What has to be entered so that 使途の表 says these lines, and what of them finds no place there. */
export const programmeEntries = (
  { name: sheet, grid }: NamedGrid,
  lines: readonly (ProgrammeLine | undefined)[],
): { readonly cells: readonly EnteredCell[]; readonly missing: readonly string[] } => {
  const { slots, free, head } = tableIn(grid);
  const wanted = lines.map((line) => (line !== undefined && isFilled(line) ? line : undefined));
  const hasUnits = slots.every(({ columns }) => columns.has(parts.unit));
  // A row left without its unit would end the table; where it has none the rows below move up.
  const placed = hasUnits ? wanted : wanted.filter((line) => line !== undefined);
  const places = [...slots, ...free];
  const missing = new Set(placed.slice(places.length).some((line) => line !== undefined) ? ['使途の表の空いた行'] : []);
  const cells: EnteredCell[] = [];
  const enter = (row: number, column: number, value: CellValue): void => {
    const standing = cellAt(grid, row, column);
    // As it was read: width and spaces of what a person wrote stay theirs.
    const isSame = value === standing || foldText(textOf(value)) === foldText(textOf(standing));
    if (!isSame) cells.push({ sheet, cell: a1(row, column), value });
  };
  if (head !== undefined && placed.length > 0)
    for (const [at, heading] of programmeHeadings.entries()) enter(head, at, heading);
  for (const [at, { row, columns }] of places.slice(0, Math.max(slots.length, placed.length)).entries()) {
    const line = placed[at];
    if (line === undefined && lineAt(grid, { row, columns }) === undefined) continue;
    for (const part of partNames) {
      const column = columns.get(foldLabel(parts[part]));
      const value = valueOf(part, line, columns);
      if (column !== undefined) enter(row, column, value ?? (part === 'unit' ? unitAt(grid, row, column) : null));
      else if (value !== null && part !== 'unit') missing.add(`使途の表の${parts[part]}`);
    }
  }
  return { cells, missing: [...missing] };
};

const textOf = (cell: CellValue): string => (cell === null ? '' : String(cell));
const unitAt = (grid: Grid, row: number, column: number): CellValue => {
  const standing = cellAt(grid, row, column);
  return isBlank(standing) ? usualUnit : standing;
};

const valueOf = (part: keyof ProgrammeLine, line: ProgrammeLine | undefined, columns: Columns): CellValue => {
  const text = line?.[part].trim() ?? '';
  if (text === '') return null;
  if (part !== 'amount') return text;
  const amount = typedValue(text);
  return typeof amount === 'number' && !columns.has(parts.unit) ? `${text}${usualUnit}` : amount;
};

/** A plain number is one for Excel too; what else was typed stays text, and the reading says whether it can be used. */
export const typedValue = (text: string): CellValue => {
  const plain = text.normalize('NFKC').trim().replaceAll(',', '');
  if (plain === '') return null;
  return /^\d{1,15}$/.test(plain) ? Number(plain) : text.trim();
};
