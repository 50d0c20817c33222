import {
  cellAt,
  coveredCells,
  coveredKey,
  markerName,
  outwardValue,
  ownedRectangle,
  sameValue,
  type SheetModel,
  type RunOptions,
} from '..';
import { gridOf } from './cells';
import { lookSteps } from './format';
import { linkStep } from './links';
import { checkpoint } from './session';
import type { NewSheetSnapshot, RefreshedSheetSnapshot, Snapshot } from './snapshot';
import { blockSteps, packSteps, sendTrip, type WriteStep } from './steps';
import { areaOf } from './survey';
import { deleteStep } from './write';

/**
 * Puts our sheets back as the snapshot has them, and deletes those the write added, in three round trips; gives the names of
 * those it left. Sheets that are gone meanwhile are left out. Deleting clears Excel's own undo list; hiding clears it just as
 * well, and so do adding and showing on the desktop and the settings we store on the web (rules/excel.md#undo): nothing
 * more is lost, and no hidden sheet stays. One the user wrote on is left as it stands, and so is the last one in sight.
 */
export const undoWrite = async (
  context: Excel.RequestContext,
  { sheets }: Snapshot,
  options: RunOptions,
): Promise<readonly string[]> => {
  checkpoint({ ...(options.onProgress && { onProgress: options.onProgress }) }, 'undo', 0, 1);
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  await context.sync();
  const asked = sheets.flatMap((snapshot) => {
    const sheet = worksheets.items.find(({ id, name }) =>
      snapshot.id === undefined ? name === snapshot.name : id === snapshot.id,
    );
    return sheet === undefined ? [] : [ask(sheet, snapshot)];
  });
  if (asked.length === 0) return [];
  await context.sync();
  const found = asked.map((one) => ({ sheet: one.sheet, undoing: undoingOf(one) }));
  const going = new Set(found.flatMap(({ sheet, undoing }) => (undoing === 'delete' ? [sheet] : [])));
  const isLast = !worksheets.items.some((sheet) => sheet.visibility === 'Visible' && !going.has(sheet));
  const kept = found.filter(({ undoing }) => undoing === 'keep' || (undoing === 'delete' && isLast));
  const steps = found.flatMap(({ sheet, undoing }) => {
    if (undoing === 'delete') return isLast ? [] : [deleteStep(sheet)];
    return undoing === 'keep' ? [] : undoing;
  });
  for (const trip of packSteps(steps)) await sendTrip(context, trip);
  return kept.map(({ sheet }) => sheet.name);
};

/** What is to be done to one sheet. */
type Undoing = readonly WriteStep[] | 'delete' | 'keep';

/** A sheet as it was asked about, and as it is known after the round trip. */
interface Asked {
  readonly sheet: Excel.Worksheet;
  readonly snapshot: NewSheetSnapshot | RefreshedSheetSnapshot;
  /** The names we gave it. */
  readonly names: readonly Excel.NamedItem[];
  /** What stands on a sheet the write added. */
  readonly used: Excel.Range | undefined;
}

const ask = (sheet: Excel.Worksheet, snapshot: Asked['snapshot']): Asked => {
  const called = snapshot.kind === 'new' ? [markerName(snapshot.model.marker)] : [...snapshot.names.keys()];
  const names = called.map((name) => sheet.names.getItemOrNullObject(name));
  for (const item of names) item.load('name');
  if (snapshot.kind === 'refresh') return { sheet, snapshot, names, used: undefined };
  // Where the write broke off, anything at all; later, values.
  const used = sheet.getUsedRangeOrNullObject(snapshot.id !== undefined);
  used.load('rowIndex,columnIndex,rowCount,columnCount,values,numberFormat');
  return { sheet, snapshot, names, used };
};

const undoingOf = ({ sheet, snapshot, names, used }: Asked): Undoing => {
  if (snapshot.kind === 'refresh') return putBack(sheet, snapshot, names);
  if (used === undefined || used.isNullObject) return 'delete';
  // A sheet that bears no mark of a write that broke off is another's of the same name.
  if (snapshot.id === undefined) return names.some(({ isNullObject }) => !isNullObject) ? 'delete' : [];
  const block = { sheet, area: areaOf(used), values: used.values, formats: used.numberFormat };
  return holdsOnly(snapshot.model, gridOf([block])) ? 'delete' : 'keep';
};

/** True where nothing stands but what the model says. */
const holdsOnly = (model: SheetModel, grid: ReturnType<typeof gridOf>): boolean => {
  const covered = coveredCells(model.merges ?? []);
  const { bottom, right } = ownedRectangle(model);
  return grid.every((cells, row) =>
    cells.every((_, column) => {
      const ours = row <= bottom && column <= right && !covered.has(coveredKey(row, column));
      const wrote = ours ? outwardValue(model.rows[row]?.[column]?.value ?? null) : null;
      return sameValue(outwardValue(cellAt(grid, row, column)), wrote);
    }),
  );
};

const putBack = (
  sheet: Excel.Worksheet,
  { blocks, links, model, origin, names: before }: RefreshedSheetSnapshot,
  names: readonly Excel.NamedItem[],
): readonly WriteStep[] => [
  ...links.flatMap((edit) => [
    linkStep(() => sheet, edit, edit.before),
    ...lookSteps(() => sheet, model, origin, {
      top: edit.row,
      left: edit.column,
      bottom: edit.row,
      right: edit.column,
    }),
  ]),
  ...blocks.flatMap(({ top, left, inputs, formats }) => {
    const area = { top, left, bottom: top + inputs.length - 1, right: left + (inputs[0]?.length ?? 1) - 1 };
    return [
      ...blockSteps(() => sheet, area, 'numberFormat', formats),
      ...blockSteps(() => sheet, area, 'values', inputs),
    ];
  }),
  {
    bytes: 0,
    queue: () => {
      for (const item of names) {
        const formula = item.isNullObject ? undefined : before.get(item.name);
        if (formula !== undefined) item.formula = formula;
      }
    },
  },
];
