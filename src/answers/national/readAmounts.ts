import { problem, type Problem } from '../../kernel';
import { a1, cellAt, type SheetContent } from '../../workbook';
import { readGrant } from '../labels';
import type { ColumnLabels } from './columnLabels';
import { figureOf } from './readFigures';
import type { AmountColumn } from './nationalTable';
import type { EntryRow } from './nationalRows';

const words: readonly (readonly [RegExp, AmountColumn['kind']])[] = [
  [/決定額|確定額/, 'final'],
  [/内示額/, 'notice'],
  [/見込額|交付額\(案\)/, 'draft'],
  [/交付額|配分額|基本配分|追加配分|激変緩和|所要見込/, 'other'],
];

/**
 * Reads the columns of money (R6: 交付見込額, 決定額). The unit must be said: 千円 or 円 over the column or anywhere above the
 * data; without it the column is left out, since a factor of a thousand is not guessed.
 */
export const readAmounts = (
  sheet: SheetContent,
  headerBottom: number,
  others: readonly ColumnLabels[],
  entries: readonly EntryRow[],
): { readonly amounts: readonly AmountColumn[]; readonly problems: readonly Problem[] } => {
  const amounts: AmountColumn[] = [];
  const problems: Problem[] = [];
  const titleUnit = unitIn(
    sheet.grid
      .slice(0, headerBottom + 1)
      .flatMap((row) => row.filter((cell) => typeof cell === 'string' && cell.includes('単位')).map(String)),
  );
  for (const { column, texts, grant } of others) {
    const label = texts.join(' ');
    const kind = words.find(([pattern]) => pattern.test(label))?.[1];
    if (kind === undefined) continue;
    const unit = unitIn(texts) ?? titleUnit;
    if (unit === undefined) {
      problems.push(problem('nation-amount-unit', { sheet: sheet.name, cell: a1(headerBottom, column), found: label }));
      continue;
    }
    const values = entries.map(({ row }) => yenOf(figureOf(cellAt(sheet.grid, row, column)), unit));
    if (values.some((value) => value !== null)) {
      amounts.push({ label, grant: grant ?? readGrant(label) ?? null, kind, values });
    }
  }
  return { amounts, problems };
};

const unitIn = (texts: readonly string[]): bigint | undefined => {
  const text = texts.join(' ');
  if (text.includes('千円')) return 1000n;
  return text.includes('円') ? 1n : undefined;
};

const yenOf = (value: number, unit: bigint): bigint | null =>
  Number.isSafeInteger(value) ? BigInt(value) * unit : null;
