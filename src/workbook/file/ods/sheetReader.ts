import type { DefinedName, SheetContent } from '../..';
import { FileFault, limits } from '../fault';
import { definedName } from './addresses';
import { cellText } from './cellText';
import type { Attribute } from './namespaces';
import { sheetRows, type Budget } from './sheetRows';
import type { OdsStyles } from './styles';
import { odsValue, showsOther, statedValue, type StatedValue } from './values';

/** Reads what stands inside one `table:table`. */
export interface SheetReader {
  readonly open: (name: string, attribute: Attribute, parent: string) => boolean;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
  readonly end: () => {
    readonly content: SheetContent;
    readonly names: readonly DefinedName[];
    /** A formula or the whole sheet looks into another file. */
    readonly linksOut: boolean;
  };
}

/** Rows stand directly in the table, or in these: the rows in each follow those before it, at any depth. */
const rowGroups = new Set(['table:table-row-group', 'table:table-header-rows', 'table:table-rows']);
const columnGroups = new Set(['table:table-column-group', 'table:table-header-columns', 'table:table-columns']);
const cellNames = new Set(['table:table-cell', 'table:covered-table-cell']);

/** The cell that is open. */
interface OpenCell extends StatedValue {
  readonly repeats: number;
  readonly rows: number;
  readonly columns: number;
}

export const sheetReader = (title: string, styles: OdsStyles, budget: Budget, table: Attribute): SheetReader => {
  const rows = sheetRows(title, budget);
  const text = cellText(styles);
  const names: DefinedName[] = [];
  const visibility = styles.hidesTable(table('table:style-name')) ? 'hidden' : 'visible';
  const isProtected = table('table:protected') === 'true';
  const columnStyles = runsOfStyles();
  let rowStyle: string | undefined;
  let cell: OpenCell | undefined;
  let [hiddenGroups, column] = [0, 0];
  const groupHides: boolean[] = [];
  let [drawings, filtered, linksOut, holdsTable] = [false, false, false, false];

  const damaged = (name: string): FileFault => new FileFault('file-damaged', `content.xml: ${name}`, { sheet: title });
  const count = (attribute: Attribute, name: string): number => {
    const written = attribute(name);
    if (written === undefined) return 1;
    if (!/^0{0,9}[1-9]\d{0,10}$/.test(written)) throw damaged(name);
    return Number(written);
  };
  const isHidden = (attribute: Attribute): boolean => {
    const shown = attribute('table:visibility');
    if (shown === 'filter') filtered = true;
    return hiddenGroups > 0 || shown === 'collapse' || shown === 'filter';
  };
  const openGroup = (attribute: Attribute): true => {
    groupHides.push(attribute('table:display') === 'false');
    if (groupHides.at(-1) === true) hiddenGroups += 1;
    return true;
  };

  const openCell = (name: string, attribute: Attribute): true => {
    const stated = statedValue(attribute);
    if (stated.formula && attribute('table:formula')?.includes("'#") === true) linksOut = true;
    const repeats = count(attribute, 'table:number-columns-repeated');
    const covered = name === 'table:covered-table-cell';
    cell = {
      type: stated.type,
      stated: stated.stated,
      formula: stated.formula,
      error: stated.error,
      repeats,
      rows: covered ? 1 : count(attribute, 'table:number-rows-spanned'),
      columns: covered ? 1 : count(attribute, 'table:number-columns-spanned'),
    };
    holdsTable = false;
    const style = attribute('table:style-name') ?? rowStyle ?? columnStyles.at(column);
    text.begin(styles.letters('table-cell', style));
    column += repeats;
    return true;
  };

  const closeCell = (): void => {
    if (cell === undefined) return;
    const { text: written, struck, unseen } = text.end();
    const { value, uncalculated } = holdsTable ? { value: '#VALUE!', uncalculated: false } : odsValue(cell, written);
    const { repeats, rows: height, columns: width } = cell;
    rows.cell({
      value,
      uncalculated,
      repeats,
      struck,
      unseen: unseen || showsOther(cell, written),
      rows: height,
      columns: width,
    });
    cell = undefined;
  };

  const openInTable = (name: string, attribute: Attribute, parent: string): boolean => {
    if (rowGroups.has(name)) {
      if (columnGroups.has(parent)) throw damaged(name);
      return openGroup(attribute);
    }
    if (columnGroups.has(name)) {
      if (rowGroups.has(parent)) throw damaged(name);
      return openGroup(attribute);
    }
    if (name === 'table:table-row') {
      if (columnGroups.has(parent)) throw damaged(name);
      rowStyle = attribute('table:default-cell-style-name');
      column = 0;
      rows.beginRow(count(attribute, 'table:number-rows-repeated'), isHidden(attribute));
      return true;
    }
    if (name === 'table:table-column') {
      const repeats = count(attribute, 'table:number-columns-repeated');
      columnStyles.add(repeats, attribute('table:default-cell-style-name'));
      rows.column(repeats, isHidden(attribute));
      return false;
    }
    if (cellNames.has(name)) throw damaged(name);
    if (name === 'table:table-source' || name === 'office:dde-source') linksOut = true;
    return parent === 'table:table' && (name === 'table:shapes' || name === 'table:named-expressions');
  };

  const openInCell = (name: string, attribute: Attribute): boolean => {
    if (name.startsWith('draw:')) drawings = true;
    if (name === 'table:table') holdsTable = true;
    return text.open(name, attribute);
  };

  return {
    open: (name, attribute, parent) => {
      if (cell !== undefined) return openInCell(name, attribute);
      if (parent === 'table:table-row') {
        if (cellNames.has(name)) return openCell(name, attribute);
        if (name.startsWith('table:')) throw damaged(name);
        return false;
      }
      if (parent === 'table:shapes') {
        if (name.startsWith('draw:')) drawings = true;
        return false;
      }
      if (parent === 'table:named-expressions') {
        const defined = definedName(attribute, title);
        if (defined !== undefined) names.push(defined);
        return false;
      }
      return openInTable(name, attribute, parent);
    },
    close: (name) => {
      if (cellNames.has(name)) closeCell();
      else if (cell !== undefined) text.close(name);
      else if (name === 'table:table-row') rows.endRow();
      else if ((rowGroups.has(name) || columnGroups.has(name)) && groupHides.pop() === true) hiddenGroups -= 1;
    },
    text: (more) => {
      if (cell !== undefined) text.add(more);
    },
    end: () => ({
      content: { name: title, visibility, ...rows.end(), filtered, drawings, protected: isProtected },
      names,
      linksOut,
    }),
  };
};

/** The default styles of the columns from the left on, each for a run of columns. */
const runsOfStyles = () => {
  const styles: (string | undefined)[] = [];
  let seen = 0;
  return {
    add: (repeats: number, style: string | undefined): void => {
      const last = Math.min(seen + repeats, limits.columns);
      for (; seen < last; seen += 1) styles.push(style);
    },
    at: (column: number): string | undefined => styles[column],
  };
};
