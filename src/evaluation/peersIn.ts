import type { NationalTable } from '../answers';
import { foldLabel, problem, type Problem } from '../kernel';

/** The rows of the municipalities to compare with; a name that is not in the table, or stands for several, is said. */
export const peersIn = (
  { municipalities, sheet }: NationalTable,
  names: readonly string[],
): { readonly rows: readonly number[]; readonly problems: readonly Problem[] } => {
  const found = names.map((name) => ({ name, rows: rowsNamed(municipalities, name) }));
  return {
    rows: found.flatMap(({ rows }) => (rows.length === 1 ? rows : [])),
    problems: found
      .filter(({ rows }) => rows.length !== 1)
      .map(({ name, rows }) => problem('peer-unknown', { sheet, found: name }, { count: rows.length })),
  };
};

/** 北塩原村, or 福島県北塩原村 where a name is shared. */
const rowsNamed = (municipalities: NationalTable['municipalities'], written: string): readonly number[] => {
  const wanted = foldLabel(written);
  return [...municipalities.keys()].filter((row) => {
    const { name, prefecture } = municipalities[row] ?? { name: '', prefecture: undefined };
    return foldLabel(name) === wanted || foldLabel(`${prefecture ?? ''}${name}`) === wanted;
  });
};
