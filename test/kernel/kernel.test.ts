import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  engineVersion,
  fiscalYearLabel,
  fiscalYearsIn,
  foldLabel,
  foldText,
  readFiscalYear,
  sha256Hex,
} from '../../src/kernel';
import { sha256InScript } from '../../src/kernel/hash';
import { partsOf, problem, problemTexts, sentenceOf, type ProblemName } from '../../src/problems';

describe('problem texts', () => {
  const entries = Object.entries(problemTexts) as [ProblemName, (typeof problemTexts)[ProblemName]][];

  it('have codes of their own', () => {
    const codes = entries.map(([, { code }]) => code);
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });

  it.each(entries)('%s says what is wrong in both languages, and how to cure what must be cured', (_, text) => {
    for (const words of [text.ja, text.en]) {
      expect(words.what).not.toBe('');
      if (text.severity !== 'info') expect(words.cure).not.toBe('');
      expect(`${words.what}${words.effect}${words.cure}`).not.toMatch(/[。]$/);
    }
    const words = (part: { what: string; effect: string; cure: string }) =>
      [...`${part.what}${part.effect}${part.cure}`.matchAll(/\{(\w+)(?::[^}]*)?\}/g)].map(([, word]) => word);
    expect(new Set(words(text.en))).toEqual(new Set(words(text.ja)));
  });

  it('are each said somewhere: a text nobody raises is deleted', () => {
    const sources = join(__dirname, '../../src');
    const code = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('problems'))
      .map((path) => readFileSync(join(sources, path), 'utf8'))
      .join('\n');
    expect(entries.map(([name]) => name).filter((name) => !code.includes(`'${name}'`))).toEqual([]);
  });

  it('make one sentence of code, what, where, effect and cure', () => {
    const triangle = problem(
      'triangle-mark',
      { sheet: '回答', cell: 'F23', found: '△', pointsAtStake: 8 },
      { count: 1 },
    );
    expect(sentenceOf(triangle)).toBe(
      'E-217 「△」（1か所）は判定できません（部分点はありません）（回答!F23）。未確定（配点8点）として集計しています。○ か × を入力してください。',
    );
    expect(partsOf(triangle, 'en')).toEqual({
      what: '"△" (1 cell) cannot be scored (there are no half points)',
      where: '回答!F23',
      effect: 'Criteria worth 8 points are open',
      cure: 'Enter ○ or ×',
    });
  });
});

describe('foldText', () => {
  it.each([
    ['Ｒ７', 'R7'],
    ['ｱ①', 'ア①'],
    ['ｶﾞ', 'ガ'],
    ['か\u3099', 'が'],
    ['\ufeff 目標\u3000Ⅳ\u200b\r\n', '目標 Ⅳ'],
    ['〇○◯', '〇○◯'],
    ['葛\u{E0100}', '葛'],
  ])('folds %j to %j and keeps ① and Ⅳ', (typed, folded) => {
    expect(foldText(typed)).toBe(folded);
  });

  it('folds a sign that stands alone as it does beside one that is folded anyway', () => {
    const signs = [
      ...Array.from({ length: 0xd800 }, (_, code) => code),
      ...Array.from({ length: 0x10000 - 0xe000 }, (_, code) => 0xe000 + code),
      ...Array.from({ length: 0x200 }, (_, code) => 0xe0000 + code),
    ].map((code) => String.fromCodePoint(code));
    expect(signs.filter((sign) => `${foldText(`甲${sign}乙`)}9` !== foldText(`甲${sign}乙９`))).toEqual([]);
  });

  it('drops every space from labels and ignores case', () => {
    expect(foldLabel(' 市町村 名 ＩＤ')).toBe('市町村名id');
  });
});

describe('readFiscalYear', () => {
  it.each([
    ['令和７年度', 'R7'],
    ['R7', 'R7'],
    ['R７', 'R7'],
    ['㋿7', 'R7'],
    ['令7', 'R7'],
    [2025, 'R7'],
    ['2025年度', 'R7'],
    ['FY2025', 'R7'],
    ['2025/4/1', 'R7'],
    ['2025/3/31', 'R6'],
    [new Date(Date.UTC(2025, 2, 31)), 'R6'],
    ['R7.8.15', 'R7'],
    ['令和7年3月31日', 'R6'],
    ['2025.8.15', 'R7'],
    ['令和元年度', 'R1'],
    ['平成31年度', 'R1'],
    ['平成37年度', 'R7'],
  ])('reads %s as %s', (spelling, year) => {
    expect(readFiscalYear(spelling)).toBe(year);
  });

  it.each([['第7期'], ['45748'], [7], [''], [null], [true], ['R']])('does not take %s for a year', (spelling) => {
    expect(readFiscalYear(spelling)).toBeUndefined();
  });

  it('finds every year of a heading once, in order', () => {
    expect(fiscalYearsIn('令和７年度評価（R6実績）令和7年')).toEqual(['R7', 'R6']);
  });

  it('prints the first year of the era as 元年', () => {
    expect([fiscalYearLabel('R1'), fiscalYearLabel('R8')]).toEqual(['令和元年度', '令和8年度']);
  });
});

it('hashes as the standard’s example', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  for (const data of ['', '採点🙂', new Uint8Array(100_003).fill(7)])
    expect(sha256Hex(data)).toBe(sha256InScript(data));
});

it('prints the version of the package', () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };
  expect(engineVersion).toBe(version);
});
