import { details } from '../details';
import { linkTarget, type CellLink, type SheetPlan } from '../..';
import { defaultFigure } from './defaultFigure';
import { FileFault } from '../fault';
import { partText, setText } from '../package/parts';
import { mergeStyles } from './mergeStyles';
import { addContentType, addRelation, contentTypes, freePartName } from '../package/typesAndRelations';
import { xmlTags } from '../xml/tags';
import { partOf, workbookParts } from '../write/workbookParts';

/** Our sheets as a workbook of their own, whose formats have been added to the user's. */
interface Graft {
  /** All parts of it; the worksheets bear the format numbers of the user's workbook. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** The worksheet part of each plan, in order. */
  readonly sheets: readonly string[];
  /** The number a format of ours has now, for a cell of a plan. */
  format(plan: number, row: number, column: number): number | undefined;
}

/** Writes the sheets, and adds their formats to the styles of the workbook, which get a part if they have none. */
export const prepareGraft = async (
  parts: Map<string, Uint8Array>,
  workbook: { readonly part: string; readonly styles: string | undefined; readonly sheets: readonly string[] },
  plans: readonly SheetPlan[],
  sheetNames: readonly string[],
): Promise<Graft> => {
  const { styles: theirStyles } = workbook;
  const figure = theirStyles === undefined ? undefined : defaultFigure(partText(parts, theirStyles));
  const resolve = (link: CellLink): CellLink | undefined => linkTarget(link, plans, sheetNames);
  const ours = await workbookParts(plans, resolve, 'inline', figure === undefined ? {} : { figure });
  const styles =
    workbook.styles === undefined
      ? addStyles(parts, workbook, ours)
      : mergedInto(parts, workbook.styles, partText(ours, ourStyles));
  const sheets = plans.map((_, place) => partOf(place));
  const formats = sheets.map((sheet) => {
    const moved = withRules(partText(ours, sheet), styles).replace(
      /(<c r="[A-Z]+\d+"[^>]*?) s="(\d+)"/g,
      (__, start: string, format: string) => `${start} s="${styles.format(Number(format))}"`,
    );
    setText(ours, sheet, moved);
    return formatsOf(moved);
  });
  return { parts: ours, sheets, format: (plan, row, column) => formats[plan]?.get(`${row},${column}`) };
};

const ourStyles = 'xl/styles.xml';

/**
 * A workbook without formats gets ours as they are: the first of them is that of every cell that has none. Throws
 * {@link FileFault} where cells ask for others, as they would take on ours.
 */
const addStyles = (
  parts: Map<string, Uint8Array>,
  { part: workbookPart, sheets }: { readonly part: string; readonly sheets: readonly string[] },
  ours: ReadonlyMap<string, Uint8Array>,
): NewNumbers => {
  if (sheets.some((sheet) => asksForFormats(partText(parts, sheet))))
    throw new FileFault('file-cannot-refresh', details.formatsAbsent);
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
  const wanted = `${folder}styles.xml`;
  // A type may be left of styles that are gone.
  const isFree = !parts.has(wanted) && !contentTypes(parts).has(wanted);
  const part = isFree ? wanted : freePartName(parts, wanted);
  setText(parts, part, partText(ours, ourStyles));
  addContentType(parts, part, contentTypes(ours).get(ourStyles) ?? '');
  addRelation(parts, workbookPart, 'styles', part);
  return { format: (number) => number, rule: (number) => number };
};

/** Whether a column, a row or a cell names a format other than the first. */
const asksForFormats = (sheet: string): boolean =>
  xmlTags(sheet).some(({ name, attributes }) => {
    const format = name === 'col' ? attributes.get('style') : ['row', 'c'].includes(name) ? attributes.get('s') : '0';
    return Number(format ?? 0) !== 0;
  });

/** The numbers our formats have among theirs. */
type NewNumbers = Pick<ReturnType<typeof mergeStyles>, 'format' | 'rule'>;

/** A sheet of ours whose rules paint with the same formats as before; without rules where those found no room. */
const withRules = (sheet: string, { rule }: NewNumbers): string =>
  sheet.replace(/<conditionalFormatting .*?<\/conditionalFormatting>/g, (rules) => {
    const moved = rules.replace(/ dxfId="(\d+)"/g, (_, number: string) => ` dxfId="${rule(Number(number)) ?? ''}"`);
    return moved.includes(' dxfId=""') ? '' : moved;
  });

const mergedInto = (parts: Map<string, Uint8Array>, part: string, ours: string): NewNumbers => {
  const merged = mergeStyles(partText(parts, part), ours, part);
  setText(parts, part, merged.xml);
  return merged;
};

/** By `row,column`, from the cells in order: every cell of a model has one. */
const formatsOf = (xml: string): ReadonlyMap<string, number> =>
  new Map(
    [...xml.matchAll(/<c r="([A-Z]+)(\d+)"[^>]*? s="(\d+)"/g)].map(([, letters = '', digits, format]) => {
      const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      return [`${Number(digits) - 1},${column}`, Number(format)];
    }),
  );
