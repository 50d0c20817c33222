import { foldLabel } from '../../kernel';
import { cellAt, type CellValue, type SheetContent } from '../../workbook';
import { readBranch, readGoal, readGrant } from '../labels';
import { summaryKind } from './nationalTable';

/** The levels of the merged header, top down (rules/grants.md#national-table: rows 2–8). */
export const headerLevels = ['grant', 'goal', 'group', 'number', 'name', 'branch', 'subBranch'] as const;
export type HeaderLevel = (typeof headerLevels)[number];

/** The header of a national table with merged texts written into every cell they cover. */
export interface HeaderBand {
  readonly rows: ReadonlyMap<HeaderLevel, number>;
  /** 0-based: first row of the header, last row of the header. */
  readonly top: number;
  readonly bottom: number;
  readonly firstBranchColumn: number;
  readonly width: number;
  /** The text over a column at a level, folded; '' where there is none. */
  readonly textAt: (level: HeaderLevel, column: number) => string;
  /** All texts over a column, top down, merged downwards but never filled from the left. */
  readonly ownTexts: (column: number) => readonly string[];
}

const searchedRows = 40;
/** A national table has 260 branches and more; an answer form has none side by side. */
const fewestBranches = 40;

/** Finds the header by what its rows say; undefined when the sheet is no national table. */
export const findHeaderBand = (sheet: SheetContent): HeaderBand | undefined => {
  const texts = Array.from({ length: Math.min(searchedRows, sheet.grid.length) }, (_, row) =>
    (sheet.grid[row] ?? []).map(labelOf),
  );
  const branchRow = bestRow(texts, 0, texts.length, (text) => kana.test(text) && readBranch(text) !== undefined);
  if (branchRow === undefined || branchRow.hits < fewestBranches) return undefined;
  const branch = branchRow.row;
  const grant = texts.findIndex(
    (row, at) =>
      at < branch &&
      row.some((text) => readGrant(text) === 'promotion') &&
      row.some((text) => readGrant(text) === 'support'),
  );
  const goal = bestRow(texts, 0, branch, (text) => isGoal(text) && !isGroup(text) && !endsInSum(text))?.row;
  const group = groupRow(texts, (goal ?? grant) + 1, branch);
  const below = (group ?? goal ?? grant) + 1;
  const number = bestRow(texts, below, branch, (text) => /^\(?(?:指標|no\.?)?\(?\d{1,2}[).．]?$/.test(text))?.row;
  const name = bestRow(texts, below, branch, (text) => text.length >= 6, number)?.row;
  const sub = bestRow(texts, branch + 1, Math.min(branch + 3, texts.length), (text) =>
    /^\(?[①-⑨]\)?$|^\([1-9]\)$/.test(text),
  );
  const subBranch = sub !== undefined && sub.hits >= 5 ? sub.row : plainDigitsBelow(texts, branch);
  const rows = new Map<HeaderLevel, number>();
  const found = { grant: grant < 0 ? undefined : grant, goal, group, number, name: name ?? number, branch, subBranch };
  for (const level of headerLevels) {
    const row = found[level];
    if (row !== undefined) rows.set(level, row);
  }
  return bandOf(sheet, texts, rows, branch);
};

const kana = /^\(?[ア-ク]/;

const labelOf = (value: CellValue): string =>
  typeof value === 'string' ? foldLabel(value) : typeof value === 'number' ? String(value) : '';

/** 目標Ⅰ, Ⅰ 持続可能な…, 目標1, 推進Ⅰ; a bare digit is no goal here, it is the number of an indicator. */
export const isGoal = (text: string): boolean => goalOfHeader(text) !== undefined;

/** The goal a header text names, its grant in front allowed. */
export const goalOfHeader = (text: string): number | undefined => {
  const bare = text.replace(/^(?:推進?|支援?|共通)(?:交付金)?[・ ]?(?=目標|[ⅰⅱⅲⅳ])/, '');
  return /^目標|^[ⅰⅱⅲⅳ](?![ⅰⅱⅲⅳ])|^(?:i{1,3}|iv)(?![a-z])/.test(bare) ? readGoal(bare) : undefined;
};

/**
 * 体制・取組指標群, (ⅱ)活動指標群, 目標Ⅰー(ⅰ)体制・取組指標群, 成果: at the start, since indicators' names hold these words
 * too (rules/grants.md#national-table).
 */
export const isGroup = (text: string): boolean =>
  text.length <= 40 && /^(?:体制|活動|成果|プロセス|アウト|取組)/.test(text.replace(groupSign, ''));

/** What the ministry writes before a group: its goal, and the sign of the group in brackets. */
const groupSign = /^(?:目標)?[ⅰ-ⅳ]?[ー・-]?(?:\([ⅰ-ⅲ]\))?/;

/** Ⅰ(ⅰ)計, Ⅰ合計, Ⅳ合計: sums name a goal, and there are more of them than of goals. */
const endsInSum = (text: string): boolean => text.endsWith('計');

const bestRow = (
  texts: readonly (readonly string[])[],
  from: number,
  to: number,
  test: (text: string) => boolean,
  except?: number,
): { readonly row: number; readonly hits: number } | undefined => {
  let best: { readonly row: number; readonly hits: number } | undefined;
  for (let row = Math.max(0, from); row < to; row += 1) {
    if (row === except) continue;
    const hits = (texts[row] ?? []).filter((text) => text !== '' && test(text)).length;
    if (hits > (best?.hits ?? 0)) best = { row, hits };
  }
  return best;
};

/** The row of the groups: most of its texts are groups or sums. A few names of indicators begin like groups. */
const groupRow = (texts: readonly (readonly string[])[], from: number, to: number): number | undefined => {
  const best = bestRow(texts, from, to, isGroup);
  const others = (texts[best?.row ?? -1] ?? []).filter((text) => text !== '' && !isGroup(text) && !endsInSum(text));
  return best === undefined || others.length > best.hits ? undefined : best.row;
};

/** Sub-branches as bare digits: only in the row right below, and never a row that bears a label such as 配点. */
const plainDigitsBelow = (texts: readonly (readonly string[])[], branch: number): number | undefined => {
  const below = (texts[branch + 1] ?? []).filter((text) => text !== '');
  const digits = below.filter((text) => /^[1-9]$/.test(text));
  const labelled = below.some((text) => summaryKind(text) !== undefined);
  return digits.length >= 5 && !labelled ? branch + 1 : undefined;
};

const bandOf = (
  sheet: SheetContent,
  texts: readonly (readonly string[])[],
  rows: ReadonlyMap<HeaderLevel, number>,
  branch: number,
): HeaderBand => {
  const top = topOf(texts, Math.min(...rows.values()));
  const bottom = Math.max(...rows.values());
  const width = Math.max(...texts.map((row) => row.length));
  const own = texts.slice(0, bottom + 1).map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
  const spanned = new Set<number>();
  const merged = own.map((row) => [...row]);
  for (const { top: first, left, bottom: last, right } of sheet.merges) {
    if (first > bottom) continue;
    const text = labelOf(cellAt(sheet.grid, first, left));
    for (let row = first; row <= Math.min(last, bottom); row += 1) {
      if (right > left) spanned.add(row);
      for (let column = left; column <= Math.min(right, width - 1); column += 1) {
        const target = merged[row];
        if (target !== undefined) target[column] = text;
        const mine = own[row];
        if (mine !== undefined && column === left) mine[column] = text;
      }
    }
  }
  fillRight(merged, rows, spanned);
  return {
    rows,
    top,
    bottom,
    width,
    firstBranchColumn: own[branch]?.findIndex((text) => kana.test(text) && readBranch(text) !== undefined) ?? 0,
    textAt: (level, column) => {
      const row = rows.get(level);
      return row === undefined ? '' : (merged[row]?.[column] ?? '');
    },
    ownTexts: (column) => [
      ...new Set(
        own
          .slice(top)
          .map((row) => row[column] ?? '')
          .filter((text) => text !== ''),
      ),
    ],
  };
};

/** The first row of the header: rows of several texts above the levels found belong to it, a title does not. */
const topOf = (texts: readonly (readonly string[])[], first: number): number => {
  let top = first;
  while (top > 0 && (texts[top - 1] ?? []).filter((text) => text !== '').length >= fewestHeads) top -= 1;
  return top;
};

/** A row above the table with so many texts is no title: 市町村名, 都道府県名, 人口, 順位 … */
const fewestHeads = 6;

/** Where merges were lost: a blank cell repeats its left neighbour as long as everything above stays the same. */
const fillRight = (
  merged: readonly string[][],
  rows: ReadonlyMap<HeaderLevel, number>,
  spanned: ReadonlySet<number>,
): void => {
  const above: string[][] = [];
  for (const level of headerLevels) {
    const cells = merged[rows.get(level) ?? -1];
    if (cells === undefined) continue;
    if (level !== 'subBranch' && !spanned.has(rows.get(level) ?? -1)) {
      for (let column = 1; column < cells.length; column += 1) {
        if (cells[column] !== '' || above.some((upper) => upper[column] !== upper[column - 1])) continue;
        cells[column] = cells[column - 1] ?? '';
      }
    }
    above.push(cells);
  }
};
