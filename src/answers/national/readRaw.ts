import { problem, type Problem } from '../../kernel';
import { a1, cellAt, type SheetContent } from '../../workbook';
import type { ColumnLabels } from './columnLabels';
import type { EntryRow } from './nationalRows';
import { rawKey } from './rawKey';
import { readFigures } from './readFigures';

const kana = 'アイウエオカキク';
const figureWords = /指標値|評価値|実績値|^値$|率$|割合|伸び|変化/;

/**
 * Reads the raw figures behind the tiers where the table carries them: columns of numbers under an indicator that is
 * ranked, without a branch of points. Several figures for one measure (numerator, denominator, rate): the rate is taken
 * if just one column calls itself so; else none, and an info line says so.
 */
export const readRaw = (
  sheet: SheetContent,
  others: readonly ColumnLabels[],
  entries: readonly EntryRow[],
): { readonly raw: ReadonlyMap<string, Float64Array>; readonly problems: readonly Problem[] } => {
  const candidates = new Map<string, ColumnLabels[]>();
  for (const labels of others) {
    const key = measureOf(labels);
    if (key === undefined || !holdsNumbers(sheet, labels.column, entries)) continue;
    const known = candidates.get(key);
    if (known === undefined) candidates.set(key, [labels]);
    else if (known[0]?.grant === labels.grant) known.push(labels);
  }
  const chosenColumns = new Map<number, string>();
  const problems: Problem[] = [];
  for (const [key, columns] of candidates) {
    const named = columns.filter(({ texts }) => texts.some((text) => figureWords.test(text)));
    const [chosen, ...rivals] = columns.length === 1 ? columns : named;
    if (chosen !== undefined && rivals.length === 0) chosenColumns.set(chosen.column, key);
    else {
      const cell = a1(0, columns[0]?.column ?? 0).replace(/\d+$/, '');
      problems.push(
        problem(
          'nation-raw-ambiguous',
          { sheet: sheet.name, cell: `${cell}列`, found: key },
          { count: columns.length },
        ),
      );
    }
  }
  const figures = readFigures(sheet, [...chosenColumns.keys()], entries);
  const raw = new Map([...figures].map(([column, values]) => [chosenColumns.get(column) ?? '', values] as const));
  return { raw, problems };
};

const measureOf = ({ indicator, branch, sumText }: ColumnLabels): string | undefined => {
  if (indicator === undefined || sumText !== undefined) return undefined;
  if (indicator.rule.kind !== 'tier-top' && indicator.rule.kind !== 'tier-among-doers') return undefined;
  const measures = new Set(indicator.criteria.map(({ measure }) => measure));
  const letter = branch?.length === 1 ? kana.charAt(branch.charCodeAt(0) - 'a'.charCodeAt(0)) : undefined;
  if (branch !== undefined && letter === undefined) return undefined;
  return measures.has(letter) ? rawKey(indicator.id, letter) : undefined;
};

/** Rows looked at to tell figures from marks; a figure nobody of these has cannot be ranked on anyway. */
const sampled = 300;

const holdsNumbers = (sheet: SheetContent, column: number, entries: readonly EntryRow[]): boolean => {
  let numbers = 0;
  for (const { row } of entries.slice(0, sampled)) {
    const cell = cellAt(sheet.grid, row, column);
    if (typeof cell === 'number') numbers += 1;
    else if (cell !== null && cell !== '' && typeof cell === 'string' && /^[○〇◯×]$/.test(cell)) return false;
  }
  return numbers > 0;
};
