import { createHash } from 'node:crypto';
import { outwardJson } from '../kernel';

/** Node's own: the JSON of a nation has 40 MB, over which the kernel's, made for every host, takes a second. */
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const blank = '0'.repeat(64);
const marked = /(?<before>"fingerprint": ?")(?<sum>[0-9a-f]{64})(?<after>"\s*\}\s*)$/;

/** Data as JSON that may be shown on a terminal; `indent` as for JSON.stringify. */
export const jsonText = (data: unknown, indent?: number): string => outwardJson(JSON.stringify(data, null, indent));

/**
 * The text of a JSON file of ours, ending in a field `fingerprint` of the rest of the text: whoever edits the file, or
 * lets a program write it anew, shows by it. `indent` as for JSON.stringify.
 */
export const markedJson = (data: Readonly<Record<string, unknown>>, indent?: number): string => {
  const text = `${jsonText({ ...data, fingerprint: blank }, indent)}\n`;
  return text.replace(marked, `$<before>${sha256(text)}$<after>`);
};

/**
 * {@link markedJson} without indent as bytes, for data with lists that are longer than one would hold at once: each element of
 * one is asked for, written and forgotten. Whatever else than an array can be walked through counts as a list.
 */
export const markedJsonInPieces = (data: Readonly<Record<string, unknown>>): readonly Uint8Array[] => {
  const sum = createHash('sha256');
  const pieces: Uint8Array[] = [];
  const write = (text: string): void => {
    const bytes = Buffer.from(outwardJson(text));
    sum.update(bytes);
    pieces.push(bytes);
  };
  let text = '{';
  for (const [key, value] of Object.entries(data)) {
    text += `${JSON.stringify(key)}:`;
    if (isList(value)) {
      let before = '[';
      for (const element of value) {
        text += `${before}${JSON.stringify(element)}`;
        before = ',';
        if (text.length >= pieceLength) {
          write(text);
          text = '';
        }
      }
      text += before === '[' ? '[]' : ']';
    } else text += JSON.stringify(value);
    text += ',';
  }
  write(`${text}"fingerprint":"`);
  const end = '"}\n';
  sum.update(`${blank}${end}`);
  pieces.push(Buffer.from(`${sum.digest('hex')}${end}`));
  return pieces;
};

/** Signs of a piece, more or less. */
const pieceLength = 1 << 18;

const isList = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Symbol.iterator in value;

/**
 * Whether a file is one of {@link markedJson}, `untouched` or edited since; undefined when it bears no mark at its end. That
 * of a nation has 40 MB, and is neither read as a text nor copied for it.
 */
export const readJsonMark = (bytes: Uint8Array): { readonly untouched: boolean } | undefined => {
  const end = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(-farthestMark));
  const { sum, after } = marked.exec(end)?.groups ?? {};
  if (sum === undefined || after === undefined) return undefined;
  const place = bytes.length - Buffer.byteLength(sum + after);
  const hash = createHash('sha256').update(bytes.subarray(0, place)).update(blank);
  return { untouched: sum === hash.update(bytes.subarray(place + sum.length)).digest('hex') };
};

/** Bytes from the mark of a file to its end: more is nothing of ours. */
const farthestMark = 4096;
