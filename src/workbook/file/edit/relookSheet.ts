import { named } from '../details';
import { a1, a1Range, cellsIn, isWithin, parseA1, plainRowPoints, type Rectangle, type Relaying } from '../..';
import { FileFault } from '../fault';
import { sheetOrder } from './partFaults';
import { placedCells, placedRows, sheetRows, type SheetRow } from './sheetRows';
import {
  childOf,
  childrenOf,
  endOf,
  inserted,
  spliced,
  without,
  withAttribute,
  xmlTree,
  type Splice,
  type XmlElement,
} from '../xml/tree';

/** Which cells take another look, by the rows and columns of the sheet. */
export interface NewLooks {
  readonly areas: readonly Rectangle[];
  /** The format of a cell of ours; undefined for one that is ours no more, which becomes plain. */
  readonly style: (row: number, column: number) => number | undefined;
  /** Of a sheet whose lines moved; `points` of a row are undefined where it is as high as plain ones. */
  readonly laid: { readonly relaid: Relaying; readonly points: (row: number) => number | undefined } | undefined;
}

/** A worksheet part whose cells have their values already gives some the formats of the model; lines that moved are laid anew. */
export const relookSheet = (xml: string, part: string, looks: NewLooks): string => {
  const root = xmlTree(xml);
  const data = childOf(root, 'sheetData');
  if (data === undefined) throw new FileFault('file-cannot-refresh', named(part));
  const { laid } = looks;
  const columns = columnsByRow(looks.areas);
  return spliced(xml, [
    ...(laid === undefined ? [] : mergeSplices(xml, root, laid.relaid)),
    ...placedRows(data, sheetRows(data), {
      places: columns.keys(),
      change: (row, number) => rowSplices(xml, row, columns.get(number) ?? [], looks),
      make: (number) => newRow(number, columns.get(number) ?? [], looks),
    }),
  ]);
};

/** The columns of the cells, by row from the top, both in order. */
const columnsByRow = (areas: readonly Rectangle[]): ReadonlyMap<number, readonly number[]> => {
  const rows = new Map<number, number[]>();
  for (const { row, column } of areas.flatMap(cellsIn)) {
    const columns = rows.get(row);
    if (columns === undefined) rows.set(row, [column]);
    else columns.push(column);
  }
  return new Map(
    [...rows]
      .sort(([one], [other]) => one - other)
      .map(([row, columns]) => [row, columns.sort((one, other) => one - other)]),
  );
};

const rowSplices = (xml: string, row: SheetRow, columns: readonly number[], looks: NewLooks): readonly Splice[] => [
  ...heightSplices(xml, row, looks),
  ...placedCells(row, {
    places: columns,
    change: (cell, column) => {
      const style = looks.style(row.number, column)?.toString();
      return cell.attributes.get('s') === style ? [] : [withAttribute(xml, cell, 's', style)];
    },
    make: (column) => emptyCell(row.number, column, looks),
  }),
];

const pointsOf = ({ laid }: NewLooks, row: number): number | undefined =>
  laid === undefined ? undefined : (laid.points(row) ?? plainRowPoints);

const heightSplices = (xml: string, { number, element }: SheetRow, looks: NewLooks): readonly Splice[] => {
  const points = pointsOf(looks, number);
  if (points === undefined) return [];
  return [withAttribute(xml, element, 'ht', String(points)), withAttribute(xml, element, 'customHeight', '1')];
};

const newRow = (row: number, columns: readonly number[], looks: NewLooks): string => {
  const cells = columns.map((column) => emptyCell(row, column, looks));
  const points = pointsOf(looks, row);
  const open = `<row r="${row + 1}"${points === undefined ? '' : ` ht="${points}" customHeight="1"`}`;
  return cells.join('') === '' ? (points === undefined ? '' : `${open}/>`) : `${open}>${cells.join('')}</row>`;
};

const emptyCell = (row: number, column: number, { style }: NewLooks): string => {
  const format = style(row, column);
  return format === undefined ? '' : `<c r="${a1(row, column)}" s="${format}"/>`;
};

/** The list of merged blocks, which is there only while there are some. */
const mergeSplices = (xml: string, root: XmlElement, { area, merges }: Relaying): readonly Splice[] => {
  const lists = childrenOf(root, 'mergeCells');
  const kept = lists
    .flatMap((list) => childrenOf(list, 'mergeCell'))
    .filter((element) => !beginsIn(area, element.attributes.get('ref')))
    .map((element) => xml.slice(element.open.start, endOf(element)));
  const { prefix } = root.open;
  const ours = merges.map((block) => `<${prefix}mergeCell ref="${a1Range(block)}"/>`);
  const all = [...kept, ...ours];
  const list = `<${prefix}mergeCells count="${all.length}">${all.join('')}</${prefix}mergeCells>`;
  return [
    ...lists.map(without),
    ...(all.length === 0 ? [] : inserted(root, sheetOrder, [{ name: 'mergeCells', text: list }])),
  ];
};

const beginsIn = (area: Rectangle, reference: string | undefined): boolean => {
  const block = parseA1(reference ?? '');
  return block !== undefined && isWithin(area, block.top, block.left);
};
