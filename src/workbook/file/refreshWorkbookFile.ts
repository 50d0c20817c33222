import { ok, type Result } from '../../problems';
import {
  changesSomething,
  ownedRectangle,
  planWrite,
  refreshedFooter,
  writeOutcomeOf,
  type SheetModel,
  type SheetPlan,
  type WriteOutcome,
} from '..';
import { markerNames, titleNames, withNames } from './writeWorkbookFile';
import { FileFault } from './fault';
import { fileKind, openPackage, relationsName, type Package } from './package';
import { addSheet } from './graft';
import { prepareGraft } from './graftSheets';
import { packParts, partText, setText } from './parts';
import { patchSheet } from './patchSheet';
import { orRefusal } from './readWorkbookFile';
import { readXlsxFile, workbookPlan, type WorkbookPlan } from './readXlsx';
import { unpack } from './zip';

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
): Promise<Result<RefreshedFile>> => orRefusal(fileName, async () => ok(await refresh(bytes, models)));

const refresh = async (bytes: Uint8Array, models: readonly SheetModel[]): Promise<RefreshedFile> => {
  const kind = fileKind(bytes);
  if (kind.kind === 'refused') throw new FileFault(kind.name, String(bytes.length));
  if (kind.kind === 'text') throw new FileFault('file-cannot-refresh', 'CSV');
  const book = openPackage(bytes);
  if (book.entries.has('mimetype')) throw new FileFault('file-cannot-refresh', 'ODS');
  const content = await readXlsxFile(book);
  const workbook = workbookPlan(book);
  const plans = planWrite({ names: content.names, sheets: tabsOf(workbook, content.sheets) }, models);
  if (workbook.structureLocked && plans.some(({ kind: way }) => way === 'new')) {
    throw new FileFault('file-protected-structure', workbook.part);
  }
  return {
    bytes: plans.some(changesSomething) ? await carryOut(book, workbook, plans) : bytes,
    outcome: writeOutcomeOf(plans),
  };
};

/** Chart sheets hold no cells, but their names are taken. */
const tabsOf = <T extends { readonly name: string }>(workbook: WorkbookPlan, sheets: readonly T[]) =>
  workbook.sheets.map(({ name }) => {
    const sheet = sheets.find((one) => one.name === name);
    return sheet ?? { name, grid: [], protected: true };
  });

const carryOut = async (book: Package, workbook: WorkbookPlan, plans: readonly SheetPlan[]): Promise<Uint8Array> => {
  const parts = new Map(
    [...book.entries.values()]
      .filter(({ name }) => !name.endsWith('/'))
      .map((entry) => [entry.name, unpack(book.bytes, entry)]),
  );
  const sheetNames = workbook.sheets.map(({ name }) => name);
  const styles = workbook.relations.find(({ type }) => type === 'styles')?.target;
  if (styles === undefined || !parts.has(styles)) throw new FileFault('file-cannot-refresh', 'xl/styles.xml');
  const graft = plans.some(needsFormats) ? await prepareGraft(parts, styles, plans, sheetNames) : undefined;
  let xml = partText(parts, workbook.part);
  if (!xml.includes('<workbook')) throw new FileFault('file-cannot-refresh', workbook.part);
  let formulaLost = false;
  let tabs = workbook.sheets.length;
  for (const [index, plan] of plans.entries()) {
    if (plan.kind === 'new') {
      const sheet = graft?.sheets[index];
      if (graft === undefined || sheet === undefined) throw new Error(`carryOut: no sheet for ${plan.name}`);
      const relations = relationsName(workbook.part);
      xml = addSheet(parts, { part: workbook.part, xml, relations }, plan, { parts: graft.parts, sheet });
      const names = markerNames(plan.model, plan.name, tabs, ownedRectangle(plan.model));
      xml = withNames(xml, [...titleNames(plan.model, plan.name, tabs), ...names]);
      tabs += 1;
      continue;
    }
    const tab = workbook.sheets.findIndex(({ name }) => name === plan.name);
    const part = workbook.sheets[tab]?.part;
    if (part === undefined) throw new Error(`carryOut: no part for ${plan.name}`);
    const before = partText(parts, part);
    const { edits, rowHeights, owned } = plan.plan;
    const style = (row: number, column: number) => graft?.format(index, row - owned.top, column - owned.left);
    const patched =
      edits.length === 0 ? before : patchSheet(before, edits, { date1904: workbook.date1904, rowHeights, style });
    const after = withFooterOf(patched, plan.model.print.footer);
    formulaLost ||= formulas(before) !== formulas(after);
    if (after !== before) setText(parts, part, after);
    xml = withNames(xml, markerNames(plan.model, plan.name, tab, owned));
  }
  setText(parts, workbook.part, xml);
  if (formulaLost) dropCalculationChain(parts, workbook);
  return packParts(parts);
};

const withFooterOf = (xml: string, wanted: string | undefined): string =>
  xml.replace(/(<oddFooter[^>]*>)([^<]*)/, (_, tag: string, text: string) => tag + refreshedFooter(text, wanted));

/** A sheet that grew has cells without a format; a new one has nothing else. */
const needsFormats = (plan: SheetPlan): boolean =>
  plan.kind === 'new' ||
  plan.plan.owned.bottom > plan.before.rectangle.bottom ||
  plan.plan.owned.right > plan.before.rectangle.right;

const formulas = (xml: string): number => xml.split(/<f[\s>/]/).length;

/** Excel repairs a workbook whose calculation chain names a cell without a formula; it makes a new chain by itself. */
const dropCalculationChain = (parts: Map<string, Uint8Array>, workbook: WorkbookPlan): void => {
  const chain = workbook.relations.find(({ type }) => type === 'calcChain')?.target;
  if (chain === undefined) return;
  parts.delete(chain);
  const relations = relationsName(workbook.part);
  setText(parts, relations, partText(parts, relations).replace(/<Relationship [^>]*\/calcChain"[^>]*\/>/, ''));
  const types = partText(parts, '[Content_Types].xml');
  setText(parts, '[Content_Types].xml', types.replace(/<Override [^>]*calcChain[^>]*\/>/, ''));
};
