import { halfUp } from '../../kernel';
import type { CellValue, ChartModel, ModelCell, NumberStyle, Rectangle, SheetModel } from '../../workbook';

/** The figures of a chart as its sheet has them. */
export interface ChartTable {
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

interface ChartSeries {
  readonly name: string;
  readonly role: ChartModel['series'][number]['role'];
  /** One per category; `null` where the sheet has no number. */
  readonly values: readonly (number | null)[];
  /** As the sheet prints them. */
  readonly printed: readonly string[];
}

/** Reads a chart's figures from the rows of its own sheet, so that pane and sheet cannot differ. */
export const chartTable = ({ rows }: Pick<SheetModel, 'rows'>, { categories, series }: ChartModel): ChartTable => {
  const labels = cellsOf(rows, categories).map(printedValue);
  return {
    categories: labels,
    series: series.map(({ name, role, values }) => {
      const cells = cellsOf(rows, values);
      return {
        name,
        role,
        values: labels.map((_, at) => numberOf(cells[at])),
        // Screens write ％; the number formats of sheets know the narrow sign alone.
        printed: labels.map((_, at) => printedValue(cells[at] ?? { value: null }).replace('%', '％')),
      };
    }),
  };
};

const cellsOf = (rows: SheetModel['rows'], { top, left, bottom, right }: Rectangle): readonly ModelCell[] =>
  rows.slice(top, bottom + 1).flatMap((row) => row.slice(left, right + 1));

const numberOf = (cell: ModelCell | undefined): number | null =>
  typeof cell?.value === 'number' && Number.isFinite(cell.value) ? cell.value : null;

/** A cell of a model as its sheet prints it: 447, 55.9%, △12,333, ＋8, 令和7年8月15日 as 2025年8月15日. Nothing is an empty text. */
export const printedValue = ({ value, number }: Pick<ModelCell, 'value' | 'number'>): string => {
  if (value === null) return '';
  if (value instanceof Date) return `${value.getUTCFullYear()}年${value.getUTCMonth() + 1}月${value.getUTCDate()}日`;
  return typeof value === 'number' && number !== undefined && Math.abs(value) < mostPrinted
    ? styles[number](value)
    : String(value);
};

/** A value found on a sheet, in the style the model would print it in. */
export const printedAs = (value: CellValue, { number }: Pick<ModelCell, 'number'>): string =>
  printedValue(number === undefined ? { value } : { value, number });

/** What stands on a sheet may be anything; larger numbers are shown as they are. */
const mostPrinted = 1e12;

/** The digits of a size with commas: 12345.6 → 12,345.6. */
const digits = (value: number, decimals: number): string => {
  const [whole = '', fraction] = halfUp(Math.abs(value), decimals).split('.');
  const grouped = Number(whole).toLocaleString('en-US');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

const plain =
  (decimals: number, unit = '', times = 1) =>
  (value: number): string =>
    `${value < 0 ? '△' : ''}${digits(value * times, decimals)}${unit}`;

const signed =
  (decimals: number, unit = '', times = 1) =>
  (value: number): string =>
    `${value < 0 ? '△' : value > 0 ? '＋' : '±'}${digits(value * times, decimals)}${unit}`;

/** What the number formats of the sheets (`numberFormats`) show. */
const styles: Readonly<Record<NumberStyle, (value: number) => string>> = {
  integer: plain(0),
  decimal1: plain(1),
  decimal2: plain(2),
  percent1: plain(1, '%', 100),
  'signed-integer': signed(0),
  'signed-decimal1': signed(1),
  'signed-percent1': signed(1, '%', 100),
  yen: plain(0, '円'),
  'thousand-yen': plain(0),
  'signed-thousand-yen': signed(0),
  date: String,
  text: String,
};
