import { readNumber } from '../answers';
import { foldLabel, yen, type Yen } from '../kernel';
import { problem, type Problem } from '../problems';
import type { CellValue } from '../workbook';

/** The units an amount may be given in, as the drop-down shows them, and their worth in yen. */
export const moneyUnits: ReadonlyMap<string, number> = new Map([
  ['円', 1],
  ['千円', 1_000],
  ['万円', 10_000],
  ['百万円', 1_000_000],
  ['億円', 100_000_000],
]);

/** An amount of money as it was meant, nothing, or why it cannot be used. */
export type MoneyReading =
  | { readonly kind: 'amount'; readonly yen: Yen }
  | { readonly kind: 'blank' }
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface MoneyPlace {
  readonly label: string;
  readonly sheet?: string | undefined;
  readonly cell?: string | undefined;
}

/** Ten trillion yen; both grants of the whole nation are 30 billion. */
const mostYen = 10_000_000_000_000;

/**
 * Reads an amount whose unit stands in the cell (40,676千円) or in the unit column. No unit is ever guessed; two units
 * that disagree, parts of a yen and negative amounts are problems (rules/bad-inputs.md#b012, #b102).
 */
export const readMoney = (value: CellValue, unitColumn: CellValue, place: MoneyPlace): MoneyReading => {
  const { label, sheet, cell } = place;
  const read = readNumber(value);
  if (read.kind === 'blank' || read.kind === 'not-applicable') return { kind: 'blank' };
  const found = String(value);
  const refused = (of: Problem): MoneyReading => ({ kind: 'problem', problem: of });
  const unreadable = (): MoneyReading =>
    refused(problem('settings-unreadable', { sheet, cell, found, expected: '「40,676千円」のような額' }, { label }));
  if (read.kind === 'doubtful') return unreadable();
  const written = read.unit;
  const beside = typeof unitColumn === 'string' && unitColumn.trim() !== '' ? foldLabel(unitColumn) : undefined;
  if (written !== undefined && !moneyUnits.has(written)) return unreadable();
  if (written !== undefined && beside !== undefined && written !== beside) {
    return refused(problem('unit-contradicts', { sheet, cell, found, expected: beside }, { label }));
  }
  const worth = moneyUnits.get(written ?? beside ?? '');
  if (worth === undefined) return refused(problem('unit-missing', { sheet, cell, found }, { label }));
  const amount = Math.round(read.value * worth);
  if (Math.abs(read.value * worth - amount) > 1e-3 || Math.abs(amount) > mostYen) return unreadable();
  if (amount < 0) return refused(problem('amount-impossible', { sheet, cell, found }, { label }));
  return { kind: 'amount', yen: yen(BigInt(amount)) };
};
