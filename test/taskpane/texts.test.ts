import { en } from '../../src/taskpane/texts/en';
import { ja } from '../../src/taskpane/texts/ja';

/*
 * Every text of the pane in both languages. What a text is made of is not told by its type here, so each function is called with
 * arguments of all kinds, and what it cannot take it throws at.
 */
const kinds = (number: number): readonly unknown[] => [
  number,
  '甲',
  BigInt(number) * 10_000n,
  { low: number, high: number + 1 },
  { promotion: '甲', support: '乙' },
  'R8',
];

const combinations = (length: number, values: readonly unknown[]): readonly (readonly unknown[])[] =>
  length === 0 ? [[]] : combinations(length - 1, values).flatMap((rest) => values.map((value) => [...rest, value]));

const saidBy = (path: string, text: unknown, number: number): readonly (readonly [string, string])[] => {
  if (typeof text === 'string') return [[path, text]];
  if (typeof text === 'function') {
    const make = text as (...given: readonly unknown[]) => unknown;
    return combinations(Math.min(make.length, 4), kinds(number)).flatMap((given) => {
      try {
        return saidBy(path, make(...given), number);
      } catch {
        return [];
      }
    });
  }
  return typeof text === 'object' && text !== null
    ? Object.entries(text).flatMap(([key, value]) => saidBy(`${path}.${key}`, value, number))
    : [];
};

const told = (of: object, number: number, wrong: RegExp): readonly string[] => [
  ...new Set(
    saidBy('', of, number)
      .filter(([, text]) => wrong.test(text))
      .map(([path, text]) => `${path}: ${text}`),
  ),
];

test('every text is walked, those made of numbers too', () => {
  const paths = new Set(saidBy('', ja, 12).map(([path]) => path));
  expect(paths).toContain('.result.changePoints');
  expect(paths).toContain('.plan.stored');
  expect(paths.size).toBeGreaterThan(230);
  expect(new Set(saidBy('', en, 12).map(([path]) => path))).toEqual(paths);
});

test('no text speaks of the command line by its commands, or names an id', () => {
  for (const texts of [ja, en]) expect(told(texts, 12, /npm|(?:^|\s)--[a-z]|[PSC]\d[pao]\d/)).toEqual([]);
});

test('no space stands between a number and its unit; one sign for percent in each language', () => {
  const unit = '点|件|か所|行|列|位|市町村|セル|枚|円|千円|万円|％';
  expect(told(ja, 12, new RegExp(`\\d (?:${unit})|%`))).toEqual([]);
  expect(told(en, 12, /％/)).toEqual([]);
});

test('one thing is said in the singular, two in the plural', () => {
  const nouns = 'point|cell|row|answer|sheet|place|criterion|municipality|column';
  expect(
    told(en, 1, /(?<![\d,.])1 (?:points|cells|rows|answers|sheets|places|criteria|municipalities|columns)\b/),
  ).toEqual([]);
  expect(told(en, 2, new RegExp(`(?<![\\d,.])2 (?:${nouns})\\b`))).toEqual([]);
});

test('no two tabs and actions of the English pane have one name', () => {
  const names = [
    ...Object.values(en.tabs),
    en.papers.write,
    en.papers.overwriteAll,
    en.papers.writeAnyway,
    en.rescore,
    en.plan.keep,
    en.restore,
  ];
  expect(new Set(names).size).toBe(names.length);
});
