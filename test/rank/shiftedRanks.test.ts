import { evaluate } from '../../src/evaluation';
import { blockColumn, rankBand } from '../../src/rank';
import { scoreTable } from '../../src/score';
import { changed, contentOf } from '../builders/nationTables';
import { syntheticNation } from '../fixtures/syntheticNation';

/*
 * A part of the nation whose printed ranks agree with its totals, but all stand some places off: what is published of that
 * year (R8: the whole distribution; R7: known pairs of points and ranks) tells.
 */

/** Every 29th municipality, with ranks as published for its points, `shift` places further down. */
const read = (year: 'R7' | 'R8', shift: number) => {
  const nation = syntheticNation({ year, heads: 'official', merges: false });
  const { firstRow, totalColumn, national, scheme, states, places } = nation;
  const table = scoreTable(scheme, states, places.length, 'as-unmet', 'as-answered');
  const totals = blockColumn(table, table.compiled.totalBlock);
  const rankColumn = nation.sheet.grid
    .slice(0, firstRow)
    .flatMap((row) => row.flatMap((text, column) => (String(text).includes('今年度順位') ? [column] : [])))[0]!;
  const ranks = new Map<string, number>();
  const sheet = changed(nation.sheet, (grid) => {
    const isTown = (row: readonly unknown[]) => typeof row[totalColumn] === 'number' && row[7] !== '標準偏差';
    const kept = places.map((_, at) => at % 29 === 0);
    let at = 0;
    for (let row = firstRow; row < grid.length;) {
      const cells = grid[row]!;
      if (!isTown(cells)) row += 1;
      else if (kept[at] !== true) {
        grid.splice(row, 1);
        at += 1;
      } else {
        const band = rankBand(national, totals[at]!)!;
        const rank = (band.central ?? band.low) + shift;
        cells[rankColumn] = rank;
        ranks.set(`${places[at]!.prefecture}${places[at]!.name}`, rank);
        row += 1;
        at += 1;
      }
    }
  });
  const results = evaluate(contentOf(sheet));
  if (!results.ok) throw new Error(JSON.stringify(results.problems.slice(0, 3)));
  const towns = results.value.subject === 'facts' ? [] : results.value.municipalities;
  return {
    codes: new Set(results.value.problems.map(({ code }) => code)),
    bands: towns.map(({ identity, total, rank }) => ({
      band: rank.national!,
      printed: ranks.get(`${identity.prefecture ?? ''}${identity.name}`)!,
      published: rankBand(national, total)!,
    })),
  };
};

test.each(['R7', 'R8'] as const)('%s: ranks as published are believed', (year) => {
  const { codes, bands } = read(year, 0);
  expect(bands.length).toBeGreaterThan(50);
  expect(codes).not.toContain('E-438');
  expect(bands.map(({ band: { low, high } }) => [low, high])).toEqual(bands.map(({ printed }) => [printed, printed]));
});

test.each(['R7', 'R8'] as const)(
  '%s: three places off, each is a band of what is printed and what is published',
  (year) => {
    const { codes, bands } = read(year, 3);
    expect(codes).toContain('E-438');
    for (const { band, printed, published } of bands) {
      expect([band.low, band.high]).toEqual([Math.min(printed, published.low), Math.max(printed, published.high)]);
    }
  },
);
