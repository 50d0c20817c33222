import { sentenceOf } from '../../src/problems';
import { fiscalYearLabel, type FiscalYear } from '../../src/kernel';
import { blockSchemeOf, nationalOf, schemeHash, schemeOf, scoredYears } from '../../src/schemes';
import { canonicalJson } from '../../src/schemes/hash';
import { lintScheme } from '../../src/schemes/lint/schemeLints';
import { transcribedCriteria } from '../golden/cases';
import { lintNational } from '../tools/national-lints/lintNational';
import { everyPart, nationalFor, publishedYears, schemeFor } from './lint/packaged';

describe('schemeOf', () => {
  test.each(['R5', 'R29', 'R1'] as const)('%s has no criteria and is refused by name, never replaced', (year) => {
    const result = schemeOf(year);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.problems.map(({ name, found, expected }) => ({ name, found, expected }))).toEqual([
      { name: 'unknown-year', found: year, expected: scoredYears().join('・') },
    ]);
    expect(sentenceOf(result.problems[0]!)).toContain(fiscalYearLabel(year));
    expect(nationalOf(year)).toBeUndefined();
  });

  describe.each(scoredYears())('%s', (year) => {
    test('every rule about schemes and national figures finds nothing', () => {
      expect(lintScheme(schemeFor(year))).toEqual([]);
      const national = nationalOf(year);
      if (national !== undefined) expect(lintNational(national, schemeFor(year))).toEqual([]);
    });

    test('the best possible answers give the full points, not the nominal sum', () => {
      const scheme = schemeFor(year);
      const best = scheme.indicators.reduce(
        (sum, { grant, maxPoints }) => sum + maxPoints * (grant === 'common' ? 2 : 1),
        0,
      );
      const nominal = scheme.indicators
        .flatMap(({ criteria }) => criteria)
        .reduce((sum, { points }) => sum + points, 0);
      expect(best).toBe(scheme.maxPoints);
      expect(nominal).toBeGreaterThan(scheme.indicators.reduce((sum, { maxPoints }) => sum + maxPoints, 0));
    });
  });
});

describe('transcription', () => {
  test.each(publishedYears())('%s equals its second transcription, criterion by criterion', (year) => {
    const { national, scheme } = nationalFor(year);
    const counts = new Map(national.criteria);
    const ours = scheme.indicators.map(({ id, name, maxPoints, criteria }) => [
      id,
      name,
      maxPoints,
      criteria.map((each) => [each.id, each.label, each.points, counts.get(each.id)]),
    ]);
    expect(ours).toEqual(transcribedCriteria(year));
  });
});

describe('what is known by blocks', () => {
  const blocksOf = (year: FiscalYear, part: 'municipality' | 'prefecture') => everyPart.yearOf(year).blocks[part];

  test.each([
    ['R5', 'municipality', 2185],
    ['R8', 'prefecture', 800],
  ] as const)('%s %s: points and figures of the same year and part', (year, part, maxPoints) => {
    const { scheme, national } = blocksOf(year, part);
    expect(scheme).toMatchObject({ fiscalYear: year, part, maxPoints });
    expect(national).toMatchObject({ fiscalYear: year, part });
    expect(everyPart.blockSchemes).toContainEqual({ year, part });
  });

  test.each([
    ['R5', 'prefecture'],
    ['R8', 'municipality'],
    ['R29', 'prefecture'],
  ] as const)('nothing of %s %s', (year, part) => {
    expect(blocksOf(year, part)).toEqual({ scheme: undefined, national: undefined });
  });

  test('what is packaged is asked for by name; the prefectures’ part is not packaged', () => {
    expect(blockSchemeOf('R5', 'municipality')).toMatchObject({ ok: true, value: { maxPoints: 2185 } });
    const refused = blockSchemeOf('R8', 'prefecture');
    expect(refused.ok ? [] : refused.problems).toEqual([
      expect.objectContaining({
        name: 'unknown-block-scheme',
        code: 'E-305',
        found: 'R8都道府県分',
        expected: 'R5市町村分',
      }),
    ]);
  });

  test('the prefecture goals are eight times 100, goal Ⅳ in both grants', () => {
    const goals = blocksOf('R8', 'prefecture').scheme?.goals ?? [];
    expect(goals.map(({ grant, goal, maxPoints }) => [grant, goal, maxPoints])).toEqual([
      ['promotion', 1, 100],
      ['promotion', 2, 100],
      ['promotion', 3, 100],
      ['support', 1, 100],
      ['support', 2, 100],
      ['support', 3, 100],
      ['common', 4, 100],
    ]);
  });

  test('what is not published is null, never zero', () => {
    expect(blocksOf('R5', 'municipality').national!.blocks.every(({ median }) => median === null)).toBe(true);
    expect(blocksOf('R8', 'prefecture').national!.blocks.every(({ sdPopulation }) => sdPopulation === null)).toBe(true);
  });
});

describe('schemeHash', () => {
  test('the same content has the same hash, whatever the order of its keys', () => {
    const scheme = schemeFor('R7');
    const reversed = schemeFor('R7', (copy) => {
      const entries = Object.entries(copy).reverse();
      for (const [key] of entries) Reflect.deleteProperty(copy, key);
      for (const [key, value] of entries) Reflect.set(copy, key, value);
    });
    expect(Object.keys(reversed)).not.toEqual(Object.keys(scheme));
    expect(schemeHash(reversed)).toBe(schemeHash(scheme));
    expect(schemeHash(scheme)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('one point more gives another hash', () => {
    const changed = schemeFor('R7', (scheme) => {
      scheme.indicators[0]!.criteria[0]!.points += 1;
    });
    expect(schemeHash(changed)).not.toBe(schemeHash(schemeFor('R7')));
  });

  test('the order of a list counts; absent and undefined are the same', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: undefined, c: null } })).toBe('{"a":{"c":null},"b":[2,1]}');
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });
});
