import {
  coveredKey,
  hashReference,
  isOwnFormula,
  markerHashName,
  markerName,
  markerReference,
  readStamp,
  type RunOptions,
  type SheetModel,
} from '..';
import { ok, problem, refuse, type Result } from '../../problems';
import { formulasIn, gridOf, type CellInput } from './cells';
import { lookSteps } from './format';
import { linkStep } from './links';
import { mergeStep } from './layout';
import { apartStep, putBackLooks } from './relay';
import { checkpoint } from './session';
import { holdsOnly, inputOf, type NewSheetSnapshot, type RefreshedSheetSnapshot, type Snapshot } from './snapshot';
import { blockSteps, packSteps, sendTrip, type WriteStep } from './steps';
import { areaOf } from './survey';
import { deleteStep } from './write';

/**
 * Puts our sheets back as the snapshot has them, and deletes those the write added, in three round trips, one more where the
 * snapshot is of an earlier session. Sheets that are gone meanwhile are left out; where one was written again by somebody
 * else, nothing is done. Deleting clears Excel's own undo list; hiding clears it just as well, and so do adding and showing on
 * the desktop and the settings we store on the web (rules/excel.md#undo): nothing more is lost, and no hidden sheet stays. One
 * the user wrote on is left as it stands, and so is the last one in sight.
 */
export const undoWrite = async (
  context: Excel.RequestContext,
  { sheets }: Snapshot,
  options: RunOptions,
): Promise<Result<Undone>> => {
  checkpoint({ ...(options.onProgress && { onProgress: options.onProgress }) }, 'undo', 0, 1);
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  await context.sync();
  const found = await sheetsOf(context, worksheets.items, sheets);
  const asked = sheets.flatMap((snapshot) => {
    const sheet = found.get(snapshot);
    return sheet === undefined ? [] : [ask(sheet, snapshot)];
  });
  if (asked.length === 0) return ok({ kept: [], deleted: [] });
  await context.sync();
  const other = asked.filter(isAnothers).map(({ sheet }) => sheet.name);
  if (other.length > 0) return refuse(problem('excel-undo-overtaken', { sheet: other.join('、') }));
  const undone = asked.map((one) => ({ ...one, undoing: undoingOf(one) }));
  const going = new Set(undone.flatMap(({ sheet, undoing }) => (undoing === 'delete' ? [sheet] : [])));
  const isLast = !worksheets.items.some((sheet) => sheet.visibility === 'Visible' && !going.has(sheet));
  const kept = undone.filter(({ undoing }) => undoing === 'keep' || (undoing === 'delete' && isLast));
  const steps = [
    // First: formulas of a sheet that stays would lead to sheets that go.
    ...kept.flatMap(valueSteps),
    ...undone.flatMap(({ sheet, undoing }) => {
      if (undoing === 'delete') return isLast ? [] : [deleteStep(sheet)];
      return undoing === 'keep' ? [] : undoing;
    }),
  ];
  for (const trip of packSteps(steps)) await sendTrip(context, trip);
  return ok({
    kept: kept.map(({ sheet }) => sheet.name),
    deleted: isLast ? [] : [...going].map(({ id }) => id),
  });
};

/** What became of the sheets the write had added: names of those that were left, ids of those that went. */
interface Undone {
  readonly kept: readonly string[];
  readonly deleted: readonly string[];
}

type SheetSnapshot = NewSheetSnapshot | RefreshedSheetSnapshot;

/** The sheets by id; by our mark where a workbook that was opened again gave them others. */
const sheetsOf = async (
  context: Excel.RequestContext,
  items: readonly Excel.Worksheet[],
  snapshots: readonly SheetSnapshot[],
): Promise<ReadonlyMap<SheetSnapshot, Excel.Worksheet>> => {
  const found = new Map<SheetSnapshot, Excel.Worksheet>();
  for (const snapshot of snapshots) {
    const sheet = items.find(({ id, name }) =>
      snapshot.id === undefined ? name === snapshot.name : id === snapshot.id,
    );
    if (sheet !== undefined) found.set(snapshot, sheet);
  }
  const lost = snapshots.filter((snapshot) => snapshot.id !== undefined && !found.has(snapshot));
  if (lost.length === 0) return found;
  const marks = lost.flatMap((snapshot) =>
    items.map((sheet) => ({ snapshot, sheet, mark: sheet.names.getItemOrNullObject(markerName(snapshot.marker)) })),
  );
  for (const { mark } of marks) mark.load('name');
  await context.sync();
  for (const { snapshot, sheet, mark } of marks) if (!mark.isNullObject) found.set(snapshot, sheet);
  return found;
};

/** What is to be done to one sheet. */
type Undoing = readonly WriteStep[] | 'delete' | 'keep';

/** A sheet as it was asked about, and as it is known after the round trip. */
interface Asked {
  readonly sheet: Excel.Worksheet;
  readonly snapshot: SheetSnapshot;
  readonly mark: Excel.NamedItem;
  readonly hash: Excel.NamedItem;
  /** What stands on a sheet the write added. */
  readonly used: Excel.Range | undefined;
}

const ask = (sheet: Excel.Worksheet, snapshot: SheetSnapshot): Asked => {
  const { marker } = snapshot;
  const [mark, hash] = [markerName(marker), markerHashName(marker)].map((name) =>
    sheet.names.getItemOrNullObject(name),
  ) as [Excel.NamedItem, Excel.NamedItem];
  mark.load('name');
  hash.load('formula');
  if (snapshot.kind === 'refresh') return { sheet, snapshot, mark, hash, used: undefined };
  // Where the write broke off, anything at all; later, values.
  const used = sheet.getUsedRangeOrNullObject(snapshot.id !== undefined);
  used.load('rowIndex,columnIndex,rowCount,columnCount,values,formulas,numberFormat');
  return { sheet, snapshot, mark, hash, used };
};

/** Somebody wrote the sheet again: what was there before our write is not what is to come back. */
const isAnothers = ({ snapshot, mark, hash }: Asked): boolean =>
  snapshot.kind === 'refresh' &&
  snapshot.wrote !== undefined &&
  (mark.isNullObject || hash.isNullObject || !String(hash.formula).includes(snapshot.wrote));

const undoingOf = ({ sheet, snapshot, mark, hash, used }: Asked): Undoing => {
  if (snapshot.kind === 'refresh') return putBack(sheet, snapshot, { mark, hash });
  if (used === undefined || used.isNullObject) return 'delete';
  // A sheet that bears no mark of a write that broke off is another's of the same name.
  if (snapshot.id === undefined) return mark.isNullObject ? [] : 'delete';
  const { values, formulas, numberFormat: formats } = used;
  const blocks = [{ sheet, area: areaOf(used), values, formulas, formats }];
  return holdsOnly(snapshot.wrote, { grid: gridOf(blocks), formulas: formulasIn(blocks) }) ? 'delete' : 'keep';
};

/** Formulas of ours become what they show; the user's stay. */
const valueSteps = ({ sheet, used }: Asked): readonly WriteStep[] => {
  if (used === undefined || used.isNullObject) return [];
  const area = areaOf(used);
  const values: readonly (readonly unknown[])[] = used.values;
  const formats: readonly (readonly unknown[])[] = used.numberFormat;
  const formulas = formulasIn([{ sheet, area, values, formulas: used.formulas, formats }]);
  const cells = values.flatMap((row, down) =>
    row.flatMap((value, across): RefreshedSheetSnapshot['cells'] => {
      const place = { row: area.top + down, column: area.left + across };
      const formula = formulas.get(coveredKey(place.row, place.column));
      if (formula === undefined || !isOwnFormula(formula)) return [];
      return [{ ...place, input: inputOf(value, undefined), format: String(formats[down]?.[across]) }];
    }),
  );
  return cellSteps(sheet, cells);
};

const putBack = (
  sheet: Excel.Worksheet,
  { cells, links, looks = [], laid, rectangle, fingerprint, stamp }: RefreshedSheetSnapshot,
  { mark, hash }: Pick<Asked, 'mark' | 'hash'>,
): readonly WriteStep[] => [
  ...links.flatMap((edit) => {
    const cell = { top: edit.row, left: edit.column, bottom: edit.row, right: edit.column };
    return [linkStep(() => sheet, edit, edit.before), ...lookSteps(() => sheet, looking(edit.look), cell, cell)];
  }),
  ...(laid === undefined ? [] : [apartStep(() => sheet, laid.area)]),
  ...looks.flatMap((one) => putBackLooks(() => sheet, one)),
  ...cellSteps(sheet, cells),
  ...(laid === undefined ? [] : [mergeStep(() => sheet, laid.merges)]),
  {
    bytes: 0,
    queue: () => {
      if (!mark.isNullObject) mark.formula = `=${markerReference(sheet.name, rectangle)}`;
      if (!hash.isNullObject && fingerprint !== undefined)
        hash.formula = `=${hashReference({ fingerprint, stamp: readStamp(stamp) })}`;
    },
  },
];

const looking = (look: RefreshedSheetSnapshot['links'][number]['look']): Pick<SheetModel, 'rows'> => ({
  rows: [[{ value: null, look }]],
});

/** One block with all cells; null leaves the others alone. Formats first, so that text stays text. */
const cellSteps = (sheet: Excel.Worksheet, cells: RefreshedSheetSnapshot['cells']): readonly WriteStep[] => {
  const [first] = cells;
  if (first === undefined) return [];
  const area = { top: first.row, left: first.column, bottom: first.row, right: first.column };
  for (const { row, column } of cells) {
    area.top = Math.min(area.top, row);
    area.left = Math.min(area.left, column);
    area.bottom = Math.max(area.bottom, row);
    area.right = Math.max(area.right, column);
  }
  const rowsOf = (of: (cell: (typeof cells)[number]) => CellInput): readonly (readonly CellInput[])[] => {
    const rows = Array.from({ length: area.bottom - area.top + 1 }, () =>
      Array.from({ length: area.right - area.left + 1 }, (): CellInput => null),
    );
    for (const cell of cells) {
      const line = rows[cell.row - area.top];
      if (line !== undefined) line[cell.column - area.left] = of(cell);
    }
    return rows;
  };
  return [
    ...blockSteps(
      () => sheet,
      area,
      'numberFormat',
      rowsOf(({ format }) => format),
    ),
    ...blockSteps(
      () => sheet,
      area,
      'values',
      rowsOf(({ input }) => input),
    ),
  ];
};
