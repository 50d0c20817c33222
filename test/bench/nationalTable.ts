import type { SheetContent } from '../../src/workbook';
import { syntheticNation } from '../fixtures/syntheticNation';

const width = 1_563;

/** The invented nation of R8 with answers in all columns of the ministry's sheet, 1,798 rows (1,741 municipalities) × 1,563. */
export const nationalTable = (): SheetContent => {
  const { sheet } = syntheticNation({ year: 'R8', answers: true, width, heads: 'official' });
  const used = Math.max(...sheet.grid.map((row) => row.findLastIndex((cell) => cell !== null))) + 1;
  const grid = sheet.grid.map((row, at) =>
    Array.from({ length: width }, (_, column) =>
      column < used ? (row[column] ?? null) : at === 8 ? `回答${column}` : at < 18 ? null : (at + column) % 2,
    ),
  );
  return { ...sheet, grid };
};
