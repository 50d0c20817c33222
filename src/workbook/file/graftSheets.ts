import { writeXlsx } from 'hucre/xlsx';
import { linkTarget, type SheetPlan } from '../writePlan';
import { hucreSheet } from './hucreSheet';
import { mergeStyles } from './mergeStyles';
import { ownParts, partText, setText } from './packParts';
import { textElement } from './textElement';

/** Our sheets as a workbook of their own, whose formats have been added to the user's. */
export interface Graft {
  /** All parts of it; the worksheets bear the format numbers of the user's workbook. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** The worksheet part of each plan, in order. */
  readonly sheets: readonly string[];
  /** The number a format of ours has now, for a cell of a plan. */
  format(plan: number, row: number, column: number): number | undefined;
}

/** Writes the sheets with hucre, and adds their formats to the styles part of `parts`. */
export const prepareGraft = async (
  parts: Map<string, Uint8Array>,
  stylesPart: string,
  plans: readonly SheetPlan[],
  sheetNames: readonly string[],
): Promise<Graft> => {
  const written = plans.map(({ model, name }) =>
    hucreSheet(model, name, (link) => linkTarget(link, plans, sheetNames)),
  );
  const ours = ownParts(await writeXlsx({ sheets: written, stringMode: 'inline' }));
  const styles = mergeStyles(partText(parts, stylesPart), partText(ours, 'xl/styles.xml'));
  setText(parts, stylesPart, styles.xml);
  const sheets = plans.map((_, index) => `xl/worksheets/sheet${index + 1}.xml`);
  const formats = sheets.map((sheet) => {
    const moved = partText(ours, sheet)
      .replace(/(<c r="[A-Z]+\d+"[^>]*?) s="(\d+)"/g, (__, start: string, format: string) => {
        return `${start} s="${styles.format(Number(format))}"`;
      })
      .replace(/<t>([^<]*)<\/t>/g, (__, text: string) => textElement(text));
    setText(ours, sheet, moved);
    return formatsOf(moved);
  });
  return { parts: ours, sheets, format: (plan, row, column) => formats[plan]?.get(`${row},${column}`) };
};

/** By `row,column`, from the cells in order: hucre writes every cell of a model that has a format. */
const formatsOf = (xml: string): ReadonlyMap<string, number> =>
  new Map(
    [...xml.matchAll(/<c r="([A-Z]+)(\d+)"[^>]*? s="(\d+)"/g)].map(([, letters = '', digits, format]) => {
      const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      return [`${Number(digits) - 1},${column}`, Number(format)];
    }),
  );
