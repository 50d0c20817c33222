import type { SheetModel } from '../sheetModel';

/** A table part of ours with an id and a name that no table of the package has: both are unique in a workbook. */
export const freeTable = (
  parts: ReadonlyMap<string, Uint8Array>,
  xml: string,
  { table: wanted }: SheetModel,
): string => {
  const others = [...parts]
    .filter(([name]) => /\/tables\/[^/]*\.xml$/i.test(name))
    .map(([, bytes]) => new TextDecoder().decode(bytes));
  const ids = others.map((other) => Number(/<[^>]*table[^>]* id="(\d+)"/.exec(other)?.[1] ?? 0));
  const names = new Set(others.map((other) => (/ displayName="([^"]*)"/.exec(other)?.[1] ?? '').toLowerCase()));
  let name = wanted?.name ?? '';
  for (let count = 2; names.has(name.toLowerCase()); count += 1) name = `${wanted?.name ?? ''}_${count}`;
  return xml
    .replace(/ id="\d+"/, ` id="${1 + Math.max(0, ...ids)}"`)
    .replace(/ name="[^"]*"/, ` name="${name}"`)
    .replace(/ displayName="[^"]*"/, ` displayName="${name}"`);
};
