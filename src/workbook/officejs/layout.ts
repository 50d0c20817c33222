import { a1Range, choiceList, markerPageName, type SheetModel } from '..';
import type { FinishStep } from './finish';
import { bytesPerAction, type WriteStep } from './steps';

/** Pixels of a digit in the default font of a Japanese Excel (游ゴシック 11), and the margin of a cell. */
const digitPixels = 8;
const marginPixels = 5;
const pointsPerPixel = 0.75;
/** 15 mm, the narrowest margin office printers take on all sides (rules/excel.md#printing). */
const marginPoints = (15 / 25.4) * 72;

/** Widths, heights and lists: only for a sheet that is new. */
export const layoutStep = (sheet: () => Excel.Worksheet, model: SheetModel): WriteStep => ({
  bytes:
    (model.columnWidths.length + (model.rowHeights?.size ?? 0) + (model.choices?.length ?? 0) + 1) * 3 * bytesPerAction,
  queue: () => {
    const on = sheet();
    model.columnWidths.forEach((characters, column) => {
      on.getRangeByIndexes(0, column, 1, 1).format.columnWidth =
        (characters * digitPixels + marginPixels) * pointsPerPixel;
    });
    for (const [row, points] of model.rowHeights ?? []) on.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = points;
    for (const { range, values } of model.choices ?? []) {
      on.getRange(a1Range(range)).dataValidation.rule = { list: { inCellDropDown: true, source: choiceList(values) } };
    }
  },
});

/** Frozen panes and print set-up of a sheet that is new, once it is in sight: panes are those of a view (office-js #1463). */
export const finishSteps = (sheet: () => Excel.Worksheet, model: SheetModel): readonly FinishStep[] => [
  {
    kind: 'panes',
    bytes: 2 * bytesPerAction,
    queue: () => {
      freeze(sheet(), model.frozenRows ?? 0, model.frozenColumns ?? 0);
    },
  },
  ...pageSteps(sheet, model),
];

/** Print set-up; once it is done, the name goes that says it is still to be done. */
export const pageSteps = (sheet: () => Excel.Worksheet, model: SheetModel): readonly FinishStep[] => [
  {
    kind: 'page',
    bytes: 60 * bytesPerAction,
    queue: () => {
      setPage(sheet(), model);
    },
  },
  {
    kind: 'page-done',
    bytes: 2 * bytesPerAction,
    queue: () => {
      sheet().names.getItem(markerPageName(model.marker)).delete();
    },
  },
];

/** Blocks that are merged; before the values, so that only their first cell takes one. */
export const mergeStep = (sheet: () => Excel.Worksheet, model: SheetModel): WriteStep => ({
  bytes: (model.merges?.length ?? 0) * 2 * bytesPerAction,
  queue: () => {
    for (const merge of model.merges ?? []) sheet().getRange(a1Range(merge)).merge();
  },
});

const freeze = (sheet: Excel.Worksheet, rows: number, columns: number): void => {
  const { freezePanes } = sheet;
  if (rows > 0 && columns > 0) freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) freezePanes.freezeRows(rows);
  else if (columns > 0) freezePanes.freezeColumns(columns);
};

const setPage = ({ pageLayout }: Excel.Worksheet, { print }: SheetModel): void => {
  pageLayout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = 'A4';
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.centerHorizontally = true;
  pageLayout.topMargin = marginPoints;
  pageLayout.bottomMargin = marginPoints;
  pageLayout.leftMargin = marginPoints;
  pageLayout.rightMargin = marginPoints;
  pageLayout.headerMargin = marginPoints / 2;
  pageLayout.footerMargin = marginPoints / 2;
  if (print.titleRows !== undefined)
    pageLayout.setPrintTitleRows(`$${print.titleRows.first + 1}:$${print.titleRows.last + 1}`);
  const { defaultForAllPages } = pageLayout.headersFooters;
  const [header, footer] = [sectionsOf(print.header ?? ''), sectionsOf(print.footer ?? '')];
  if (header.left !== '') defaultForAllPages.leftHeader = header.left;
  if (header.center !== '') defaultForAllPages.centerHeader = header.center;
  if (header.right !== '') defaultForAllPages.rightHeader = header.right;
  if (footer.left !== '') defaultForAllPages.leftFooter = footer.left;
  if (footer.center !== '') defaultForAllPages.centerFooter = footer.center;
  if (footer.right !== '') defaultForAllPages.rightFooter = footer.right;
};

/** Files keep one text, `&L…&C…&R…`; Office.js has a property for each part. Text before any code is in the middle. */
const sectionsOf = (text: string): { readonly left: string; readonly center: string; readonly right: string } => {
  const parts = { L: '', C: '', R: '' };
  let section: keyof typeof parts = 'C';
  for (const piece of text.split(/(&[LCR])/)) {
    if (piece === '&L') section = 'L';
    else if (piece === '&C') section = 'C';
    else if (piece === '&R') section = 'R';
    else parts[section] += piece;
  }
  return { left: parts.L, center: parts.C, right: parts.R };
};
