import { dateToSerial } from 'hucre';
import type { CellStyle } from 'hucre/xlsx';
import {
  columnName,
  coveredBy,
  coveredKey,
  looks,
  numberStyles,
  outwardValue,
  plainRowPoints,
  startsLikeFormula,
  storedErrors,
  type CellValue,
  type ModelCell,
  type NumberStyle,
  type SheetPlan,
} from '../..';
import { cellStyle, escapedText } from './hucre';
import { textElement, xmlText } from '../xml/text';

/** Texts stand beside all sheets of a workbook, each once, or in the cells themselves. */
export type TextsIn = 'shared' | 'inline';

/** Writes the cells of the sheets of one workbook, and knows afterwards what they share. */
export interface CellWriter {
  /** The element `<sheetData>` of a sheet. */
  readonly sheetData: (plan: Pick<SheetPlan, 'model' | 'formulas'>) => string;
  /** The formats used so far, in the order of their numbers, the first of which is 1. */
  readonly styles: readonly CellStyle[];
  /** The elements `<si>` of the shared texts so far, in the order of their numbers. */
  readonly texts: readonly string[];
}

/**
 * hucre looks a format up by a key it makes of all its settings, for each cell anew: two thirds of the time a workbook
 * took to be written. Here a format is a number made of its look and its number style.
 */
export const cellWriter = (textsIn: TextsIn): CellWriter => {
  const styles: CellStyle[] = [];
  const texts: string[] = [];
  const styleOf = styleNumbers(styles);
  const known = new Map<string, WrittenValue>();
  const textOf = (value: string): WrittenValue => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const made = writtenText(value, (element) =>
      textsIn === 'inline'
        ? { type: ' t="inlineStr"', content: `<is>${element}</is>` }
        : { type: ' t="s"', content: `<v>${texts.push(`<si>${element}</si>`) - 1}</v>` },
    );
    known.set(value, made);
    return made;
  };
  const cellXml = (address: string, { value, look, number }: Pick<ModelCell, 'value' | 'look' | 'number'>): string => {
    const { type = '', content, format } = typeof value === 'string' ? textOf(value) : writtenValue(value);
    const open = `<c r="${address}"${type} s="${styleOf(look, format === 'text' ? format : (number ?? format))}"`;
    return content === undefined ? `${open}/>` : `${open}>${content}</c>`;
  };
  const formulaXml = (address: string, { value, look, number }: ModelCell, formula: string): string => {
    const { type, content } = writtenResult(value, formula);
    return `<c r="${address}"${type} s="${styleOf(look, number)}">${content}</c>`;
  };
  const sheetData = ({ model, formulas }: Pick<SheetPlan, 'model' | 'formulas'>): string => {
    const isCovered = coveredBy(model.merges ?? []);
    const columns: string[] = [];
    const rows = model.rows.map((cells, row) => {
      const height = model.rowHeights?.get(row) ?? plainRowPoints;
      const inRow = cells.map((cell, column) => {
        const address = `${(columns[column] ??= columnName(column))}${row + 1}`;
        const formula = formulas.size === 0 ? undefined : formulas.get(coveredKey(row, column));
        if (formula !== undefined) return formulaXml(address, cell, formula);
        return cellXml(address, isCovered(row, column) ? { look: cell.look, value: null } : cell);
      });
      // Said of every row: viewers measure anew where a file says nothing, and pages would begin elsewhere.
      const open = `<row r="${row + 1}" ht="${height}" customHeight="1"`;
      return inRow.length === 0 ? `${open}/>` : `${open}>${inRow.join('')}</row>`;
    });
    const written = rows.join('');
    return written === '' ? '<sheetData/>' : `<sheetData>${written}</sheetData>`;
  };
  return { sheetData, styles, texts };
};

/** A value as a cell holds it; nothing for a cell without one. */
interface WrittenValue {
  readonly type?: string;
  readonly content?: string;
  /** What the value asks of its format: a date where nothing else is said, a text that looks like a formula in any case. */
  readonly format?: 'date' | 'text';
}

const nothing: WrittenValue = {};

const writtenValue = (given: CellValue): WrittenValue => {
  const value = outwardValue(given);
  if (typeof value === 'number') return { content: `<v>${value}</v>` };
  if (typeof value === 'boolean') return { type: ' t="b"', content: `<v>${value ? 1 : 0}</v>` };
  return value instanceof Date ? { content: `<v>${dateToSerial(value, false)}</v>`, format: 'date' } : nothing;
};

/** A formula with the result it has: programs that do not calculate read that. */
export const writtenResult = (
  given: CellValue,
  formula: string,
): { readonly type: string; readonly content: string } => {
  const value = outwardValue(given);
  const { type = '', content = '' } =
    typeof value === 'string' ? { type: ' t="str"', content: `<v>${xmlText(value)}</v>` } : writtenValue(value);
  return { type, content: `<f>${xmlText(formula)}</f>${content}` };
};

const writtenText = (given: string, inCell: (element: string) => WrittenValue): WrittenValue => {
  const value = outwardValue(given);
  if (typeof value !== 'string') return nothing;
  const escaped = escapedText(value).replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
  if (storedErrors.has(value)) return { type: ' t="e"', content: `<v>${escaped}</v>` };
  const written = inCell(textElement(escaped));
  return startsLikeFormula(value) ? { ...written, format: 'text' } : written;
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const lookNumbers = new Map(looks.map((look, at) => [look, at]));
const formats: readonly (NumberStyle | undefined)[] = [undefined, ...numberStyles];
const formatNumbers = new Map(formats.map((format, at) => [format, at]));

/** The number of a format, which goes on `styles` when it is first met; formats that come to the same are one. */
const styleNumbers = (styles: CellStyle[]) => {
  const numbers: number[] = [];
  const same = new Map<string, number>();
  return (look: ModelCell['look'], format: NumberStyle | undefined): number => {
    const at = (lookNumbers.get(look) ?? 0) * formats.length + (formatNumbers.get(format) ?? 0);
    const known = numbers[at];
    if (known !== undefined) return known;
    const style = cellStyle(look, format);
    const key = JSON.stringify(style);
    const number = same.get(key) ?? styles.push(style);
    same.set(key, number);
    numbers[at] = number;
    return number;
  };
};
