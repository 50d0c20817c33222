import { foldLabel } from '../kernel';

/** Excel's limit for a name, in UTF-16 units (Microsoft: names in formulas). */
const longestName = 255;

/**
 * A name no other table and no defined name of the workbook bears: they share one space, in which Excel does not tell
 * capital from small letters. If taken 「順位表_2」, 「順位表_3」…
 */
export const freeTableName = (wanted: string, taken: readonly string[]): string => {
  const used = new Set(taken.map(foldLabel));
  for (let count = 1; ; count += 1) {
    const tail = count === 1 ? '' : `_${count}`;
    const name = `${wanted.slice(0, longestName - tail.length)}${tail}`;
    if (!used.has(foldLabel(name))) return name;
  }
};
