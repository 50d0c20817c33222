import type { FiscalYear } from '../kernel';
import { BlockNationalFigures } from './nationalSchema';
import r5 from './R5/national.json';
import r8Prefecture from './R8-prefecture/national.json';
import type { SchemePart } from './schema';

const packaged = new Map<string, unknown>([
  ['R5 municipality', r5],
  ['R8 prefecture', r8Prefecture],
]);
const read = new Map<string, BlockNationalFigures>();

/** Published figures of a year and part known by blocks; undefined when none are packaged. */
export const blockNationalOf = (year: FiscalYear, part: SchemePart): BlockNationalFigures | undefined => {
  const key = `${year} ${part}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  const data = packaged.get(key);
  if (data === undefined) return undefined;
  const figures = BlockNationalFigures.parse(data);
  read.set(key, figures);
  return figures;
};
