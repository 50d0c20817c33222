import { a1Range, type Rectangle } from '../../../src/workbook';
import { HostError } from '../model/hostError';
import { recordOf, textOf, type Wire } from '../model/wire';
import type { HostName, HostSheet, HostTable } from '../model/hostSheet';
import type { HostWorkbook } from '../model/hostWorkbook';
import { define, isRef, plain, type Argument, type HostRef, type Unknown } from './hostRef';
import { areaOf, type RangeFactories } from './rangeMembers';

interface SheetTarget {
  readonly book: HostWorkbook;
  readonly sheet: HostSheet;
}
interface NameTarget {
  readonly book: HostWorkbook;
  /** Undefined: a name of the whole workbook. */
  readonly sheet: HostSheet | undefined;
  readonly item: HostName;
}
type NamesTarget = Omit<NameTarget, 'item'>;

/** NamedItemCollection of a sheet or of the workbook. */
export const nameMembers = (unknown: Unknown, { targetOf }: RangeFactories): ((it: NamesTarget) => HostRef) => {
  const named = define<NameTarget>(
    'NamedItem',
    {
      key: ({ item }) => item,
      id: ({ item }) => item.name,
      get: {
        name: ({ item }) => item.name,
        formula: ({ item }) => item.formula,
        visible: ({ item }) => item.visible,
        comment: ({ item }) => item.comment,
        scope: ({ sheet }) => (sheet === undefined ? 'Workbook' : 'Worksheet'),
      },
      set: {
        visible: ({ item }, value) => {
          item.visible = value === true;
        },
        comment: ({ item }, value) => {
          item.comment = textOf(value);
        },
        formula: ({ item }, value) => {
          item.formula = asShown(textOf(value));
        },
      },
      call: {
        delete: (it) => {
          const list = listOf(it);
          list.splice(list.indexOf(it.item), 1);
        },
      },
    },
    unknown,
  );
  const called = (name: Wire) => (item: HostName) => item.name.toLowerCase() === textOf(name).toLowerCase();
  /** The names of the workbook stand in every sheet's list (office-js #1011); a sheet's own hides one of theirs. */
  const listed = (it: NamesTarget): readonly NameTarget[] => [
    ...listOf(it).map((item) => ({ ...it, item })),
    ...(it.sheet !== undefined && it.book.habits.sheetsListBookNames
      ? it.book.names.map((item) => ({ book: it.book, sheet: undefined, item }))
      : []),
  ];
  const find = (it: NamesTarget, name: Wire): HostRef | null => {
    const found = listed(it).find(({ item }) => called(name)(item));
    return found === undefined ? null : named(found);
  };
  return define<NamesTarget>(
    'NamedItemCollection',
    {
      key: (it) => listOf(it),
      items: (it) => listed(it).map(named),
      at: find,
      call: {
        getCount: (it) => listed(it).length,
        getItemOrNullObject: (it, [name]) => find(it, plain(name)),
        add: (it, [name, reference, comment]) => {
          const wanted = textOf(plain(name));
          if (listOf(it).some(called(wanted)))
            throw new HostError('ItemAlreadyExists', `name ${wanted} exists`, 'NamedItemCollection.add');
          if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(wanted))
            throw new HostError('InvalidArgument', `bad name ${wanted}`, 'NamedItemCollection.add');
          const item = {
            name: wanted,
            formula: formulaOf(reference, targetOf),
            visible: true,
            comment: typeof comment === 'string' ? comment : '',
          };
          listOf(it).push(item);
          return named({ ...it, item });
        },
      },
    },
    unknown,
  );
};

const listOf = ({ book, sheet }: NamesTarget): HostName[] => (sheet ?? book).names;

/** Excel shows a quoted sheet name without quotes where it needs none. */
const asShown = (formula: string): string => formula.replace(/^='([\p{L}_][\p{L}\p{N}_.]*)'!/u, '=$1!');

const formulaOf = (reference: Argument | undefined, targetOf: RangeFactories['targetOf']): string => {
  if (reference === undefined || !isRef(reference)) return asShown(textOf(plain(reference)));
  const { sheet, area } = targetOf(reference);
  const plainAddress = sheet.address(area);
  return `=${plainAddress.slice(0, plainAddress.lastIndexOf('!'))}!${a1Range(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
};

/** TableCollection of a sheet. */
export const tableMembers = (unknown: Unknown, { range, targetOf }: RangeFactories): ((it: SheetTarget) => HostRef) => {
  interface TableTarget extends SheetTarget {
    readonly table: HostTable;
  }
  const filter = define<TableTarget>(
    'AutoFilter',
    { get: { enabled: ({ table }) => table.showFilterButton, isDataFiltered: ({ table }) => table.filtered } },
    unknown,
  );
  const tabled = define<TableTarget>(
    'Table',
    {
      key: ({ table }) => table,
      id: ({ table }) => table.id,
      get: {
        id: ({ table }) => table.id,
        name: ({ table }) => table.name,
        style: ({ table }) => table.style,
        showFilterButton: ({ table }) => table.showFilterButton,
      },
      set: {
        name: ({ book, table }, value) => {
          const wanted = textOf(value);
          const others = book.sheets.flatMap(({ tables }) => tables.filter((other) => other !== table));
          const names = book.habits.tablesShareNames ? [...book.names, ...book.sheets.flatMap((one) => one.names)] : [];
          if ([...others, ...names].some(({ name }) => name.toLowerCase() === wanted.toLowerCase()))
            throw new HostError('ItemAlreadyExists', `table ${wanted} exists`, 'Table.name');
          table.name = wanted;
        },
        style: ({ table }, value) => {
          table.style = textOf(value);
        },
        showFilterButton: ({ table }, value) => {
          table.showFilterButton = value === true;
        },
      },
      go: { autoFilter: filter },
      call: {
        getRange: (it) => range({ ...it, area: it.table.range }),
        resize: (it, [reference]) => {
          it.sheet.refuseWhenProtected('Table.resize');
          it.table.range =
            reference !== undefined && isRef(reference) ? targetOf(reference).area : areaOf(plain(reference));
        },
        convertToRange: ({ book, sheet, table }) => {
          sheet.refuseWhenProtected('Table.convertToRange');
          sheet.tables.splice(sheet.tables.indexOf(table), 1);
          return range({ book, sheet, area: table.range });
        },
        clearFilters: ({ sheet, table }) => {
          sheet.refuseWhenProtected('Table.clearFilters');
          table.filtered = false;
          sheet.hiddenRows.clear();
        },
      },
    },
    unknown,
  );
  const find = (it: SheetTarget, key: Wire): HostRef | null => {
    const table = it.sheet.tables.find(
      ({ id, name }) => id === key || name.toLowerCase() === textOf(key).toLowerCase(),
    );
    return table === undefined ? null : tabled({ ...it, table });
  };
  return define<SheetTarget>(
    'TableCollection',
    {
      key: ({ sheet }) => sheet.tables,
      items: (it) => it.sheet.tables.map((table) => tabled({ ...it, table })),
      at: find,
      call: {
        getItemOrNullObject: (it, [key]) => find(it, plain(key)),
        add: (it, [reference]) => {
          it.sheet.refuseWhenProtected('TableCollection.add');
          const area =
            reference !== undefined && isRef(reference) ? targetOf(reference).area : areaOf(plain(reference));
          if (it.book.habits.mendsTableHeaders) mendHeaders(it.sheet, area);
          const id = it.book.id();
          const table = {
            id,
            name: `Table${id}`,
            range: area,
            style: 'TableStyleMedium2',
            filtered: false,
            showFilterButton: true,
          };
          it.sheet.tables.push(table);
          return tabled({ ...it, table });
        },
      },
    },
    unknown,
  );
};

/** Excel's own headers: texts, none empty, none twice. */
const mendHeaders = (sheet: HostSheet, { top, left, right }: Rectangle): void => {
  const taken = new Set<string>();
  for (let column = left; column <= right; column += 1) {
    const cell = sheet.cell(top, column);
    const wanted = cell.value === '' ? `列${String(column - left + 1)}` : String(cell.value);
    let name = wanted;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted}${String(count)}`;
    taken.add(name.toLowerCase());
    if (cell.value !== name) sheet.put(top, column, { ...cell, value: name });
  }
};

/** Frozen panes and page layout. */
export const layoutMembers = (
  unknown: Unknown,
  { targetOf }: RangeFactories,
): { readonly freezePanes: (it: SheetTarget) => HostRef; readonly pageLayout: (it: SheetTarget) => HostRef } => {
  const inSight = ({ book, sheet }: SheetTarget, where: string): void => {
    if (book.habits.freezesInSightOnly && sheet.visibility !== 'Visible')
      throw new HostError('GeneralException', 'the sheet is hidden', where);
  };
  const freezePanes = define<SheetTarget>(
    'WorksheetFreezePanes',
    {
      call: {
        freezeRows: (it, [count]) => {
          inSight(it, 'WorksheetFreezePanes.freezeRows');
          it.sheet.frozen = { rows: Number(count), columns: 0 };
        },
        freezeColumns: (it, [count]) => {
          inSight(it, 'WorksheetFreezePanes.freezeColumns');
          it.sheet.frozen = { rows: 0, columns: Number(count) };
        },
        freezeAt: (it, [reference]) => {
          inSight(it, 'WorksheetFreezePanes.freezeAt');
          const area =
            reference !== undefined && isRef(reference) ? targetOf(reference).area : areaOf(plain(reference));
          it.sheet.frozen = { rows: area.bottom + 1, columns: area.right + 1 };
        },
        unfreeze: ({ sheet }) => {
          sheet.frozen = { rows: 0, columns: 0 };
        },
      },
    },
    unknown,
  );
  const keep = (
    prefix: string,
    names: readonly string[],
  ): Readonly<Record<string, (it: SheetTarget, value: Wire) => void>> =>
    Object.fromEntries(
      names.map((name) => [
        name,
        ({ book, sheet }: SheetTarget, value: Wire) => {
          sheet.refuseWhenProtected('PageLayout');
          if (name === 'zoom' && book.habits.ignoresFitToPages && !('scale' in recordOf(value))) return;
          sheet.pageLayout.set(prefix + name, typeof value === 'object' ? JSON.stringify(value) : (value ?? null));
        },
      ]),
    );
  const printed = ['leftHeader', 'centerHeader', 'rightHeader', 'leftFooter', 'centerFooter', 'rightFooter'];
  const texts = define<SheetTarget>(
    'HeaderFooter',
    {
      get: Object.fromEntries(
        printed.map((name) => [name, ({ sheet }: SheetTarget) => sheet.pageLayout.get(name) ?? '']),
      ),
      set: keep('', printed),
    },
    unknown,
  );
  const headersFooters = define<SheetTarget>('HeaderFooterGroup', { go: { defaultForAllPages: texts } }, unknown);
  const pageLayout = define<SheetTarget>(
    'PageLayout',
    {
      set: keep('', [
        'orientation',
        'paperSize',
        'zoom',
        'centerHorizontally',
        'leftMargin',
        'rightMargin',
        'topMargin',
        'bottomMargin',
        'headerMargin',
        'footerMargin',
        'printGridlines',
        'firstPageNumber',
      ]),
      go: { headersFooters },
      call: {
        setPrintArea: ({ sheet }, [area]) => {
          sheet.pageLayout.set('printArea', addressOf(area, targetOf));
        },
        setPrintTitleRows: ({ sheet }, [area]) => {
          sheet.pageLayout.set('titleRows', addressOf(area, targetOf));
        },
        setPrintTitleColumns: ({ sheet }, [area]) => {
          sheet.pageLayout.set('titleColumns', addressOf(area, targetOf));
        },
      },
    },
    unknown,
  );
  return { freezePanes, pageLayout };
};

interface BreaksTarget extends SheetTarget {
  /** Columns, not rows. */
  readonly across: boolean;
}

/** PageBreakCollection of a sheet: rows, or columns, with whose first cell a page begins. */
export const pageBreakMembers = (unknown: Unknown, { targetOf }: RangeFactories): ((it: BreaksTarget) => HostRef) => {
  const pageBreak = define<BreaksTarget>('PageBreak', {}, unknown);
  const breaksOf = ({ sheet, across }: BreaksTarget): number[] => (across ? sheet.columnBreaks : sheet.rowBreaks);
  return define<BreaksTarget>(
    'PageBreakCollection',
    {
      call: {
        add: (it, [reference]) => {
          it.sheet.refuseWhenProtected('PageBreakCollection.add');
          const { top, left } =
            reference !== undefined && isRef(reference) ? targetOf(reference).area : areaOf(plain(reference));
          breaksOf(it).push(it.across ? left : top);
          return pageBreak(it);
        },
      },
    },
    unknown,
  );
};

const addressOf = (value: Argument | undefined, targetOf: RangeFactories['targetOf']): string =>
  value !== undefined && isRef(value) ? a1Range(targetOf(value).area) : textOf(plain(value));
