import { finished, foldLabel, foldText, type Steps } from '../../kernel';
import { idGrammar, schemeOf, scoredYears } from '../../schemes';
import { cellAt, type SheetContent } from '../../workbook';
import { readBranch, readCompositeLabel, remembered } from '../labels';
import { readHeadingPlace } from '../places';
import { readQuestionNumber } from '../questionNumber';
import type { LabelRole } from './answerTable';

/** What the cells of a label column may be recognised as without any header. */
export type ContentRole = Extract<LabelRole, 'grant' | 'goal' | 'group' | 'indicator' | 'branch' | 'id' | 'question'>;

/** Label columns stand among the first of a table; a table of all municipalities has thousands of others. */
const mostColumns = 60;
/**
 * So many rows with anything in them are looked at: a list of criteria has a few hundred, and what a column is shows in the
 * first of them; a sheet with a million rows is looked at no longer than a form.
 */
const mostRows = 5_000;
/** Fewer cells of one kind than this are a coincidence. */
export const fewestCells = 4;

/** One column's cells, counted by what they say. */
export interface ColumnContent {
  /** Cells that are not empty. */
  readonly cells: number;
  readonly counts: ReadonlyMap<ContentRole, number>;
}

/** Counts what the cells of 0-based rows `firstRow` to `lastRow` say, column by column; of very many rows the first. */
export const contentOfColumns = (
  sheet: Pick<SheetContent, 'grid'>,
  firstRow: number,
  lastRow: number,
): readonly ColumnContent[] => finished(countingContent(sheet, firstRow, lastRow));

/** {@link contentOfColumns} in steps. */
export function* countingContent(
  sheet: Pick<SheetContent, 'grid'>,
  firstRow: number,
  lastRow: number,
): Steps<readonly ColumnContent[]> {
  const found: { cells: number; readonly counts: Map<ContentRole, number> }[] = [];
  let rows = 0;
  for (let row = firstRow; row <= lastRow && rows < mostRows; row += 1) {
    if (row % rowsAtOnce === 0) yield;
    const width = Math.min(sheet.grid[row]?.length ?? 0, mostColumns);
    if (width > 0) rows += 1;
    while (found.length < width) found.push({ cells: 0, counts: new Map() });
    for (const [column, here] of found.entries()) {
      const value = cellAt(sheet.grid, row, column);
      if (value === null || value === '') continue;
      here.cells += 1;
      if (typeof value !== 'string') continue;
      for (const role of rolesOfText(value)) here.counts.set(role, (here.counts.get(role) ?? 0) + 1);
    }
  }
  return found;
}

const rowsAtOnce = 128;

/** The columns whose cells are, at least half of them, labels of one kind; where two are, the one with more. */
export const columnsByContent = (contents: readonly ColumnContent[]): ReadonlyMap<ContentRole, number> => {
  const best = new Map<ContentRole, { readonly column: number; readonly count: number }>();
  for (const [column, { cells, counts }] of contents.entries()) {
    for (const [role, count] of counts) {
      if (count < fewestCells || count * 2 < cells) continue;
      if (count > (best.get(role)?.count ?? 0)) best.set(role, { column, count });
    }
  }
  return new Map([...best].map(([role, { column }]) => [role, column]));
};

const nothing: readonly ContentRole[] = [];
/** a, b-1, (c): a capital letter alone may as well be an answer. */
const latinBranch = /^\(?(?:[a-h]|[A-H](?=[-.]?\(?[1-9①-⑨]))\)?[-.]?(?:\(?[1-9①-⑨]\)?)?$/;

/** What one label says; 推進Ⅰ names a grant and a goal at once. */
const rolesOfText = remembered((text: string): readonly ContentRole[] => {
  if (text.length > longestLabel) return nothing;
  const folded = foldText(text);
  if (idGrammar.criterion.test(folded.charAt(0).toUpperCase() + folded.slice(1).toLowerCase())) return ['id'];
  if (readBranch(text) !== undefined || latinBranch.test(folded)) return ['branch'];
  if (readQuestionNumber(text) !== undefined) return ['question'];
  const { name } = readCompositeLabel(text);
  if (name !== undefined && isIndicatorName(name)) return ['indicator'];
  const place = readHeadingPlace(text);
  return (['grant', 'goal', 'group'] as const).filter((role) => place[role] !== undefined);
});

const longestLabel = 120;

/** Whether any known year has an indicator of this name. */
export const isIndicatorName = (name: string): boolean => {
  const label = foldLabel(name);
  return scoredYears().some((year) => {
    const scheme = schemeOf(year);
    return scheme.ok && namesOf(scheme.value).has(label);
  });
};

const made = new WeakMap<object, ReadonlySet<string>>();

const namesOf = (scheme: { readonly indicators: readonly { readonly name: string }[] }): ReadonlySet<string> => {
  const known = made.get(scheme) ?? new Set(scheme.indicators.map(({ name }) => foldLabel(name)));
  made.set(scheme, known);
  return known;
};
