import type { Problem } from '../../src/problems';
import { partsOf, problemTexts } from '../../src/problems';
import { problemsOf } from '../../src/problems/problem';

/** Every sentence of the catalogue, with `value` for each of its words. */
const said = (language: 'ja' | 'en', value: string): readonly (readonly [string, string])[] =>
  Object.entries(problemTexts).map(([name, text]) => {
    const words = Object.values({ ...text.ja, ...text.en })
      .join()
      .matchAll(/\{(\w+)/g);
    const facts = Object.fromEntries([...words].map(([, word]) => [word ?? '', value]));
    const problem: Problem = {
      name: name as Problem['name'],
      text,
      code: text.code,
      severity: text.severity,
      found: value,
      expected: value,
      facts,
    };
    const { what, effect, cure } = partsOf({ ...problem, pointsAtStake: Number(value) }, language);
    return [`${text.code} ${name}`, [what, effect, cure].join('\n')];
  });

const told = (language: 'ja' | 'en', value: string, wrong: RegExp): readonly string[] =>
  said(language, value).flatMap(([name, text]) => {
    const found = wrong.exec(text.replace(/--mark "[^"]*"|--year R\d/g, ''));
    return found === null ? [] : [`${name}: …${text.slice(Math.max(0, found.index - 10), found.index + 30)}`];
  });

const units = '点|件|か所|行|列|位|市町村|セル|枚|つ|人|円|秒|MB|指標|団体|台|年度|桁|％';

it('puts no space between a number and its unit, nor before such a number', () => {
  expect(told('ja', '12', new RegExp(`\\d (?:${units})|[ぁ-ん一-龥ァ-ヶー] \\d+(?:${units})`))).toEqual([]);
});

it('has one sign for percent in each language', () => {
  expect(told('ja', '12', /%/)).toEqual([]);
  expect(told('en', '12', /％/)).toEqual([]);
});

it('says one thing in the singular and two in the plural', () => {
  const verbs = 'is|was|has|says|stands|lies|looks|differs|disagrees|does|holds|needs|takes|as';
  expect(
    told('en', '1', new RegExp(`(?<![\\d,.R])1 (?!(?:${verbs})\\b)(?:further )?[a-z]+s\\b|(?<!of |\\d)1 are\\b`)),
  ).toEqual([]);
  const nouns = [
    ...new Set(
      Object.values(problemTexts).flatMap(({ en }) =>
        [
          ...Object.values(en)
            .join()
            .matchAll(/\{\w+:([^|{}]*)\|/g),
        ].flatMap(([, one = '']) => (/^(?:is|was|has)$/.test(one) ? [] : [one])),
      ),
    ),
  ];
  expect(nouns.length).toBeGreaterThan(10);
  expect(told('en', '2', new RegExp(`(?<![\\d.])2 (?:${nouns.join('|')})\\b`))).toEqual([]);
});

it('asks in the words of public software', () => {
  expect(told('ja', '12', /確かめ|入れてください|決められ(?:ない|ません)|の幅をつけ/)).toEqual([]);
});

it('says a year as documents print it', () => {
  expect(told('ja', 'R8', /R8年度/)).toEqual([]);
  const problem = problemsOf(problemTexts);
  const words = (expected: string) => partsOf(problem('unknown-year', { found: 'R9', expected })).what;
  expect(words('R6・R7')).toBe('令和9年度の評価指標は登録されていません（登録済み：令和6年度・令和7年度）');
  const { what } = partsOf(problem('no-answers', { found: '表', expected: '枝番の列' }, { year: '対象' }));
  expect(what).toMatch(/^対象年度の枝番/);
});

it('names ids only where a person types them: formulas and files', () => {
  const typed = /function-|scenario-/;
  const named = said('ja', '12').filter(([, text]) => /[PSC]\d[pao]\d/.test(text));
  expect(named.map(([name]) => name).filter((name) => !typed.test(name))).toEqual([]);
});

it('counts points and cells with their noun', () => {
  const problem = problemsOf(problemTexts);
  const asked = (count: number, points: number) =>
    partsOf(problem('triangle-mark', { found: '△', pointsAtStake: points }, { count }), 'en');
  expect(asked(1, 1)).toMatchObject({
    what: '"△" (1 cell) cannot be scored (there are no half points)',
    effect: 'Criteria worth 1 point are open',
  });
  expect(asked(26, 41)).toMatchObject({
    what: '"△" (26 cells) cannot be scored (there are no half points)',
    effect: 'Criteria worth 41 points are open',
  });
});
