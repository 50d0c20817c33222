import { foldText } from '../../kernel';
import type { Scheme } from '../../schemes';
import { cellAt, type SheetContent } from '../../workbook';
import { headerMeaning } from '../columns/headerMeaning';
import type { PrintedSum } from '../columns/readGroup';
import type { TableReading } from '../reading';
import { roleOfSheet } from '../sheets/sheetRoles';
import { addressIn, isTurned, placeIn } from '../tables/turned';
import { yearsMentioned } from '../years/writtenYears';
import { figureBeside } from './figures';
import { inlineTotals, mostOf, ofOthers, targetOf, totalLabel } from './totalLabels';

/** Cells of one sheet that may bear a printed total: those outside its tables. */
interface Outside {
  readonly sheet: SheetContent;
  /** 0-based rows. */
  readonly rows: readonly number[];
  /** The sheet bears answers: what it sums are its points, also where nobody says points. */
  readonly answers: boolean;
  /** 0-based columns whose figures are something else. */
  readonly taken?: ReadonlySet<number>;
}

const mostRows = 200;
const mostColumns = 30;

/**
 * The totals of one municipality printed outside its tables: above them (自己採点合計　321), below them, and on sheets of their
 * own (集計), to be compared with ours like the sums inside. Totals of other times and of others are none.
 */
export const printedTotals = (
  scheme: Scheme,
  read: readonly TableReading[],
  others: readonly SheetContent[],
): readonly PrintedSum[] => {
  const known = new Set(read.flatMap(({ groups }) => groups.groups.flatMap(rowsOfSums(read))));
  const outside = [...outsideOf(read), ...others.filter((sheet) => isAboutThis(sheet, scheme)).map(wholly)];
  return outside.flatMap((place) =>
    place.rows
      .filter((row) => !known.has(`${place.sheet.name} ${row}`))
      .flatMap((row) =>
        (place.sheet.grid[row] ?? [])
          .slice(0, mostColumns)
          .flatMap((value, column) => (typeof value === 'string' ? totalAt(scheme, place, row, column) : [])),
      ),
  );
};

const rowsOfSums =
  (read: readonly TableReading[]) =>
  ({ sums }: { readonly sums: readonly PrintedSum[] }): readonly string[] =>
    sums.map(({ sheet, cell }) => {
      const table = read.find((one) => one.table.sheet.name === sheet);
      return `${sheet} ${String(table && placeIn(table.table.sheet, cell)?.row)}`;
    });

const outsideOf = (read: readonly TableReading[]): readonly Outside[] => {
  const sheets = new Map(read.filter(({ table }) => !isTurned(table.sheet)).map(({ table }) => [table.sheet, table]));
  return [...sheets.keys()].flatMap((sheet) => {
    const own = read.filter(({ table }) => table.sheet === sheet);
    const first = Math.min(...own.map(({ table }) => table.firstHeaderRow));
    const last = Math.max(
      ...own.flatMap(({ rows, table }) => [table.headerRow, ...rows.criteria.map(({ row }) => row)]),
    );
    const below = Math.min(sheet.grid.length - last - 1, mostRows);
    return [
      { sheet, rows: counted(0, first), answers: true },
      { sheet, rows: counted(last + 1, below), answers: true, taken: new Set(own.flatMap(headedColumns)) },
    ];
  });
};

const counted = (first: number, count: number): readonly number[] =>
  Array.from({ length: Math.max(0, count) }, (_, at) => first + at);

/** Sums under a header of the table are its own: they were compared where the column answers, and else are somebody's. */
const headedColumns = ({ table: { sheet, headerRow, columns } }: TableReading): readonly number[] => {
  const labels = new Set(columns.values());
  return (sheet.grid[headerRow] ?? []).flatMap((cell, column) =>
    cell === null || cell === '' || labels.has(column) ? [] : [column],
  );
};

const wholly = (sheet: SheetContent): Outside => ({
  sheet,
  rows: counted(0, Math.min(sheet.grid.length, mostRows)),
  answers: false,
});

/** Neither an example nor an older version, nor headed another year. */
const isAboutThis = (sheet: SheetContent, { fiscalYear }: Scheme): boolean => {
  const titles = sheet.grid.slice(0, titleRows).flatMap((row) => row.filter((cell) => typeof cell === 'string'));
  const years = yearsMentioned([sheet.name, ...titles]);
  return roleOfSheet(sheet, titles, []) === 'answers' && (years.length === 0 || years.includes(fiscalYear));
};

const titleRows = 3;

const totalAt = (
  scheme: Scheme,
  { sheet, answers, taken }: Outside,
  row: number,
  column: number,
): readonly PrintedSum[] => {
  const text = foldText(String(cellAt(sheet.grid, row, column)));
  const inline = inlineTotals(text).flatMap(([label, value]) => sumOf(scheme, sheet, label, { row, column, value }));
  if (inline.length > 0) return inline;
  const label = totalLabel(text);
  if (label === undefined || isOfOthers(sheet, row, column, scheme)) return [];
  const target = targetOf(scheme, label);
  const figure = target && figureBeside(sheet, row, column, mostOf(scheme, target));
  if (figure === undefined || taken?.has(figure.column) === true) return [];
  const speaksOfPoints = label.includes('点') || figure.inPoints;
  return speaksOfPoints || (answers && /[総合]/.test(label)) ? sumOf(scheme, sheet, label, figure) : [];
};

const sumOf = (
  scheme: Scheme,
  sheet: SheetContent,
  label: string,
  { row, column, value }: { readonly row: number; readonly column: number; readonly value: number },
): readonly PrintedSum[] => {
  const target = targetOf(scheme, label);
  if (target === undefined || value < 0 || value > mostOf(scheme, target)) return [];
  return [{ targets: [target], value, sheet: sheet.name, cell: addressIn(sheet, row, column) }];
};

/** The row, to the left of the label, says that it is about another time or others. */
const isOfOthers = (sheet: SheetContent, row: number, column: number, { fiscalYear }: Scheme): boolean =>
  (sheet.grid[row] ?? []).slice(0, column + 1).some((cell) => {
    if (typeof cell !== 'string') return false;
    const { year } = headerMeaning([foldText(cell)]);
    return ofOthers.test(cell) || (year !== undefined && year !== 'this' && year !== fiscalYear);
  });
