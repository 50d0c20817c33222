import { recordOf, textOf, type Wire } from '../model/wire';
import type { CellFormat } from '../model/hostCell';
import { beforeWrite, cellsOf, shared, type AreasTarget, type RangeTarget } from './rangeTarget';
import { define, plain, type HostRef, type Unknown } from './hostRef';

type Target = RangeTarget | AreasTarget;

const change = (it: Target, by: CellFormat): void => {
  beforeWrite(it, 'RangeFormat');
  const format = it.sheet.formatter(by);
  for (const [row, column] of cellsOf(it)) format(row, column);
};

/** RangeFormat with font, fill, borders, protection and sizes. */
export const formatMembers = (unknown: Unknown): ((it: Target) => HostRef) => {
  const font = define<Target>(
    'RangeFont',
    {
      get: {
        bold: (it) => shared(it, ({ format }) => format?.bold ?? false),
        color: (it) => shared(it, ({ format }) => format?.color ?? '#000000'),
        name: (it) => shared(it, ({ format }) => format?.fontName ?? '游ゴシック'),
        size: (it) => shared(it, ({ format }) => format?.size ?? 11),
        strikethrough: (it) => shared(it, ({ format }) => format?.strikethrough ?? false),
        underline: (it) => shared(it, ({ format }) => format?.underline ?? 'None'),
      },
      set: {
        bold: (it, value) => {
          change(it, { bold: value === true });
        },
        color: (it, value) => {
          change(it, { color: colorOf(value) });
        },
        name: (it, value) => {
          change(it, { fontName: textOf(value) });
        },
        size: (it, value) => {
          change(it, { size: Number(value) });
        },
        strikethrough: (it, value) => {
          change(it, { strikethrough: value === true });
        },
        underline: (it, value) => {
          change(it, { underline: textOf(value) });
        },
      },
    },
    unknown,
  );
  const fill = define<Target>(
    'RangeFill',
    {
      get: { color: (it) => shared(it, ({ format }) => format?.fill ?? '#FFFFFF') },
      set: {
        color: (it, value) => {
          change(it, { fill: colorOf(value) });
        },
      },
      call: {
        clear: (it) => {
          change(it, { fill: '' });
        },
      },
    },
    unknown,
  );
  const border = borderMembers(unknown);
  const borders = define<Target>(
    'RangeBorderCollection',
    {
      call: { getItem: (it, [side]) => border({ it, side: textOf(plain(side)) }) },
      at: (it, side) => border({ it, side: textOf(side) }),
    },
    unknown,
  );
  const protection = define<Target>(
    'FormatProtection',
    {
      get: { locked: (it) => shared(it, ({ format }) => format?.locked ?? true) },
      set: {
        locked: (it, value) => {
          change(it, { locked: value === true });
        },
      },
    },
    unknown,
  );
  return define<Target>(
    'RangeFormat',
    {
      get: {
        horizontalAlignment: (it) => shared(it, ({ format }) => format?.horizontal ?? 'General'),
        verticalAlignment: (it) => shared(it, ({ format }) => format?.vertical ?? 'Center'),
        wrapText: (it) => shared(it, ({ format }) => format?.wrap ?? false),
        columnWidth: (it) => sizes(it, 'column'),
        rowHeight: (it) => sizes(it, 'row'),
      },
      set: {
        horizontalAlignment: (it, value) => {
          change(it, { horizontal: textOf(value) });
        },
        verticalAlignment: (it, value) => {
          change(it, { vertical: textOf(value) });
        },
        wrapText: (it, value) => {
          change(it, { wrap: value === true });
        },
        textOrientation: (it, value) => {
          change(it, { orientation: Number(value) });
        },
        columnWidth: (it, value) => {
          resize(it, 'column', Number(value));
        },
        rowHeight: (it, value) => {
          resize(it, 'row', Number(value));
        },
      },
      go: { font, fill, borders, protection },
      call: { autofitRows: () => null, autofitColumns: () => null },
    },
    unknown,
  );
};

const borderMembers = (unknown: Unknown): ((it: { readonly it: Target; readonly side: string }) => HostRef) => {
  const set = (
    { it, side }: { readonly it: Target; readonly side: string },
    part: 'style' | 'color' | 'weight',
    value: Wire,
  ): void => {
    beforeWrite(it, 'RangeBorder');
    const formatters = new Map(
      ['top', 'bottom', 'left', 'right'].map((edge) => [
        edge,
        it.sheet.formatter({ borders: { [`${edge}.${part}`]: typeof value === 'string' ? value : '' } }),
      ]),
    );
    for (const area of 'areas' in it ? it.areas : [it.area]) {
      for (const [row, column] of cellsOf({ ...it, area })) {
        const at = [row === area.top, row === area.bottom, column === area.left, column === area.right] as const;
        for (const edge of edgesOf(side, ...at)) formatters.get(edge)?.(row, column);
      }
    }
  };
  return define<{ readonly it: Target; readonly side: string }>(
    'RangeBorder',
    {
      set: {
        style: (it, value) => {
          set(it, 'style', value);
        },
        color: (it, value) => {
          set(it, 'color', value);
        },
        weight: (it, value) => {
          set(it, 'weight', value);
        },
      },
      get: {
        style: ({ it, side }) =>
          shared(it, ({ format }) => format?.borders?.[`${side.replace('Edge', '').toLowerCase()}.style`] ?? 'None'),
      },
    },
    unknown,
  );
};

const edgesOf = (side: string, top: boolean, bottom: boolean, left: boolean, right: boolean): readonly string[] => {
  switch (side) {
    case 'EdgeTop':
      return top ? ['top'] : [];
    case 'EdgeBottom':
      return bottom ? ['bottom'] : [];
    case 'EdgeLeft':
      return left ? ['left'] : [];
    case 'EdgeRight':
      return right ? ['right'] : [];
    case 'InsideHorizontal':
      return [...(top ? [] : ['top']), ...(bottom ? [] : ['bottom'])];
    case 'InsideVertical':
      return [...(left ? [] : ['left']), ...(right ? [] : ['right'])];
    default:
      throw new Error(`edgesOf: ${side}`);
  }
};

const colorOf = (value: Wire): string => {
  const color = textOf(value);
  if (!/^#[0-9A-F]{6}$/i.test(color)) throw new Error(`colorOf: ${color} is not #RRGGBB`);
  return color.toUpperCase();
};

const sizes = (it: Target, kind: 'row' | 'column'): Wire => {
  const found = new Set<number>();
  for (const [row, column] of cellsOf(it)) {
    found.add(kind === 'row' ? (it.sheet.rowHeights.get(row) ?? 18.75) : (it.sheet.columnWidths.get(column) ?? 54));
  }
  const [first] = found;
  return found.size === 1 ? (first ?? null) : null;
};

const resize = (it: Target, kind: 'row' | 'column', points: number): void => {
  beforeWrite(it, 'RangeFormat');
  for (const area of 'areas' in it ? it.areas : [it.area]) {
    const [from, to] = kind === 'row' ? [area.top, area.bottom] : [area.left, area.right];
    for (let place = from; place <= to; place += 1) {
      (kind === 'row' ? it.sheet.rowHeights : it.sheet.columnWidths).set(place, points);
    }
  }
};

/** What `getCellProperties` answers for one cell: the parts that were asked for. */
export const askedFormat = (asked: Wire, format: CellFormat | undefined): Wire => {
  const wanted = recordOf(recordOf(asked)['format']);
  const font: Readonly<Record<string, Wire>> = {
    name: format?.fontName ?? '游ゴシック',
    size: format?.size ?? 11,
    bold: format?.bold ?? false,
    italic: false,
    underline: format?.underline ?? 'None',
    strikethrough: format?.strikethrough ?? false,
    color: format?.color ?? '#000000',
  };
  const lines = Object.fromEntries(
    edges.map((edge) => [
      edge,
      {
        style: format?.borders?.[`${edge}.style`] ?? 'None',
        weight: format?.borders?.[`${edge}.weight`] ?? 'Thin',
        color: format?.borders?.[`${edge}.color`] ?? '#000000',
      },
    ]),
  );
  // Of a cell without a fill Excel says that it is white.
  const fill = format?.fill ?? '';
  const known: Readonly<Record<string, Wire>> = {
    font: Object.fromEntries(Object.keys(recordOf(wanted['font'])).map((name) => [name, font[name] ?? null])),
    fill: { color: fill === '' ? '#FFFFFF' : fill },
    horizontalAlignment: format?.horizontal ?? 'General',
    verticalAlignment: format?.vertical ?? 'Center',
    wrapText: format?.wrap ?? false,
    textOrientation: format?.orientation ?? 0,
    borders: lines,
  };
  return { format: Object.fromEntries(Object.keys(wanted).map((name) => [name, known[name] ?? null])) };
};

const edges = ['top', 'bottom', 'left', 'right'] as const;

/** What `setCellProperties` gives one cell; what it does not say stays. */
export const setFormat = (given: Wire): CellFormat => {
  const { font, fill, borders, horizontalAlignment, verticalAlignment, wrapText, textOrientation } = recordOf(given);
  const { name, size, bold, underline, strikethrough, color } = recordOf(font ?? null);
  const paint = recordOf(fill ?? null)['color'];
  const lines = Object.entries(recordOf(borders ?? null)).flatMap(([edge, line]) =>
    Object.entries(recordOf(line)).map(([part, value]) => [`${edge}.${part}`, textOf(value)] as const),
  );
  return {
    ...(name !== undefined && { fontName: textOf(name) }),
    ...(size !== undefined && { size: Number(size) }),
    ...(bold !== undefined && { bold: bold === true }),
    ...(underline !== undefined && { underline: textOf(underline) }),
    ...(strikethrough !== undefined && { strikethrough: strikethrough === true }),
    ...(color !== undefined && { color: colorOf(color) }),
    ...(paint !== undefined && { fill: colorOf(paint) }),
    ...(horizontalAlignment !== undefined && { horizontal: textOf(horizontalAlignment) }),
    ...(verticalAlignment !== undefined && { vertical: textOf(verticalAlignment) }),
    ...(wrapText !== undefined && { wrap: wrapText === true }),
    ...(textOrientation !== undefined && { orientation: Number(textOrientation) }),
    ...(lines.length > 0 && { borders: Object.fromEntries(lines) }),
  };
};
