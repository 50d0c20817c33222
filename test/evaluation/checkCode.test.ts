import { checkCode, codeOf } from '../../src/evaluation/checkCode';
import { engineVersion } from '../../src/kernel';
import { schemeHash } from '../../src/schemes';
import { schemeFor } from '../builders/answerSheets';
import { statesMeeting } from '../builders/states';

const scheme = schemeFor('R8');
const hash = schemeHash(scheme);
const municipality = (name: string, code: string | undefined, ...met: readonly string[]) => ({
  identity: { name, code, kind: 'municipality', prefecture: undefined, notes: [] } as const,
  states: statesMeeting(scheme, (id) => met.includes(id)),
});
const one = municipality('府中市', '132063', 'P1p1a');
const other = municipality('府中市', '342084', 'S1p1a');
const nameless = municipality('どこか市', undefined);
const written = ({ states }: typeof one) => states.join('');

test('検算コード is made of the rules, the engine and every answer, by code, else by name', () => {
  expect(checkCode(scheme, [one, other, nameless])).toBe(
    codeOf([
      hash,
      engineVersion,
      `132063:${written(one)}`,
      `342084:${written(other)}`,
      `どこか市:${written(nameless)}`,
    ]),
  );
  expect(checkCode(scheme, [])).toBe(codeOf([hash, engineVersion]));
});

test.each([
  ['the engine', codeOf([hash, '0.0.0', `132063:${written(one)}`])],
  ['the rules', checkCode(schemeFor('R7'), [one])],
  ['an answer', checkCode(scheme, [municipality('府中市', '132063')])],
  ['the municipality', checkCode(scheme, [{ ...one, identity: other.identity }])],
])('another code where %s is another', (_, code) => {
  expect(code).not.toBe(checkCode(scheme, [one]));
});

test('the same code in whatever order the sheets stand', () => {
  expect(checkCode(scheme, [other, nameless, one])).toBe(checkCode(scheme, [one, other, nameless]));
});

test('a code is eight characters, none of which looks like another', () => {
  const codes = Array.from({ length: 200 }, (_, at) => codeOf([String(at)]));
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  expect(new Set(codes).size).toBe(200);
  expect(codeOf(['a', 'b'])).not.toBe(codeOf(['ab']));
});
