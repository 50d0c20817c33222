import { sha256Hex } from '../kernel';

const marked = /("fingerprint": ?")([0-9a-f]{64})("\s*\}\s*)$/;

/**
 * The text of a JSON file of ours, ending in a field `fingerprint` of the rest of the text: whoever edits the file, or
 * lets a program write it anew, shows by it. `indent` as for JSON.stringify.
 */
export const markedJson = (data: Readonly<Record<string, unknown>>, indent?: number): string => {
  const blank = '0'.repeat(64);
  const text = `${JSON.stringify({ ...data, fingerprint: blank }, null, indent)}\n`;
  return text.replace(marked, `$1${sha256Hex(text)}$3`);
};

/** Whether a text is one of {@link markedJson}, `untouched` or edited since; undefined when it bears no mark. */
export const readJsonMark = (text: string): { readonly untouched: boolean } | undefined => {
  const found = marked.exec(text)?.[2];
  return found === undefined
    ? undefined
    : { untouched: found === sha256Hex(text.replace(marked, `$1${'0'.repeat(64)}$3`)) };
};
