import { ok, type Result } from '../../src/problems';
import {
  a1,
  coveredKey,
  editsOf,
  linkTarget,
  markerHashName,
  markerName,
  markerReference,
  modelHashReference,
  ownedRectangle,
  plainRowPoints,
  planWrite,
  refreshedFooter,
  writeOutcomeOf,
  type CellValue,
  type DefinedName,
  type Rectangle,
  type SheetModel,
  type SheetPlan,
  type WorkbookContent,
  type WriteOutcome,
} from '../../src/workbook';
import { emptySheet, setCell, sheetContentOf, type MemorySheet } from './memorySheet';

/** The reference for the adapters: a workbook that lives in memory and follows the plan of a write cell by cell. */
export interface MemoryWorkbook {
  read(): Promise<Result<WorkbookContent>>;
  /** Each sheet overwrites the rectangle it owned before, or is added at the end; nothing else is touched. */
  write(models: readonly SheetModel[]): Promise<Result<WriteOutcome>>;
  readonly sheets: MemorySheet[];
  /** Sheet-scoped names hold the sheet itself, so a renamed sheet keeps them, as in Excel. */
  readonly names: { name: string; refersTo: string | Rectangle; sheet?: MemorySheet }[];
  /** Adds a sheet that is not ours. */
  add(name: string, rows: readonly (readonly CellValue[])[]): MemorySheet;
}

/** An empty workbook, or one with the given sheets. */
export const memoryWorkbook = (): MemoryWorkbook => {
  const sheets: MemorySheet[] = [];
  const names: MemoryWorkbook['names'] = [];
  const book: MemoryWorkbook = {
    sheets,
    names,
    add: (name, rows) => {
      const sheet = emptySheet(name, rows);
      sheets.push(sheet);
      return sheet;
    },
    read: () => Promise.resolve(ok(contentOf(book))),
    write: (models) => Promise.resolve(write(book, models)),
  };
  return book;
};

const write = (book: MemoryWorkbook, models: readonly SheetModel[]): Result<WriteOutcome> => {
  const plans = planWrite(contentOf(book), models);
  const sheetNames = [...book.sheets.map(({ name }) => name), ...plans.map(({ name }) => name)];
  for (const plan of plans) carryOut(book, plan, plans, sheetNames);
  return ok(writeOutcomeOf(plans));
};

const carryOut = (
  book: MemoryWorkbook,
  plan: SheetPlan,
  plans: readonly SheetPlan[],
  sheetNames: readonly string[],
): void => {
  const { model } = plan;
  const created = plan.kind === 'new';
  const sheet =
    (created ? undefined : book.sheets.find(({ name }) => name === plan.name)) ?? newSheet(book, plan.name, model);
  const owned = created ? ownedRectangle(model) : plan.plan.owned;
  for (const { row, column, value, formula } of editsOf(plan)) {
    setCell(sheet.grid, row, column, value);
    if (formula === undefined) sheet.formulas.delete(coveredKey(row, column));
    else sheet.formulas.set(coveredKey(row, column), formula);
  }
  model.rows.forEach((cells, row) => {
    cells.forEach(({ look, number, link }, column) => {
      const address = a1(owned.top + row, owned.left + column);
      if (sheet.cells.has(address)) return;
      const target = link === undefined ? undefined : linkTarget(link, plans, sheetNames);
      sheet.cells.set(address, {
        look,
        ...(number === undefined ? {} : { number }),
        ...(target === undefined ? {} : { link: target }),
      });
    });
  });
  if (sheet.print?.footer !== undefined) {
    sheet.print = { ...sheet.print, footer: refreshedFooter(sheet.print.footer, model.print.footer) };
  }
  setName(book, sheet, markerName(model.marker), owned);
  setName(book, sheet, markerHashName(model.marker), modelHashReference(model));
};

const newSheet = (book: MemoryWorkbook, name: string, model: SheetModel): MemorySheet => {
  const sheet = book.add(name, []);
  sheet.columnWidths.push(...model.columnWidths);
  sheet.rowHeights = model.rows.map((_, row) => model.rowHeights?.get(row) ?? plainRowPoints);
  sheet.merges = model.merges ?? [];
  sheet.frozenRows = model.frozenRows ?? 0;
  sheet.frozenColumns = model.frozenColumns ?? 0;
  sheet.print = model.print;
  sheet.charts = model.charts ?? [];
  sheet.emphasis = model.emphasis ?? [];
  return sheet;
};

const setName = (book: MemoryWorkbook, sheet: MemorySheet, name: string, refersTo: string | Rectangle): void => {
  const known = book.names.find((one) => one.sheet === sheet && one.name === name);
  if (known === undefined) book.names.push({ name, refersTo, sheet });
  else known.refersTo = refersTo;
};

const contentOf = ({ sheets, names }: MemoryWorkbook): WorkbookContent => ({
  sheets: sheets.map(sheetContentOf),
  names: names.map(({ name, refersTo, sheet }): DefinedName => {
    const text = typeof refersTo === 'string' ? refersTo : markerReference(sheet?.name ?? '', refersTo);
    return { name, refersTo: text, ...(sheet === undefined ? {} : { sheet: sheet.name }) };
  }),
  manualCalculation: false,
  externalLinks: false,
});
