import { fileProblem, ok, refuse, type Result, type Worded } from '../../../problems';
import { coveredCells, coveredKey, markedSheets, outwardValue, parseA1, type CellEdit, type EnteredCell } from '../..';
import { details } from '../details';
import { partsOf, partText, repackParts, setText } from '../package/parts';
import { orRefusal } from '../readWorkbookFile';
import { childOf, childrenOf, inserted, spliced, withAttribute, xmlTree, type XmlElement } from '../xml/tree';
import type { OpenedWorkbook } from './contentChanges';
import { workbookOrder } from './definedNames';
import { openToEdit, verifiedAfter } from './openedWorkbook';
import { patchSheet } from './patchSheet';
import { sheetRows } from './sheetRows';

/**
 * Puts values into single cells of an .xlsx or .xlsm, as if a person had typed them: text stays text, formats stay, and all
 * else is the same bytes. A formula is not written over, since others may hang on it; nor a cell that is locked, or lies
 * under a merged block. Where the book has formulas it is asked to be calculated anew when Excel opens it next.
 */
export const enterInWorkbookFile = (
  bytes: Uint8Array,
  fileName: string,
  cells: readonly EnteredCell[],
): Promise<Result<Uint8Array>> => orRefusal(fileName, () => Promise.resolve(enter(bytes, cells)));

const enter = (bytes: Uint8Array, cells: readonly EnteredCell[]): Result<Uint8Array> => {
  const opened = openToEdit(bytes);
  const { book, workbook } = opened;
  const before = partsOf(book);
  const parts = new Map(before);
  const plans: { kind: 'refresh'; name: string; plan: { edits: readonly CellEdit[] } }[] = [];
  // Formulas of ours hang on nothing but our sheets.
  const ours = new Set(markedSheets(opened.content.names).map(({ owned }) => owned.name));
  const entersOurs = cells.some(({ sheet }) => ours.has(sheet));
  let formulas = false;
  for (const { name, part } of workbook.sheets) {
    if (part === undefined || !parts.has(part)) continue;
    const xml = partText(parts, part);
    formulas ||= (entersOurs || !ours.has(name)) && /<(?:\w+:)?f[\s>/]/.test(xml);
    const entered = cells.filter(({ sheet }) => sheet === name);
    if (entered.length === 0) continue;
    const edits = entered.map(editOf);
    const hindered = hindrance(opened, { name, xml }, edits);
    if (hindered !== undefined) {
      const { sheet, cell } = entered[hindered.at] ?? {};
      return refuse(fileProblem('cell-not-entered', { sheet, cell }, { detail: hindered.why }));
    }
    const style = () => undefined;
    const patch = {
      edits,
      date1904: workbook.date1904,
      rowHeights: new Map<number, number>(),
      footer: undefined,
      style,
    };
    setText(parts, part, patchSheet(xml, part, patch).xml);
    plans.push({ kind: 'refresh', name, plan: { edits } });
  }
  const gone = cells.find(({ sheet }) => !plans.some(({ name }) => name === sheet));
  if (gone !== undefined) return refuse(fileProblem('excel-sheet-gone', { sheet: gone.sheet }));
  if (formulas) setText(parts, workbook.part, calculatedOnLoad(partText(parts, workbook.part)));
  const entered = repackParts(book, before, parts);
  verifiedAfter(opened, entered, { plans, names: [], dropped: undefined, recalculates: formulas });
  return ok(entered);
};

const editOf = ({ cell, value }: EnteredCell): CellEdit => {
  const place = parseA1(cell);
  if (place === undefined) throw new Error(`enterCells: ${cell} is no cell`);
  return { row: place.top, column: place.left, value: outwardValue(value) };
};

/** The first cell that cannot be written, and why. */
const hindrance = (
  { content, book, workbook }: OpenedWorkbook,
  { name, xml }: { readonly name: string; readonly xml: string },
  edits: readonly CellEdit[],
): { readonly at: number; readonly why: Worded } | undefined => {
  const sheet = content.sheets.find((one) => one.name === name);
  const rows = sheetRows(childOf(xmlTree(xml), 'sheetData'));
  const covered = coveredCells(sheet?.merges ?? []);
  const styles = workbook.relations.find(({ type }) => type === 'styles')?.target;
  const unlocked = sheet?.protected === true ? unlockedFormats(book.text(styles ?? '')) : undefined;
  for (const [at, { row, column }] of edits.entries()) {
    const known = rows.find(({ number }) => number === row)?.cells.find((cell) => cell.column === column)?.element;
    if (known !== undefined && childOf(known, 'f') !== undefined) return { at, why: details.formula };
    if (covered.has(coveredKey(row, column))) return { at, why: details.underMerge };
    if (unlocked?.has(Number(known?.attributes.get('s') ?? 0)) === false) return { at, why: details.locked };
  }
  return undefined;
};

/** The cell formats that may be written on a protected sheet. */
const unlockedFormats = (styles: string | undefined): ReadonlySet<number> => {
  if (styles === undefined) return new Set();
  const formats = childrenOf(childOf(xmlTree(styles), 'cellXfs'), 'xf');
  const isFree = (format: XmlElement): boolean =>
    /^(?:0|false)$/.test(childOf(format, 'protection')?.attributes.get('locked') ?? '');
  return new Set(formats.flatMap((format, number) => (isFree(format) ? [number] : [])));
};

/** xl/workbook.xml that asks for all formulas to be calculated when the book is opened. */
const calculatedOnLoad = (xml: string): string => {
  const root = xmlTree(xml);
  const standing = childOf(root, 'calcPr');
  return standing === undefined
    ? spliced(
        xml,
        inserted(root, workbookOrder, [{ name: 'calcPr', text: `<${root.open.prefix}calcPr fullCalcOnLoad="1"/>` }]),
      )
    : spliced(xml, [withAttribute(xml, standing, 'fullCalcOnLoad', '1')]);
};
