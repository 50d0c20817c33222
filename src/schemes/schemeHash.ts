import { sha256Hex } from '../kernel';
import { canonicalJson } from './canonicalJson';
import type { BlockScheme, Scheme } from './schema';

const known = new WeakMap<Scheme | BlockScheme, string>();

/** SHA-256 (64 hex digits) of a scheme's content, whatever its layout; printed wherever the scheme decided something. */
export const schemeHash = (scheme: Scheme | BlockScheme): string => {
  const before = known.get(scheme);
  if (before !== undefined) return before;
  const hash = sha256Hex(canonicalJson(scheme));
  known.set(scheme, hash);
  return hash;
};
