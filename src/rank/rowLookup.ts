import type { MunicipalityIdentity, NationalTable } from '../answers';
import { foldLabel } from '../kernel';

/** Finds the row of a municipality: by code where both have one, otherwise by prefecture and name; undefined where none or several fit. */
export type RowLookup = (identity: MunicipalityIdentity) => number | undefined;

/** Codes and folded names are gone through once, so that a nation of workbooks is placed in linear time. */
export const rowLookup = ({ municipalities }: NationalTable): RowLookup => {
  const byCode = new Map<string, number>();
  const byName = new Map<string, number[]>();
  for (const [row, { code, name }] of municipalities.entries()) {
    if (code !== undefined && !byCode.has(code)) byCode.set(code, row);
    const folded = foldLabel(name);
    const known = byName.get(folded);
    if (known === undefined) byName.set(folded, [row]);
    else known.push(row);
  }
  return ({ code, name, prefecture }) => {
    const coded = code === undefined ? undefined : byCode.get(code);
    if (coded !== undefined) return coded;
    const named = (byName.get(foldLabel(name)) ?? []).filter((row) => {
      const other = municipalities[row]?.prefecture;
      return prefecture === undefined || other === undefined || other === prefecture;
    });
    return named.length === 1 ? named[0] : undefined;
  };
};
