import { isOwnFormula, sameFormula, type Formula } from '../../src/workbook';
import { formulaText } from '../../src/workbook/formula';

const place = (marker: string, top: number, left: number, bottom = top, right = left): Formula => ({
  kind: 'place',
  marker,
  area: { top, left, bottom, right },
});
const call = (name: 'SUM' | 'COUNTIF', ...given: readonly Formula[]): Formula => ({ kind: 'call', name, given });
const infix = (left: Formula, operator: '+' | '/' | '&', right: Formula): Formula => ({
  kind: 'infix',
  operator,
  left,
  right,
});

/** Names that sheets of a workbook may bear, whoever gave them. */
const hostileNames = [
  `=HYPERLINK("x")`,
  `a'b!c`,
  `'+1+1`,
  `'!A1&WEBSERVICE("x")`,
  `"&A1&"`,
  '1,2',
  '北塩原村!得点',
  '=cmd',
];

describe('a formula of ours', () => {
  test('leads to where the sheets stand, on its own sheet without a name; parts of an expression keep together', () => {
    const origins = new Map([
      ['score', { name: '得点', top: 2, left: 1 }],
      ['control', { name: '検算', top: 0, left: 0 }],
    ]);
    const sum = infix(place('score', 0, 0), '+', place('score', 1, 0));
    const formula = infix(infix(sum, '/', { kind: 'number', value: 0.5 }), '&', {
      kind: 'call',
      name: 'COUNTIF',
      given: [place('control', 4, 9, 40, 9), { kind: 'word', word: '一致' }],
    });
    expect(formulaText(formula, 'control', origins)).toBe(`(('得点'!B3+'得点'!B4)/0.5)&COUNTIF(J5:J41,"一致")`);
  });

  test.each(hostileNames)('takes the name of a sheet as nothing but a name: %s', (name) => {
    const origins = new Map([['score', { name, top: 0, left: 0 }]]);
    const text = formulaText(call('SUM', place('score', 0, 0)), 'control', origins);
    expect(text).toBe(`SUM('${name.replaceAll("'", "''")}'!A1)`);
    expect(isOwnFormula(text)).toBe(true);
    // All that stands between the apostrophes is the name.
    expect(/^SUM\('((?:[^']|'')*)'!A1\)$/.exec(text)?.[1]?.replaceAll("''", "'")).toBe(name);
  });

  test('is the same where another program left out quotation marks and spaces, and another with another cell', () => {
    expect(sameFormula("SUM('得点'!A1:B1)", '=sum( 得点!$A$1:$B$1 )')).toBe(true);
    expect(sameFormula("SUM('得点'!A1:B1)", "SUM('得点'!A1:B2)")).toBe(false);
  });
});

test.each([
  ["SUM('得点'!A1:B1)", true],
  ['=IF(ROUND(A1-\'得点 (2)\'!C1,6)=0,"一致","不一致")', true],
  ['SUM(得点!A1:B1)', true],
  ['', false],
  ['=', false],
  ['HYPERLINK("http://x")', false],
  ['WEBSERVICE("http://x")', false],
  ["cmd|'/c calc'!A1", false],
  ["'cmd|x'!A1", false],
  ["'[other.xlsx]Sheet1'!A1", false],
  ['[1]Sheet1!A1', false],
  ['SUM(Sheet1:Sheet3!A1)', false],
  ['"他の言葉"', false],
  ['SUMX(A1)', false],
  ['INDIRECT("A1")', false],
  ['名前', false],
  ['A1(', false],
  ['{1}', false],
  ['1+2', false],
  ['SUM(A1:B1', true],
])('a text is told to be a formula of ours, or not: %s', (text, ours) => {
  expect(isOwnFormula(text)).toBe(ours);
});
