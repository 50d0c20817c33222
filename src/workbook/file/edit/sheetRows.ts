import { parseA1 } from '../..';
import { appended, childrenOf, prefixed, type Splice, type XmlElement } from '../xml/tree';

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

/** What becomes of the rows, or of the cells of a row, that are named: one that stands is changed, any other is put in, unless it says nothing. */
interface Placed<Standing> {
  /** 0-based, in order. */
  readonly places: Iterable<number>;
  readonly change: (standing: Standing, place: number) => readonly Splice[];
  /** As we write it, without the prefix of the part. */
  readonly make: (place: number) => string;
}

export const placedRows = (data: XmlElement, rows: readonly SheetRow[], how: Placed<SheetRow>): readonly Splice[] =>
  placed(
    data,
    rows.map((row) => ({ place: row.number, start: row.element.open.start, standing: row })),
    how,
  );

export const placedCells = ({ element, cells }: SheetRow, how: Placed<XmlElement>): readonly Splice[] =>
  placed(
    element,
    cells.map((cell) => ({ place: cell.column, start: cell.element.open.start, standing: cell.element })),
    how,
  );

const placed = <Standing>(
  parent: XmlElement,
  known: readonly { readonly place: number; readonly start: number; readonly standing: Standing }[],
  { places, change, make }: Placed<Standing>,
): readonly Splice[] => {
  const byPlace = new Map(known.toReversed().map((one) => [one.place, one.standing]));
  const splices: Splice[] = [];
  const atEnd: string[] = [];
  for (const place of places) {
    const standing = byPlace.get(place);
    if (standing !== undefined) {
      splices.push(...change(standing, place));
      continue;
    }
    const text = make(place);
    if (text === '') continue;
    const written = prefixed(text, parent.open.prefix);
    const start = known.find((one) => one.place > place)?.start;
    if (start === undefined) atEnd.push(written);
    else splices.push({ start, end: start, text: written });
  }
  if (atEnd.length > 0) splices.push(appended(parent, atEnd.join('')));
  return splices;
};
