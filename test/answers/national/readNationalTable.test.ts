import { readNationalTable } from '../../../src/answers';
import { nationOf } from '../../../src/rank';
import { syntheticNation, type SyntheticOptions } from '../../fixtures/syntheticNation';
import { sentenceOf } from '../../../src/kernel';

const read = (options: SyntheticOptions) => {
  const nation = syntheticNation(options);
  const start = performance.now();
  const result = readNationalTable(nation.content);
  const elapsed = performance.now() - start;
  if (!result.ok) throw new Error(result.problems.map((one) => sentenceOf(one)).join('\n'));
  return { nation, table: result.value, elapsed };
};

describe.each(['R6', 'R7', 'R8'] as const)('%s', (year) => {
  it('reads', () => {
    const { nation, table, elapsed } = read({ year, answers: true, width: 1563 });
    console.log(
      year,
      elapsed,
      nation.sheet.grid.length,
      nation.sheet.grid[20]?.length,
      table.count,
      table.unions.length,
      table.excluded.length,
      table.raw.size,
      table.amounts.length,
      [...table.printedBlocks.keys()].length,
      [...table.printedRanks.keys()],
      nation.totalColumn,
    );
    console.log([...new Map(table.problems.map((p) => [p.name, sentenceOf(p)])).values()].join('\n'));
    const t0 = performance.now();
    const nn = nationOf(table);
    console.log('nationOf', performance.now() - t0);
    console.log(
      [...new Map(nn.problems.map((p) => [p.name, sentenceOf(p)])).values()].join('\n'),
      nn.ranks.scopes.map((s) => s.name),
    );
    expect(Buffer.compare(table.states, nation.states)).toBe(0);
  });
});
