import { ok, problem, refuse, type FiscalYear, type Result } from '../kernel';
import { lintBlockScheme } from './lint';
import { BlockScheme, type SchemePart } from './schema';
import r5 from './R5/scheme.json';
import r8Prefecture from './R8-prefecture/scheme.json';
import { partNames } from './names';

const packaged = new Map<string, unknown>([
  ['R5 municipality', r5],
  ['R8 prefecture', r8Prefecture],
]);
const read = new Map<string, BlockScheme>();

/** The years and parts known by blocks, oldest first. */
export const blockSchemes: readonly { readonly year: FiscalYear; readonly part: SchemePart }[] = [
  { year: 'R5', part: 'municipality' },
  { year: 'R8', part: 'prefecture' },
];

/** The packaged block points of a year and part, for comparing years; what is not packaged is refused by name. */
export const blockSchemeOf = (year: FiscalYear, part: SchemePart): Result<BlockScheme> => {
  const key = `${year} ${part}`;
  const known = read.get(key);
  if (known !== undefined) return ok(known);
  const data = packaged.get(key);
  if (data === undefined) {
    const expected = blockSchemes.map((each) => `${each.year}${partNames[each.part]}`).join('・');
    return refuse(problem('unknown-block-scheme', { found: `${year}${partNames[part]}`, expected }));
  }
  const scheme = BlockScheme.parse(data);
  const faults = lintBlockScheme(scheme);
  if (faults.length > 0) throw new Error(`blockSchemeOf: the packaged ${key} is broken: ${JSON.stringify(faults)}`);
  read.set(key, scheme);
  return ok(scheme);
};
