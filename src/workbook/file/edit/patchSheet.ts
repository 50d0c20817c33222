import { named } from '../details';
import { dateToSerial } from 'hucre';
import { a1, refreshedFooter, storedErrors, type CellEdit } from '../..';
import { FileFault } from '../fault';
import { escapedText } from '../write/hucre';
import { placedCells, placedRows, sheetRows, type SheetRow } from './sheetRows';
import { writtenResult } from '../write/sheetCells';
import { textElement, xmlText } from '../xml/text';
import {
  childOf,
  childrenOf,
  endOf,
  prefixed,
  spliced,
  textIn,
  without,
  withAttribute,
  xmlTree,
  type Splice,
  type XmlElement,
} from '../xml/tree';

/** What is to be changed on a sheet, and how: `style` names the format for a cell that has none yet. */
export interface SheetPatch {
  readonly edits: readonly CellEdit[];
  readonly date1904: boolean;
  readonly style: (row: number, column: number) => number | undefined;
  /** Points that changed rows need at least. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** The footer of the model, whose code the printed one follows. */
  readonly footer: string | undefined;
}

interface PatchedSheet {
  readonly xml: string;
  /** A formula was written, or replaced by its value. */
  readonly formulasChanged: boolean;
}

/**
 * A worksheet part with some values changed, their rows high enough, the code in its footer up to date, and everything
 * else — formats, widths, validations, extensions — as it was, byte for byte. A formula in a changed cell is replaced by
 * its value, or by ours.
 */
export const patchSheet = (xml: string, part: string, patch: SheetPatch): PatchedSheet => {
  const root = xmlTree(xml);
  const data = childOf(root, 'sheetData');
  if (data === undefined) throw new FileFault('file-cannot-refresh', named(part));
  const splices: Splice[] = [...footerSplices(xml, root, patch.footer)];
  let formulasChanged = patch.edits.some(({ formula }) => formula !== undefined);
  const byRow = editsByRow(patch.edits);
  splices.push(
    ...placedRows(data, sheetRows(data), {
      places: byRow.keys(),
      change: (row, number) => {
        const edits = byRow.get(number) ?? [];
        const changed = new Set(edits.map(({ column }) => column));
        formulasChanged ||= row.cells.some(
          (cell) => changed.has(cell.column) && childOf(cell.element, 'f') !== undefined,
        );
        return rowSplices(xml, row, edits, patch);
      },
      make: (number) => newRow(number, byRow.get(number) ?? [], patch),
    }),
  );
  // The dimension is a hint that may now be wrong; the schema lets it be absent.
  if (patch.edits.length > 0) splices.push(...childrenOf(root, 'dimension').map(without));
  return { xml: spliced(xml, splices), formulasChanged };
};

/** Rows from the top, the edits of each from the left. */
const editsByRow = (edits: readonly CellEdit[]): ReadonlyMap<number, readonly CellEdit[]> => {
  const rows = new Map<number, CellEdit[]>();
  for (const edit of edits) {
    const row = rows.get(edit.row);
    if (row === undefined) rows.set(edit.row, [edit]);
    else row.push(edit);
  }
  return new Map(
    [...rows]
      .map(([row, cells]) => [row, cells.sort((one, other) => one.column - other.column)] as const)
      .sort(([one], [other]) => one - other),
  );
};

const rowSplices = (xml: string, row: SheetRow, edits: readonly CellEdit[], patch: SheetPatch): readonly Splice[] => {
  const { element, number } = row;
  const byColumn = new Map(edits.map((edit) => [edit.column, edit]));
  const written = (column: number, format: string | null | undefined): string => {
    const edit = byColumn.get(column);
    return edit === undefined ? '' : cellXml(edit, styleOf(format, number, column, patch), patch);
  };
  const splices = placedCells(row, {
    places: byColumn.keys(),
    change: (cell, column) => {
      const text = written(column, cell.attributes.get('s') ?? null);
      return [
        { start: cell.open.start, end: endOf(cell), text: text === '' ? '' : prefixed(text, element.open.prefix) },
      ];
    },
    make: (column) => written(column, undefined),
  });
  // `spans` is a hint that may now be wrong.
  const spans = element.attributes.has('spans') ? [withAttribute(xml, element, 'spans', undefined)] : [];
  return [...splices, ...spans, ...heightSplices(xml, element, patch.rowHeights.get(number))];
};

/** The format of the cell that stands there, `null` if it says none; of a cell that is new, the one we give it. */
const styleOf = (
  known: string | null | undefined,
  row: number,
  column: number,
  { style }: SheetPatch,
): string | undefined => (known === undefined ? style(row, column)?.toString() : (known ?? undefined));

/** The height a row needs, unless it is high enough. */
const heightSplices = (xml: string, row: XmlElement, points: number | undefined): readonly Splice[] =>
  points === undefined || Number(row.attributes.get('ht') ?? 0) >= points
    ? []
    : [withAttribute(xml, row, 'ht', String(points)), withAttribute(xml, row, 'customHeight', '1')];

const newRow = (row: number, edits: readonly CellEdit[], patch: SheetPatch): string => {
  const cells = edits.map((edit) => cellXml(edit, styleOf(undefined, row, edit.column, patch), patch));
  const points = patch.rowHeights.get(row);
  const height = points === undefined ? '' : ` ht="${points}" customHeight="1"`;
  return cells.join('') === '' ? '' : `<row r="${row + 1}"${height}>${cells.join('')}</row>`;
};

const cellXml = (
  { row, column, value, formula }: CellEdit,
  style: string | undefined,
  { date1904 }: SheetPatch,
): string => {
  const start = `<c r="${a1(row, column)}"${style === undefined ? '' : ` s="${xmlText(style)}"`}`;
  if (formula !== undefined) {
    const { type, content } = writtenResult(value, formula);
    return `${start}${type}>${content}</c>`;
  }
  if (value === null) return style === undefined ? '' : `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (value instanceof Date) return `${start}><v>${dateToSerial(value, date1904)}</v></c>`;
  if (storedErrors.has(value)) return `${start} t="e"><v>${xmlText(value)}</v></c>`;
  return `${start} t="inlineStr"><is>${textElement(xmlText(escapedText(value)))}</is></c>`;
};

/** The footer of the sheet itself, not of a view that a user keeps of it. */
const footerSplices = (xml: string, root: XmlElement, wanted: string | undefined): readonly Splice[] => {
  const header = childOf(root, 'headerFooter');
  const footer = header === undefined ? undefined : childOf(header, 'oddFooter');
  if (footer?.close === undefined) return [];
  const standing = textIn(xml, footer);
  const now = refreshedFooter(standing, wanted);
  return now === standing ? [] : [{ start: footer.open.end, end: footer.close.start, text: xmlText(now) }];
};
