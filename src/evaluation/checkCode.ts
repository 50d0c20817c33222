import type { MunicipalityAnswers } from '../answers';
import { engineVersion, sha256Hex } from '../kernel';
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
): string => {
  const answers = municipalities
    .map(({ identity, states }) => `${identity.code ?? identity.name}:${states.join('')}`)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return codeOf([schemeHash(scheme), engineVersion, ...answers]);
};

/** Eight characters (no I, L, O, U) for a list of texts. */
export const codeOf = (texts: readonly string[]): string => {
  const digest = BigInt(`0x${sha256Hex(texts.join('\n'))}`);
  return Array.from({ length }, (_, place) => alphabet.charAt(Number((digest >> BigInt(place * 5)) & 31n))).join('');
};
