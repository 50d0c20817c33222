import { readNumber } from '../../src/answers';

// rules/bad-inputs.md#b001–#b020, #b034.
describe('readNumber', () => {
  it.each<[string | number, number]>([
    ['１２３', 123],
    ['１，７４１', 1741],
    ['４２２．３６', 422.36],
    ['1,234', 1234],
    ['△12,333', -12333],
    ['▲5', -5],
    ['∆5', -5],
    ...Array.from('-－−‐–―ーｰ', (sign) => [`${sign}5`, -5] as [string, number]),
    ['＋104,429', 104429],
    ['一二三', 123],
    ['十五', 15],
    ['二千八', 2008],
    ['　7\u00a0', 7],
    ["'42", 42],
    ['0', 0],
    ['0.0', 0],
    [0.1 + 0.2, 0.3],
    [581, 581],
    ['123456789012345', 123456789012345],
    ['0.12345678901234', 0.12345678901234],
    ['000123456789012345', 123456789012345],
    [999_999_999_999_999, 999_999_999_999_999],
  ])('reads %p as %p', (cell, value) => {
    expect(readNumber(cell)).toEqual({ kind: 'number', value });
  });

  it.each([
    ['５８１点', 581, '点'],
    ['50％', 50, '%'],
    ['10千円', 10, '千円'],
    ['1万円', 1, '万円'],
    // 百 and 千 belong to a number in kanji.
    ['二千五百万円', 2500, '万円'],
    ['五百万円', 500, '万円'],
    ['六千五百円', 6500, '円'],
    ['二千円', 2000, '円'],
    ['5百万円', 5, '百万円'],
    ['六百点', 600, '点'],
    ['1,234人', 1234, '人'],
    ['56位', 56, '位'],
  ])('keeps the unit of %p', (cell, value, unit) => {
    expect(readNumber(cell)).toEqual({ kind: 'number', value, unit });
  });

  it.each([
    ['12,34', 'grouping'],
    ['1.234,5', 'european'],
    ['(5)', 'parentheses'],
    ['（５）', 'parentheses'],
    ['約30', 'approximate'],
    ['30以上', 'approximate'],
    ['30～40', 'approximate'],
    ['30名程度', 'approximate'],
    ['①', 'circled'],
    ['ー', 'dash'],
    ['―', 'dash'],
    ['1e999', 'too-large'],
    ['1234567890123456', 'too-large'],
    ['123456789.0123456', 'too-large'],
    [1e15, 'too-large'],
    ['十十', 'not-a-number'],
    ['千円', 'not-a-number'],
    ['百万円', 'not-a-number'],
    ['12345678901234567', 'too-large'],
    [Infinity, 'too-large'],
    [NaN, 'too-large'],
    ['#DIV/0!', 'cell-error'],
    ['Ⅳ', 'not-a-number'],
    ['1/3', 'not-a-number'],
    [true, 'not-a-number'],
    [new Date(Date.UTC(2025, 0, 3)), 'date'],
    ['1'.repeat(10_000), 'too-large'],
  ])('guesses nothing of %p', (cell, why) => {
    expect(readNumber(cell)).toEqual({ kind: 'doubtful', why });
  });

  it('tells 0, an empty cell and － apart', () => {
    expect([0, null, '', '　', '－', '-'].map((cell) => readNumber(cell).kind)).toEqual([
      'number',
      'blank',
      'blank',
      'blank',
      'not-applicable',
      'not-applicable',
    ]);
  });
});
