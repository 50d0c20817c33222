import { markerName, quotedSheetName } from '..';
import { blockSteps } from './blockSteps';
import { unfinished } from './ownSheets';
import { checkpoint, type RunOptions } from './runOptions';
import type { NewSheetSnapshot, RefreshedSheetSnapshot, Snapshot } from './snapshot';
import { packSteps, sendTrip, type WriteStep } from './writeStep';

/**
 * Puts our sheets back as the snapshot has them. Sheets that are gone meanwhile are left out. A sheet the write had
 * added is emptied, hidden and marked as unfinished: the next write fills it. Two round trips.
 */
export const undoWrite = async (
  context: Excel.RequestContext,
  { sheets }: Snapshot,
  options: RunOptions,
): Promise<void> => {
  checkpoint({ ...(options.onProgress && { onProgress: options.onProgress }) }, 'undo', 0, 1);
  const found = sheets.map((snapshot) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(
      snapshot.kind === 'new' ? snapshot.name : snapshot.id,
    );
    sheet.load('name,names/items/name,tables/items/name,charts/items/id');
    return { snapshot, sheet };
  });
  await context.sync();
  const steps = found
    .filter(({ sheet }) => !sheet.isNullObject)
    .flatMap(({ snapshot, sheet }) =>
      snapshot.kind === 'new' ? [emptyStep(sheet, snapshot)] : putBack(sheet, snapshot),
    );
  for (const trip of packSteps(steps)) await sendTrip(context, trip);
};

const emptyStep = (sheet: Excel.Worksheet, { marker }: NewSheetSnapshot): WriteStep => ({
  bytes: 0,
  queue: () => {
    const name = markerName(marker);
    const place = `=${quotedSheetName(sheet.name)}!$A$1`;
    const known = sheet.names.items.some((item) => item.name.toLowerCase() === name.toLowerCase());
    for (const { name: table } of sheet.tables.items) sheet.tables.getItem(table).convertToRange();
    // All of them: one that was drawn when the write broke off may not bear our name yet.
    for (const chart of sheet.charts.items) chart.delete();
    sheet.getRange().clear();
    const item = known ? sheet.names.getItem(name) : sheet.names.add(name, place);
    if (known) item.formula = place;
    item.comment = unfinished;
    item.visible = false;
    sheet.visibility = 'Hidden';
  },
});

const putBack = (sheet: Excel.Worksheet, { blocks, names }: RefreshedSheetSnapshot): readonly WriteStep[] => [
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
      for (const item of sheet.names.items) {
        const before = names.get(item.name);
        if (before !== undefined) item.formula = before;
      }
    },
  },
];
