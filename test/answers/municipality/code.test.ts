import { readMunicipalityCode } from '../../../src/answers/municipality/code';
import { registeredMunicipalities } from '../../../src/answers';
import type { CellValue } from '../../../src/workbook';

const codeOrProblem = (value: CellValue, name?: string, prefecture?: string) => {
  const result = readMunicipalityCode(value, { name, prefecture });
  return result.ok ? result.value : result.problems.map(({ code }) => code).join();
};

describe('readMunicipalityCode (rows 41, 42)', () => {
  test.each<[string, CellValue, string]>([
    ['six digits as text', '132063', '132063'],
    ['six digits as a number', 132063, '132063'],
    ['full-width digits', '１３２０６３', '132063'],
    ['spaces around and inside', ' 132 063　', '132063'],
    ['a thousands comma', '132,063', '132063'],
    ['a hyphen before the check digit', '13206-3', '132063'],
    ['a decimal that a program added', '132063.0', '132063'],
    ['five digits: the check digit is added', '13206', '132063'],
    ['five digits as a number', 13206, '132063'],
    ['five digits that begin with zero', '01206', '012068'],
    ['four digits: zero lost and no check digit', '1206', '012068'],
    ['four digits as a number', 1206, '012068'],
    ['six digits that lost the zero', '12335', '012335'],
    ['six digits that lost the zero, as a number', 35068, '035068'],
    ['a union, outside the register', '018015', '018015'],
    ['a prefecture', '070009', '070009'],
  ])('reads %s', (_, value, expected) => {
    expect(codeOrProblem(value)).toBe(expected);
  });

  test.each<[string, CellValue, string]>([
    ['nothing', null, 'E-241'],
    ['an empty text', '', 'E-241'],
    ['a word', '府中市', 'E-241'],
    ['three digits', '132', 'E-241'],
    ['seven digits', '1320634', 'E-241'],
    ['a fraction', 13206.3, 'E-241'],
    ['a negative number', -132063, 'E-241'],
    ['a number beyond exact integers', 1e300, 'E-241'],
    ['true', true, 'E-241'],
    ['a date', new Date(0), 'E-241'],
    ['an error value', '#N/A', 'E-241'],
    ['prefecture 48', '482018', 'E-241'],
    ['prefecture 00', '002018', 'E-241'],
    ['a circled digit', '13206③', 'E-241'],
    ['a wrong check digit', '132064', 'E-242'],
    ['a wrong check digit as a number', 132064, 'E-242'],
  ])('refuses %s', (_, value, problem) => {
    expect(codeOrProblem(value)).toBe(problem);
  });

  test('a wrong check digit is answered with the right one, and does not stop the scoring', () => {
    const result = readMunicipalityCode('132064');
    expect(result).toMatchObject({
      ok: false,
      problems: [
        {
          name: 'municipality-code-check-digit',
          code: 'E-242',
          severity: 'check',
          found: '132064',
          expected: '132063',
          facts: {},
        },
      ],
    });
  });

  test('five digits that are two municipalities are asked about, naming both', () => {
    const result = readMunicipalityCode('12211');
    expect(result.ok ? [] : result.problems).toMatchObject([
      {
        code: 'E-243',
        facts: { candidates: '012211 名寄市（北海道 012211）、122114 成田市（千葉県 122114）' },
      },
    ]);
  });

  test.each([
    ['名寄市', undefined, '012211'],
    ['成田市', undefined, '122114'],
    ['成田', undefined, '122114'],
    ['千葉県成田市', undefined, '122114'],
    [undefined, '千葉県', '122114'],
    [undefined, '北海道', '012211'],
    ['架空市', undefined, 'E-243'],
  ])('name 「%s」 and prefecture 「%s」 settle 12211 as %s', (name, prefecture, expected) => {
    expect(codeOrProblem('12211', name, prefecture)).toBe(expected);
    expect(codeOrProblem(12211, name, prefecture)).toBe(expected);
  });

  test('twelve lost zeros of the register meet another municipality; every other short form is read as meant', () => {
    const all = registeredMunicipalities();
    const asked = (short: string) => codeOrProblem(short) === 'E-243';
    const zeros = all.filter(({ code }) => code.startsWith('0'));
    expect(zeros.filter(({ code }) => asked(code.slice(1)))).toHaveLength(12);
    expect(zeros.filter(({ code }) => !asked(code.slice(1)) && codeOrProblem(Number(code)) !== code)).toEqual([]);
    expect(all.filter(({ code }) => !asked(code.slice(0, 5)) && codeOrProblem(code.slice(0, 5)) !== code)).toEqual([]);
  });

  test('with its name, every municipality is read from six, five and zero-less digits', () => {
    const wrong = registeredMunicipalities().filter(({ code, name, prefecture }) =>
      [code, Number(code), code.slice(0, 5), Number(code.slice(0, 5))].some(
        (value) => codeOrProblem(value, name, prefecture) !== code,
      ),
    );
    expect(wrong).toEqual([]);
  });
});
