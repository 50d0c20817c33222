import { readFiscalYear, type FiscalYear } from '../kernel';
import type { SchemePart } from './scheme';

/**
 * A folder of `src/schemes` as its files lie there: parsed JSON, not yet read. `R8` holds the municipalities' part of
 * 令和8年度, `R8-prefecture` the prefectures'. The rules come first; the rest is published later, or never.
 */
export interface YearFolder {
  readonly folder: string;
  /** scheme.json: the rules, criterion by criterion or by blocks. */
  readonly scheme: unknown;
  /** national.json: published figures. */
  readonly national?: unknown;
  /** plan.json: the conditions of the distribution; read by allocation. */
  readonly plan?: unknown;
  /** costs.json: what the grants may pay; read by allocation. */
  readonly costs?: unknown;
}

/**
 * Packaged data as what it is, without reading it again at each start; looks at no more than the name of its shape. The one
 * place that takes data on trust: `npm run generate` packages nothing that the readers refuse or would change, and a test
 * reads every packaged file with them (test/tools/provenData.ts). Data from outside never comes here.
 */
export const proven = <Shape extends { readonly schema: string }>(data: unknown, schema: Shape['schema']): Shape => {
  const named = typeof data === 'object' && data !== null && 'schema' in data ? data.schema : undefined;
  if (named !== schema) throw new Error(`proven: ${String(named)} is no ${schema}`);
  return data as Shape;
};

/** The files a year's folder may hold (`.json`); the first must be there. */
export const yearFiles = ['scheme', 'national', 'plan', 'costs'] as const;

/** The year and part in a folder's name; undefined where it is no folder of a year. */
export const placeOfFolder = (folder: string): { readonly year: FiscalYear; readonly part: SchemePart } | undefined => {
  const [, name, prefecture] = /^(R[1-9]\d?)(-prefecture)?$/.exec(folder) ?? [];
  const year = readFiscalYear(name ?? null);
  return year === undefined ? undefined : { year, part: prefecture === undefined ? 'municipality' : 'prefecture' };
};

/** True where a file of rules knows every criterion; false where it knows blocks only. */
export const knowsCriteria = ({ scheme }: YearFolder): boolean =>
  typeof scheme === 'object' && scheme !== null && 'level' in scheme && scheme.level === 'criterion';
