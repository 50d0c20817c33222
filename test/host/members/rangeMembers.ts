import { conditionalMembers } from './conditionalMembers';
import { a1Range, parseA1, type Rectangle } from '../../../src/workbook';
import { emptyCell, type HostCell } from '../model/hostCell';
import { HostError } from '../model/hostError';
import { inside, type HostSheet } from '../model/hostSheet';
import { isList, recordOf, textOf, type Wire } from '../model/wire';
import { askedFormat, formatMembers, setFormat } from './formatMembers';
import { define, isRef, plain, type Argument, type HostRef, type Unknown } from './hostRef';
import {
  beforeWrite,
  cellsOf,
  columnsOf,
  grid,
  refuseDeleted,
  rowsOf,
  shared,
  skippedByFilter,
  spread,
  type AreasTarget,
  type RangeTarget,
} from './rangeTarget';

export interface RangeFactories {
  readonly range: (it: RangeTarget) => HostRef;
  readonly areas: (it: AreasTarget) => HostRef;
  /** The target behind a range that came in as an argument. */
  readonly targetOf: (value: Argument | undefined) => RangeTarget;
}

/** Range and RangeAreas. `onKeep` is told that the library asks for a lasting reference. */
export const rangeMembers = (unknown: Unknown, worksheet: (it: RangeTarget) => HostRef): RangeFactories => {
  const targets = new WeakMap<HostRef, RangeTarget>();
  const made = (it: RangeTarget): HostRef => {
    const ref = rangeOf(it);
    targets.set(ref, it);
    return ref;
  };
  const at = (it: RangeTarget, area: Rectangle): HostRef => made({ ...it, area });
  const targetOf = (value: Argument | undefined): RangeTarget => {
    const target = value !== undefined && isRef(value) ? targets.get(value) : undefined;
    if (target === undefined) throw new HostError('InvalidArgument', 'a range was expected');
    return target;
  };
  const format = formatMembers(unknown);
  const validation = validationMembers(unknown);
  const areasOf = areasMembers(unknown, made, format);
  const rangeOf = define<RangeTarget>(
    'Range',
    {
      tracked: true,
      key: ({ sheet, area }) => `${sheet.id}!${a1Range(area)}`,
      get: {
        address: ({ sheet, area }) => sheet.address(area),
        rowIndex: ({ area }) => area.top,
        columnIndex: ({ area }) => area.left,
        rowCount: ({ area }) => rowsOf(area),
        columnCount: ({ area }) => columnsOf(area),
        cellCount: ({ area }) => rowsOf(area) * columnsOf(area),
        values: (it) => grid(calculated(it), ({ value }) => value),
        text: (it) => grid(calculated(it), ({ value }) => String(value)),
        formulas: (it) => grid(it, (cell) => cell.formula ?? cell.value),
        numberFormat: (it) => grid(it, ({ numberFormat }) => numberFormat ?? 'General'),
        valueTypes: (it) => grid(it, typeOf),
        hyperlink: ({ sheet, area }) => ({ documentReference: sheet.cell(area.top, area.left).hyperlink ?? null }),
        rowHidden: ({ sheet, area }) => hidden(sheet.hiddenRows, area.top, area.bottom),
        hasSpill: (it) => shared(it, ({ spilled }) => spilled === true),
        columnHidden: ({ sheet, area }) => hidden(sheet.hiddenColumns, area.left, area.right),
      },
      set: {
        values: write,
        formulas: write,
        numberFormat: (it, value) => {
          beforeWrite(it, 'Range.numberFormat');
          spread(it, value, (row, column, code) => {
            if (code !== null) it.sheet.put(row, column, { ...it.sheet.cell(row, column), numberFormat: String(code) });
          });
        },
        hyperlink: (it, value) => {
          beforeWrite(it, 'Range.hyperlink');
          const { documentReference, address, textToDisplay } = recordOf(value);
          for (const [row, column] of cellsOf(it)) {
            const cell = it.sheet.cell(row, column);
            const shown = typeof textToDisplay === 'string' ? textToDisplay : cell.value;
            const painted = it.book.habits.paintsLinks ? { format: { ...cell.format, ...linkStyle } } : {};
            const hyperlink = textOf(documentReference ?? address);
            it.sheet.put(row, column, { ...cell, ...painted, value: shown, hyperlink });
          }
        },
      },
      go: { format, worksheet, dataValidation: validation, conditionalFormats: conditionalMembers(unknown) },
      call: {
        _KeepReference: () => null,
        _ValidateArraySize: (it, [rows, columns]) => {
          if (rows !== rowsOf(it.area) || columns !== columnsOf(it.area))
            throw new HostError('InvalidArgument', 'array size', 'Range.values');
          return null;
        },
        getRow: (it, [row]) =>
          at(it, { ...it.area, top: it.area.top + Number(row), bottom: it.area.top + Number(row) }),
        getColumn: (it, [column]) =>
          at(it, { ...it.area, left: it.area.left + Number(column), right: it.area.left + Number(column) }),
        getCell: (it, [row, column]) => at(it, one(it.area.top + Number(row), it.area.left + Number(column))),
        getBoundingRect: (it, [other]) =>
          at(it, bounding(it.area, typeof other === 'string' ? areaOf(other) : targetOf(other).area)),
        getEntireRow: (it) => at(it, { ...it.area, left: 0, right: 16_383 }),
        getEntireColumn: (it) => at(it, { ...it.area, top: 0, bottom: 1_048_575 }),
        getMergedAreasOrNullObject: ({ book, sheet, area }) => {
          refuseDeleted({ book, sheet }, 'Range.getMergedAreasOrNullObject');
          // Only merges whose first cell lies in the range come (office-js #3611).
          const areas = sheet.merges.filter((merge) => inside(area, merge.top, merge.left));
          if (areas.length > book.habits.mostMergedAreas)
            throw new HostError('GeneralException', 'too many merged areas', 'Range.getMergedAreasOrNullObject');
          return areas.length === 0 ? null : areasOf({ book, sheet, areas });
        },
        getSpecialCellsOrNullObject: ({ book, sheet, area }, [kind]) => {
          refuseDeleted({ book, sheet }, 'Range.getSpecialCellsOrNullObject');
          sheet.refuseWhenProtected('Range.getSpecialCellsOrNullObject');
          const areas = specialCells(sheet, textOf(plain(kind))).flatMap((one) => overlap(one, area));
          return areas.length === 0 ? null : areasOf({ book, sheet, areas });
        },
        getRowProperties: ({ sheet, area }) =>
          Array.from({ length: rowsOf(area) }, (_, row) => ({
            rowHidden: sheet.hiddenRows.has(area.top + row),
            format: {
              rowHeight: sheet.hiddenRows.has(area.top + row) ? 0 : (sheet.rowHeights.get(area.top + row) ?? 18.75),
            },
          })),
        getColumnProperties: ({ sheet, area }) =>
          Array.from({ length: columnsOf(area) }, (_, column) => ({
            columnHidden: sheet.hiddenColumns.has(area.left + column),
          })),
        getCellProperties: (it, [asked]) =>
          grid(it, (cell) => ({
            ...recordOf(askedFormat(plain(asked), cell.format)),
            ...(recordOf(plain(asked))['hyperlink'] === true && {
              hyperlink: cell.hyperlink === undefined ? null : { documentReference: cell.hyperlink },
            }),
          })),
        setCellProperties: (it, [given]) => {
          beforeWrite(it, 'Range.setCellProperties');
          spreadRecords(it, plain(given), (row, column, properties) => {
            it.sheet.formatter(setFormat(recordOf(properties)['format'] ?? null))(row, column);
          });
        },
        unmerge: (it) => {
          beforeWrite(it, 'Range.unmerge');
          const { merges } = it.sheet;
          merges.splice(0, merges.length, ...merges.filter((merge) => !overlaps(it.area, merge)));
        },
        merge: (it) => {
          beforeWrite(it, 'Range.merge');
          it.sheet.merges.push(it.area);
          for (const [row, column] of cellsOf(it)) {
            if (row !== it.area.top || column !== it.area.left) {
              it.sheet.put(row, column, { ...it.sheet.cell(row, column), value: '' });
            }
          }
        },
        clear: (it, [applyTo]) => {
          beforeWrite(it, 'Range.clear');
          for (const [row, column] of usedCellsOf(it)) {
            it.sheet.put(row, column, cleared(it.sheet.cell(row, column), plain(applyTo)));
          }
          if (applyTo !== 'Contents' && applyTo !== 'Hyperlinks') {
            const { merges } = it.sheet;
            merges.splice(0, merges.length, ...merges.filter(({ top, left }) => !inside(it.area, top, left)));
          }
          it.book.changed({ sheet: it.sheet, range: it.area, source: 'Local', byAddin: true });
        },
        select: ({ book, sheet, area }) => {
          refuseDeleted({ book, sheet }, 'Range.select');
          if (sheet.visibility !== 'Visible')
            throw new HostError('InvalidSelection', 'the sheet is hidden', 'Range.select');
          book.active = sheet;
          book.selection = { sheet, range: area };
        },
      },
    },
    unknown,
  );
  return { range: made, areas: areasOf, targetOf };
};

/** Rows of records, one a cell, of the size of the range. */
const spreadRecords = (
  { area }: RangeTarget,
  given: Wire,
  put: (row: number, column: number, properties: Wire) => void,
): void => {
  const rows = isList(given) ? given : [];
  const fits = rows.length === rowsOf(area) && rows.every((row) => isList(row) && row.length === columnsOf(area));
  if (!fits) throw new HostError('InvalidArgument', 'not of the size of the range', 'Range.setCellProperties');
  rows.forEach((row, down) => {
    if (isList(row)) row.forEach((one, across) => { put(area.top + down, area.left + across, one); }); // prettier-ignore
  });
};

const overlaps = (one: Rectangle, other: Rectangle): boolean =>
  one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;

/** Excel's style Hyperlink in the default theme. */
const linkStyle = { color: '#0563C1', underline: 'Single' } as const;

const calculated = (it: RangeTarget): RangeTarget => {
  it.book.calculate();
  return it;
};

const write = (it: RangeTarget, value: Wire): void => {
  beforeWrite(it, 'Range.values');
  spread(it, value, (row, column, input) => {
    if (!skippedByFilter(it, row)) it.sheet.enter(row, column, input);
  });
  it.book.changed({ sheet: it.sheet, range: it.area, source: 'Local', byAddin: true });
};

const areasMembers = (
  unknown: Unknown,
  range: (it: RangeTarget) => HostRef,
  format: (it: AreasTarget) => HostRef,
): ((it: AreasTarget) => HostRef) => {
  const list = ({ book, sheet, areas }: AreasTarget): readonly HostRef[] =>
    areas.map((area) => range({ book, sheet, area }));
  const collection = define<AreasTarget>('RangeCollection', { get: {}, items: list }, unknown);
  return define<AreasTarget>(
    'RangeAreas',
    {
      tracked: true,
      key: ({ sheet, areas }) => `areas ${sheet.id}!${areas.map(a1Range).join(',')}`,
      get: {
        address: ({ sheet, areas }) => areas.map((area) => sheet.address(area)).join(','),
        areaCount: ({ areas }) => areas.length,
        cellCount: ({ areas }) => areas.reduce((sum, area) => sum + rowsOf(area) * columnsOf(area), 0),
      },
      go: { areas: collection, format },
      call: { _KeepReference: () => null },
    },
    unknown,
  );
};

const validationMembers = (unknown: Unknown): ((it: RangeTarget) => HostRef) =>
  define<RangeTarget>(
    'DataValidation',
    {
      set: {
        rule: (it, value) => {
          beforeWrite(it, 'DataValidation.rule');
          const source = textOf(recordOf(recordOf(value)['list'])['source']);
          if (source.length > 255)
            throw new HostError('InvalidArgument', 'a list is at most 255 characters', 'DataValidation.rule');
          it.sheet.choices.push({ range: it.area, source });
        },
      },
      call: {
        clear: ({ sheet }) => {
          sheet.choices.length = 0;
        },
      },
    },
    unknown,
  );

/** Reads an address inside the sheet's bounds, or fails as Excel does. */
export const areaOf = (address: Wire): Rectangle => {
  if (address === null || address === undefined) return { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };
  const text = textOf(address);
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/.exec(text);
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(text);
  const area =
    columns !== null
      ? parseA1(`${columns[1] ?? ''}1:${columns[2] ?? ''}1048576`)
      : rows !== null
        ? parseA1(`A${rows[1] ?? ''}:XFD${rows[2] ?? ''}`)
        : parseA1(text);
  if (area === undefined) throw new HostError('InvalidArgument', `bad address ${text}`, 'Worksheet.getRange');
  return area;
};

/** Cells of a kind: those with drop-downs as they were set, those with formulas in runs along the rows. */
const specialCells = (sheet: HostSheet, kind: string): readonly Rectangle[] => {
  if (kind === 'DataValidations') return sheet.choices.map(({ range }) => range);
  if (kind !== 'Formulas') throw new HostError('InvalidArgument', kind, 'Range.getSpecialCells');
  const runs: { top: number; left: number; bottom: number; right: number }[] = [];
  sheet.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell?.formula === undefined) return;
      const run = runs.at(-1);
      if (run?.top === row && run.right === column - 1) run.right = column;
      else runs.push({ top: row, left: column, bottom: row, right: column });
    });
  });
  return runs;
};

const overlap = (a: Rectangle, b: Rectangle): readonly Rectangle[] => {
  const both = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return both.top > both.bottom || both.left > both.right ? [] : [both];
};

const one = (row: number, column: number): Rectangle => ({ top: row, left: column, bottom: row, right: column });

const bounding = (a: Rectangle, b: Rectangle): Rectangle => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

const typeOf = ({ value }: HostCell): string =>
  value === ''
    ? 'Empty'
    : typeof value === 'number'
      ? 'Double'
      : typeof value === 'boolean'
        ? 'Boolean'
        : value.startsWith('#')
          ? 'Error'
          : 'String';

const hidden = (which: ReadonlySet<number>, from: number, to: number): Wire => {
  let count = 0;
  for (let place = from; place <= to; place += 1) if (which.has(place)) count += 1;
  return count === 0 ? false : count === to - from + 1 ? true : null;
};

/** What `Range.clear` leaves of a cell. A link goes with the contents too; only `Hyperlinks` leaves all the rest. */
const cleared = (cell: HostCell, applyTo: Wire): HostCell => {
  if (applyTo !== 'Contents' && applyTo !== 'Hyperlinks') return emptyCell;
  const { value, formula, format, numberFormat } = cell;
  const looks = { ...(format && { format }), ...(numberFormat !== undefined && { numberFormat }) };
  return applyTo === 'Contents'
    ? { ...looks, value: '' }
    : { ...looks, value, ...(formula !== undefined && { formula }) };
};

const usedCellsOf = (it: RangeTarget): readonly (readonly [number, number])[] => {
  const used = it.sheet.usedRange(false);
  return used === undefined
    ? []
    : [...cellsOf({ ...it, area: used })].filter(([row, column]) => inside(it.area, row, column));
};
