import { ok, problem, refuse, type Result } from '../../problems';
import type { UnreadSheet, WorkbookContent, ReadOptions } from '..';
import { checkpoint } from './session';
import { readSheets, type KnownSheet } from './sheets';
import { readNames } from './names';
import {
  askMeasure,
  cellCount,
  surveyBook,
  type ListedSheet,
  type Measure,
  type MeasuredSheet,
  type SurveyedSheet,
} from './survey';

/** We hold at most this many cells (rules/bad-inputs.md#caps). */
const mostCells = 3_000_000;
/** Up to here formulas are read too (links to other workbooks), and struck-through text comes with the cells. */
const closeLookCells = 20_000;

/** A workbook as it was read, with what it takes to read only its changes the next time. */
export interface KnownBook {
  readonly content: WorkbookContent;
  readonly sheets: readonly KnownSheet[];
  readonly closely: boolean;
  /** All names can be asked for at once. */
  readonly namesAreFew: boolean;
  /**
   * All sheets in their order, those that were left out too. Of these an Excel that does not tell of renamed and moved
   * sheets leaves us the old name and place until everything is read, as it is before a write; nothing rests on them.
   */
  readonly listed: readonly ListedSheet[];
  /** We wrote since: there may be other sheets of ours, with other names. */
  readonly isWritten?: true;
}

/**
 * Reads the whole workbook: look, measure, read. Three round trips up to 100,000 cells, one more for each further
 * 100,000; more only where Excel refuses merged blocks, or names are many. Above 20,000 cells links to other workbooks are seen in defined names only.
 */
export const readBook = async (context: Excel.RequestContext, options: ReadOptions): Promise<Result<KnownBook>> => {
  checkpoint(options, 'look', 0, 1);
  const book = await surveyBook(context, false);
  checkpoint(options, 'measure', 0, 1);
  let measures: readonly { readonly from: SurveyedSheet; readonly measure: () => Measure }[] = [];
  const names = await readNames(context, book, options, () => {
    measures = book.sheets.map((from) => ({ from, measure: askMeasure(from.sheet).measure }));
  });
  const leftOut = options.leftOut?.(names.all);
  const isRead = ({ name }: { readonly name: string }): boolean => leftOut?.has(name) !== true;
  const measured = measures
    .filter(({ from }) => isRead(from))
    .map(({ from, measure }): MeasuredSheet => ({ from, ...measure() }));
  const cells = cellsOf(measured);
  if (cells > mostCells) return refuse(problem('excel-too-many-cells', {}, { cells, most: mostCells }));
  const closely = looksClosely(cells);
  const { sheets, unread } = await readSheets(context, measured, closely, options);
  const listed = book.sheets.map(({ id, name }) => ({ id, name }));
  const said = { names: names.all, manualCalculation: book.manualCalculation };
  return ok({ content: contentOf(said, sheets, unread), sheets, closely, namesAreFew: names.areFew, listed });
};

/** Cells from the first to the last value of each sheet, all sheets together. */
export const cellsOf = (measured: readonly MeasuredSheet[]): number =>
  measured.reduce((sum, { used }) => sum + (used === undefined ? 0 : cellCount(used.area)), 0);

/** Whether so many cells are few enough to look at each of them closely. */
export const looksClosely = (cells: number): boolean => cells <= closeLookCells;

/** What the reader of the workbook sees of it. */
export const contentOf = (
  { names, manualCalculation }: Pick<WorkbookContent, 'names' | 'manualCalculation'>,
  sheets: readonly KnownSheet[],
  unread: readonly UnreadSheet[] = [],
): WorkbookContent => ({
  sheets: sheets.map(({ content }) => content),
  ...(unread.length === 0 ? {} : { unread }),
  names,
  manualCalculation,
  externalLinks:
    names.some(({ refersTo }) => linksOut(refersTo)) ||
    sheets.some(({ formulas }) => [...formulas.values()].some(linksOut)),
});

/** `[1]Sheet1!A1` or `'[台帳.xlsx]Sheet1'!A1`. */
const linksOut = (formula: string): boolean => /\[(\d{1,5}|[^[\]]{1,200}\.(xls[xmb]?|ods|csv))\]/i.test(formula);
