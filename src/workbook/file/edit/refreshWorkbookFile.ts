import { named } from '../details';
import { ok, type Result } from '../../../problems';
import {
  changesSomething,
  ownedRectangle,
  planWrite,
  writeOutcomeOf,
  type SheetModel,
  type SheetPlan,
  type WriteOutcome,
} from '../..';
import type { OpenedWorkbook, PlannedRefresh } from './contentChanges';
import { withNames, type NewName } from './definedNames';
import { FileFault } from '../fault';
import { addSheet } from './graft';
import { prepareGraft } from './graftSheets';
import { partSource, partsOf, partText, repackParts, setText } from '../package/parts';
import { patchSheet } from './patchSheet';
import { relookSheet } from './relookSheet';
import { linkChanges, relinkSheet, type LinkChange } from './sheetLinks';
import { standingFormats } from './standingFormats';
import { orRefusal } from '../readWorkbookFile';
import type { WorkbookPlan } from '../xlsx/readXlsx';
import { completeContentTypes, linkRelation } from '../package/typesAndRelations';
import { dropCalculationChain, openToEdit, verifiedAfter } from './openedWorkbook';
import { markerNames, printNames } from '../write/writeWorkbookFile';

/** The bytes of the refreshed workbook, and what was done to it. */
export interface RefreshedFile {
  readonly bytes: Uint8Array;
  readonly outcome: WriteOutcome;
}

/**
 * Writes our sheets into an .xlsx or .xlsm that exists: into the rectangles we own, or onto new sheets at the end. Parts
 * are patched, not written anew, so charts, pivots, macros, shapes and every other sheet stay byte for byte
 * (src/decisions/refresh-by-patching.md). When nothing changes, the very same bytes come back.
 */
export const refreshWorkbookFile = async (
  bytes: Uint8Array,
  fileName: string,
  models: readonly SheetModel[],
  how: RefreshOptions = {},
): Promise<Result<RefreshedFile>> => orRefusal(fileName, async () => ok(await refresh(bytes, models, how)));

export interface RefreshOptions {
  /** Every sheet is a new one, whatever stands: what a person filled in is never written over. */
  readonly anew?: boolean;
}

const refresh = async (
  bytes: Uint8Array,
  models: readonly SheetModel[],
  { anew = false }: RefreshOptions,
): Promise<RefreshedFile> => {
  const opened = openToEdit(bytes);
  const plans = plansFor(opened, models, anew);
  if (opened.workbook.structureLocked && plans.some(({ kind: way }) => way === 'new')) {
    throw new FileFault('file-protected-structure', opened.workbook.part);
  }
  const outcome = writeOutcomeOf(plans);
  const links = linksToMove(opened, plans);
  if (!plans.some(changesSomething) && links.size === 0) return { bytes, outcome };
  const { refreshed, planned } = await carryOut(opened, plans, links);
  verified(opened, refreshed, planned, anew ? [] : models);
  return { bytes: refreshed, outcome };
};

/** Reads the new bytes back; what would be written again is not handed out either. */
const verified = (
  before: OpenedWorkbook,
  bytes: Uint8Array,
  planned: PlannedRefresh,
  models: readonly SheetModel[],
): void => {
  const after = verifiedAfter(before, bytes, planned);
  const plans = plansFor(after, models);
  const again = plans.find(changesSomething)?.name ?? [...linksToMove(after, plans).keys()][0];
  if (again !== undefined) throw new FileFault('file-cannot-refresh', named(again));
};

/** The links that lead elsewhere than they should, by the name of the sheet; of those that have some. */
const linksToMove = (
  { book, workbook }: OpenedWorkbook,
  plans: readonly SheetPlan[],
): ReadonlyMap<string, readonly LinkChange[]> => {
  const parts = partSource(book);
  const names = workbook.sheets.map(({ name }) => name);
  return new Map(
    plans.flatMap((plan) => {
      const part = workbook.sheets.find(({ name }) => name === plan.name)?.part;
      const changes = part === undefined ? [] : linkChanges(parts, part, plan, plans, names);
      return changes.length === 0 ? [] : [[plan.name, changes] as const];
    }),
  );
};

const plansFor = (opened: OpenedWorkbook, models: readonly SheetModel[], anew = false): readonly SheetPlan[] => {
  const { workbook, content } = opened;
  const formatsOf = standingFormats(opened);
  const sheets = content.sheets.map((sheet) => ({ ...sheet, formatAt: formatsOf(sheet.name) }));
  return planWrite({ names: anew ? [] : content.names, sheets: tabsOf(workbook, sheets) }, models);
};

/** Chart sheets hold no cells, but their names are taken. */
const tabsOf = <T extends { readonly name: string }>(workbook: WorkbookPlan, sheets: readonly T[]) =>
  workbook.sheets.map(({ name }) => {
    const sheet = sheets.find((one) => one.name === name);
    return sheet ?? { name, grid: [], protected: true };
  });

const carryOut = async (
  { book, workbook }: OpenedWorkbook,
  plans: readonly SheetPlan[],
  links: ReadonlyMap<string, readonly LinkChange[]>,
): Promise<CarriedOut> => {
  const before = partsOf(book);
  const parts = new Map(before);
  const sheetNames = workbook.sheets.map(({ name }) => name);
  const styles = workbook.relations.find(({ type, target }) => type === 'styles' && parts.has(target))?.target;
  const sheets = workbook.sheets.flatMap(({ part }) => (part !== undefined && parts.has(part) ? [part] : []));
  const graft = plans.some(needsFormats)
    ? await prepareGraft(parts, { part: workbook.part, styles, sheets }, plans, sheetNames)
    : undefined;
  const names: NewName[] = [];
  let formulasChanged = plans.some(({ kind, formulas }) => kind === 'new' && formulas.size > 0);
  let tabs = workbook.sheets.length;
  for (const [index, plan] of plans.entries()) {
    if (plan.kind === 'new') {
      const sheet = graft?.sheets[index];
      if (graft === undefined || sheet === undefined) throw new Error(`carryOut: no sheet for ${plan.name}`);
      addSheet(parts, workbook.part, plan, { parts: graft.parts, sheet });
      names.push(...printNames(plan.model, plan.name, tabs));
      names.push(...markerNames(plan.model, plan.name, tabs, ownedRectangle(plan.model)));
      tabs += 1;
      continue;
    }
    const tab = workbook.sheets.findIndex(({ name }) => name === plan.name);
    const part = workbook.sheets[tab]?.part;
    if (part === undefined) throw new Error(`carryOut: no part for ${plan.name}`);
    const { edits, rowHeights, owned, relaid, relooked: areas } = plan.plan;
    const style = (row: number, column: number) => graft?.format(index, row - owned.top, column - owned.left);
    const { footer } = plan.model.print;
    const standing = partText(parts, part);
    const patched = patchSheet(standing, part, { edits, date1904: workbook.date1904, rowHeights, style, footer });
    formulasChanged ||= patched.formulasChanged;
    const points = (row: number) => plan.model.rowHeights?.get(row - owned.top);
    const laid = relaid === undefined ? undefined : { relaid, points };
    const looked = areas.length === 0 ? patched.xml : relookSheet(patched.xml, part, { areas, style, laid });
    const xml = relinkSheet(looked, links.get(plan.name) ?? [], (target) => linkRelation(parts, part, target));
    if (xml !== standing) setText(parts, part, xml);
    names.push(...markerNames(plan.model, plan.name, tab, owned));
  }
  setText(parts, workbook.part, withNames(partText(parts, workbook.part), names));
  const dropped = formulasChanged ? dropCalculationChain(parts, workbook) : undefined;
  completeContentTypes(parts);
  return { refreshed: repackParts(book, before, parts), planned: { plans, names, dropped, links } };
};

interface CarriedOut {
  readonly refreshed: Uint8Array;
  readonly planned: PlannedRefresh;
}

/** A sheet that grew has cells without a format, one whose cells take another look old ones; a new one has nothing else. */
const needsFormats = (plan: SheetPlan): boolean =>
  plan.kind === 'new' ||
  plan.plan.relooked.length > 0 ||
  plan.plan.owned.bottom > plan.before.rectangle.bottom ||
  plan.plan.owned.right > plan.before.rectangle.right;
