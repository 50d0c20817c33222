import {
  a1Range,
  appearances,
  fontName,
  formatOf,
  type Appearance,
  type Look,
  type ModelCell,
  type Rectangle,
  type SheetModel,
} from '..';
import { hyperlinkOf, linkStep, type LinkContext } from './links';
import { blockSteps, bytesPerAction, type WriteStep } from './steps';

/** Looks, number formats and links for cells of ours that were not ours before. */
export const formatSteps = (
  sheet: () => Excel.Worksheet,
  model: SheetModel,
  origin: { readonly top: number; readonly left: number },
  part: Rectangle,
  links: LinkContext,
): readonly WriteStep[] => {
  const cells = rowsOf(model, origin, part);
  const linked = cells.flatMap((row, down) =>
    row.flatMap((cell, across) => {
      const wanted = hyperlinkOf(cell, links);
      return wanted === undefined
        ? []
        : [linkStep(sheet, { row: part.top + down, column: part.left + across }, wanted)];
    }),
  );
  // Links first: Excel gives them a style of its own, which the look then replaces.
  return [...linked, ...lookAndFormatSteps(sheet, model, origin, part)];
};

/** Looks and number formats of the cells in a part of the sheet. */
export const lookAndFormatSteps = (
  sheet: () => Excel.Worksheet,
  model: SheetModel,
  origin: { readonly top: number; readonly left: number },
  part: Rectangle,
): readonly WriteStep[] => {
  const formats = rowsOf(model, origin, part).map((row) => row.map(formatOf));
  return [...lookSteps(sheet, model, origin, part), ...blockSteps(sheet, part, 'numberFormat', formats)];
};

/** The looks of the cells in a part of the sheet. */
export const lookSteps = (
  sheet: () => Excel.Worksheet,
  model: Pick<SheetModel, 'rows'>,
  origin: { readonly top: number; readonly left: number },
  part: Rectangle,
): readonly WriteStep[] =>
  lookAreas(model, origin, part).map((group) => ({
    bytes: addressLists(group.areas).length * 30 * bytesPerAction,
    queue: () => {
      applyLook(sheet(), group);
    },
  }));

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

/** Gives cells the appearance of their look. */
const applyLook = (sheet: Excel.Worksheet, { look, tall, wide, areas }: LookAreas): void => {
  const appearance = appearances[look];
  for (const list of addressLists(areas)) {
    const { format } = sheet.getRanges(list);
    const { font } = format;
    font.name = fontName;
    font.size = appearance.size;
    font.bold = appearance.bold;
    font.color = `#${appearance.color}`;
    if (appearance.underline) font.underline = 'Single';
    if (appearance.fill !== undefined) format.fill.color = `#${appearance.fill}`;
    format.horizontalAlignment = alignments[appearance.horizontal];
    format.verticalAlignment = appearance.vertical === 'top' ? 'Top' : 'Center';
    if (appearance.wrap) format.wrapText = true;
    // So Excel calls signs below each other; -90 to 90 would be an angle.
    if (appearance.upright === true) format.textOrientation = 180;
    if (appearance.border !== 'none') drawBorders(format, appearance.border, { tall, wide });
  }
};

const alignments = { left: 'Left', center: 'Center', right: 'Right', general: 'General' } as const;

const drawBorders = (
  format: Excel.RangeFormat,
  border: Exclude<Appearance['border'], 'none'>,
  inner: { readonly tall: boolean; readonly wide: boolean },
): void => {
  for (const side of sidesOf(inner)) {
    const line = format.borders.getItem(side);
    line.style = 'Continuous';
    line.color = '#000000';
    line.weight = border === 'medium' ? 'Medium' : 'Thin';
  }
};

/** A block of one row has no inner horizontal border; Excel may refuse to set what is not there. */
export const sidesOf = ({ tall, wide }: { readonly tall: boolean; readonly wide: boolean }): readonly Side[] => [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  ...(tall ? (['InsideHorizontal'] as const) : []),
  ...(wide ? (['InsideVertical'] as const) : []),
];

type Side = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

/** Cells of one look; all areas have the same shape class, so that the same inner borders exist in each. */
interface LookAreas {
  readonly look: Look;
  /** More than one row, more than one column. */
  readonly tall: boolean;
  readonly wide: boolean;
  readonly areas: readonly Rectangle[];
}

/** Joins the model's cells inside `part` (sheet coordinates) into as few rectangles of one look as neighbours allow. */
const lookAreas = (
  model: Pick<SheetModel, 'rows'>,
  origin: { readonly top: number; readonly left: number },
  part: Rectangle,
): readonly LookAreas[] => {
  const finished: { look: Look; area: Rectangle }[] = [];
  let open = new Map<string, { look: Look; area: Rectangle }>();
  for (let row = part.top; row <= part.bottom; row += 1) {
    const next = new Map<string, { look: Look; area: Rectangle }>();
    for (const run of runsOf(model, origin, part, row)) {
      const key = `${run.look} ${run.left} ${run.right}`;
      const above = open.get(key);
      const area = { top: above?.area.top ?? row, left: run.left, bottom: row, right: run.right };
      next.set(key, { look: run.look, area });
      open.delete(key);
    }
    finished.push(...open.values());
    open = next;
  }
  finished.push(...open.values());
  return groupByShape(finished);
};

interface Run {
  readonly look: Look;
  readonly left: number;
  readonly right: number;
}

const runsOf = (
  model: Pick<SheetModel, 'rows'>,
  { top, left }: { readonly top: number; readonly left: number },
  part: Rectangle,
  row: number,
): readonly Run[] => {
  const runs: Run[] = [];
  for (let column = part.left; column <= part.right; column += 1) {
    const look = model.rows[row - top]?.[column - left]?.look ?? 'plain';
    const last = runs.at(-1);
    if (last?.look === look) runs[runs.length - 1] = { ...last, right: column };
    else runs.push({ look, left: column, right: column });
  }
  return runs;
};

const groupByShape = (found: readonly { readonly look: Look; readonly area: Rectangle }[]): readonly LookAreas[] => {
  const groups = new Map<string, { look: Look; tall: boolean; wide: boolean; areas: Rectangle[] }>();
  for (const { look, area } of found) {
    const [tall, wide] = [area.bottom > area.top, area.right > area.left];
    const key = `${look} ${tall} ${wide}`;
    const group = groups.get(key) ?? { look, tall, wide, areas: [] };
    group.areas.push(area);
    groups.set(key, group);
  }
  return [...groups.values()];
};

/** Address lists short enough for one `getRanges` call; Excel's own limit for a list of areas is 255 characters. */
const addressLists = (areas: readonly Rectangle[]): readonly string[] => {
  const lists: string[] = [];
  for (const address of areas.map(a1Range)) {
    const last = lists.at(-1);
    if (last === undefined || last.length + address.length + 1 > 250) lists.push(address);
    else lists[lists.length - 1] = `${last},${address}`;
  }
  return lists;
};
