import type { NationalTable } from '../../answers';
import { at, type Problem, problem } from '../../kernel';
import { placeOfRow } from './placeOfRow';

/** Printed national ranks against ranks counted from the points; in a partial table the printed ones are used. */
export const checkRanks = (
  table: NationalTable,
  counted: Uint16Array,
  published: Float64Array | undefined,
  complete: boolean,
): readonly Problem[] => {
  if (published === undefined) return [];
  const used = complete ? '得点から数えた順位' : '公表された順位';
  return table.municipalities.flatMap(({ name }, row) => {
    const printed = at(published, row);
    if (Number.isNaN(printed) || printed === counted[row]) return [];
    const place = { ...placeOfRow(table, row), found: String(printed), expected: String(counted[row]) };
    return [problem('nation-rank-differs', place, { municipality: name, count: table.count, used })];
  });
};
