import { isWithin, sameValue, headRows, type CellValue, type Rectangle, type SheetContent } from '..';
import type { CellBlock, ReadBlock } from './blocks';
import { gridOf } from './cells';
import { cellKey, columnsOfSheet, formatsOf, formulasOf, sheetContent, type Details, type KnownSheet } from './sheets';
import { cellCount, type MeasuredSheet } from './survey';

/** The sheet with these cells anew; where none of them differs, its content is the very same object. */
export const patchedSheet = (
  known: KnownSheet,
  measured: MeasuredSheet,
  blocks: readonly ReadBlock[],
  details: Details,
): KnownSheet => {
  const { content } = known;
  const grid = patchedGrid(known, blocks);
  const now = sheetContent(measured, grid, {
    merges: content.merges,
    ...(content.narrowed && { narrowed: content.narrowed }),
    hiddenRows: details.hiddenRows(),
    hiddenColumns: details.hiddenColumns(),
    struckThrough: details.struckThrough(),
  });
  const looked = blocks.filter(({ formulas }) => formulas !== undefined);
  return {
    ...known,
    content: grid === content.grid && saysTheSame(content, now) ? content : now,
    formulas: patchedMap(known.formulas, looked, formulasOf),
    formats: patchedMap(known.formats, looked, formatsOf),
  };
};

/** A block of which only the values were read: formats and formulas do not change silently. */
export const silentBlock = (
  { formats }: KnownSheet,
  block: CellBlock,
  values: readonly (readonly unknown[])[],
): ReadBlock => ({
  ...block,
  values,
  formats: values.map((row, down) =>
    row.map((_, across) => formats.get(cellKey(block.area.top + down, block.area.left + across)) ?? 'General'),
  ),
});

const patchedGrid = ({ content: { grid, merges }, columns }: KnownSheet, blocks: readonly ReadBlock[]) => {
  const rows = new Map<number, CellValue[]>();
  for (const block of blocks) {
    const { top, left, bottom, right } = block.area;
    const read = gridOf([{ ...block, area: { top: 0, left: 0, bottom: bottom - top, right: right - left } }]);
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        if (row >= headRows && columns?.has(column) === false) continue;
        const value = isCovered(merges, row, column) ? null : (read[row - top]?.[column - left] ?? null);
        const line = rows.get(row) ?? grid[row] ?? [];
        if (sameValue(line[column] ?? null, value)) continue;
        const changed = rows.get(row) ?? [...line];
        changed[column] = value;
        rows.set(row, changed);
      }
    }
  }
  return rows.size === 0 ? grid : grid.map((line, row) => rows.get(row) ?? line);
};

/** What lies under a merged block is nothing. */
const isCovered = (merges: readonly Rectangle[], row: number, column: number): boolean =>
  merges.some((merge) => isWithin(merge, row, column) && (row !== merge.top || column !== merge.left));

/** What is known by cell, with what these blocks say of theirs; the very same where they say nothing. */
const patchedMap = (
  known: ReadonlyMap<number, string>,
  blocks: readonly ReadBlock[],
  saidBy: (block: ReadBlock) => readonly (readonly [number, string])[],
): ReadonlyMap<number, string> => {
  if (blocks.length === 0) return known;
  const patched = new Map(known);
  for (const block of blocks) {
    const { top, left, bottom, right } = block.area;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) patched.delete(cellKey(row, column));
    }
    for (const [key, text] of saidBy(block)) patched.set(key, text);
  }
  return patched;
};

/** Everything but the cells. */
const saysTheSame = (one: SheetContent, other: SheetContent): boolean => said(one) === said(other);

const said = ({ hiddenRows, hiddenColumns, ...rest }: SheetContent): string =>
  JSON.stringify([{ ...rest, grid: null }, [...hiddenRows], [...hiddenColumns]]);

/** Where formulas stand, in runs down the columns. */
export const placesOfFormulas = ({ formulas }: KnownSheet): readonly Rectangle[] => {
  const runs: { top: number; left: number; bottom: number; right: number }[] = [];
  const cells = [...formulas.keys()].map((key) => ({
    row: Math.floor(key / columnsOfSheet),
    column: key % columnsOfSheet,
  }));
  for (const { row, column } of cells.sort((one, other) => one.column - other.column || one.row - other.row)) {
    const run = runs.at(-1);
    if (run?.left === column && run.bottom === row - 1) run.bottom = row;
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  return runs;
};

/** The part of a rectangle that lies in an area; none where there is no such part. */
export const clipped = (place: Rectangle, area: Rectangle): readonly Rectangle[] => {
  const part = {
    top: Math.max(place.top, area.top),
    left: Math.max(place.left, area.left),
    bottom: Math.min(place.bottom, area.bottom),
    right: Math.min(place.right, area.right),
  };
  return part.top > part.bottom || part.left > part.right ? [] : [part];
};

export const cellsIn = (places: readonly Rectangle[]): number =>
  places.reduce((cells, place) => cells + cellCount(place), 0);

/** Whether two measures are the same. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
