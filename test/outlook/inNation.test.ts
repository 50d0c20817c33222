import { rawKey } from '../../src/answers';
import { evaluate, municipalitiesOf, standpointOf } from '../../src/evaluation';
import { at } from '../../src/kernel';
import { marginalValues, robustnessOf } from '../../src/outlook';
import { prefectureMeanIn } from '../../src/report/meanTotals';
import { blockColumn, statisticsOf } from '../../src/rank';
import { criterionIndexOf } from '../../src/schemes';
import { syntheticNation } from '../fixtures/syntheticNation';

const invented = syntheticNation({ year: 'R8', answers: true });
const read = evaluate(invented.content);
if (!read.ok || read.value.subject !== 'nation') throw new Error('inNation: no nation');
const results = read.value;
const row = 700;
const own = at(municipalitiesOf(results), row);
const standpoint = standpointOf(results, own);
const { table, scores } = results.nation;
const totals = blockColumn(scores, scores.compiled.totalBlock);

test('peers: mean, median and place among those of the same size, and of the same 過疎 as well', () => {
  const alike = [...totals.keys()].filter((other) => table.sizeClass[other] === table.sizeClass[row]);
  const both = alike.filter((other) => table.depopulated[other] === table.depopulated[row]);
  const [bySize, byBoth, ...others] = standpoint.peers();
  expect(others).toEqual([]);
  expect(both.length).toBeLessThan(alike.length);
  for (const [group, rows] of [
    [bySize, alike],
    [byBoth, both],
  ] as const) {
    const { count, mean, median } = statisticsOf(rows.map((other) => at(totals, other)));
    const rank = 1 + rows.filter((other) => at(totals, other) > own.total).length;
    expect(group).toMatchObject({ municipalities: count, mean, median, rank });
  }
  expect([bySize?.depopulated, byBoth?.depopulated]).toEqual([null, table.depopulated[row] === 1]);
});

test('the prefecture’s mean is that of the table, not the published one', () => {
  const { prefecture } = own.identity;
  const members = [...totals.keys()].filter((other) => table.municipalities[other]?.prefecture === prefecture);
  const { mean } = statisticsOf(members.map((other) => at(totals, other)));
  expect(members.length).toBeGreaterThan(5);
  expect(prefectureMeanIn({ ...results, municipalities: [own] }, own)?.mean).toBe(mean);
});

test('a ranked criterion: the figure that would reach its step is that of the last who has it', () => {
  const { all } = criterionIndexOf(results.scheme);
  const steps = marginalValues(standpoint).filter(({ entry }) => standpoint.figureTo(entry.index) !== undefined);
  expect(steps.length).toBeGreaterThan(5);
  for (const { entry } of steps) {
    const {
      own: figure,
      cutOff,
      better,
    } = standpoint.figureTo(entry.index) ?? { own: NaN, cutOff: NaN, better: 'higher' };
    const values = table.raw.get(rawKey(entry.indicator.id, entry.criterion.measure)) ?? new Float64Array();
    expect(figure).toBe(values[row]);
    // Met by the table's own answers: nobody who has the step is worse, and somebody is just there.
    const having = [...values.keys()].filter((other) => table.states[other * all.length + entry.index] === 2);
    const worst = having
      .map((other) => values[other] ?? NaN)
      .reduce((one, other) => (better === 'higher' ? Math.min(one, other) : Math.max(one, other)));
    expect([entry.criterion.id, cutOff]).toEqual([entry.criterion.id, worst]);
    expect(better === 'higher' ? figure < cutOff : figure > cutOff).toBe(true);
  }
  // One's own marks have no figure.
  expect(standpoint.figureTo(0)).toBeUndefined();
});

test('rivals are all others, by size, and their moving gives a band around the rank', () => {
  const rivals = standpoint.rivals() ?? [];
  expect(rivals.reduce((sum, { count }) => sum + count, 0)).toBe(1740);
  expect(rivals.every(({ sizeClass }) => sizeClass !== null)).toBe(true);
  const band = robustnessOf(standpoint)?.rank;
  const rank = own.rank.national?.low ?? NaN;
  expect(band?.low).toBeLessThan(rank);
  expect(band?.high).toBeGreaterThan(rank);
});
