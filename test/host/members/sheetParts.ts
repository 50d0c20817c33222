import { a1Range } from '../../../src/workbook';
import { HostError } from '../model/hostError';
import { textOf, type Wire } from '../model/wire';
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
  const find = (it: NamesTarget, name: Wire): HostRef | null => {
    const item = listOf(it).find((one) => one.name.toLowerCase() === textOf(name).toLowerCase());
    return item === undefined ? null : named({ ...it, item });
  };
  return define<NamesTarget>(
    'NamedItemCollection',
    {
      key: (it) => listOf(it),
      items: (it) => listOf(it).map((item) => named({ ...it, item })),
      at: find,
      call: {
        getCount: (it) => listOf(it).length,
        getItemOrNullObject: (it, [name]) => find(it, plain(name)),
        add: (it, [name, reference, comment]) => {
          const wanted = textOf(plain(name));
          if (find(it, wanted) !== null)
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
          const taken = book.sheets.some(({ tables }) =>
            tables.some((other) => other !== table && other.name.toLowerCase() === wanted.toLowerCase()),
          );
          if (taken) throw new HostError('ItemAlreadyExists', `table ${wanted} exists`, 'Table.name');
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

/** Frozen panes and page layout. */
export const layoutMembers = (
  unknown: Unknown,
  { targetOf }: RangeFactories,
): { readonly freezePanes: (it: SheetTarget) => HostRef; readonly pageLayout: (it: SheetTarget) => HostRef } => {
  const freezePanes = define<SheetTarget>(
    'WorksheetFreezePanes',
    {
      call: {
        freezeRows: ({ sheet }, [count]) => {
          sheet.frozen = { rows: Number(count), columns: 0 };
        },
        freezeColumns: ({ sheet }, [count]) => {
          sheet.frozen = { rows: 0, columns: Number(count) };
        },
        freezeAt: ({ sheet }, [reference]) => {
          const area =
            reference !== undefined && isRef(reference) ? targetOf(reference).area : areaOf(plain(reference));
          sheet.frozen = { rows: area.bottom + 1, columns: area.right + 1 };
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
        ({ sheet }: SheetTarget, value: Wire) => {
          sheet.refuseWhenProtected('PageLayout');
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
      ]),
      go: { headersFooters },
      call: {
        setPrintArea: ({ sheet }, [area]) => {
          sheet.pageLayout.set('printArea', addressOf(area, targetOf));
        },
        setPrintTitleRows: ({ sheet }, [area]) => {
          sheet.pageLayout.set('titleRows', addressOf(area, targetOf));
        },
      },
    },
    unknown,
  );
  return { freezePanes, pageLayout };
};

const addressOf = (value: Argument | undefined, targetOf: RangeFactories['targetOf']): string =>
  value !== undefined && isRef(value) ? a1Range(targetOf(value).area) : textOf(plain(value));
