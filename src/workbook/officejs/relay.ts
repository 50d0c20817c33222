import { plainRowPoints, type Rectangle, type RefreshedSheetPlan, type Relaying, type SheetModel } from '..';
import { lookAndFormatSteps, sidesOf } from './format';
import { heightRuns, mergeStep } from './layout';
import { bands, edges, type CellLook, type StandingLooks } from './standingLooks';
import { bytesPerAction, type WriteStep } from './steps';
import { cellCount, rangeOf } from './survey';

/** Looks, number formats, merged blocks and heights of a sheet whose lines moved; the values come after. */
export const relaySteps = (
  sheet: () => Excel.Worksheet,
  { model, plan: { owned } }: Pick<RefreshedSheetPlan, 'model' | 'plan'>,
  { area, merges }: Relaying,
  heights: readonly number[],
): readonly WriteStep[] => [
  apartStep(sheet, area),
  ...relookSteps(sheet, model, owned, area),
  mergeStep(sheet, merges),
  ...heightSteps(
    sheet,
    area.top,
    Array.from(
      { length: area.bottom - area.top + 1 },
      (_, at) => model.rowHeights?.get(area.top + at - owned.top) ?? plainRowPoints,
    ),
    heights,
  ),
];

/** Looks and number formats of an area that had others. */
export const relookSteps = (
  sheet: () => Excel.Worksheet,
  model: SheetModel,
  origin: { readonly top: number; readonly left: number },
  area: Rectangle,
): readonly WriteStep[] => [plainStep(sheet, area), ...lookAndFormatSteps(sheet, model, origin, area)];

/** Everything a look can set is set back, so that a new one does not shine through an old one. */
const plainStep = (sheet: () => Excel.Worksheet, area: Rectangle): WriteStep => ({
  bytes: 12 * bytesPerAction,
  queue: () => {
    const { format } = rangeOf(sheet(), area);
    format.fill.clear();
    format.font.underline = 'None';
    format.wrapText = false;
    format.textOrientation = 0;
    const sides = sidesOf({ tall: area.bottom > area.top, wide: area.right > area.left });
    for (const side of sides) format.borders.getItem(side).style = 'None';
  },
});

/** Takes all merged blocks of an area apart. */
export const apartStep = (sheet: () => Excel.Worksheet, area: Rectangle): WriteStep => ({
  bytes: bytesPerAction,
  queue: () => {
    rangeOf(sheet(), area).unmerge();
  },
});

/** Bytes of a cell's look on the wire. */
const bytesOfLook = 450;
const mostSet = 2_000;

/** Looks and heights as they stood. */
export const putBackLooks = (sheet: () => Excel.Worksheet, standing: StandingLooks): readonly WriteStep[] => [
  plainStep(sheet, standing.area),
  ...bands(standing.area, mostSet).map((band): WriteStep => ({
    bytes: cellCount(band) * bytesOfLook,
    queue: () => {
      const rows = standing.cells.slice(band.top - standing.area.top, band.bottom - standing.area.top + 1);
      rangeOf(sheet(), band).setCellProperties(
        rows.map((row) => row.map((place) => ({ format: settable(standing.looks[place] ?? []) }))),
      );
    },
  })),
  ...heightSteps(sheet, standing.area.top, standing.heights, standing.heights),
];

/** Runs of rows of one height, each one action; `standing` tells the hidden ones, which a height would show. */
const heightSteps = (
  sheet: () => Excel.Worksheet,
  top: number,
  wanted: readonly number[],
  standing: readonly number[],
): readonly WriteStep[] => {
  const heights = wanted.flatMap((points, at) => (standing[at] === 0 ? [] : [[top + at, points] as const]));
  return heightRuns(heights).map(({ row, points, count }) => ({
    bytes: 2 * bytesPerAction,
    queue: () => {
      sheet().getRangeByIndexes(row, 0, count, 1).format.rowHeight = points;
    },
  }));
};

/** What Excel says of a cell without a fill. */
const noFill = ['', '#FFFFFF'];

const settable = (look: CellLook): Excel.CellPropertiesFormat => {
  const [name, size, bold, italic, underline, strikethrough, color, fill, horizontal, vertical, wrap, orientation] =
    look;
  const borders = edges.flatMap((edge, at) => {
    const [style, weight, lineColor] = look.slice(12 + 3 * at, 15 + 3 * at);
    return typeof style !== 'string' || style === 'None'
      ? []
      : [[edge, said({ style, weight, color: lineColor })] as const];
  });
  return said({
    font: said({ name, size, bold, italic, underline, strikethrough, color }),
    ...(typeof fill === 'string' && !noFill.includes(fill.toUpperCase()) ? { fill: { color: fill } } : {}),
    horizontalAlignment: horizontal,
    verticalAlignment: vertical,
    wrapText: wrap,
    textOrientation: orientation,
    ...(borders.length > 0 ? { borders: Object.fromEntries(borders) } : {}),
  });
};

const said = (parts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== null && part !== undefined));
