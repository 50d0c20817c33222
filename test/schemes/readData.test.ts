import fc from 'fast-check';
import { sentenceOf, type Result } from '../../src/problems';
import { readScheme, schemeHash, type Scheme } from '../../src/schemes';
import r5 from '../../src/schemes/R5/scheme.json';
import r8 from '../../src/schemes/R8/scheme.json';
import { indicatorIn, schemeFor } from './lint/packaged';

/** Next year's file as a user would make it: R8 renamed, then edited. */
const userFile = (edit: (scheme: Scheme) => void = () => undefined): Scheme =>
  schemeFor('R8', (scheme) => {
    scheme.fiscalYear = 'R9';
    scheme.title = '令和9年度（利用者作成）';
    edit(scheme);
  });

const namesOf = (result: Result<Scheme>): readonly string[] =>
  result.ok ? [] : result.problems.map(({ name }) => name);
const sentencesOf = (result: Result<Scheme>): string =>
  result.ok ? '' : result.problems.map((each) => sentenceOf(each)).join('\n');

/** A refusal and no exception, whatever is given. */
const refuses = (data: unknown): Result<Scheme> => {
  const result = readScheme(data);
  expect(result.ok).toBe(false);
  if (!result.ok) expect(result.problems.length).toBeLessThanOrEqual(20);
  return result;
};

describe('a user’s scheme file', () => {
  test('a sound file of a year without a release is read', () => {
    const result = readScheme(JSON.parse(JSON.stringify(userFile())));
    expect(result).toEqual({ ok: true, value: userFile() });
  });

  test('its hash differs from the packaged year’s', () => {
    expect(schemeHash(userFile())).not.toBe(schemeHash(schemeFor('R8')));
  });

  test('an unknown key is refused with its place', () => {
    const result = readScheme({ ...userFile(), weights: [1] });
    expect(namesOf(result)).toEqual(['scheme-shape']);
    expect(sentencesOf(result)).toContain('weights');
  });

  test('a misspelled key deep inside is refused with its path', () => {
    const file = structuredClone(r8);
    Object.assign(file.indicators[3]!.criteria[1]!, { point: 4 });
    expect(sentencesOf(readScheme(file))).toContain('indicators.3.criteria.1');
  });

  test('a wrong sum is refused with both figures and the place', () => {
    const result = readScheme(
      userFile((scheme) => {
        indicatorIn(scheme, 'P1p1').criteria[0]!.points = 5;
      }),
    );
    expect(namesOf(result)).toEqual(['scheme-lint']);
    expect(sentencesOf(result)).toBe(
      'E-303 スキームファイルの数字が合いません（P1p1）：配点 16 ≠ 枝番から得られる最大 17。採点していません。出典と照らしてスキームファイルを直してください。',
    );
  });

  test('all faults are told, not only the first', () => {
    const result = readScheme(
      userFile((scheme) => {
        indicatorIn(scheme, 'P1p1').maxPoints = 15;
        indicatorIn(scheme, 'S1p1').maxPoints = 7;
      }),
    );
    expect(result.ok ? [] : result.problems.map(({ found }) => found)).toEqual([
      'P1p1',
      'S1p1',
      '推進Ⅰ体制・取組',
      '支援Ⅰ体制・取組',
    ]);
  });

  test('a scheme known by blocks cannot score', () => {
    const result = readScheme(r5);
    expect(namesOf(result)).toEqual(['scheme-block-level']);
    expect(sentencesOf(result)).toContain('令和5年度');
  });

  test('a missing source is refused: every number has one', () => {
    const file = structuredClone(r8);
    Reflect.deleteProperty(file.indicators[0]!, 'source');
    expect(sentencesOf(readScheme(file))).toContain('indicators.0.source');
  });

  test('points that are no whole numbers are refused', () => {
    for (const points of [0.5, -1, 1e9, Number.NaN, Number.POSITIVE_INFINITY, '4', null]) {
      const file = structuredClone(r8);
      Object.assign(file.indicators[0]!.criteria[0]!, { points });
      expect(namesOf(readScheme(file))[0]).toBe('scheme-shape');
    }
  });
});

describe('hostile data is refused by name, quickly, and never throws', () => {
  test.each([
    ['nothing', null],
    ['undefined', undefined],
    ['text', 'R8'],
    ['a number', 8],
    ['an empty object', {}],
    ['a list', []],
    ['a function', () => 1],
  ])('%s', (_name, data) => {
    expect(namesOf(refuses(data))[0]).toBe('scheme-shape');
  });

  test('a million entries', () => {
    const file = { ...r8, indicators: Array.from({ length: 1_000_000 }, () => ({})) };
    expect(sentencesOf(refuses(file))).toContain('項目の数が上限');
  });

  test('a million keys', () => {
    const file = Object.fromEntries(Array.from({ length: 1_000_000 }, (_, at) => [`k${at}`, 1]));
    refuses(file);
  });

  test('ten thousand wrong indicators, within the cap on values, give twenty faults at most', () => {
    refuses({ ...r8, indicators: Array.from({ length: 10_000 }, () => 1) });
  });

  test('nesting a hundred thousand deep', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(sentencesOf(refuses({ ...r8, goals: deep }))).toContain('入れ子');
  });

  test('data that contains itself', () => {
    const file: Record<string, unknown> = { ...r8 };
    file['goals'] = file;
    refuses(file);
  });

  test('a text of ten million characters', () => {
    expect(sentencesOf(refuses({ ...r8, title: 'あ'.repeat(10_000_000) }))).toContain('文字数');
  });

  test('a key of ten million characters is not printed whole', () => {
    expect(sentencesOf(refuses({ ...r8, ['長'.repeat(10_000_000)]: 1 })).length).toBeLessThan(1000);
  });

  test('a thousand unknown keys are not printed whole', () => {
    const unknown = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`key${at}`, 1]));
    expect(sentencesOf(refuses({ ...r8, ...unknown })).length).toBeLessThan(1000);
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString'])('an id or key %s', (name) => {
    const withKey: unknown = JSON.parse(JSON.stringify(r8).replace('"revision":1', `"revision":1,"${name}":{"x":1}`));
    refuses(withKey);
    const withId: unknown = JSON.parse(JSON.stringify(r8).replaceAll('"P1p1a"', `"${name}"`));
    refuses(withId);
    const withDocument: unknown = JSON.parse(
      JSON.stringify(r8).replaceAll('"document":"results"', `"document":"${name}"`),
    );
    expect(sentencesOf(refuses(withDocument))).toContain(`出典「${name}」が documents にありません`);
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });
});

/** Replaces what stands at a random path of the file by anything JSON can hold. */
const damaged = (steps: readonly number[], value: unknown): unknown => {
  const file: unknown = structuredClone(r8);
  let place: unknown = file;
  for (const [at, step] of steps.entries()) {
    if (typeof place !== 'object' || place === null) return file;
    const keys = Object.keys(place);
    const key = keys[step % Math.max(keys.length, 1)];
    if (key === undefined) return file;
    if (at === steps.length - 1) Reflect.set(place, key, value);
    else place = Reflect.get(place, key);
  }
  return file;
};

describe('damage anywhere', () => {
  test('is read or refused by name, and never thrown', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), fc.jsonValue(), (steps, value) => {
        const result = readScheme(damaged(steps, value));
        if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
