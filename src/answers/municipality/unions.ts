import { cleanName } from './foldName';

/**
 * 広域連合 and 組合 that act as insurer for their members; never one of the 1,741
 * (rules/grants.md#municipalities-and-insurers).
 */
export const isUnionName = (name: string): boolean => /広域連合|組合|企業団|広域行政/.test(cleanName(name));

/** Codes whose third digit is 8 or 9 belong to unions, not to municipalities (likely; the primary text was not at hand). */
export const isUnionCode = (code: string): boolean => /^\d\d[89]/.test(code);
