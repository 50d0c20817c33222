import {
  a1,
  cellsChangedSince,
  changesSomething,
  markerPrefix,
  mostRowsOf,
  ownedRectangle,
  ownedSheets,
  planWrite,
  writeOutcomeOf,
  type DefinedName,
  type OwnedSheet,
  type Rectangle,
  type SheetModel,
  type SheetPlan,
  type WriteOutcome,
  type RunOptions,
} from '..';
import { formulasIn, gridOf } from './cells';
import { readBlocks, type ReadBlock } from './blocks';
import { mergesAlong } from './merges';
import { askLinks, linkEdits, type LinkContext, type LinkEdit, type StandingLinks } from './links';
import { readNames } from './names';
import { checkpoint } from './session';
import { readLooks, type StandingLooks } from './standingLooks';
import { surveyBook, type SurveyedBook, type SurveyedSheet } from './survey';

/** What the marker of a sheet says until the sheet is complete: a text, where a finished one has a place. */
export const unfinished = '"書きかけ"';

/** What has to be written where, and what stands there now. */
export interface OwnSheets {
  readonly book: SurveyedBook;
  /** Of the workbook and of its sheets. */
  readonly names: readonly DefinedName[];
  /** Those that tell which sheets are ours to write on. */
  readonly owning: readonly DefinedName[];
  readonly plans: readonly SheetPlan[];
  /** Hidden sheets of ours that were never finished: a run broke off before it could take them back. */
  readonly remains: readonly SurveyedSheet[];
  /** What stands in our rectangles, old and new, before the write; by sheet name. */
  readonly standing: ReadonlyMap<string, StandingSheet>;
  readonly links: LinkContext;
  /** Links to change in sheets that stand, by sheet name. */
  readonly linkEdits: ReadonlyMap<string, readonly LinkEdit[]>;
}

export interface StandingSheet {
  readonly sheet: SurveyedSheet;
  readonly area: Rectangle;
  readonly blocks: readonly ReadBlock[];
  readonly formatAt: (row: number, column: number) => string;
  readonly links: StandingLinks;
  /** Merged blocks that begin in the area; undefined where Excel would not say. */
  readonly merges: readonly Rectangle[] | undefined;
  /** Of the cells that take another look, once they are asked for ({@link withLooks}); of a sheet laid anew its whole area. */
  readonly looks?: readonly StandingLooks[];
}

export interface LookOptions extends RunOptions {
  /** All names can be asked for at once; else they are counted first, one round trip more. */
  readonly namesAreFew: boolean;
  /** Every sheet is added beside what stands, also beside one that bears our mark. */
  readonly anew?: true;
}

/** Looks at the workbook and at our own rectangles, and plans the write: two round trips, one when nothing is ours yet. */
export const lookAtOwnSheets = async (
  context: Excel.RequestContext,
  models: readonly SheetModel[],
  options: LookOptions,
): Promise<OwnSheets> => {
  checkpoint(options, 'look', 0, 1);
  const book = await surveyBook(context, options.namesAreFew);
  const names = book.names ?? (await readNames(context, book, options)).all;
  const owning = options.anew === true ? [] : names;
  const remains = book.sheets.filter((sheet) => isUnfinished(sheet, names));
  const sheets = book.sheets.filter((sheet) => !remains.includes(sheet));
  const asked = models.flatMap((model) =>
    ownedSheets(owning, model).flatMap((owned) => standingPlace(model, owned, sheets)),
  );
  let standingLinks: readonly (() => StandingLinks)[] = [];
  const blocksAlong = mergesAlong(
    context,
    asked.map(({ sheet, area }) => ({ sheet: sheet.sheet, area })),
    options,
  );
  const blocks = await readBlocks(
    context,
    asked.map(({ sheet, area }) => ({ sheet: sheet.sheet, area })),
    options,
    {
      withFormulas: true,
      alongside: () => {
        standingLinks = asked.map(({ model, sheet, area }) => askLinks(sheet.sheet, model, area));
        blocksAlong.ask();
      },
      refused: blocksAlong.leave,
    },
  );
  const merges = await blocksAlong.read();
  const standing = new Map(
    asked.map(({ sheet, area }, place) => [
      sheet.name,
      {
        sheet,
        area,
        ...cellsOf(blocks.filter((block) => block.sheet === sheet.sheet)),
        links: standingLinks[place]?.() ?? new Map(),
        merges: merges[place]?.refusedRow === undefined ? merges[place]?.merges : undefined,
      },
    ]),
  );
  const seen = sheets.map(({ name, protected: isProtected }) => ({
    name,
    protected: isProtected,
    grid: gridOf(standing.get(name)?.blocks ?? []),
    formulas: formulasIn(standing.get(name)?.blocks ?? []),
    merges: standing.get(name)?.merges,
    formatAt: standing.get(name)?.formatAt,
  }));
  const plans = planWrite({ names: owning, sheets: seen }, models);
  const links = { plans, sheetNames: sheets.map(({ name }) => name) };
  return {
    book,
    names,
    owning,
    remains,
    standing,
    plans,
    links,
    linkEdits: new Map(
      plans.map((plan) => [plan.name, linkEdits(plan, standing.get(plan.name)?.links ?? new Map(), links)]),
    ),
  };
};

/** The looks of cells that take another one, to be put back by an undo: one round trip, none where there are none. */
export const withLooks = async (
  context: Excel.RequestContext,
  own: OwnSheets,
  options: RunOptions,
): Promise<OwnSheets> => {
  const asked = own.plans.flatMap((plan) => {
    const standing = own.standing.get(plan.name);
    if (plan.kind === 'new' || standing === undefined) return [];
    return plan.plan.relooked.map((area) => ({ standing, sheet: standing.sheet.sheet, area }));
  });
  if (asked.length === 0) return own;
  const found = await readLooks(context, asked, options);
  const looked = [...new Set(asked.map(({ standing }) => standing))].map(
    (standing): readonly [string, StandingSheet] => [
      standing.sheet.name,
      { ...standing, looks: found.filter((_, place) => asked[place]?.standing === standing) },
    ],
  );
  return { ...own, standing: new Map([...own.standing, ...looked]) };
};

const cellsOf = (blocks: readonly ReadBlock[]): Pick<StandingSheet, 'blocks' | 'formatAt'> => ({
  blocks,
  formatAt: (row, column) => {
    const block = blocks.find(({ area }) => row >= area.top && row <= area.bottom);
    const format = block?.formats[row - block.area.top]?.[column - block.area.left];
    return typeof format === 'string' ? format : 'General';
  },
});

/** False for a sheet that a write would leave as it is. */
export const changesInExcel = ({ linkEdits: edits }: Pick<OwnSheets, 'linkEdits'>, plan: SheetPlan): boolean =>
  changesSomething(plan) || (edits.get(plan.name) ?? []).length > 0;

/** What the plans come to; a cell whose link alone changes counts too. */
export const outcomeOf = (
  { plans, linkEdits: edits, standing }: OwnSheets,
  marks: ReadonlyMap<string, string> = new Map(),
): WriteOutcome => {
  const { sheets } = writeOutcomeOf(plans);
  return {
    sheets: sheets.map((sheet, place) => {
      const plan = plans[place];
      const values = new Set(
        plan?.kind === 'refresh' ? plan.plan.edits.map(({ row, column }) => `${row},${column}`) : [],
      );
      const others = (edits.get(sheet.name) ?? []).filter(({ row, column }) => !values.has(`${row},${column}`));
      const edited = plan && editedCells(plan, standing, marks.get(sheet.marker));
      return { ...sheet, changedCells: sheet.changedCells + others.length, ...(edited && { editedCells: edited }) };
    }),
  };
};

const editedCells = (
  plan: SheetPlan,
  standing: OwnSheets['standing'],
  marks: string | undefined,
): readonly string[] | undefined => {
  if (plan.kind === 'new' || !plan.plan.edited || marks === undefined) return undefined;
  const grid = gridOf(standing.get(plan.name)?.blocks ?? []);
  return cellsChangedSince(marks, plan.model, plan.before, grid)?.map(({ row, column }) => a1(row, column));
};

const isUnfinished = ({ visibility, name: sheet }: SurveyedSheet, names: readonly DefinedName[]): boolean =>
  visibility === 'hidden' &&
  names.some((one) => one.sheet === sheet && one.name.startsWith(markerPrefix) && one.refersTo === unfinished);

const standingPlace = (
  model: SheetModel,
  owned: OwnedSheet,
  sheets: readonly SurveyedSheet[],
): readonly { readonly model: SheetModel; readonly sheet: SurveyedSheet; readonly area: Rectangle }[] => {
  const sheet = sheets.find(({ name }) => name === owned.name);
  if (sheet === undefined) return [];
  const { top, left, bottom, right } = owned.rectangle;
  const wanted = ownedRectangle(model, top, left);
  const last = top + mostRowsOf(model) - 1;
  return [
    {
      model,
      sheet,
      area: { top, left, bottom: Math.max(bottom, wanted.bottom, last), right: Math.max(right, wanted.right) },
    },
  ];
};
