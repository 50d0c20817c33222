import { textOf, type Wire } from '../model/wire';
import type { HostWorkbook } from '../model/hostWorkbook';
import { HostError } from '../model/hostError';
import type { EventDesk } from './eventDesk';
import { define, plain, type HostRef, type Unknown } from './hostRef';
import { sheetMembers } from './sheetMembers';
import { nameMembers } from './sheetParts';

/** Workbook: the root of every object path. */
export const workbookMembers = (unknown: Unknown, events: EventDesk): ((book: HostWorkbook) => HostRef) => {
  const factories = sheetMembers(unknown, events);
  const { worksheet, range } = factories;
  const find = (book: HostWorkbook, key: Wire): HostRef | null => {
    const sheet = book.sheets.find(({ id }) => id === key) ?? book.sheet(textOf(key));
    return sheet === undefined ? null : worksheet({ book, sheet });
  };
  const worksheets = define<HostWorkbook>(
    'WorksheetCollection',
    {
      items: (book) => book.sheets.map((sheet) => worksheet({ book, sheet })),
      at: find,
      call: {
        getItemOrNullObject: (book, [key]) => find(book, plain(key)),
        getActiveWorksheet: (book) => worksheet({ book, sheet: book.active }),
        getCount: ({ sheets }) => sheets.length,
        add: (book, [name]) => {
          if (book.structureProtected)
            throw new HostError('AccessDenied', 'the structure is protected', 'WorksheetCollection.add');
          return worksheet({ book, sheet: typeof name === 'string' ? book.addSheet(name) : book.addSheet() });
        },
        ...events.membersForAll(),
      },
    },
    unknown,
  );
  const names = nameMembers(unknown, factories);
  const created = define<{ readonly book: HostWorkbook; readonly file: string }>(
    'WorkbookCreated',
    {
      call: {
        open: ({ book, file }) => {
          book.opened.push(file);
          return null;
        },
      },
    },
    unknown,
  );
  const application = define<HostWorkbook>(
    'Application',
    {
      get: { calculationMode: ({ calculationMode }) => calculationMode, calculationState: () => 'Done' },
      call: {
        suspendApiCalculationUntilNextSync: () => null,
        suspendScreenUpdatingUntilNextSync: () => null,
        calculate: () => null,
        createWorkbook: (book, [file]) => created({ book, file: textOf(plain(file)) }),
      },
    },
    unknown,
  );
  const protection = define<HostWorkbook>(
    'WorkbookProtection',
    { get: { protected: ({ structureProtected }) => structureProtected } },
    unknown,
  );
  return define<HostWorkbook>(
    'Workbook',
    {
      get: { name: () => '評価.xlsx', readOnly: () => false, autoSave: () => false },
      go: {
        worksheets,
        names: (book) => names({ book, sheet: undefined }),
        application,
        protection,
        settings: settingMembers(unknown),
      },
      call: {
        getSelectedRange: (book) => range({ book, sheet: book.selection.sheet, area: book.selection.range }),
        getActiveCell: (book) => {
          const { top, left } = book.selection.range;
          return range({ book, sheet: book.selection.sheet, area: { top, left, bottom: top, right: left } });
        },
        getIsActiveCollabSession: () => false,
        // How Excel on the web opens another workbook (excel-web-16.00.js, Excel.createWorkbook).
        createAndOpenWorkbook: (book, [file]) => {
          book.opened.push(textOf(plain(file)));
          return null;
        },
      },
    },
    unknown,
  );
};

const settingMembers = (unknown: Unknown): ((book: HostWorkbook) => HostRef) => {
  interface SettingTarget {
    readonly book: HostWorkbook;
    readonly key: string;
  }
  const setting = define<SettingTarget>(
    'Setting',
    {
      key: ({ key }) => `setting ${key}`,
      id: ({ key }) => key,
      get: { key: ({ key }) => key, value: ({ book, key }) => book.settings.get(key), _Id: ({ key }) => key },
      set: {
        value: ({ book, key }, value) => {
          book.settings.set(key, value);
        },
      },
      call: {
        delete: ({ book, key }) => {
          book.settings.delete(key);
        },
      },
    },
    unknown,
  );
  const find = (book: HostWorkbook, key: Wire): HostRef | null =>
    book.settings.has(textOf(key)) ? setting({ book, key: textOf(key) }) : null;
  return define<HostWorkbook>(
    'SettingCollection',
    {
      key: ({ settings }) => settings,
      items: (book) => [...book.settings.keys()].map((key) => setting({ book, key })),
      at: find,
      call: {
        getItemOrNullObject: (book, [key]) => find(book, plain(key)),
        getCount: ({ settings }) => settings.size,
        add: (book, [key, value]) => {
          book.settings.set(textOf(plain(key)), plain(value));
          return setting({ book, key: textOf(plain(key)) });
        },
      },
    },
    unknown,
  );
};
