import { ok, problem, refuse, type Result } from '../../problems';
import { outwardValue, type CellChange, type EnteredCell, type FormulaChange, type SelectedCell } from '..';
import { cellInput, gridOf } from './cells';
import { refusalOf } from './session';
import type { SheetEvent } from './sheetLog';
import { namesOfSheet } from './survey';

/** The active cell: of several selected cells the one that is not shaded, of a merged block its first. One round trip. */
export const selectedCell = async (context: Excel.RequestContext): Promise<SelectedCell> => {
  const cell = context.workbook.getActiveCell();
  const { worksheet } = cell;
  cell.load('rowIndex,columnIndex,values,numberFormat');
  worksheet.load('name,names/items/name,names/items/formula,names/items/scope');
  await context.sync();
  const { rowIndex: row, columnIndex: column, values, numberFormat: formats } = cell;
  const area = { top: 0, left: 0, bottom: 0, right: 0 };
  return {
    sheet: worksheet.name,
    row,
    column,
    value: gridOf([{ sheet: worksheet, area, values, formats }])[0]?.[0] ?? null,
    names: namesOfSheet(worksheet.names, worksheet.name),
  };
};

/** Shows a cell: activates its sheet and selects it. A hidden sheet stays hidden; the user is told. Two round trips. */
export const jumpToCell = async (
  context: Excel.RequestContext,
  place: { readonly sheet: string; readonly cell: string },
): Promise<Result<undefined>> => {
  const sheet = context.workbook.worksheets.getItemOrNullObject(place.sheet);
  sheet.load('visibility');
  await context.sync();
  if (sheet.isNullObject) return refuse(problem('excel-sheet-gone', place));
  if (sheet.visibility !== 'Visible') return refuse(problem('excel-cell-hidden', place));
  sheet.activate();
  sheet.getRange(place.cell).select();
  await context.sync();
  return ok(undefined);
};

/** Who is told of changes. */
interface Listeners {
  /** Of every change of cells, whoever made it: where it was, or that it cannot be told by place. */
  readonly note: (sheetId: string, address: string | undefined) => void;
  /** Of what the user or a co-author changed. */
  readonly tell: (change: CellChange) => void;
  /** Of a sheet that came, went, or was renamed or moved, whoever did it. */
  readonly noteSheet: (sheetId: string | undefined, event: SheetEvent) => void;
}

/**
 * Listens to changed cells of all sheets, and to the list of sheets; the result stops it. An Excel that does not tell of
 * renamed and moved sheets is held against what was read when something is written (rules/excel.md#re-check).
 */
export const watchChanges = async (
  context: Excel.RequestContext,
  { note, tell, noteSheet }: Listeners,
): Promise<() => Promise<void>> => {
  const { worksheets } = context.workbook;
  const noting =
    (event: SheetEvent) =>
    ({ worksheetId }: { readonly worksheetId: string }): Promise<void> => {
      noteSheet(worksheetId, event);
      return Promise.resolve();
    };
  const handlers: { readonly context: OfficeExtension.ClientRequestContext; remove(): void }[] = [
    worksheets.onChanged.add((event) => {
      note(event.worksheetId, event.changeType === 'RangeEdited' ? event.address : undefined);
      if (event.source === 'Remote' || event.triggerSource !== 'ThisLocalAddin')
        tell({ sheetId: event.worksheetId, address: event.address });
      return Promise.resolve();
    }),
    worksheets.onFormatChanged.add(({ worksheetId, address }) => {
      note(worksheetId, address);
      return Promise.resolve();
    }),
    ...[worksheets.onRowSorted, worksheets.onColumnSorted].map((sorted) =>
      sorted.add(({ worksheetId }) => {
        note(worksheetId, undefined);
        return Promise.resolve();
      }),
    ),
    worksheets.onAdded.add(noting('listed')),
    worksheets.onDeleted.add(noting('gone')),
  ];
  await context.sync();
  if (tellsOfNames()) {
    const more = [worksheets.onNameChanged, worksheets.onMoved].map((listed) => listed.add(noting('listed')));
    if ((await refusalOf(context)) === undefined) handlers.push(...more);
  }
  return async () => {
    for (const handler of handlers) handler.remove();
    await Promise.all([...new Set(handlers.map((handler) => handler.context))].map((one) => one.sync()));
  };
};

/** Names and places of sheets are told from ExcelApi 1.17 on; where they are not, a write looks at the list itself. */
const tellsOfNames = (): boolean =>
  typeof Office !== 'undefined' && Office.context.requirements.isSetSupported('ExcelApi', '1.17');

/** Puts values into single cells, as if a person had typed them; text stays text, whatever it looks like. Two round trips. */
export const enterCells = async (
  context: Excel.RequestContext,
  cells: readonly EnteredCell[],
): Promise<Result<true>> => {
  const sheets = cells.map(({ sheet }) => context.workbook.worksheets.getItemOrNullObject(sheet));
  for (const sheet of sheets) sheet.load('name');
  await context.sync();
  const gone = cells.find((_, place) => sheets[place]?.isNullObject !== false);
  if (gone !== undefined) return refuse(problem('excel-sheet-gone', { sheet: gone.sheet }));
  for (const [place, { cell, value }] of cells.entries()) {
    const range = sheets[place]?.getRange(cell);
    if (range !== undefined) range.values = [[cellInput(outwardValue(value), false)]];
  }
  await context.sync();
  return ok(true);
};

/** Puts one formula where another, or nothing, stands; gives what Excel made of it. A cell set to text calculates again. Three round trips. */
export const replaceFormula = async (
  context: Excel.RequestContext,
  { sheet, cell, from, to }: FormulaChange,
): Promise<Result<string>> => {
  const found = context.workbook.worksheets.getItemOrNullObject(sheet);
  found.load('name');
  await context.sync();
  if (found.isNullObject) return refuse(problem('excel-sheet-gone', { sheet }));
  const range = found.getRange(cell);
  range.load('formulas,numberFormat');
  await context.sync();
  if (String(range.formulas[0]?.[0]) !== from) return refuse(problem('cell-occupied', { sheet, cell }));
  if (to !== '' && range.numberFormat[0]?.[0] === '@') range.numberFormat = [['General']];
  range.formulas = [[to]];
  range.load('formulas');
  await context.sync();
  return ok(String(range.formulas[0]?.[0]));
};
