import { partsOf, problemTexts, sentenceOf, type Problem } from '../../src/problems';

/** Facts as files and people make them. */
const odd: Readonly<Record<string, string>> = {
  nothing: '',
  blanks: ' 　\t\u00A0 ',
  'signs that print nothing': '\u0000\u0007\u001B\u202E\u200F',
  'a full cell': '長'.repeat(32_767),
  'a full cell of line ends': '行\r\n'.repeat(10_922),
  commands: '\u001B[2J\u001B]0;x\u0007消去\u009B31m',
  markup: '<c r="XFE1" s="1"><v>1</v></c>',
  formula: '=HYPERLINK("http://example.invalid","x")',
  'half a pair': '\uD842',
  braces: '{found} {name} $1 $& {count:cell|cells}年度',
};

/** Signs of a cell of Excel: the sheet 要確認 shows each part in one. */
const mostInCell = 32_767;

const withFacts = (name: string, value: string): Problem => {
  const text = problemTexts[name as keyof typeof problemTexts];
  const words = JSON.stringify([text.ja, text.en]).matchAll(/\{(\w+)/g);
  const facts = Object.fromEntries(
    [...words].map(([, word = '']) => [word, word === 'detail' ? { ja: value, en: value } : value]),
  );
  return { name: name as Problem['name'], text, code: text.code, severity: text.severity, found: value, expected: value, sheet: value, cell: value, facts }; // prettier-ignore
};

/** An empty text as a formula spells it. */
const spelt = /&""/g;

/** What no reader can do anything with, in a sentence of so many facts. */
const faults = (sentence: string, value: string): readonly string[] => [
  ...(/（[\s、・：～／]*）|\([\s,:;]*\)/.test(sentence) ? ['brackets round nothing'] : []),
  ...(/「\s*」|"\s*"/.test(sentence.replace(spelt, '')) && value.trim() === ''
    ? ['quotation marks round nothing']
    : []),
  ...(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\uD800-\uDFFF\uFFFF]/.test(sentence.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '')) ? ['signs a terminal obeys'] : []), // prettier-ignore
  ...(/[\r\n\u2028]/.test(sentence) ? ['more than one line'] : []),
  ...(sentence.length > mostInCell ? [`${sentence.length} signs`] : []),
  ...(/undefined|NaN|\[object/.test(sentence) ? ['a word of the programme'] : []),
  ...(/^E-\d+ *(?:[。.、は]|[（(](?!空欄|blank))/.test(sentence) ? ['begins with nothing'] : []),
];

describe.each(['ja', 'en'] as const)('every sentence (%s)', (language) => {
  test.each(Object.entries(odd))('with %s for all its facts can be read', (_, value) => {
    const found = Object.keys(problemTexts).flatMap((name) => {
      const problem = withFacts(name, value);
      const parts = partsOf(problem, language);
      const texts = [sentenceOf(problem, language), parts.what, parts.effect, parts.cure];
      return [...new Set(texts.flatMap((text) => faults(text, value)))].map(
        (fault) => `${problem.code} ${name}: ${fault}`,
      );
    });
    expect(found).toEqual([]);
  });

  test('says what a fact says, braces and all', () => {
    const shown = Object.keys(problemTexts).filter((name) =>
      sentenceOf(withFacts(name, odd['braces'] ?? ''), language).includes('{found} {name} $1 $&'),
    );
    expect(shown.length).toBeGreaterThan(150);
  });
});
