import { writeXlsx, type WriteOptions } from 'hucre/xlsx';
import { a1Range, figurePixels, plainRowPoints, type CellLink, type SheetPlan } from '../..';
import { hucreSheet, withQuotePrefix } from './hucre';
import { asDrawn } from './chartParts';
import { ownParts, partText, setText } from '../package/parts';
import { cellWriter, type TextsIn } from './sheetCells';

type Skeleton = Omit<WriteOptions, 'sheets'>;

/**
 * The parts of a workbook of our sheets. hucre writes everything but the cells, which `sheetCells.ts` writes with formats
 * looked up by number; of the formats hucre hears from a row of samples below the first sheet, which is thrown away with the
 * cells it knows of.
 */
export const workbookParts = async (
  plans: readonly Pick<SheetPlan, 'model' | 'name' | 'formulas'>[],
  resolve: (link: CellLink) => CellLink | undefined,
  textsIn: TextsIn,
  { figure = figurePixels, ...skeleton }: Skeleton & { readonly figure?: number } = {},
): Promise<Map<string, Uint8Array>> => {
  const { sheetData, styles, texts } = cellWriter(textsIn);
  const data = plans.map(sheetData);
  const sheets = plans.map(({ model, name }) => hucreSheet(model, name, resolve, figure));
  const below = plans[0]?.model.rows.length ?? 0;
  styles.forEach((style, column) => {
    // A text makes hucre add the part of shared texts, with all that refers to it.
    sheets[0]?.cells?.set(`${below},${column}`, { style, value: column === 0 && texts.length > 0 ? sample : null });
  });
  const parts = ownParts(await writeXlsx({ ...skeleton, sheets }));
  checkNumbers(partText(parts, partOf(0)), styles.length);
  for (const [at, { model }] of plans.entries()) {
    const bottom = Math.max(1, model.rows.length) - 1;
    const right = Math.max(1, model.columnWidths.length, ...model.rows.map(({ length }) => length)) - 1;
    const corners = a1Range({ top: 0, left: 0, bottom, right });
    setText(parts, partOf(at), withCells(partText(parts, partOf(at)), corners, data[at] ?? ''));
  }
  plans
    .flatMap(({ model }) => model.charts ?? [])
    .forEach((chart, at) => {
      const part = chartPart(at);
      setText(parts, part, asDrawn(partText(parts, part), chart));
    });
  if (texts.length > 0) setText(parts, sharedTexts, withTexts(partText(parts, sharedTexts), texts));
  setText(parts, stylesPart, withQuotePrefix(partText(parts, stylesPart)));
  return parts;
};

const sample = 'x';
const stylesPart = 'xl/styles.xml';
const sharedTexts = 'xl/sharedStrings.xml';
/** The part of the chart at a 0-based place among those of all sheets, as hucre names it. */
export const chartPart = (place: number): string => `xl/charts/chart${place + 1}.xml`;
/** The part of the sheet at a 0-based place, as hucre names it. */
export const partOf = (place: number): string => `xl/worksheets/sheet${place + 1}.xml`;

/** The cells bear the numbers we gave their formats; hucre has to give them the same. */
const checkNumbers = (sheet: string, count: number): void => {
  const numbers = [...sheet.matchAll(/<c r="[A-Z]+\d+"[^>]* s="(\d+)"/g)].map(([, number]) => Number(number));
  if (numbers.length !== count || numbers.some((number, at) => number !== at + 1))
    throw new Error(`workbookParts: ${count} formats are numbered ${numbers.join(' ')}`);
};

/** A sheet of hucre's with these cells instead of its own; `corners` as the address of all of them. */
const withCells = (sheet: string, corners: string, data: string): string => {
  const start = sheet.indexOf('<sheetData');
  const closing = sheet.indexOf('</sheetData>', start);
  const end = closing < 0 ? sheet.indexOf('/>', start) + '/>'.length : closing + '</sheetData>'.length;
  const head = sheet.slice(0, start).replace(/<dimension ref="[^"]*"\/>/, '');
  const view = head.indexOf('<sheetViews');
  const above = `${head.slice(0, view)}<dimension ref="${corners}"/>${head.slice(view)}`;
  // The cells, most of a sheet, are not looked through.
  return `${asPrinted(above)}${data}${asPrinted(sheet.slice(end))}`;
};

/** A sheet of hucre's whose rows below ours are as high as ours, and whose pages are counted from 1. */
export const asPrinted = (sheet: string): string =>
  sheet
    .replace(/<sheetFormatPr[^>]*\/>/, `<sheetFormatPr defaultRowHeight="${plainRowPoints}" customHeight="1"/>`)
    .replace('<pageSetup ', '<pageSetup firstPageNumber="1" useFirstPageNumber="1" ');

const withTexts = (part: string, texts: readonly string[]): string => {
  const head = part.slice(0, part.indexOf('<si>')).replace(/ count="\d+" uniqueCount="\d+"/, '');
  const open = head.slice(0, head.lastIndexOf('>'));
  return `${open} count="${texts.length}" uniqueCount="${texts.length}">${texts.join('')}</sst>`;
};
