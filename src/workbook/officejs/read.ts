import { ok, problem, refuse, type Result } from '../../problems';
import { a1, type SheetContent, type WorkbookContent } from '..';
import { gridOf } from './cells';
import { checkpoint, type ExcelLibrary, type RunOptions } from './session';
import { cellCount, measureSheets, surveyBook, type MeasuredSheet } from './survey';
import { readBlocks, type ReadBlock } from './blocks';

/** We hold at most this many cells (rules/bad-inputs.md#caps). */
const mostCells = 3_000_000;
/** Up to here formulas are read too (links to other workbooks), and struck-through text is looked for cell by cell. */
const closeLookCells = 20_000;

/**
 * Reads the whole workbook: look, measure, read. Three round trips up to 100,000 cells, one more for each further
 * 100,000. Above 20,000 cells links to other workbooks are seen in defined names only, and struck-through text is not
 * looked for. Below ExcelApi 1.13 merged blocks are not known.
 */
export const readContent = async (
  context: Excel.RequestContext,
  excel: ExcelLibrary,
  options: RunOptions,
): Promise<Result<WorkbookContent>> => {
  checkpoint(options, 'look', 0, 1);
  const book = await surveyBook(context);
  checkpoint(options, 'measure', 0, 1);
  const measured = await measureSheets(context, book.sheets, excel.supports('1.13'));
  const cells = measured.reduce((sum, { used }) => sum + (used === undefined ? 0 : cellCount(used.area)), 0);
  if (cells > mostCells) return refuse(problem('excel-too-many-cells', {}, { cells, most: mostCells }));
  const closely = cells <= closeLookCells;
  let details: readonly (() => Partial<Details>)[] = [];
  const blocks = await readBlocks(
    context,
    measured.flatMap(({ from, used }) => (used === undefined ? [] : [{ sheet: from.sheet, area: used.area }])),
    options,
    {
      withFormulas: closely,
      alongside: () => {
        details = measured.map((sheet) => askDetails(sheet, closely));
      },
    },
  );
  const sheets = measured.map((sheet, place) => {
    const ours = blocks.filter((block) => block.sheet === sheet.from.sheet);
    return { ...sheetContent(sheet, ours), ...details[place]?.() };
  });
  return ok({
    sheets,
    names: book.names,
    manualCalculation: book.manualCalculation,
    externalLinks: book.names.some(({ refersTo }) => linksOut(refersTo)) || blocks.some(hasLinkOut),
  });
};

const sheetContent = ({ from, merges, drawings }: MeasuredSheet, blocks: readonly ReadBlock[]): SheetContent => ({
  name: from.name,
  visibility: from.visibility,
  grid: gridOf(blocks, merges),
  merges,
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  filtered: from.filtered,
  // A living Excel has calculated every formula; what it could not is an error text.
  uncalculated: [],
  struckThrough: [],
  drawings,
  protected: from.protected,
});

type Details = Pick<SheetContent, 'hiddenRows' | 'hiddenColumns' | 'struckThrough'>;

/** Asks for hidden rows, hidden columns and struck-through text only where there are some; answered with the first block. */
const askDetails = ({ from, used }: MeasuredSheet, closely: boolean): (() => Partial<Details>) => {
  if (used === undefined) return () => ({});
  const { area } = used;
  const range = from.sheet.getRangeByIndexes(
    area.top,
    area.left,
    area.bottom - area.top + 1,
    area.right - area.left + 1,
  );
  const rows = used.hidesRows ? range.getRowProperties({ rowHidden: true }) : undefined;
  const columns = used.hidesColumns ? range.getColumnProperties({ columnHidden: true }) : undefined;
  const struck =
    closely && used.strikes ? range.getCellProperties({ format: { font: { strikethrough: true } } }) : undefined;
  return () => ({
    hiddenRows: new Set(placesOf(rows?.value.map(({ rowHidden }) => rowHidden === true) ?? [], area.top)),
    hiddenColumns: new Set(placesOf(columns?.value.map(({ columnHidden }) => columnHidden === true) ?? [], area.left)),
    struckThrough: (struck?.value ?? []).flatMap((cells, row) =>
      placesOf(
        cells.map(({ format }) => format?.font?.strikethrough === true),
        area.left,
      ).map((column) => a1(area.top + row, column)),
    ),
  });
};

const placesOf = (marks: readonly boolean[], from: number): readonly number[] =>
  marks.flatMap((marked, place) => (marked ? [from + place] : []));

const hasLinkOut = ({ formulas }: ReadBlock): boolean =>
  formulas?.some((row) =>
    row.some((formula) => typeof formula === 'string' && formula.startsWith('=') && linksOut(formula)),
  ) ?? false;

/** `[1]Sheet1!A1` or `'[台帳.xlsx]Sheet1'!A1`. */
const linksOut = (formula: string): boolean => /\[(\d{1,5}|[^[\]]{1,200}\.(xls[xmb]?|ods|csv))\]/i.test(formula);
