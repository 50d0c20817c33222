import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { libraryFolder } from './loadLibrary';

let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** The values an enumeration of the library has, read from its own debug build: `ChartType` → `ColumnClustered`, … */
export const libraryEnum = (name: string): ReadonlySet<string> => {
  known ??= readEnums();
  const values = known.get(name);
  if (values === undefined) throw new Error(`libraryEnum: the library has no ${name}`);
  return values;
};

const readEnums = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  const text = readFileSync(join(libraryFolder, 'excel-web-16.00.debug.js'), 'utf8');
  for (const [, name = '', value = ''] of text.matchAll(/^ +([A-Z]\w+)\["\w+"\] = "([^"]*)";$/gm)) {
    found.set(name, (found.get(name) ?? new Set()).add(value));
  }
  return found;
};
