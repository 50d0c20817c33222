import { readMark } from '../../src/answers/marks';

// rules/bad-inputs.md#b014, #b021–#b033, #b065, #b071.
const met = [
  ...Array.from('〇○◯⚪OＯoｏОо✓✔☑'),
  ...['はい', '有', 'あり', '該当', '実施', 'TRUE', 'Ｙ', 'yes', '済', ' ○ ', '　〇', '○\u200b', '\ufeff○', '○\n'],
];
const unmet = [
  ...Array.from('×✕✖☓❌XＸxхХΧㄨ☐□'),
  ...['いいえ', '無', 'なし', '非該当', '未実施', 'FALSE', 'N', 'no', '×　'],
];

describe('readMark', () => {
  it.each(met)('reads %p as yes', (cell) => {
    expect(readMark(cell)).toEqual({ kind: 'met' });
  });

  it.each(unmet)('reads %p as no', (cell) => {
    expect(readMark(cell)).toEqual({ kind: 'unmet' });
  });

  it('reads the values of check boxes', () => {
    expect([true, false].map((cell) => readMark(cell).kind)).toEqual(['met', 'unmet']);
  });

  it.each(['◎', '●', 'メ', 'ﾒ', 'レ', 'ﾚ', '■', '☒'])('asks what %p means', (cell) => {
    expect(readMark(cell).kind).toBe('ask');
  });

  it('uses the meaning a person gave', () => {
    expect(readMark('◎', new Map([['◎', 'met']]))).toEqual({ kind: 'met' });
    expect(readMark('レ', new Map([['レ', 'unmet']]))).toEqual({ kind: 'unmet' });
  });

  it.each([
    ['△', 'triangle'],
    ['▽', 'triangle'],
    ['▲', 'triangle'],
    ['〇(予定)', 'annotated'],
    ['○※', 'annotated'],
    ['×→〇', 'annotated'],
    ['〇/×', 'annotated'],
    ['検討中', 'unreadable'],
    ['①', 'circled'],
    ['約4', 'approximate'],
    ['4以上', 'approximate'],
    ['(4)', 'parentheses'],
    ['ー', 'dash'],
    ['50%', 'unreadable'],
    ['#N/A', 'cell-error'],
    ['#REF!', 'cell-error'],
    ['#SPILL!', 'cell-error'],
    [new Date(Date.UTC(2025, 0, 3)), 'date'],
    [1e300, 'too-large'],
    ['○'.repeat(32_767), 'annotated'],
    ['__proto__', 'unreadable'],
    ['constructor', 'unreadable'],
  ])('holds %p', (cell, why) => {
    expect(readMark(cell)).toMatchObject({ kind: 'held', why });
  });

  it.each(['該当なし', '該当無し', '非対象', '対象外', '－', '-', 'N/A'])('reads %p as not applicable', (cell) => {
    expect(readMark(cell)).toMatchObject({ kind: 'not-applicable' });
  });

  it.each([null, '', ' ', '　', '\u200b'])('takes %p as blank', (cell) => {
    expect(readMark(cell)).toEqual({ kind: 'blank' });
  });

  it.each(['例：○', '例:×', '（例）○', '記入例 ○'])('knows the example %p', (cell) => {
    expect(readMark(cell)).toEqual({ kind: 'placeholder' });
  });

  it('leaves bare numbers to the column, and tells points by their unit', () => {
    expect(readMark('４')).toEqual({ kind: 'number', value: 4, inPoints: false });
    expect(readMark('4点')).toEqual({ kind: 'number', value: 4, inPoints: true });
    expect(readMark(0)).toEqual({ kind: 'number', value: 0, inPoints: false });
  });
});
