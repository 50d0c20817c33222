import type { Steps } from '../../../kernel';
import { columnName, headRows, parseA1, plainSheet, type CellValue, type ColumnChooser, type Rectangle } from '../..';
import { FileFault, limits } from '../fault';
import { takeCovered } from './coveredValues';
import { ascii, attributeOf, isElement, isOpening, nextTag, openXml, skipElement, type XmlCursor } from '../xml/cursor';

/** A sheet of so few columns is read as fast as its head is looked through. */
const fewColumns = 100;

/** The columns wanted of a sheet, and what that was said by. */
export interface WantedColumns {
  /** True for a 0-based column that is wanted. */
  readonly has: (column: number) => boolean;
  /** False when the merged blocks turn out others than said, or hide something in a column that was left out. */
  readonly holds: (merges: readonly Rectangle[]) => boolean;
}

/** Asks for the wanted columns when the head of a wide sheet has been read; undefined when all are. */
export function* wantedColumns(
  chooser: ColumnChooser,
  { bytes, part, sheet }: { readonly bytes: Uint8Array; readonly part: string; readonly sheet: string },
  rows: readonly (readonly CellValue[])[],
): Steps<WantedColumns | undefined> {
  const top = rows.slice(0, headRows);
  if (top.every(({ length }) => length <= fewColumns)) return undefined;
  const merges = mergesBehind(bytes, part);
  if (merges === undefined) return undefined;
  const head = top.map((row) => [...row]);
  takeCovered(head, merges, sheet);
  const wanted = yield* chooser({ ...plainSheet(sheet, head), merges });
  if (wanted === undefined) return undefined;
  const mask = new Uint8Array(limits.columns);
  for (const column of wanted) mask[column] = 1;
  return {
    has: (column) => mask[column] === 1,
    holds: (found) =>
      found.length === merges.length &&
      found.every(({ top, left, bottom, right }, at) => {
        const said = merges[at];
        const same = said?.top === top && said.left === left && said.bottom === bottom && said.right === right;
        return same && (bottom < headRows || mask.subarray(left, right + 1).every((one) => one === 1));
      }),
  };
}

/** How far behind the cells the merged blocks are looked for. */
const longestTail = 16 * 1024 * 1024;

/**
 * The merged blocks of a sheet part, which stand behind its cells, looked up before these are read; none when the part
 * names none, undefined when the end of the cells is not found. Only a look ahead: the walk reads them again.
 */
const mergesBehind = (bytes: Uint8Array, part: string): readonly Rectangle[] | undefined => {
  let found: readonly Rectangle[] = [];
  const first = Math.max(0, bytes.length - longestTail);
  for (let place = bytes.lastIndexOf(lower); place > first; place = bytes.lastIndexOf(lower, place - 1)) {
    const name = nameAt(bytes, place);
    if (name === '/sheetData') return found;
    if (name !== 'mergeCells') continue;
    const ahead = mergesFrom(bytes, part, place);
    if (ahead === undefined) return undefined;
    found = ahead;
  }
  return undefined;
};

/** Undefined for what is none after all: a word in a comment, or damage, of which the walk will tell. */
const mergesFrom = (bytes: Uint8Array, part: string, place: number): readonly Rectangle[] | undefined => {
  try {
    const cursor = openXml(bytes, part, undefined, place);
    nextTag(cursor);
    return mergesIn(cursor);
  } catch (fault) {
    if (fault instanceof FileFault) return undefined;
    throw fault;
  }
};

const lower = 0x3c;

/** The name of a tag without its prefix, `/` before a closing one; only as much of it as could be looked for. */
const nameAt = (bytes: Uint8Array, place: number): string => {
  const [, slash = '', name = ''] = /^(\/?)(?:[\w.-]*:)?(\w+)/.exec(ascii(bytes, place + 1, place + 40)) ?? [];
  return slash + name;
};

/** The merged blocks of the `<mergeCells>` whose tag was read last. */
export const mergesIn = (cursor: XmlCursor): readonly Rectangle[] => {
  const merges: Rectangle[] = [];
  if (!isOpening(cursor)) return merges;
  const { depth } = cursor;
  while (nextTag(cursor) && cursor.depth > depth) {
    const merge = isElement(cursor, 'mergeCell') ? mergedBlock(attributeOf(cursor, 'ref') ?? '') : undefined;
    if (merge !== undefined) merges.push(merge);
    skipElement(cursor);
  }
  return merges;
};

/** B3:D9 in capitals or not, and whole columns and rows. */
const mergedBlock = (reference: string): Rectangle | undefined => {
  const capitals = reference.toUpperCase();
  const [, first, last] = /^\$?([A-Z]{1,3}|\d{1,7}):\$?([A-Z]{1,3}|\d{1,7})$/.exec(capitals) ?? [];
  if (first === undefined || last === undefined) return parseA1(capitals);
  if (/\d/.test(first) !== /\d/.test(last)) return undefined;
  return parseA1(
    /\d/.test(first)
      ? `A${first}:${columnName(limits.columns - 1)}${last}`
      : `${first}1:${last}${limits.rows.toString()}`,
  );
};
