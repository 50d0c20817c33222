import {
  a1,
  a1Range,
  appearances,
  choiceList,
  columnName,
  columnPoints,
  markerPageName,
  pageMargins,
  plainRowPoints,
  type Emphasis,
  type PrintSetup,
  type Rectangle,
  type SheetModel,
} from '..';
import type { FinishStep } from './finish';
import { bytesPerAction, type WriteStep } from './steps';

/** Widths, heights and lists: only for a sheet that is new. */
export const layoutStep = (sheet: () => Excel.Worksheet, model: SheetModel): WriteStep => {
  const runs = heightRuns([...(model.rowHeights ?? [])].sort(([one], [other]) => one - other));
  return {
    bytes:
      (model.columnWidths.length + runs.length + (model.choices?.length ?? 0) + 3 * (model.emphasis?.length ?? 0) + 2) *
      3 *
      bytesPerAction,
    queue: () => {
      const on = sheet();
      model.columnWidths.forEach((characters, column) => {
        on.getRangeByIndexes(0, column, 1, 1).format.columnWidth = columnPoints(characters);
      });
      // Plain rows in one action: each height is one of its own.
      on.getRangeByIndexes(0, 0, Math.max(1, model.rows.length), 1).format.rowHeight = plainRowPoints;
      for (const { row, count, points } of runs) on.getRangeByIndexes(row, 0, count, 1).format.rowHeight = points;
      for (const emphasis of model.emphasis ?? []) emphasise(on, emphasis);
      for (const { range, values } of model.choices ?? []) {
        on.getRange(a1Range(range)).dataValidation.rule = {
          list: { inCellDropDown: true, source: choiceList(values) },
        };
      }
    },
  };
};

/** A rule that paints the cells that say the word. */
const emphasise = (sheet: Excel.Worksheet, { range, word, look }: Emphasis): void => {
  const { bold, color, fill } = appearances[look];
  const { cellValue } = sheet.getRange(a1Range(range)).conditionalFormats.add('CellValue');
  cellValue.rule = { formula1: `="${word}"`, operator: 'EqualTo' };
  cellValue.format.font.bold = bold;
  cellValue.format.font.color = `#${color}`;
  if (fill !== undefined) cellValue.format.fill.color = `#${fill}`;
};

interface HeightRun {
  readonly row: number;
  readonly count: number;
  readonly points: number;
}

/** Rows below each other that are equally high, of heights in the order of their rows. */
export const heightRuns = (heights: readonly (readonly [row: number, points: number])[]): readonly HeightRun[] => {
  const runs: HeightRun[] = [];
  for (const [row, points] of heights) {
    const run = runs.at(-1);
    if (run !== undefined && run.row + run.count === row && run.points === points)
      runs[runs.length - 1] = { ...run, count: run.count + 1 };
    else runs.push({ row, count: 1, points });
  }
  return runs;
};

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
export const pageSteps = (sheet: () => Excel.Worksheet, { print, marker }: SheetModel): readonly FinishStep[] => [
  {
    kind: 'page',
    bytes: (60 + ((print.rowBreaks?.length ?? 0) + (print.columnBreaks?.length ?? 0)) * 3) * bytesPerAction,
    queue: () => {
      setPage(sheet(), print);
    },
  },
  {
    kind: 'page-done',
    bytes: 2 * bytesPerAction,
    queue: () => {
      sheet().names.getItem(markerPageName(marker)).delete();
    },
  },
];

/** Blocks that are merged; before the values, so that only their first cell takes one. */
export const mergeStep = (sheet: () => Excel.Worksheet, merges: readonly Rectangle[]): WriteStep => ({
  bytes: merges.length * 2 * bytesPerAction,
  queue: () => {
    for (const merge of merges) sheet().getRange(a1Range(merge)).merge();
  },
});

const freeze = (sheet: Excel.Worksheet, rows: number, columns: number): void => {
  const { freezePanes } = sheet;
  if (rows > 0 && columns > 0) freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) freezePanes.freezeRows(rows);
  else if (columns > 0) freezePanes.freezeColumns(columns);
};

const setPage = (sheet: Excel.Worksheet, print: PrintSetup): void => {
  const { pageLayout } = sheet;
  pageLayout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = 'A4';
  // A scale, not so many pages wide: Excel would ignore the breaks.
  pageLayout.zoom = { scale: print.scale ?? 100 };
  pageLayout.firstPageNumber = 1;
  pageLayout.centerHorizontally = true;
  pageLayout.topMargin = pageMargins.end;
  pageLayout.bottomMargin = pageMargins.end;
  pageLayout.leftMargin = pageMargins.side;
  pageLayout.rightMargin = pageMargins.side;
  pageLayout.headerMargin = pageMargins.edge;
  pageLayout.footerMargin = pageMargins.edge;
  const { titleRows, titleColumns, area, rowBreaks = [], columnBreaks = [] } = print;
  if (titleRows !== undefined) pageLayout.setPrintTitleRows(`$${titleRows.first + 1}:$${titleRows.last + 1}`);
  if (titleColumns !== undefined)
    pageLayout.setPrintTitleColumns(`$${columnName(titleColumns.first)}:$${columnName(titleColumns.last)}`);
  if (area !== undefined) pageLayout.setPrintArea(a1Range(area));
  // A page begins with the cell that is named.
  for (const row of rowBreaks) sheet.horizontalPageBreaks.add(a1(row, 0));
  for (const column of columnBreaks) sheet.verticalPageBreaks.add(a1(0, column));
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
