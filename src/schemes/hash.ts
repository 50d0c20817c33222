import { sha256Hex } from '../kernel';
import type { BlockScheme, Scheme } from './scheme';

/** JSON with sorted keys and no spaces: the same data gives the same text, however its file is laid out. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${members.join(',')}}`;
};

const known = new WeakMap<Scheme | BlockScheme, string>();

/** SHA-256 (64 hex digits) of a scheme's content, whatever its layout; printed wherever the scheme decided something. */
export const schemeHash = (scheme: Scheme | BlockScheme): string => {
  const before = known.get(scheme);
  if (before !== undefined) return before;
  const hash = sha256Hex(canonicalJson(scheme));
  known.set(scheme, hash);
  return hash;
};
