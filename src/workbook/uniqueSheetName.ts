import { foldLabel } from '../kernel';

/** Excel's limit, in UTF-16 units. */
const longestName = 31;

/**
 * A name Excel accepts that no other sheet bears: forbidden characters become `_`, 31 units at most; if taken — Excel
 * compares without case and width — 「名前 (2)」, 「名前 (3)」…
 */
export const uniqueSheetName = (wanted: string, taken: readonly string[]): string => {
  const allowed =
    wanted
      .replace(/[\u0000-\u001F\u007F\uFFFE\uFFFF]/g, '')
      .replace(/[\uD800-\uDFFF]/gu, '')
      .replace(/[:\\/?*[\]：￥／？＊［］]/g, '_')
      .replace(/^'+|'+$/g, '')
      .trim() || '採点';
  const used = new Set(taken.map(foldLabel));
  const reserved = foldLabel(allowed) === 'history';
  for (let count = reserved ? 2 : 1; ; count += 1) {
    const tail = count === 1 ? '' : ` (${count})`;
    const name = `${cut(allowed, longestName - tail.length)}${tail}`;
    if (!used.has(foldLabel(name))) return name;
  }
};

const cut = (name: string, units: number): string =>
  name
    .slice(0, units)
    .replace(/[\uD800-\uDFFF]$/u, '')
    .trimEnd();
