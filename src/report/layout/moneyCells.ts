import type { Yen } from '../../kernel';
import type { FigureSource, Look, ModelCell } from '../../workbook';
import { cell } from './cells';

/** An amount in yen, as a number a person can go on calculating with; －  where nothing is known. */
export const yenCell = (amount: Yen | undefined, look: Look = 'body', source?: FigureSource): ModelCell =>
  amount === undefined ? cell(unknown, 'center') : cell(Number(amount), look, 'integer', source);

/**
 * Whole thousands, odd yen cut towards zero before formatting, so that nothing ever prints as △0
 * (rules/excel.md#printing).
 */
export const thousandYenCell = (amount: Yen | undefined, look: Look = 'body', source?: FigureSource): ModelCell =>
  amount === undefined ? cell(unknown, 'center') : cell(Number(amount / 1000n), look, 'thousand-yen', source);

/** A change in thousands with its sign. */
export const changeCell = (amount: Yen | undefined, look: Look = 'body', source?: FigureSource): ModelCell =>
  amount === undefined ? cell(unknown, 'center') : cell(Number(amount / 1000n), look, 'signed-thousand-yen', source);

const unknown = '－';
