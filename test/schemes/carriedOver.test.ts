import { carriedOver } from '../../src/schemes';
import { schemeFor } from './lint/packaged';

const r6 = schemeFor('R6');
const r7 = schemeFor('R7');
const r8 = schemeFor('R8');

describe('carriedOver', () => {
  test('an indicator that moved keeps its criteria: R6 支Ⅱ体制3 is R7 支Ⅱ体制1', () => {
    const map = carriedOver(r6, r7);
    expect(['a', 'b', 'c', 'd', 'e'].map((letter) => map.get(`S2p3${letter}`))).toEqual([
      'S2p1a',
      'S2p1b',
      'S2p1c',
      'S2p1d',
      'S2p1e',
    ]);
  });

  test('a dropped indicator is carried nowhere, and a new one comes from nowhere', () => {
    const map = carriedOver(r6, r7);
    expect(map.get('S2p1a')).toBeUndefined();
    expect([...map.values()].filter((id) => id.startsWith('S2p3'))).toEqual([]);
  });

  test('where criteria changed only the pairs known to be the same are carried over', () => {
    const map = carriedOver(r6, r7);
    expect(map.get('P2p2a1')).toBeUndefined();
    expect(map.get('P2p2b1')).toBe('P2p2b1');
    expect([map.get('S1p4b'), map.get('S1p4c')]).toEqual(['S1p4b', undefined]);
  });

  test('changed points do not break what is listed as the same question', () => {
    expect(carriedOver(r7, r8).get('S2p1a')).toBe('S2p1a');
    expect([...carriedOver(r7, r8).values()]).not.toContain('S2p1f');
  });

  test('two years go through the year between', () => {
    const map = carriedOver(r6, r8, [r7]);
    expect(map.get('S2p3a')).toBe('S2p1a');
    expect(map.get('S1p6b')).toBeUndefined();
    expect(map.get('P1p1a')).toBe('P1p1a');
  });

  test.each([
    ['R6', 'R7', r6, r7],
    ['R7', 'R8', r7, r8],
  ] as const)('%s to %s: every id exists and no two become one', (_from, _to, from, to) => {
    const idsOf = (scheme: typeof from): Set<string> =>
      new Set(scheme.indicators.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
    const map = carriedOver(from, to);
    expect([...map.keys()].filter((id) => !idsOf(from).has(id))).toEqual([]);
    expect([...map.values()].filter((id) => !idsOf(to).has(id))).toEqual([]);
    expect(new Set(map.values()).size).toBe(map.size);
  });

  test('a year is carried over to itself whole', () => {
    expect(carriedOver(r8, r8).size).toBe(267);
  });
});
