import { quotedSheetName, type Rectangle } from '../../../src/workbook';
import { kindHabits, type ChangeWay, type ExcelHabits } from '../excelHabits';
import { HostError } from './hostError';
import { calculate } from './calculate';
import { HostSheet, type HostName } from './hostSheet';
import type { Wire } from './wire';

/** A change of cells, as Excel tells the listeners of onChanged. */
export interface ChangeEvent {
  readonly sheet: HostSheet;
  readonly range: Rectangle;
  readonly source: 'Local' | 'Remote';
  /** How it came about; by typing where nothing is said. */
  readonly way?: ChangeWay;
  /** Set when the add-in made the change itself. */
  readonly byAddin?: boolean;
  /** What happened, as Excel names it; cells were edited when absent. `format` and the sorts are events of their own. */
  readonly how?:
    'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'format' | 'RowSorted' | 'ColumnSorted';
}

/** A sheet came, went, got another name or another place. */
export interface SheetEvent {
  readonly sheet: HostSheet;
  readonly how: 'Added' | 'Deleted' | 'NameChanged' | 'Moved';
}

/** The workbook that our own Excel holds in memory; tests arrange it directly. */
export class HostWorkbook {
  readonly sheets: HostSheet[] = [];
  readonly names: HostName[] = [];
  readonly settings = new Map<string, Wire>();
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual' = 'Automatic';
  structureProtected = false;
  active: HostSheet;
  selection: { readonly sheet: HostSheet; readonly range: Rectangle };
  /** A user is typing in a cell: calls fail, or wait when they asked for it. */
  editing = false;
  /** The workbook was closed under our feet. */
  closed = false;
  /** How the Excel behaves that holds it; set when a host opens it. */
  habits: ExcelHabits = kindHabits;
  /** False: the user looks at another workbook. */
  inFront = true;
  /** A chart, or a chart sheet, is selected instead of a cell. */
  chartSelected = false;
  /** Several sheets are selected together. */
  sheetsGrouped = false;
  /** Whether a printer is installed on the computer. */
  hasPrinter = true;
  /** Workbooks that were opened beside this one, in base64. */
  readonly opened: string[] = [];
  /** Called for every change of cells, whoever made it. */
  readonly listeners = new Set<(event: ChangeEvent) => void>();
  /** Called for every change of the list of sheets, whoever made it. */
  readonly sheetListeners = new Set<(event: SheetEvent) => void>();
  #nextId = 1;
  /** {@link #state} when formulas were last worked out. */
  #calculated = '';
  #waiting: (() => void)[] = [];

  constructor(...sheetNames: readonly string[]) {
    for (const name of sheetNames.length === 0 ? ['Sheet1'] : sheetNames) this.addSheet(name);
    const [first] = this.sheets;
    if (first === undefined) throw new Error('HostWorkbook: no sheet');
    this.active = first;
    this.selection = { sheet: first, range: { top: 0, left: 0, bottom: 0, right: 0 } };
  }

  addSheet(name = this.#freeName()): HostSheet {
    if (this.sheet(name) !== undefined) throw new HostError('ItemAlreadyExists', `sheet ${name} exists`);
    if (name.length > 31 || /[:\\/?*[\]]/.test(name) || name === '' || name.startsWith("'") || name.endsWith("'")) {
      throw new HostError('InvalidArgument', `bad sheet name ${name}`);
    }
    const sheet = new HostSheet(`{${String(this.#nextId++).padStart(8, '0')}-0000-0000-0000-000000000000}`, name);
    this.sheets.push(sheet);
    this.#sheetsChanged(sheet, 'Added');
    return sheet;
  }

  /** Formulas are worked out when somebody looks, and something changed since the last look. */
  calculate(): void {
    if (!this.sheets.some((sheet) => sheet.holdsFormulas) || this.#calculated === this.#state()) return;
    calculate(this.sheets);
    this.#calculated = this.#state();
  }

  #state(): string {
    return this.sheets.map(({ id, name, edits }) => `${id} ${edits} ${name}`).join('\n');
  }

  /** Excel's sheet names ignore case. */
  sheet(name: string): HostSheet | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  deleteSheet(sheet: HostSheet): void {
    if (
      this.sheets.filter(({ visibility }) => visibility === 'Visible').length === 1 &&
      sheet.visibility === 'Visible'
    ) {
      throw new HostError('InvalidOperation', 'a workbook keeps one visible sheet');
    }
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    if (this.active === sheet && this.sheets[0] !== undefined) this.active = this.sheets[0];
    this.#sheetsChanged(sheet, 'Deleted');
  }

  /** To another place among the tabs. */
  moveSheet(sheet: HostSheet, to: number): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(to, 0, sheet);
    this.#sheetsChanged(sheet, 'Moved');
  }

  /** Names that point to the sheet follow, as in Excel. */
  rename(sheet: HostSheet, name: string): void {
    if (this.sheet(name) !== undefined && this.sheet(name) !== sheet) throw new HostError('ItemAlreadyExists', name);
    const before = prefixOf(sheet);
    const [was, is] = [`${quotedSheetName(sheet.name)}!`, `${quotedSheetName(name)}!`];
    sheet.name = name;
    for (const one of this.sheets) one.replaceInFormulas(was, is);
    for (const item of [...this.names, ...this.sheets.flatMap(({ names }) => names)]) {
      item.formula = item.formula.replace(before, () => prefixOf(sheet));
    }
    this.#sheetsChanged(sheet, 'NameChanged');
  }

  id(): string {
    return String(this.#nextId++);
  }

  changed(event: ChangeEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** Arranges a sheet's cells as a person would, from A1 or from `at`: by typing, in another way, or as a co-author. */
  type(
    sheetName: string,
    rows: readonly (readonly (string | number | boolean | null)[])[],
    at = { row: 0, column: 0 },
    by: ChangeWay | 'co-author' = 'typing',
  ): void {
    const sheet = this.sheet(sheetName);
    if (sheet === undefined) throw new Error(`HostWorkbook.type: no sheet ${sheetName}`);
    rows.forEach((values, row) => {
      values.forEach((value, column) => {
        sheet.enter(at.row + row, at.column + column, value);
      });
    });
    const right = at.column + Math.max(0, ...rows.map(({ length }) => length - 1));
    const range = { top: at.row, left: at.column, bottom: at.row + rows.length - 1, right };
    this.changed({ sheet, range, ...(by === 'co-author' ? { source: 'Remote' } : { source: 'Local', way: by }) });
  }

  /** Resolves when nobody is typing in a cell (what `delayForCellEdit` waits for). */
  async whenNotEditing(): Promise<void> {
    if (!this.editing) return;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  finishEditing(): void {
    this.editing = false;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #sheetsChanged(sheet: HostSheet, how: SheetEvent['how']): void {
    for (const listener of this.sheetListeners) listener({ sheet, how });
  }

  #freeName(): string {
    let count = this.sheets.length + 1;
    while (this.sheet(`Sheet${String(count)}`) !== undefined) count += 1;
    return `Sheet${String(count)}`;
  }
}

const prefixOf = (sheet: HostSheet): string => {
  const address = sheet.address({ top: 0, left: 0, bottom: 0, right: 0 });
  return `=${address.slice(0, address.lastIndexOf('!') + 1)}`;
};
