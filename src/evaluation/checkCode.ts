import type { MunicipalityAnswers } from '../answers';
import { engineVersion, sha256Hex, uint8At } from '../kernel';
import { schemeHash, type Scheme } from '../schemes';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/**
 * 検算コード: eight characters from the scheme, the engine and every answer. Equal codes mean equal answers scored by equal
 * rules, whichever face of the product did it and however the workbook was laid out.
 */
export const checkCode = (
  scheme: Scheme,
  municipalities: readonly Pick<MunicipalityAnswers, 'identity' | 'states'>[],
): string => codeOfAnswers(scheme, municipalities.map(answersText));

/** What one municipality adds to the code. */
export const answersText = ({ identity, states }: Pick<MunicipalityAnswers, 'identity' | 'states'>): string => {
  const digits = new Uint8Array(states.length);
  for (let place = 0; place < digits.length; place += 1) digits[place] = nought + uint8At(states, place);
  return `${identity.code ?? identity.name}:${Reflect.apply(String.fromCharCode, undefined, digits)}`;
};

const nought = '0'.charCodeAt(0);

/** {@link checkCode} of municipalities of which the texts are made. */
export const codeOfAnswers = (scheme: Scheme, texts: readonly string[]): string =>
  codeOf([schemeHash(scheme), engineVersion, ...texts.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))]);

/** Eight characters (no I, L, O, U) for a list of texts. */
export const codeOf = (texts: readonly string[]): string => {
  const digest = BigInt(`0x${sha256Hex(texts.join('\n'))}`);
  return Array.from({ length }, (_, place) => alphabet.charAt(Number((digest >> BigInt(place * 5)) & 31n))).join('');
};
