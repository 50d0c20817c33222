import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { builtin } from './builtin';

interface Crypto {
  /** Since Node.js 20.12. */
  readonly hash?: (algorithm: string, data: Uint8Array | string, form: string) => string;
}

const { hash } = (builtin('node:crypto') ?? {}) as Crypto;

/** The sum in script, for hosts that have no code of their own which answers at once. */
export const sha256InScript = (data: Uint8Array | string): string =>
  bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));

/** SHA-256 as 64 hex digits, of bytes or of text in UTF-8; the same in Node, in Excel's web view and on a page opened from disk. */
export const sha256Hex: (data: Uint8Array | string) => string =
  hash === undefined ? sha256InScript : (data) => hash('sha256', data, 'hex');

/** Printed with every result; the same as in package.json (tested). */
export const engineVersion = '0.1.0';
