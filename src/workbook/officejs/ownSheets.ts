import {
  ownedRectangle,
  ownedSheets,
  planWrite,
  type DefinedName,
  type OwnedSheet,
  type Rectangle,
  type SheetModel,
  type SheetPlan,
} from '..';
import { gridOf } from './cells';
import { readBlocks, type ReadBlock } from './blocks';
import { checkpoint, type RunOptions } from './session';
import { surveyBook, type SurveyedBook, type SurveyedSheet } from './survey';

/** The comment of a marker whose sheet was taken back: the next run fills that sheet instead of adding one. */
export const unfinished = '元に戻したシート';

/** What has to be written where, and what stands there now. */
export interface OwnSheets {
  readonly book: SurveyedBook;
  readonly plans: readonly SheetPlan[];
  /** Emptied, hidden sheets of an earlier run that was taken back, by marker. */
  readonly leftovers: ReadonlyMap<string, SurveyedSheet>;
  /** What stands in our rectangles, old and new, before the write; by sheet name. */
  readonly standing: ReadonlyMap<string, StandingSheet>;
}

export interface StandingSheet {
  readonly sheet: SurveyedSheet;
  readonly area: Rectangle;
  readonly blocks: readonly ReadBlock[];
}

/** Looks at the workbook and at our own rectangles, and plans the write: two round trips, one when nothing is ours yet. */
export const lookAtOwnSheets = async (
  context: Excel.RequestContext,
  models: readonly SheetModel[],
  options: RunOptions,
): Promise<OwnSheets> => {
  checkpoint(options, 'look', 0, 1);
  const book = await surveyBook(context);
  const leftovers = leftoversOf(book, models);
  const skipped = new Set([...leftovers.values()].map(({ name }) => name));
  const names = book.names.filter(({ sheet }) => sheet === undefined || !skipped.has(sheet));
  const sheets = book.sheets.filter(({ name }) => !skipped.has(name));
  const asked = models.flatMap((model) =>
    ownedSheets(names, model).flatMap((owned) => standingPlace(model, owned, sheets)),
  );
  const blocks = await readBlocks(
    context,
    asked.map(({ sheet, area }) => ({ sheet: sheet.sheet, area })),
    options,
    { withFormulas: true },
  );
  const standing = new Map(
    asked.map(({ sheet, area }) => [
      sheet.name,
      { sheet, area, blocks: blocks.filter((block) => block.sheet === sheet.sheet) },
    ]),
  );
  const seen = sheets.map(({ name, protected: isProtected }) => ({
    name,
    protected: isProtected,
    grid: gridOf(standing.get(name)?.blocks ?? []),
  }));
  return { book, leftovers, standing, plans: planWrite({ names, sheets: seen }, models) };
};

const leftoversOf = (book: SurveyedBook, models: readonly SheetModel[]): ReadonlyMap<string, SurveyedSheet> =>
  new Map(
    models.flatMap((model) => {
      const sheet = book.sheets.find(
        (one) => one.visibility === 'hidden' && !one.protected && one.names.some((name) => marks(name, one, model)),
      );
      return sheet === undefined ? [] : [[model.marker, sheet] as const];
    }),
  );

const marks = (
  { name, refersTo, comment }: SurveyedSheet['names'][number],
  sheet: SurveyedSheet,
  model: SheetModel,
): boolean => {
  const own: DefinedName = { name, refersTo, sheet: sheet.name };
  return comment === unfinished && ownedSheets([own], model).length > 0;
};

const standingPlace = (
  model: SheetModel,
  owned: OwnedSheet,
  sheets: readonly SurveyedSheet[],
): readonly { readonly sheet: SurveyedSheet; readonly area: Rectangle }[] => {
  const sheet = sheets.find(({ name }) => name === owned.name);
  if (sheet === undefined) return [];
  const { top, left, bottom, right } = owned.rectangle;
  const wanted = ownedRectangle(model, top, left);
  return [
    { sheet, area: { top, left, bottom: Math.max(bottom, wanted.bottom), right: Math.max(right, wanted.right) } },
  ];
};
