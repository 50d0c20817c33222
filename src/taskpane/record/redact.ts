/** What travels between the library and Excel: JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Strings that say nothing of anybody: colours, ids, the names of a fresh workbook's sheets, and ours. */
const saysNothing = /^(?:#[0-9a-f]{3,8}|\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?|Sheet\d+|_INCENTIVE_\w+)$/i;

/** Answers under these names are the library's own business, and are needed to follow what was asked of which object. */
const ownKeys: ReadonlySet<string> = new Set(['id', '_id', '_referenceid']);

/** What a person may have typed, beside the cells of a table; in small letters, as some are written in two ways. */
const typedKeys: ReadonlySet<string> = new Set(['texttodisplay', 'screentip', 'comment']);

/**
 * Replaces texts by others of the same length, the same text always by the same, so that a recording can be replayed and
 * names no one. Letters become other letters; signs stay (○, ×, 「 」, and $ and ! of an address), and so do the numbers of cells.
 * In cells the digits of a text become 0. `words` are strings of Excel's own, as `Visible`, which stay.
 */
export const redactor = (words: ReadonlySet<string>) => {
  const given = new Map<string, string>();
  const counts = new Map<string, number>();
  /** The next text of this length that was not given yet. */
  const next = (kind: 'latin' | 'other', length: number): string => {
    const count = counts.get(`${kind}${length}`) ?? 0;
    counts.set(`${kind}${length}`, count + 1);
    const [first, size] = kind === 'latin' ? [0x61, 26] : [0x3400, 6000];
    return Array.from({ length }, (_, place) =>
      String.fromCharCode(first + (Math.floor(count / size ** (length - 1 - place)) % size)),
    ).join('');
  };
  const replacement = (letters: string): string => {
    const key = letters.toLowerCase();
    const known = given.get(key) ?? next(/^[a-z]+$/.test(key) ? 'latin' : 'other', Array.from(letters).length);
    given.set(key, known);
    return known;
  };
  const redactText = (text: string, isCell: boolean): string => {
    // A word in a cell is a person's; the format of a cell that nobody touched is Excel's.
    if (isCell ? text === 'General' : words.has(text) || saysNothing.test(text)) return text;
    const named = text.replace(/[\p{L}\p{M}]+/gu, (letters, at: number) =>
      isColumn(text, letters, at) ? letters : replacement(letters),
    );
    return isCell ? named.replace(/\p{Nd}/gu, (digit) => (digit < '\u0100' ? '0' : '０')) : named;
  };
  const redact = (value: Json, depth: number, isTyped = false): Json => {
    if (typeof value === 'string') return redactText(value, isTyped || depth >= 2);
    if (isList(value)) return value.map((one) => redact(one, depth + 1, isTyped));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => {
        const name = key.toLowerCase();
        return [key, ownKeys.has(name) ? one : redact(one, 0, typedKeys.has(name))];
      }),
    );
  };
  return (value: Json): Json => redact(value, 0);
};

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** One letter names nobody; a column stands beside its row or a `$`, as in `$A$1:H9`. */
const isColumn = (text: string, letters: string, at: number): boolean =>
  /^[A-Za-z]$/.test(letters) ||
  (/^[A-Z]{2,3}$/.test(letters) && /[\d$]/.test(text.charAt(at - 1) + text.charAt(at + letters.length)));
