/** Where a value from outside is larger, deeper or stranger than any scheme; undefined when it may be parsed. */
export interface CapBreach {
  readonly place: string;
  readonly message: string;
}

/** Our largest file (R6, 264 criteria) has about 2,500 values; these leave room for a year eight times as large. */
const caps = { values: 20_000, depth: 12, text: 2_000, key: 40 };

/**
 * Looks through a parsed JSON value before the schema does: a schema would report each of a million wrong entries,
 * and would drop a key `__proto__` without a word. Stops at the first breach; iterative, so depth cannot overflow.
 */
export const withinCaps = (root: unknown): CapBreach | undefined => {
  const open: { readonly value: unknown; readonly place: string; readonly depth: number }[] = [
    { value: root, place: '', depth: 0 },
  ];
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, place, depth } = next;
    values += 1;
    if (depth > caps.depth) return { place, message: `入れ子が ${caps.depth} 段を超えています` };
    if (typeof value === 'string' && value.length > caps.text) {
      return { place, message: `文字数 ${value.length} が上限 ${caps.text} を超えています` };
    }
    if (typeof value !== 'object' || value === null) continue;
    const keys = Object.keys(value);
    if (values + open.length + keys.length > caps.values) {
      return { place, message: `項目の数が上限 ${caps.values} を超えています` };
    }
    const long = keys.find((key) => key.length > caps.key);
    if (long !== undefined) {
      return { place, message: `項目名の文字数 ${long.length} が上限 ${caps.key} を超えています` };
    }
    if (keys.includes('__proto__')) return { place: `${place}.__proto__`, message: 'この名前の項目は使えません' };
    for (const [key, inner] of Object.entries(value)) {
      open.push({
        value: inner,
        place: place === '' ? key : `${place}.${key}`,
        depth: depth + 1,
      });
    }
  }
  return undefined;
};
