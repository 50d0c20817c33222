import { problem, type Problem, type Yen } from '../kernel';
import { inThousandYen, inYen } from './printYen';

/** The band of rules/bad-inputs.md#b102, in percent either side. */
const bandPercent = 30n;

/**
 * Asks a person to look when an amount lies more than 30 % from what it is compared with (last year, an estimate):
 * mixed-up units are off by a thousand. Exactly 30 % is still fine; a comparison with zero says nothing.
 */
export const checkSanity = (
  amount: Yen,
  reference: { readonly yen: Yen; readonly words: string },
  place: { readonly label: string; readonly sheet?: string | undefined; readonly cell?: string | undefined },
): readonly Problem[] => {
  if (reference.yen <= 0n) return [];
  const distance = amount > reference.yen ? amount - reference.yen : reference.yen - amount;
  if (distance * 100n <= reference.yen * bandPercent) return [];
  const print = amount % 1000n === 0n && reference.yen % 1000n === 0n ? inThousandYen : inYen;
  return [
    problem(
      'amount-out-of-band',
      { sheet: place.sheet, cell: place.cell, found: print(amount), expected: print(reference.yen) },
      { label: place.label, basis: reference.words },
    ),
  ];
};
