import { readNationalTable } from '../../src/answers';
import { evaluate } from '../../src/evaluation';
import { trustedNation } from '../../src/rank';
import type { CellValue, SheetContent, WorkbookContent } from '../../src/workbook';
import { syntheticNation, type SyntheticNation } from '../fixtures/syntheticNation';

const contentOf = (sheet: SheetContent): WorkbookContent => ({
  sheets: [sheet],
  names: [],
  manualCalculation: false,
  externalLinks: false,
});
/** The table of R8 with a change in every row of its header or its data. */
const changedTable = (change: (grid: CellValue[][], nation: SyntheticNation) => void): SheetContent => {
  const nation = syntheticNation({ year: 'R8', heads: 'official', merges: false });
  const grid = nation.sheet.grid.map((row) => [...row]);
  change(grid, nation);
  return { ...nation.sheet, grid };
};
const trusted = (change: Parameters<typeof changedTable>[0]) => {
  const table = readNationalTable(contentOf(changedTable(change)));
  if (!table.ok) throw new Error(JSON.stringify(table.problems));
  return trustedNation(table.value);
};

describe('a national table gives numbers only where there are grounds for them', () => {
  it('is trusted where criteria and printed totals agree', () => {
    expect(trusted(() => undefined).ok).toBe(true);
  });

  it('is refused with one sentence where the groups are named by words nobody knows', () => {
    const result = trusted((grid) => {
      grid[3] = grid[3]!.map((text, column) =>
        typeof text === 'string' && text.includes('指標群') ? `第${column}表` : text,
      );
    });
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'E-450', found: '267', expected: '267' }] });
    expect(result.ok ? [] : result.problems).toHaveLength(1);
  });

  it.each([
    { lost: 26, ok: true },
    { lost: 27, ok: false },
  ])('with $lost of 267 criteria without a column: trusted $ok', ({ lost, ok }) => {
    const result = trusted((grid, { firstColumn }) => {
      // A 配点 that no criterion has: such a column is not used. Totals are blanked, so that only the columns speak.
      for (let column = firstColumn; column < firstColumn + lost; column += 1) grid[8]![column] = 99;
      blankTotals(grid);
    });
    expect(result.ok).toBe(ok);
  });

  it.each([
    { differing: 870, ok: true },
    { differing: 871, ok: false },
  ])('with $differing of 1,741 printed totals that differ: trusted $ok', ({ differing, ok }) => {
    const result = trusted((grid, { firstRow, totalColumn }) => {
      let left = differing;
      for (let row = firstRow; left > 0; row += 1) {
        const cells = grid[row]!;
        if (typeof cells[totalColumn] !== 'number') continue;
        cells[totalColumn] += 1;
        left -= 1;
      }
    });
    expect(result.ok).toBe(ok);
    if (!result.ok) expect(result.problems.map(({ code }) => code)).toEqual(['E-451']);
  });

  it('refuses the whole run, so that no rank of it can be printed', () => {
    const sheet = changedTable((grid) => {
      grid[3] = grid[3]!.map((text) => (typeof text === 'string' && text.includes('指標群') ? '表' : text));
    });
    expect(evaluate(contentOf(sheet))).toMatchObject({ ok: false, problems: [{ code: 'E-450' }] });
  });
});

/** A total that nobody printed contradicts nothing. */
const blankTotals = (grid: CellValue[][]): void => {
  const column = grid[1]!.indexOf('推進・支援合計');
  for (const row of grid.slice(18)) row[column] = null;
};
