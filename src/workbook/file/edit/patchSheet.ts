import { named } from '../details';
import { dateToSerial } from 'hucre';
import { a1, parseA1, refreshedFooter, storedErrors, type CellEdit } from '../..';
import { FileFault } from '../fault';
import { escapedText } from '../write/hucre';
import { writtenResult } from '../write/sheetCells';
import { textElement, xmlText } from '../xml/text';
import {
  appended,
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
  const rows = sheetRows(data);
  const splices: Splice[] = [...footerSplices(xml, root, patch.footer)];
  const endRows: string[] = [];
  let formulasChanged = patch.edits.some(({ formula }) => formula !== undefined);
  for (const [row, edits] of byRow(patch.edits)) {
    const known = rows.find(({ number }) => number === row);
    if (known !== undefined) {
      const changed = new Set(edits.map(({ column }) => column));
      formulasChanged ||= known.cells.some(
        (cell) => changed.has(cell.column) && childOf(cell.element, 'f') !== undefined,
      );
      splices.push(...rowSplices(xml, known, edits, patch));
      continue;
    }
    const text = prefixed(newRow(row, edits, patch), root.open.prefix);
    const start = rows.find(({ number }) => number > row)?.element.open.start;
    if (start === undefined) endRows.push(text);
    else splices.push({ start, end: start, text });
  }
  if (endRows.join('') !== '') splices.push(appended(data, endRows.join('')));
  // The dimension is a hint that may now be wrong; the schema lets it be absent.
  if (patch.edits.length > 0) splices.push(...childrenOf(root, 'dimension').map(without));
  return { xml: spliced(xml, splices), formulasChanged };
};

const byRow = (edits: readonly CellEdit[]): readonly (readonly [row: number, edits: readonly CellEdit[]])[] => {
  const rows = new Map<number, CellEdit[]>();
  for (const edit of edits) {
    const row = rows.get(edit.row);
    if (row === undefined) rows.set(edit.row, [edit]);
    else row.push(edit);
  }
  return [...rows]
    .map(([row, cells]) => [row, cells.sort((one, other) => one.column - other.column)] as const)
    .sort(([one], [other]) => one - other);
};

/** A row of a worksheet part; numbers are 0-based. */
export interface SheetRow {
  readonly number: number;
  readonly element: XmlElement;
  readonly cells: readonly { readonly column: number; readonly element: XmlElement }[];
}

/** The rows of `sheetData`; a row or cell that does not say where it stands follows the one before. */
export const sheetRows = (data: XmlElement | undefined): readonly SheetRow[] => {
  let number = -1;
  return childrenOf(data, 'row').map((element) => {
    number = Number(element.attributes.get('r') ?? number + 2) - 1;
    let column = -1;
    const cells = childrenOf(element, 'c').map((cell) => {
      column = parseA1(cell.attributes.get('r') ?? '')?.left ?? column + 1;
      return { column, element: cell };
    });
    return { number, element, cells };
  });
};

const rowSplices = (xml: string, row: SheetRow, edits: readonly CellEdit[], patch: SheetPatch): readonly Splice[] => {
  const { element, cells } = row;
  const { prefix } = element.open;
  const splices: Splice[] = [];
  const atEnd: string[] = [];
  for (const edit of edits) {
    const { column } = edit;
    const known = cells.find((cell) => cell.column === column)?.element;
    const format = known === undefined ? undefined : (known.attributes.get('s') ?? null);
    const text = prefixedCell(cellXml(edit, styleOf(format, row.number, column, patch), patch), prefix);
    const next = cells.find((cell) => cell.column > column)?.element.open.start;
    if (known !== undefined) splices.push({ start: known.open.start, end: endOf(known), text });
    else if (next === undefined) atEnd.push(text);
    else splices.push({ start: next, end: next, text });
  }
  if (atEnd.join('') !== '') splices.push(appended(element, atEnd.join('')));
  // `spans` is a hint that may now be wrong.
  if (element.attributes.has('spans')) splices.push(withAttribute(xml, element, 'spans', undefined));
  return [...splices, ...heightSplices(xml, element, patch.rowHeights.get(row.number))];
};

/** The format of the cell that stands there, `null` if it says none; of a cell that is new, the one we give it. */
const styleOf = (
  known: string | null | undefined,
  row: number,
  column: number,
  { style }: SheetPatch,
): string | undefined => (known === undefined ? style(row, column)?.toString() : (known ?? undefined));

const prefixedCell = (xml: string, prefix: string): string => (xml === '' ? '' : prefixed(xml, prefix));

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
