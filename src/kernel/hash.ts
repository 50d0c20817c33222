import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** SHA-256 as 64 hex digits, of bytes or of text in UTF-8; the same in Node, in Excel's web view and on a page opened from disk. */
export const sha256Hex = (data: Uint8Array | string): string =>
  bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));

/** Printed with every result; the same as in package.json (tested). */
export const engineVersion = '0.1.0';
