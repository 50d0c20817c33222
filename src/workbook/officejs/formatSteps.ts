import {
  linkTarget,
  numberFormats,
  outwardValue,
  quotedSheetName,
  type ModelCell,
  type Rectangle,
  type SheetModel,
  type SheetPlan,
} from '..';
import { applyLook } from './applyLook';
import { startsLikeFormula } from './cellInput';
import { blockSteps } from './blockSteps';
import { addressLists, lookAreas } from './lookAreas';
import { bytesPerAction, type WriteStep } from './writeStep';

/** Where links lead: the plans of this run and the sheets that are there. */
export interface LinkContext {
  readonly plans: readonly SheetPlan[];
  readonly sheetNames: readonly string[];
}

/** The model's own format; text that could run as a formula gets the text format. */
export const formatOf = (cell: ModelCell | undefined): string => {
  if (cell?.number !== undefined) return numberFormats[cell.number];
  const value = cell === undefined ? null : outwardValue(cell.value);
  return typeof value === 'string' && startsLikeFormula(value)
    ? '@'
    : value instanceof Date
      ? numberFormats.date
      : 'General';
};

/** Looks, number formats and links for cells of ours that were not ours before. */
export const formatSteps = (
  sheet: () => Excel.Worksheet,
  model: SheetModel,
  origin: { readonly top: number; readonly left: number },
  part: Rectangle,
  links: LinkContext,
): readonly WriteStep[] => {
  const cells = rowsOf(model, origin, part);
  const looks = lookAreas(model, origin, part).map((group) => ({
    bytes: addressLists(group.areas).length * 30 * bytesPerAction,
    queue: () => {
      applyLook(sheet(), group);
    },
  }));
  const linked = cells.flatMap((row, down) =>
    row.flatMap((cell, across) => linkSteps(sheet, cell, part.top + down, part.left + across, links)),
  );
  const formats = cells.map((row) => row.map(formatOf));
  // Links first: Excel gives them a style of its own, which the look then replaces.
  return [...linked, ...looks, ...blockSteps(sheet, part, 'numberFormat', formats)];
};

/** The model's cells inside a part of the sheet. */
export const rowsOf = (
  model: SheetModel,
  { top, left }: { readonly top: number; readonly left: number },
  part: Rectangle,
): readonly (readonly (ModelCell | undefined)[])[] =>
  Array.from({ length: part.bottom - part.top + 1 }, (_, down) =>
    Array.from(
      { length: part.right - part.left + 1 },
      (__, across) => model.rows[part.top - top + down]?.[part.left - left + across],
    ),
  );

/** A link of one cell, when it leads somewhere. */
export const linkSteps = (
  sheet: () => Excel.Worksheet,
  cell: ModelCell | undefined,
  row: number,
  column: number,
  { plans, sheetNames }: LinkContext,
): readonly WriteStep[] => {
  const target = cell?.link === undefined ? undefined : linkTarget(cell.link, plans, sheetNames);
  if (target === undefined) return [];
  const place = `${quotedSheetName(target.sheet)}!${target.cell}`;
  // The place in another file goes behind its #, as Excel takes it.
  const hyperlink =
    target.file === undefined ? { documentReference: place } : { address: `${encodeURI(target.file)}#${place}` };
  return [
    {
      bytes: 3 * bytesPerAction,
      queue: () => {
        sheet().getRangeByIndexes(row, column, 1, 1).hyperlink = hyperlink;
      },
    },
  ];
};
