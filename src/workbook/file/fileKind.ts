import type { FileProblemName } from './fileFault';
import { limits } from './limits';

/** What the bytes are, whatever the file is called. */
export type FileKind = { readonly kind: 'zip' | 'text' } | { readonly kind: 'refused'; readonly name: FileProblemName };

/** Looks at the first bytes; the extension is not trusted (an .xlsx from a web system is often HTML or a CSV). */
export const fileKind = (bytes: Uint8Array): FileKind => {
  if (bytes.length === 0) return refused('file-empty');
  if (bytes.length > limits.fileBytes) return refused('file-too-large');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return { kind: 'zip' };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return refused(compoundKind(bytes));
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).replace(/^\u00EF\u00BB\u00BF/, '');
  if (head.startsWith('%PDF-')) return refused('file-pdf');
  if (startsWith(bytes, [0x09, 0x08]) || startsWith(bytes, [0x09, 0x04])) return refused('file-xls');
  if (/^\s*<(!doctype html|html|head|body|table|meta|!--|style|script|div)/i.test(head)) return refused('file-html');
  if (/^\s*<(\?xml|[a-z])/i.test(head)) return refused(/<html[\s>]/i.test(head) ? 'file-html' : 'file-unknown');
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  return !isUtf16 && head.includes('\0') ? refused('file-unknown') : { kind: 'text' };
};

const refused = (name: FileProblemName): FileKind => ({ kind: 'refused', name });

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, place) => bytes[place] === byte);

/** A compound file is an old .xls, or a new file under a password; the names of its streams, in UTF-16, tell. */
const compoundKind = (bytes: Uint8Array): FileProblemName => {
  if (containsUtf16(bytes, 'EncryptedPackage')) return 'file-password';
  return containsUtf16(bytes, 'Workbook') || containsUtf16(bytes, 'Book') ? 'file-xls' : 'file-unknown';
};

const containsUtf16 = (bytes: Uint8Array, name: string): boolean => {
  const wanted = Array.from(name).flatMap((letter) => [letter.charCodeAt(0), 0]);
  const first = wanted[0] ?? 0;
  for (let place = bytes.indexOf(first); place >= 0; place = bytes.indexOf(first, place + 1)) {
    if (wanted.every((byte, offset) => bytes[place + offset] === byte)) return true;
  }
  return false;
};
