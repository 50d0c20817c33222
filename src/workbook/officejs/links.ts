import {
  hasLinks,
  linkPlace,
  linkTarget,
  movedLinks,
  quotedSheetName,
  type ModelCell,
  type Rectangle,
  type SheetModel,
  type SheetPlan,
} from '..';
import { bytesPerAction, type WriteStep } from './steps';

/** Where links lead: the plans of this run and the sheets that are there. */
export interface LinkContext {
  readonly plans: readonly SheetPlan[];
  readonly sheetNames: readonly string[];
}

/** Where a cell leads, as Excel takes and gives it. */
type Hyperlink = Pick<Excel.RangeHyperlink, 'address' | 'documentReference'>;

/** The links that stand in the columns where the model has some, by place. */
export type StandingLinks = ReadonlyMap<string, Hyperlink>;

/** A link to be set, or taken away, in a cell that was ours before. */
export interface LinkEdit {
  readonly row: number;
  readonly column: number;
  readonly before: Hyperlink | undefined;
  readonly wanted: Hyperlink | undefined;
}

/** More cells than this Excel on the web fails to describe at once (office-js #2564); a fifth of what was seen to fail. */
const mostAsked = 18_000;

/** Asks for the links that stand in `area`, in the columns where the model has some; answered with the next round trip. */
export const askLinks = (sheet: Excel.Worksheet, model: SheetModel, area: Rectangle): (() => StandingLinks) => {
  const columns = new Set(
    model.rows.flatMap((cells) => cells.flatMap(({ link }, at) => (link === undefined ? [] : [at]))),
  );
  const rows = area.bottom - area.top + 1;
  if (columns.size * rows > mostAsked) return () => new Map();
  const asked = [...columns].map((at) => {
    const column = area.left + at;
    return { column, cells: sheet.getRangeByIndexes(area.top, column, rows, 1).getCellProperties({ hyperlink: true }) };
  });
  return () =>
    new Map(
      asked.flatMap(({ column, cells }) =>
        cells.value.flatMap(([cell], down): readonly (readonly [string, Hyperlink])[] => {
          // Of a cell without a link Excel gives null or nothing, whatever its types say.
          const found: Hyperlink | null | undefined = cell?.hyperlink;
          return found == null || placeIn(found) === '' ? [] : [[keyOf(area.top + down, column), found]];
        }),
      ),
    );
};

/** Links to change in a sheet that stands, in the cells that were ours before; new ones get theirs with their looks. */
export const linkEdits = (plan: SheetPlan, standing: StandingLinks, links: LinkContext): readonly LinkEdit[] => {
  if (plan.kind === 'new' || !hasLinks(plan.model)) return [];
  const standsAt = (row: number, column: number) => standing.get(keyOf(row, column));
  return movedLinks(
    plan,
    plan.before.rectangle,
    (row, column) => placeIn(standsAt(row, column)),
    (cell) => placeIn(hyperlinkOf(cell, links)),
  ).map(({ row, column, cell }) => ({
    row,
    column,
    before: standsAt(row, column),
    wanted: hyperlinkOf(cell, links),
  }));
};

/** Sets a link, or takes it away; the cell keeps its value, and the look of a link until its own is given again. */
export const linkStep = (
  sheet: () => Excel.Worksheet,
  { row, column }: Pick<LinkEdit, 'row' | 'column'>,
  wanted: Hyperlink | undefined,
): WriteStep => ({
  bytes: 3 * bytesPerAction,
  queue: () => {
    const cell = sheet().getRangeByIndexes(row, column, 1, 1);
    if (wanted === undefined) cell.clear('Hyperlinks');
    else cell.hyperlink = wanted;
  },
});

/** Where a cell of a model leads, when it leads somewhere. */
export const hyperlinkOf = (cell: ModelCell | undefined, { plans, sheetNames }: LinkContext): Hyperlink | undefined => {
  const target = cell?.link === undefined ? undefined : linkTarget(cell.link, plans, sheetNames);
  if (target === undefined) return undefined;
  const place = `${quotedSheetName(target.sheet)}!${target.cell}`;
  // The place in another file goes behind its #, as Excel takes it.
  return target.file === undefined ? { documentReference: place } : { address: `${encodeURI(target.file)}#${place}` };
};

const placeIn = (link: Hyperlink | undefined): string => linkPlace(link?.address, link?.documentReference);

const keyOf = (row: number, column: number): string => `${row},${column}`;
