import type { Linter } from './linter';

/** What the rule reads of a scheme or of national figures. */
interface Citing {
  readonly documents: readonly { readonly id: string }[];
}

/** Every source names a declared document, and every declared document is used: each number can be looked up. */
export const citations: Linter<Citing> = {
  name: 'citations',
  check: (subject) => {
    const declared = subject.documents.map(({ id }) => id);
    const cited = citedIn(subject);
    const known = new Set(declared);
    return [
      ...[...cited]
        .filter((id) => !known.has(id))
        .map((id) => ({
          place: id,
          message: `出典「${id}」が documents にありません（登録済み：${declared.join('・')}）`,
        })),
      ...[...known]
        .filter((id) => !cited.has(id))
        .map((id) => ({ place: id, message: `文書「${id}」はどこからも引かれていません` })),
      ...declared
        .filter((id, at) => declared.indexOf(id) !== at)
        .map((id) => ({ place: id, message: `文書のID「${id}」が二度使われています` })),
    ];
  },
};

/** Ids of all `source.document`, wherever a source stands; the shape itself was checked by the schema. */
const citedIn = (root: object): ReadonlySet<string> => {
  const found = new Set<string>();
  const open = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if ('document' in value && typeof value.document === 'string') found.add(value.document);
    for (const inner of Object.values(value)) if (isObject(inner)) open.push(inner);
  }
  return found;
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
