import { a1Range, type Look, type Rectangle, type SheetModel } from '..';

/** Cells of one look; all areas have the same shape class, so that the same inner borders exist in each. */
export interface LookAreas {
  readonly look: Look;
  /** More than one row, more than one column. */
  readonly tall: boolean;
  readonly wide: boolean;
  readonly areas: readonly Rectangle[];
}

/** Joins the model's cells inside `part` (sheet coordinates) into as few rectangles of one look as neighbours allow. */
export const lookAreas = (
  model: SheetModel,
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
  model: SheetModel,
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
export const addressLists = (areas: readonly Rectangle[]): readonly string[] => {
  const lists: string[] = [];
  for (const address of areas.map(a1Range)) {
    const last = lists.at(-1);
    if (last === undefined || last.length + address.length + 1 > 250) lists.push(address);
    else lists[lists.length - 1] = `${last},${address}`;
  }
  return lists;
};
