import fc from 'fast-check';
import { criterionIndexOf } from '../../src/schemes';
import { answerState, rawKey } from '../../src/answers';
import { compileScheme, ownTotalTiers, tierAmongDoers, tierStates, tierTop } from '../../src/score';
import { schemeFor } from '../builders/answerSheets';
import { statesMeeting } from '../builders/states';
import { syntheticNation } from '../fixtures/syntheticNation';

const shares = ['7/10', '5/10', '3/10', '1/10'] as const;
const sizes = (flags: readonly Uint8Array[]): readonly number[] =>
  flags.map((one) => one.reduce((sum, flag) => sum + flag, 0));
const distinct = (count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, row) => ((row * 7919) % count) / 16);

describe('the top shares of everybody (rules/grants.md#top-shares)', () => {
  it('of 1,741 are 1218, 870, 522 and 174', () => {
    expect(sizes(tierTop({ values: distinct(1741), better: 'higher', base: 1741 }, shares))).toEqual([
      1218, 870, 522, 174,
    ]);
    expect(sizes(tierTop({ values: distinct(1741), better: 'lower', base: 1741 }, shares))).toEqual([
      1218, 870, 522, 174,
    ]);
  });
  it('of the 1,738 with data are 1216, 869, 521 and 173 (R7, 推Ⅰ活動2)', () => {
    const values = distinct(1741);
    values.fill(NaN, 100, 103);
    expect(sizes(tierTop({ values, better: 'lower', base: 1738 }, shares))).toEqual([1216, 869, 521, 173]);
  });
  it('lift everybody equal to the last', () => {
    const values = Float64Array.of(10, 9, 8, 8, 8, 5, 4, 3, 2, 1);
    expect(sizes(tierTop({ values, better: 'higher', base: 10 }, shares))).toEqual([7, 5, 5, 1]);
  });
  it('compare 15 significant digits: 0.1 + 0.2 ties with 0.3', () => {
    const values = Float64Array.of(0.1 + 0.2, 0.3, 0.2, 0.1, 0, 0, 0, 0, 0, 0);
    expect(sizes(tierTop({ values, better: 'higher', base: 10 }, ['1/10']))).toEqual([2]);
  });
  it('never count a municipality without data', () => {
    const values = Float64Array.of(NaN, NaN, 5);
    expect(sizes(tierTop({ values, better: 'lower', base: 3 }, shares))).toEqual([1, 1, 0, 0]);
  });
  it('hold exactly those with fewer than floor(N·share) better ones', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 }), (given) => {
        const values = Float64Array.from(given);
        for (const [at, flags] of tierTop({ values, better: 'higher', base: given.length }, shares).entries()) {
          const size = Math.floor((given.length * [7, 5, 3, 1][at]!) / 10);
          expect([...flags]).toEqual(
            given.map((value) => (given.filter((other) => other > value).length < size ? 1 : 0)),
          );
        }
      }),
    );
  });
});

describe('the shares of the doers (rules/grants.md#doers)', () => {
  it.each([
    [491, [491, 245, 147, 49]],
    [1040, [1040, 520, 312, 104]],
    [574, [574, 287, 172, 57]],
  ])('of %p doers are %p', (doers, expected) => {
    const values = new Float64Array(1741);
    for (let row = 0; row < doers; row += 1) values[row] = row + 1;
    expect(sizes(tierAmongDoers({ values, better: 'higher' }, ['does', '5/10', '3/10', '1/10']))).toEqual(expected);
  });
});

describe.each(['R6', 'R7', 'R8'] as const)('the nation of %s', (year) => {
  const { scheme, national, states, raw } = syntheticNation({ year, answers: true });
  const { all } = criterionIndexOf(scheme);
  const counts = new Map(national.criteria);
  it('gets the published counts from raw figures, by every rule', () => {
    const tiers = tierStates(scheme, raw, 1741);
    const found = [...tiers].map(([index, column]) => [
      all[index]?.criterion.id,
      column.filter((state) => state === answerState.met).length,
    ]);
    expect(found.length).toBeGreaterThan(95);
    expect(found).toEqual(found.map(([id]) => [id, counts.get(String(id))]));
    for (const [index, column] of tiers) {
      expect(column.every((state, row) => state === states[row * all.length + index])).toBe(true);
    }
  });
  it('gets 推Ⅰ活動1 in two passes, with the published counts', () => {
    const own = ownTotalTiers(scheme, states, 1741);
    const ids = ['P1a1a', 'P1a1b', 'P1a1c', 'P1a1d'];
    expect(sizes(own?.reached ?? [])).toEqual(ids.map((id) => counts.get(id)));
    if (year === 'R8') expect(own?.cutOffs).toEqual(compileScheme(scheme).ownTotal?.cutOffs);
  });
  it('is not asked for measures that the table does not carry', () => {
    expect(tierStates(scheme, new Map(), 1741).size).toBe(0);
    expect(raw.has(rawKey('P1a1', undefined))).toBe(false);
  });
});

it('ranks the totals without 推Ⅰ活動1, whatever was answered there', () => {
  const scheme = schemeFor('R7');
  const own = statesMeeting(scheme, (id) => id.startsWith('P1a1'));
  const other = statesMeeting(scheme, (id) => id === 'P1p1a');
  const tiers = ownTotalTiers(scheme, Uint8Array.of(...own, ...other), 2);
  expect([...(tiers?.totals ?? [])]).toEqual([0, 4]);
});
