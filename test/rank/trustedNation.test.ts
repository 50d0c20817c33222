import { evaluate } from '../../src/evaluation';
import { trustedNation } from '../../src/rank';
import type { CellValue } from '../../src/workbook';
import { changed, contentOf, nationalTable } from '../builders/nationTables';
import { syntheticNation, type SyntheticNation } from '../fixtures/syntheticNation';

const nation = syntheticNation({ year: 'R8', heads: 'official', merges: false });
/** The table of R8 with a change in every row of its header or its data. */
const changedTable = (change: (grid: CellValue[][], nation: SyntheticNation) => void) =>
  changed(nation.sheet, (grid) => {
    change(grid, nation);
  });
const trusted = (change: Parameters<typeof changedTable>[0]) => trustedNation(nationalTable(changedTable(change)));

/** Columns of the sums and the rank, by their texts in the header. */
const printedColumns = nation.sheet.grid
  .slice(1, 4)
  .flatMap((row) => row.flatMap((text, column) => (/計$|今年度順位/.test(String(text)) ? [column] : [])));
const blank = (grid: CellValue[][], columns: readonly number[]): void => {
  for (const row of grid.slice(18)) for (const column of columns) row[column] = null;
};
/** Neither group nor name of an indicator can be read. */
const withoutNames = (grid: CellValue[][]): void => {
  for (const level of [3, 5]) grid[level] = grid[level]!.map((text) => (String(text).endsWith('計') ? text : null));
};
const totalsOf = (result: ReturnType<typeof trusted>) =>
  result.ok ? result.value.table.municipalities.map((_, row) => result.value.nationalRank(row)) : [];
const whole = trusted(() => undefined);

describe('a national table gives numbers only where there are grounds for them', () => {
  it('is trusted where criteria and printed totals agree', () => {
    expect(whole.ok && whole.value.coverage).toEqual({
      criteria: { found: 267, of: 267, missing: [] },
      blocks: { found: 22, of: 22, missing: [] },
      municipalities: { found: 1741, expected: 1741 },
      totals: { compared: 1741, agreeing: 1741 },
      mean: { table: 455.12636415852955, published: 455.12636415852955 },
      rows: { fromCriteria: 1741, byPrint: 0, open: 0 },
    });
  });

  it('is read by the names of indicators where nobody knows the words for the groups', () => {
    const result = trusted((grid) => {
      grid[3] = grid[3]!.map((text, column) =>
        typeof text === 'string' && text.includes('指標群') ? `第${column}表` : text,
      );
    });
    expect(result.ok && result.value.coverage).toEqual(whole.ok && whole.value.coverage);
  });

  it('speaks by its own totals and ranks where no criterion can be read, and says so', () => {
    const result = trusted(withoutNames);
    expect(result.ok && result.value.coverage).toMatchObject({
      criteria: { found: 0 },
      rows: { fromCriteria: 0, byPrint: 1741, open: 0 },
    });
    expect(totalsOf(result)).toEqual(totalsOf(whole));
    expect(result.ok && result.value.scores.points).toEqual(whole.ok && whole.value.scores.points);
    expect(result.ok && result.value.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['E-414', 'E-418', 'E-433']),
    );
  });

  it('is known as a national table, and not read as answers, where the name of a grant went with its first column', () => {
    const sheet = changedTable((grid, { firstColumn }) => {
      for (const cells of grid) cells.splice(firstColumn, 1);
    });
    const results = evaluate(contentOf(sheet));
    expect(results.ok ? results.value.subject : results.problems.map(({ code }) => code)).toEqual(['E-450']);
  });

  it('is refused with one sentence where neither criteria nor totals can be read', () => {
    const result = trusted((grid) => {
      withoutNames(grid);
      blank(grid, printedColumns);
    });
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'E-450', found: '267', expected: '267' }] });
    expect(result.ok ? [] : result.problems).toHaveLength(1);
  });

  it.each([
    { lost: 26, ok: true },
    { lost: 27, ok: false },
  ])('with $lost of 267 criteria without a column, and no printed sums: trusted $ok', ({ lost, ok }) => {
    const result = trusted((grid, { firstColumn }) => {
      // A 配点 that no criterion has: such a column is not used.
      for (let column = firstColumn; column < firstColumn + lost; column += 1) grid[8]![column] = 99;
      blank(grid, printedColumns);
    });
    expect(result.ok).toBe(ok);
    if (result.ok) expect(result.value.coverage.rows).toMatchObject({ byPrint: 0, open: 1741 });
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

  it('is refused where the mean of its own totals is that of another year', () => {
    const r7 = syntheticNation({ year: 'R7', heads: 'official', merges: false });
    const sheet = changed(r7.sheet, (grid) => {
      withoutNames(grid);
      grid[0]![0] = '令和8年度 全国集計';
    });
    const result = trustedNation(nationalTable(sheet));
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'E-436', found: '434.99', expected: '455.13' }] });
  });

  it('refuses the whole run, so that no rank of it can be printed', () => {
    const sheet = changedTable((grid) => {
      withoutNames(grid);
      blank(grid, printedColumns);
    });
    expect(evaluate(contentOf(sheet))).toMatchObject({ ok: false, problems: [{ code: 'E-450' }] });
  });
});
