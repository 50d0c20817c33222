import type { HostSheet } from '../model/hostSheet';
import type { HostWorkbook } from '../model/hostWorkbook';
import { HostError } from '../model/hostError';
import { textOf } from '../model/wire';
import { chartMembers } from './chartMembers';
import { layoutMembers, nameMembers, pageBreakMembers, tableMembers } from './sheetParts';
import { define, plain, type HostRef, type Unknown } from './hostRef';
import { areaOf, rangeMembers, type RangeFactories } from './rangeMembers';
import { refuseDeleted } from './rangeTarget';
import type { EventDesk } from './eventDesk';

export interface SheetTarget {
  readonly book: HostWorkbook;
  readonly sheet: HostSheet;
}

export interface SheetFactories extends RangeFactories {
  readonly worksheet: (it: SheetTarget) => HostRef;
}

/** Worksheet with everything below it. */
export const sheetMembers = (unknown: Unknown, events: EventDesk): SheetFactories => {
  const ranges = rangeMembers(unknown, (it) => worksheet(it));
  const { range, areas } = ranges;
  const breaks = pageBreakMembers(unknown, ranges);
  const parts = {
    horizontalPageBreaks: (it: SheetTarget) => breaks({ ...it, across: false }),
    verticalPageBreaks: (it: SheetTarget) => breaks({ ...it, across: true }),
    ...layoutMembers(unknown, ranges),
    names: nameMembers(unknown, ranges),
    tables: tableMembers(unknown, ranges),
    charts: chartMembers(unknown, ranges),
    protection: define<SheetTarget>(
      'WorksheetProtection',
      {
        get: { protected: ({ sheet }) => sheet.protected },
        call: {
          protect: ({ sheet }) => {
            sheet.protected = true;
          },
          unprotect: ({ sheet }) => {
            sheet.protected = false;
          },
        },
      },
      unknown,
    ),
    autoFilter: define<SheetTarget>(
      'AutoFilter',
      {
        get: {
          enabled: ({ sheet }) => sheet.autoFilter !== undefined,
          isDataFiltered: ({ sheet }) => sheet.autoFilter?.filtered ?? false,
        },
        call: {
          clearCriteria: ({ sheet }) => {
            sheet.refuseWhenProtected('AutoFilter.clearCriteria');
            if (sheet.autoFilter !== undefined) sheet.autoFilter.filtered = false;
            sheet.hiddenRows.clear();
          },
        },
      },
      unknown,
    ),
    pivotTables: define<SheetTarget>(
      'PivotTableCollection',
      { call: { getCount: ({ sheet }) => sheet.pivots } },
      unknown,
    ),
    shapes: define<SheetTarget>('ShapeCollection', { call: { getCount: ({ sheet }) => sheet.shapes } }, unknown),
  };
  const used = (it: SheetTarget, valuesOnly: boolean): HostRef | null => {
    refuseDeleted(it, 'Worksheet.getUsedRange');
    const area = it.sheet.usedRange(valuesOnly);
    return area === undefined ? null : range({ ...it, area });
  };
  const worksheet: (it: SheetTarget) => HostRef = define<SheetTarget>(
    'Worksheet',
    {
      key: ({ sheet }) => sheet.id,
      id: ({ sheet }) => sheet.id,
      get: {
        id: ({ sheet }) => sheet.id,
        name: ({ sheet }) => sheet.name,
        visibility: ({ sheet }) => sheet.visibility,
        position: ({ book, sheet }) => book.sheets.indexOf(sheet),
        showGridlines: ({ sheet }) => sheet.showGridlines,
        standardWidth: () => 8.38,
        tabColor: ({ sheet }) => sheet.tabColor,
      },
      set: {
        name: ({ book, sheet }, value) => {
          book.rename(sheet, textOf(value));
        },
        visibility: (it, value) => {
          refuseDeleted(it, 'Worksheet.visibility');
          if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden')
            throw new HostError('InvalidArgument', 'visibility');
          if (it.book.structureProtected)
            throw new HostError('AccessDenied', 'structure is protected', 'Worksheet.visibility');
          it.sheet.visibility = value;
        },
        // What the library sends for showGridlines.
        gridlines: ({ sheet }, value) => {
          sheet.showGridlines = value === true;
        },
        tabColor: ({ sheet }, value) => {
          sheet.tabColor = textOf(value);
        },
      },
      go: parts,
      call: {
        activate: (it) => {
          refuseDeleted(it, 'Worksheet.activate');
          if (it.sheet.visibility !== 'Visible')
            throw new HostError('InvalidOperation', 'the sheet is hidden', 'Worksheet.activate');
          it.book.active = it.sheet;
        },
        delete: ({ book, sheet }) => {
          book.deleteSheet(sheet);
        },
        copy: ({ book, sheet }) => worksheet({ book, sheet: book.addSheet(`${sheet.name} (2)`) }),
        getRange: (it, [address]) => range({ ...it, area: areaOf(plain(address)) }),
        getRanges: (it, [address]) => {
          const text = textOf(plain(address));
          if (text.length > 8192)
            throw new HostError('InvalidArgument', 'the address is too long', 'Worksheet.getRanges');
          return areas({ ...it, areas: text.split(',').map((part) => areaOf(part.trim())) });
        },
        getRangeByIndexes: (it, [top, left, rows, columns]) => {
          const area = {
            top: Number(top),
            left: Number(left),
            bottom: Number(top) + Number(rows) - 1,
            right: Number(left) + Number(columns) - 1,
          };
          if (area.bottom < area.top || area.right < area.left || area.bottom > 1_048_575 || area.right > 16_383) {
            throw new HostError('InvalidArgument', 'outside the sheet', 'Worksheet.getRangeByIndexes');
          }
          return range({ ...it, area });
        },
        getCell: (it, [row, column]) =>
          range({
            ...it,
            area: { top: Number(row), left: Number(column), bottom: Number(row), right: Number(column) },
          }),
        getUsedRange: (it, [valuesOnly]) => used(it, valuesOnly === true) ?? range({ ...it, area: areaOf('A1') }),
        getUsedRangeOrNullObject: (it, [valuesOnly]) => used(it, valuesOnly === true),
        ...events.membersFor(({ sheet }: SheetTarget) => sheet.id),
      },
    },
    unknown,
  );
  return { ...ranges, worksheet };
};
